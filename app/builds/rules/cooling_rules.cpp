// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright {

namespace {

constexpr PartSet kCooling = partSet({PartCategory::Cooler, PartCategory::Cpu});
constexpr PartSet kCoolerInCase = partSet({PartCategory::Case, PartCategory::Cooler});

bool contains(const std::vector<std::string>& list, const std::string& text)
{
    return std::ranges::find(list, text) != list.end();
}

Verdict coolerSocket(const Machine& machine, Evidence& evidence)
{
    bool known = true;
    for (const Used<Cooler>& cooler : machine.coolers) {
        for (const Used<Cpu>& cpu : machine.cpus) {
            known = known && !cooler.part->sockets.empty();
            evidence.add("cooler", cooler.part->info.name);
            evidence.add("socket", cpu.part->socket);
            if (!cooler.part->sockets.empty() && !contains(cooler.part->sockets, cpu.part->socket)) {
                return Verdict::Broken;
            }
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

Verdict coolerCount(const Machine& machine, Evidence& evidence)
{
    const int coolers = countOf(machine.coolers);
    const int cpus = countOf(machine.cpus);
    evidence.add("coolers", coolers);
    evidence.add("cpus", cpus);
    return coolers > 0 && coolers < cpus ? Verdict::Broken : Verdict::Kept;
}

Verdict coolerRating(const Machine& machine, Evidence& evidence)
{
    bool known = true;
    for (const Used<Cooler>& cooler : machine.coolers) {
        for (const Used<Cpu>& cpu : machine.cpus) {
            const Watts heat = std::max(cpu.part->turboPower.value_or(cpu.part->power), cpu.part->power);
            known = known && cooler.part->rating.has_value();
            evidence.add("cooler", cooler.part->info.name);
            evidence.add("cpu", cpu.part->info.name);
            evidence.add("heat", heat);
            if (cooler.part->rating && *cooler.part->rating < heat) {
                evidence.add("rating", *cooler.part->rating);
                return Verdict::Broken;
            }
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

/// Between board and lid. Where the maker doesn't say, no more than the rack units (44.45 mm each, EIA-310) less the tray and the
/// board's stand-offs.
std::optional<Millimetres> roomForCooler(const Case& enclosure)
{
    constexpr double kRackUnit = 44.45;
    constexpr double kBelowBoard = 15;
    if (enclosure.maxCoolerHeight || !enclosure.rackUnits) {
        return enclosure.maxCoolerHeight;
    }
    return Millimetres(*enclosure.rackUnits * kRackUnit - kBelowBoard);
}

Verdict coolerHeight(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr) {
        return Verdict::Kept;
    }
    const std::optional<Millimetres> most = roomForCooler(*machine.enclosure);
    bool known = true;
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("cooler", machine.coolers);
    for (const Used<Cooler>& cooler : machine.coolers) {
        if (cooler.part->liquid) {
            continue;
        }
        known = known && machine.enclosure->maxCoolerHeight && cooler.part->height;
        if (most && cooler.part->height && *cooler.part->height > *most) {
            evidence.add("height", *cooler.part->height);
            evidence.add("most", *most);
            return Verdict::Broken;
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

/// Makers name radiators by the fans that they carry: 240, 280, 360, 420, 480.
Verdict radiator(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr) {
        return Verdict::Kept;
    }
    bool known = true;
    evidence.add("case", machine.enclosure->info.name);
    for (const Used<Cooler>& cooler : machine.coolers) {
        if (!cooler.part->liquid) {
            continue;
        }
        const auto& taken = machine.enclosure->radiators;
        known = known && !taken.empty() && cooler.part->radiator;
        evidence.add("cooler", cooler.part->info.name);
        if (taken.empty() || !cooler.part->radiator) {
            continue;
        }
        evidence.add("radiator", *cooler.part->radiator);
        evidence.add("taken", taken);
        const auto length = std::to_string(std::llround(cooler.part->radiator->value()));
        if (!contains(taken, length)) {
            return Verdict::Broken;
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

constexpr std::array kRules{
    Rule{"cooler-socket", Severity::Blocker, kCooling, coolerSocket,
         RIGWRIGHT_TEXT("Finding", "{cooler} has no mount for socket {socket}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cooler} mounts on socket {socket}."),
         RIGWRIGHT_TEXT("Exclusion", "No cooler fits the CPU"), true},
    Rule{"cooler-count", Severity::Warning, kCooling, coolerCount,
         RIGWRIGHT_TEXT("Finding", "{coolers} cooler for {cpus} CPUs."), nullptr},
    Rule{"cooler-rating", Severity::Warning, kCooling, coolerRating,
         RIGWRIGHT_TEXT("Finding", "{cooler} is rated for {rating}; {cpu} may draw {heat}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cooler} can cool {cpu} ({heat}).")},
    Rule{"cooler-height", Severity::Blocker, kCoolerInCase, coolerHeight,
         RIGWRIGHT_TEXT("Finding", "{cooler} is {height} high; {case} takes coolers up to {most}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cooler} is low enough for {case}."),
         RIGWRIGHT_TEXT("Exclusion", "No case is wide enough for a cooler")},
    Rule{"radiator", Severity::Blocker, kCoolerInCase, radiator,
         RIGWRIGHT_TEXT("Finding", "{cooler} has a radiator of {radiator}; {case} takes {taken}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether the radiator of {cooler} fits into {case}."),
         RIGWRIGHT_TEXT("Exclusion", "No case takes the radiator of a cooler")},
};

} // namespace

std::span<const Rule> coolingRules()
{
    return kRules;
}

} // namespace rigwright
