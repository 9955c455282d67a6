// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/compose.h"

#include "advice/launch/shell_command.h"

namespace rigwright {

namespace {

std::string listOf(const char* key, const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values) {
        text += "      - " + composeString(value) + "\n";
    }
    return values.empty() ? "" : "    " + std::string(key) + ":\n" + text;
}

std::string environmentOf(const ComposeService& service)
{
    std::string text;
    for (const auto& [name, value] : service.environment) {
        text += "      " + name + ": " + composeString(value) + "\n";
    }
    if (service.passesToken) {
        text += "      HF_TOKEN: \"${HF_TOKEN:-}\"\n";
    }
    return text.empty() ? "" : "    environment:\n" + text;
}

std::string devicesOf(const ComposeService& service)
{
    if (service.devices == 0) {
        return {};
    }
    if (service.vendor == AcceleratorVendor::Nvidia) {
        return "    deploy:\n"
               "      resources:\n"
               "        reservations:\n"
               "          devices:\n"
               "            - driver: \"nvidia\"\n"
               "              count: " +
            std::to_string(service.devices) +
            "\n"
            "              capabilities: [\"gpu\"]\n";
    }
    const std::vector<std::string> files = service.vendor == AcceleratorVendor::Amd
        ? std::vector<std::string>{"/dev/kfd", "/dev/dri"}
        : std::vector<std::string>{"/dev/dri"};
    return listOf("devices", files) + listOf("group_add", {"video", "render"}) +
        listOf("security_opt", {"seccomp=unconfined"});
}

} // namespace

bool dockerReaches(std::optional<AcceleratorVendor> vendor)
{
    return vendor == AcceleratorVendor::Nvidia || vendor == AcceleratorVendor::Amd ||
        vendor == AcceleratorVendor::Intel;
}

std::string composeFile(const ComposeService& service)
{
    const std::string port = std::to_string(service.port);
    std::string text =
        "services:\n  " + service.name + ":\n    image: " + composeString(service.image) + "\n";
    text += listOf("entrypoint", service.entrypoint);
    text += listOf("command", service.command);
    text += listOf("ports", {"127.0.0.1:" + port + ":" + port});
    text += listOf("volumes", service.volumes);
    text += environmentOf(service);
    // Processes of one engine exchange data through shared memory; 64 MB, which a container has by itself, is too little.
    text += "    ipc: \"host\"\n";
    text += "    ulimits:\n      memlock: -1\n      stack: 67108864\n";
    text += devicesOf(service);
    text += "    restart: \"unless-stopped\"\n";
    return text;
}

} // namespace rigwright
