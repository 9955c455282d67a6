// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/nearest.h"
#include "facts/part_ids.h"
#include "project/json_text.h"
#include "project/measurements/match.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

std::vector<std::string> textsOf(const std::vector<PartId>& ids)
{
    std::vector<std::string> texts;
    texts.reserve(ids.size());
    for (const PartId& id : ids) {
        texts.push_back(id.text());
    }
    return texts;
}

tl::unexpected<MatchFailure> deviceFailure(Finding finding, std::vector<std::string> candidates)
{
    return tl::unexpected(
        MatchFailure{MatchFailure::Needs::Device, std::move(finding), std::move(candidates)});
}

/// The one part that a name stands for.
Matched<PartId> onlyOne(const Catalog& catalog, const std::string& name, const std::vector<PartId>& ids)
{
    if (ids.size() == 1) {
        return ids.front();
    }
    if (ids.empty()) {
        return deviceFailure({"device-unknown",
                              Severity::Blocker,
                              RIGWRIGHT_TEXT("Finding", "The catalog has no device {name}."),
                              {{"name", quotedText(name)}}},
                             nearestNames(toLower(name), allPartIds(catalog)));
    }
    return deviceFailure({"device-ambiguous",
                          Severity::Blocker,
                          RIGWRIGHT_TEXT("Finding", "{name} may be one of several devices."),
                          {{"name", quotedText(name)}}},
                         textsOf(ids));
}

/// The device of the run by the file alone; nothing: the file does not name it.
Matched<std::optional<PartId>> namedDevice(const Catalog& catalog, const BenchmarkRun& run)
{
    if (run.onHost) {
        if (run.cpu.empty()) {
            return std::optional<PartId>();
        }
        return onlyOne(catalog, run.cpu, cpusNamed(catalog, run.cpu)).map([](const PartId& id) {
            return std::optional(id);
        });
    }
    std::optional<PartId> device;
    for (const std::string& name : run.accelerators) {
        auto found = onlyOne(catalog, name, acceleratorsNamed(catalog, name));
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (device && *device != *found) {
            return deviceFailure({"device-mixed",
                                  Severity::Blocker,
                                  RIGWRIGHT_TEXT("Finding",
                                                 "The runs used different devices together, {first} and "
                                                 "{second}: which of them made the speed can't be told."),
                                  {{"first", device->text()}, {"second", found->text()}}},
                                 {});
        }
        device = *found;
    }
    return device;
}

Matched<PartId> deviceOf(const Catalog& catalog, const BenchmarkRun& run, const MatchOptions& options)
{
    auto named = namedDevice(catalog, run);
    if (options.device) {
        if (named && *named && **named != *options.device) {
            return deviceFailure({"device-differs",
                                  Severity::Blocker,
                                  RIGWRIGHT_TEXT("Finding", "The file names {named}, not {given}."),
                                  {{"named", (*named)->text()}, {"given", options.device->text()}}},
                                 {(*named)->text()});
        }
        return *options.device;
    }
    if (!named) {
        return tl::unexpected(named.error());
    }
    if (!*named) {
        return deviceFailure({"device-unnamed",
                              Severity::Blocker,
                              RIGWRIGHT_TEXT("Finding", "The file does not name the device that it ran on."),
                              {}},
                             {});
    }
    return **named;
}

Hardware hostOf(const Cpu& cpu, int sockets, const std::optional<BytesPerSecond>& bandwidth)
{
    Hardware hardware;
    Host& host = hardware.host;
    host.id = cpu.info.id;
    host.name = cpu.info.name;
    host.sockets = sockets;
    host.cores = cpu.cores * sockets;
    host.baseGigahertz = cpu.baseGhz;
    host.avx512 = cpu.avx512;
    host.amx = cpu.amx;
    host.bandwidth = bandwidth ? bandwidth : memoryBandwidth(cpu.memoryChannels * sockets, cpu.memorySpeed);
    return hardware;
}

} // namespace

Matched<Hardware> matchHardware(const Catalog& catalog, const BenchmarkRun& run, const MatchOptions& options)
{
    const auto device = deviceOf(catalog, run, options);
    if (!device) {
        return tl::unexpected(device.error());
    }
    const int listed = std::max(1, static_cast<int>(run.accelerators.size()));
    const int count = options.count.value_or(run.onHost ? 1 : run.deviceCount.value_or(listed));
    if (const Accelerator* accelerator = acceleratorOf(catalog, *device);
        accelerator != nullptr && !run.onHost) {
        Hardware hardware;
        hardware.accelerators.push_back({*accelerator, count, {}, {}});
        return hardware;
    }
    if (const Cpu* cpu = findPart(catalog.cpus, *device); cpu != nullptr && count <= cpu->maxSockets) {
        return hostOf(*cpu, count, options.hostBandwidth);
    }
    return deviceFailure({"device-unfit",
                          Severity::Blocker,
                          RIGWRIGHT_TEXT("Finding", "{id} is no device that this run can have used."),
                          {{"id", device->text()}}},
                         {});
}

} // namespace rigwright
