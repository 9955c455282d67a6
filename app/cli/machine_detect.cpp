// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/whole_file.h"
#include "cli/json.h"
#include "cli/machine_commands.h"
#include "cli/report.h"
#include "detect/recognize.h"
#include "project/json_text.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct DetectArguments {
    std::string output;
    std::string macReport;
    bool json = false;
};

Json toJson(const RecognizedPart& part)
{
    Json json = {{"category", categoryName(part.category)}};
    json["part"] = part.part.empty() ? Json() : Json(part.part.text());
    json["quantity"] = part.quantity;
    json["named"] = part.asNamed;
    json["assumed"] = part.assumed;
    return json;
}

/// A build file, with what it was made from beside it.
Json toJson(const RecognizedMachine& machine)
{
    Json json = {{"schema", "rigwright.machine/1"}, {"parts", Json::array()}};
    for (const BuildLine& line : machine.build.lines) {
        json["parts"].push_back({{"category", categoryName(line.category)},
                                 {"part", line.part.text()},
                                 {"quantity", line.quantity}});
    }
    json["power_cap_watts"] = machine.build.powerCap ? Json(machine.build.powerCap->value()) : Json();
    json["detected"] = Json::array();
    for (const RecognizedPart& part : machine.parts) {
        json["detected"].push_back(toJson(part));
    }
    json["findings"] = toJson(machine.findings);
    return json;
}

std::string textOf(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void print(std::ostream& out, const Catalog& catalog, const RecognizedMachine& machine)
{
    TextTable table({"", "the system says", "", "of the catalog"}, {2});
    for (const RecognizedPart& part : machine.parts) {
        const std::string name =
            part.part.empty() ? "not recognized" : findAnyPart(catalog, part.part).info->name;
        table.add({categoryName(part.category), printableText(part.asNamed),
                   std::to_string(part.quantity) + " ×", name + (part.assumed ? " (assumed)" : "")});
    }
    table.print(out);
    if (machine.build.powerCap) {
        out << "Each accelerator is held to " << formatFixed(machine.build.powerCap->value(), 0) << " W.\n";
    }
    printFindings(out, machine.findings);
}

Expected<SystemTexts> systemOf(const DetectArguments& arguments)
{
    if (arguments.macReport.empty()) {
        return readSystem();
    }
    constexpr std::size_t kLargest = std::size_t{1} << 20U;
    return readFileText(arguments.macReport, kLargest, "the output of system_profiler")
        .map([](std::string text) {
            SystemTexts system;
            system.macHardware = std::move(text);
            return system;
        })
        .map_error([&](const Error& error) { return Error{arguments.macReport + ": " + error.message}; });
}

Expected<ExitStatus> detect(const Catalog& catalog, const DetectArguments& arguments, std::ostream& out)
{
    const auto system = systemOf(arguments);
    if (!system) {
        return tl::unexpected(system.error());
    }
    const RecognizedMachine machine = recognize(catalog, *system);
    const bool none = machine.build.lines.empty();
    const std::string text = textOf(toJson(machine));
    if (!arguments.output.empty() && !none) {
        const auto written =
            writeWholeFile(arguments.output, [&](const std::filesystem::path& temporary) -> Expected<void> {
                std::ofstream file(temporary, std::ios::binary);
                file << text << std::flush;
                return file ? Expected<void>() : fail("can't be written");
            });
        if (!written) {
            return tl::unexpected(written.error());
        }
    }
    if (arguments.json) {
        out << text;
    } else {
        print(out, catalog, machine);
        if (none) {
            out << "Nothing was recognized" << (arguments.output.empty() ? "" : ": nothing was written")
                << ".\n";
        } else if (!arguments.output.empty()) {
            out << "Build file: " << arguments.output << '\n';
        }
    }
    return none ? ExitStatus::NoAnswer : ExitStatus::Success;
}

} // namespace

void addMachineDetect(CLI::App& machine, Command& chosen)
{
    CLI::App* command = machine.add_subcommand("detect", "The parts of this computer, as a build file");
    const auto arguments = std::make_shared<DetectArguments>();
    command->add_option("--output", arguments->output, "File to write the build to");
    command->add_option("--mac-report", arguments->macReport,
                        "Of a Mac instead: a file with the output of `system_profiler SPHardwareDataType`");
    command->add_flag("--json", arguments->json, "One JSON object: a build file");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) {
            return detect(catalog, *arguments, out);
        };
    });
}

} // namespace rigwright
