// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"

#include <array>

namespace rigwright {

namespace {

constexpr PartSet kAll = ~PartSet{0};

Verdict partMissing(const Machine& machine, Evidence& evidence)
{
    if (machine.system != nullptr) {
        return Verdict::Kept;
    }
    std::vector<std::string> missing;
    const auto need = [&](bool there, PartCategory category) {
        if (!there) {
            missing.emplace_back(categoryName(category));
        }
    };
    need(!machine.cpus.empty(), PartCategory::Cpu);
    need(machine.board != nullptr, PartCategory::Board);
    need(!machine.memory.empty(), PartCategory::Memory);
    need(!machine.drives.empty(), PartCategory::Storage);
    const bool included = machine.enclosure != nullptr && machine.enclosure->includedSupplies.value_or(0) > 0;
    need(!machine.supplies.empty() || included, PartCategory::PowerSupply);
    need(machine.enclosure != nullptr, PartCategory::Case);
    need(!machine.coolers.empty(), PartCategory::Cooler);
    evidence.add("missing", missing);
    return missing.empty() ? Verdict::Kept : Verdict::Broken;
}

/// "board (slots, memory)": which groups of figures are meant; without them the whole part.
std::string withUnverifiedGroups(const PartInfo& info)
{
    std::string groups;
    for (const SpecGroup& group : info.groups) {
        if (group.provenance.state == Verification::Unverified) {
            groups += (groups.empty() ? "" : ", ") + group.name;
        }
    }
    const bool whole = groups.empty() || info.specs.state == Verification::Unverified;
    return whole ? info.name : info.name + " (" + groups + ")";
}

/// Nobody has compared the specification of these parts with a source. The sentence names the parts alone: names of groups are
/// words of our tables.
Verdict partsUnverified(const Machine& machine, Evidence& evidence)
{
    std::vector<std::string> names;
    std::vector<std::string> groups;
    const auto look = [&](const PartInfo& info) {
        if (weakestState(info) == Verification::Unverified) {
            names.push_back(info.name);
            groups.push_back(withUnverifiedGroups(info));
        }
    };
    const auto lookAt = [&](const auto& used) {
        for (const auto& each : used) {
            look(each.part->info);
        }
    };
    lookAt(machine.accelerators);
    lookAt(machine.cpus);
    lookAt(machine.memory);
    lookAt(machine.drives);
    lookAt(machine.supplies);
    lookAt(machine.coolers);
    lookAt(machine.networkCards);
    if (machine.board != nullptr) {
        look(machine.board->info);
    }
    if (machine.enclosure != nullptr) {
        look(machine.enclosure->info);
    }
    if (machine.system != nullptr) {
        look(machine.system->info);
    }
    evidence.add("parts", names);
    evidence.add("groups", groups);
    return names.empty() ? Verdict::Kept : Verdict::Broken;
}

constexpr std::array kRules{
    Rule{"part-missing", Severity::Warning, kAll, partMissing,
         RIGWRIGHT_TEXT("Finding", "The list lacks parts of a complete machine: {missing}."), nullptr},
    Rule{"parts-unverified", Severity::Note, kAll, partsUnverified,
         RIGWRIGHT_TEXT("Finding", "Specifications that nobody compared with a source: {parts}."), nullptr},
};

} // namespace

std::span<const Rule> listRules()
{
    return kRules;
}

} // namespace rigwright
