// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/recognize_memory.h"

#include "detect/device_names.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rigwright {

namespace {

constexpr std::size_t kShortestPartNumber = 8;

bool contains(const std::vector<std::string>& list, const std::string& value)
{
    return std::ranges::find(list, value) != list.end();
}

/// Nothing is known of a list that is empty.
bool allows(const std::vector<std::string>& list, const std::string& value)
{
    return list.empty() || contains(list, value);
}

bool isTakenBy(const MemoryHost& host, const MemoryKit& kit)
{
    const bool byBoard = host.board == nullptr ||
        (host.board->memoryType == kit.memoryType && allows(host.board->moduleTypes, kit.moduleType));
    const bool byCpu = host.cpu == nullptr ||
        (allows(host.cpu->memoryTypes, kit.memoryType) && allows(host.cpu->moduleTypes, kit.moduleType));
    return byBoard && byCpu;
}

/// Equal modules, as one line of the firmware's list each.
struct ModuleGroup {
    DetectedModule module;
    int count = 0;
};

std::vector<ModuleGroup> groupsOf(const std::vector<DetectedModule>& modules)
{
    std::vector<ModuleGroup> groups;
    for (const DetectedModule& module : modules) {
        const auto same = std::ranges::find_if(groups, [&](const ModuleGroup& group) {
            return group.module.capacity == module.capacity && group.module.partNumber == module.partNumber;
        });
        if (same == groups.end()) {
            groups.push_back({module, 1});
        } else {
            ++same->count;
        }
    }
    return groups;
}

bool isOfKind(const MemoryKit& kit, const DetectedModule& module)
{
    const bool registered = kit.moduleType.find("RDIMM") != std::string::npos;
    return kit.moduleCapacity == module.capacity && (module.type.empty() || kit.memoryType == module.type) &&
        (!module.registered || registered == *module.registered) &&
        (!module.ecc || registered || (kit.moduleType == "ECC UDIMM") == *module.ecc);
}

/// The number of a kit goes on where that of its modules ends, and the other way round: "F5-6000J3636F32G" and
/// "F5-6000J3636F32GX2-RS5K".
bool isNumbered(const MemoryKit& kit, const DetectedModule& module)
{
    const std::string ofKit = plainName(kit.info.partNumber);
    const std::string ofModule = plainName(module.partNumber);
    return std::min(ofKit.size(), ofModule.size()) >= kShortestPartNumber &&
        (ofKit.starts_with(ofModule) || ofModule.starts_with(ofKit));
}

std::string nameOf(const ModuleGroup& group)
{
    const DetectedModule& module = group.module;
    std::string name = formatFixed(module.capacity.inGib(), 0) + " GiB";
    name += module.type.empty() ? "" : " " + module.type;
    name += module.speed ? "-" + std::to_string(*module.speed) : "";
    name += module.registered ? (*module.registered ? " RDIMM" : " UDIMM") : "";
    return name + (module.partNumber.empty() ? "" : ", " + module.partNumber);
}

RecognizedPart kitsFor(const Catalog& catalog, const ModuleGroup& group, const MemoryHost& host)
{
    RecognizedPart part{PartCategory::Memory, nameOf(group), group.count, {}, false};
    using Rank = std::tuple<bool, int, bool, PartId>;
    std::optional<Rank> best;
    for (const MemoryKit& kit : catalog.memory) {
        if (!isOfKind(kit, group.module) || group.count % kit.modules != 0) {
            continue;
        }
        const bool numbered = isNumbered(kit, group.module);
        if (!numbered && !isTakenBy(host, kit)) {
            continue;
        }
        const int wanted = group.module.speed.value_or(kit.speed.value_or(0));
        const Rank rank(!numbered, std::abs(kit.speed.value_or(0) - wanted), !kit.info.partNumber.empty(),
                        kit.info.id);
        if (!best || rank < *best) {
            best = rank;
            part.part = kit.info.id;
            part.quantity = group.count / kit.modules;
            part.assumed = !numbered;
        }
    }
    return part;
}

/// As many kits as make up an amount; 0: they don't.
int kitsIn(Bytes total, const MemoryKit& kit)
{
    const std::int64_t size = kit.moduleCapacity.value() * kit.modules;
    return size > 0 && total.value() % size == 0 ? static_cast<int>(total.value() / size) : 0;
}

RecognizedPart kitsForAmount(const Catalog& catalog, Bytes total, const MemoryHost& host)
{
    RecognizedPart part{PartCategory::Memory, formatFixed(total.inGib(), 0) + " GiB of RAM", 1, {}, false};
    if (host.board == nullptr && host.cpu == nullptr) {
        return part;
    }
    const int perSocket = host.board != nullptr ? host.board->channelsPerSocket : host.cpu->memoryChannels;
    const int channels = perSocket * host.sockets;
    const int slots = host.board != nullptr ? host.board->dimmSlots : 2 * channels;
    const int speed = host.cpu != nullptr ? host.cpu->memorySpeed : 0;
    using Rank = std::tuple<int, int, bool, PartId>;
    std::optional<Rank> best;
    for (const MemoryKit& kit : catalog.memory) {
        const int kits = kitsIn(total, kit);
        const int modules = kits * kit.modules;
        if (kits == 0 || modules > slots || !isTakenBy(host, kit)) {
            continue;
        }
        const Rank rank(std::abs(modules - channels), std::abs(kit.speed.value_or(0) - speed),
                        !kit.info.partNumber.empty(), kit.info.id);
        if (!best || rank < *best) {
            best = rank;
            part.part = kit.info.id;
            part.quantity = kits;
            part.assumed = true;
        }
    }
    return part;
}

} // namespace

Bytes installedMemory(Bytes visible)
{
    // Modules hold a power of two or 1.5 times one, and a machine has a power of two, three times or 1.5 times one of them.
    for (double power = 1; power < 1e6; power *= 2) {
        for (const double factor : {1.0, 1.125, 1.25, 1.5}) {
            const Bytes usual = Bytes::gib(power * factor);
            if (usual >= visible && power * factor == std::floor(power * factor)) {
                return usual;
            }
        }
    }
    return visible;
}

std::vector<RecognizedPart> recognizeMemory(const Catalog& catalog,
                                            const std::vector<DetectedModule>& modules,
                                            const std::optional<Bytes>& visible, const MemoryHost& host)
{
    std::vector<RecognizedPart> parts;
    for (const ModuleGroup& group : groupsOf(modules)) {
        parts.push_back(kitsFor(catalog, group, host));
    }
    if (parts.empty() && visible) {
        parts.push_back(kitsForAmount(catalog, installedMemory(*visible), host));
    }
    return parts;
}

} // namespace rigwright
