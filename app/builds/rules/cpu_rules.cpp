// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rigwright {

namespace {

constexpr PartSet kReads = partSet({PartCategory::Cpu, PartCategory::Board});

Verdict socketMatch(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr) {
        return Verdict::Kept;
    }
    for (const Used<Cpu>& cpu : machine.cpus) {
        if (cpu.part->socket != machine.board->socket) {
            evidence.add("cpu", cpu.part->info.name);
            evidence.add("cpuSocket", cpu.part->socket);
            evidence.add("board", machine.board->info.name);
            evidence.add("boardSocket", machine.board->socket);
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

/// CPU families that share a socket but not the boards: Threadripper 7000 and 9000 without PRO only start on TRX50 (AMD's
/// chipset pages), Xeon W-2400 to W-3500 only on W790 and Xeon Scalable only on C741 (Intel ARK). The first match counts.
struct ChipsetOfFamily {
    std::string_view socket;
    std::string_view family;  ///< beginning of the CPU's name
    std::string_view chipset; ///< part of the chipset's name; empty: all of the socket
};
constexpr std::array<ChipsetOfFamily, 4> kChipsets{{
    {"sTR5", "Ryzen Threadripper PRO", ""},
    {"sTR5", "Ryzen Threadripper", "TRX50"},
    {"LGA4677", "Xeon w", "W790"},
    {"LGA4677", "Xeon", "C741"},
}};

Verdict chipset(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr) {
        return Verdict::Kept;
    }
    for (const Used<Cpu>& cpu : machine.cpus) {
        const auto* family = std::ranges::find_if(kChipsets, [&](const ChipsetOfFamily& each) {
            return cpu.part->socket == each.socket && cpu.part->info.name.starts_with(each.family);
        });
        if (family == kChipsets.end() || family->chipset.empty()) {
            continue;
        }
        evidence.add("cpu", cpu.part->info.name);
        evidence.add("chipset", family->chipset);
        evidence.add("board", machine.board->info.name);
        evidence.add("has", machine.board->chipset);
        if (machine.board->chipset.empty()) {
            return Verdict::Unverified;
        }
        if (machine.board->chipset.find(family->chipset) == std::string::npos) {
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

/// Sockets that CPUs of several generations share while boards know only some of them (makers' CPU lists).
constexpr std::array<std::string_view, 8> kLongLived{"AM4",  "AM5",     "SP3",     "SP5",
                                                     "sTR5", "LGA1700", "LGA4677", "LGA1851"};

enum class Support { ByAnyFirmware, ByUpdate, No, Unknown };

Support supportOf(const Board& board, const Cpu& cpu)
{
    const auto listed = [&](const std::vector<std::string>& families) {
        return std::ranges::find(families, cpu.family) != families.end();
    };
    if (cpu.family.empty() || (board.cpuFamilies.empty() && board.cpuFamiliesByUpdate.empty())) {
        const bool decided = std::ranges::find(kLongLived, board.socket) == kLongLived.end();
        return decided ? Support::ByAnyFirmware : Support::Unknown;
    }
    if (listed(board.cpuFamilies)) {
        return Support::ByAnyFirmware;
    }
    return listed(board.cpuFamiliesByUpdate) ? Support::ByUpdate : Support::No;
}

/// What a board says of the CPU that it likes least.
Support supportIn(const Machine& machine, Evidence& evidence)
{
    Support support = Support::ByAnyFirmware;
    if (machine.board == nullptr) {
        return support;
    }
    for (const Used<Cpu>& cpu : machine.cpus) {
        // Of another socket, or of a chipset that decides, other rules speak.
        if (cpu.part->socket == machine.board->socket && support == Support::ByAnyFirmware) {
            support = supportOf(*machine.board, *cpu.part);
            evidence.add("cpu", cpu.part->info.name);
            evidence.add("family", cpu.part->family);
        }
    }
    evidence.add("board", machine.board->info.name);
    return support;
}

Verdict cpuFamily(const Machine& machine, Evidence& evidence)
{
    const Support support = supportIn(machine, evidence);
    return support == Support::No     ? Verdict::Broken
        : support == Support::Unknown ? Verdict::Unverified
                                      : Verdict::Kept;
}

/// A management controller writes firmware by itself.
std::optional<bool> updatesWithoutCpu(const Board& board)
{
    return board.bmc.value_or(false) ? std::optional<bool>(true) : board.biosFlashback;
}

Verdict firmware(const Machine& machine, Evidence& evidence)
{
    if (supportIn(machine, evidence) != Support::ByUpdate) {
        return Verdict::Kept;
    }
    return updatesWithoutCpu(*machine.board).value_or(false) ? Verdict::Broken : Verdict::Kept;
}

Verdict firmwareLocked(const Machine& machine, Evidence& evidence)
{
    if (supportIn(machine, evidence) != Support::ByUpdate) {
        return Verdict::Kept;
    }
    const auto updates = updatesWithoutCpu(*machine.board);
    return !updates ? Verdict::Unverified : *updates ? Verdict::Kept : Verdict::Broken;
}

Verdict socketCount(const Machine& machine, Evidence& evidence)
{
    const int count = countOf(machine.cpus);
    int most = machine.board == nullptr ? count : machine.board->socketCount;
    for (const Used<Cpu>& cpu : machine.cpus) {
        most = std::min(most, cpu.part->maxSockets);
    }
    evidence.add("cpus", machine.cpus);
    evidence.add("count", count);
    evidence.add("most", most);
    return count > most ? Verdict::Broken : Verdict::Kept;
}

Verdict cpuEqual(const Machine& machine, Evidence& evidence)
{
    evidence.add("cpus", machine.cpus);
    return machine.cpus.size() > 1 ? Verdict::Broken : Verdict::Kept;
}

Verdict socketEmpty(const Machine& machine, Evidence& evidence)
{
    const int count = countOf(machine.cpus);
    if (machine.board == nullptr || count == 0) {
        return Verdict::Kept;
    }
    evidence.add("board", machine.board->info.name);
    evidence.add("sockets", machine.board->socketCount);
    evidence.add("count", count);
    return count < machine.board->socketCount ? Verdict::Broken : Verdict::Kept;
}

Verdict display(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr || machine.cpus.empty() || machine.board->bmc.value_or(false)) {
        return Verdict::Kept;
    }
    for (const Used<Accelerator>& card : machine.accelerators) {
        if (card.part->mounting == Mounting::Card && card.part->segment != Segment::Datacenter) {
            return Verdict::Kept;
        }
    }
    bool known = machine.board->bmc.has_value();
    for (const Used<Cpu>& cpu : machine.cpus) {
        if (cpu.part->graphics.value_or(false)) {
            return Verdict::Kept;
        }
        known = known && cpu.part->graphics.has_value();
    }
    evidence.add("cpu", machine.cpus.front().part->info.name);
    evidence.add("board", machine.board->info.name);
    return known ? Verdict::Broken : Verdict::Unverified;
}

Verdict formFactor(const Machine& machine, Evidence& evidence)
{
    const auto& wanted = machine.demands.formFactors;
    if (machine.board == nullptr || wanted.empty()) {
        return Verdict::Kept;
    }
    evidence.add("board", machine.board->info.name);
    evidence.add("formFactor", machine.board->formFactor);
    evidence.add("wanted", wanted);
    return std::ranges::find(wanted, machine.board->formFactor) == wanted.end() ? Verdict::Broken
                                                                                : Verdict::Kept;
}

constexpr std::array kRules{
    Rule{"form-factor", Severity::Blocker, partSet({PartCategory::Board}), formFactor,
         RIGWRIGHT_TEXT("Finding", "{board} is {formFactor}; asked for was {wanted}."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "The board is of another form factor than asked for")},
    Rule{"socket-match", Severity::Blocker, kReads, socketMatch,
         RIGWRIGHT_TEXT("Finding", "{cpu} needs socket {cpuSocket}; {board} has {boardSocket}."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "The CPU doesn't fit the board's socket")},
    Rule{"chipset", Severity::Blocker, kReads, chipset,
         RIGWRIGHT_TEXT("Finding", "{cpu} needs a board with {chipset}; {board} has {has}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {board} takes {cpu}, which needs {chipset}."),
         RIGWRIGHT_TEXT("Exclusion", "The board's chipset doesn't support the CPU"), true},
    Rule{"cpu-family", Severity::Blocker, kReads, cpuFamily,
         RIGWRIGHT_TEXT("Finding", "The maker of {board} doesn't list {family}, which {cpu} is of."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {board} starts with {cpu}."),
         RIGWRIGHT_TEXT("Exclusion", "The board doesn't know the CPU's generation")},
    Rule{"bios-update", Severity::Note, kReads, firmware,
         RIGWRIGHT_TEXT(
             "Finding",
             "{board} needs newer firmware for {cpu}; it can be renewed without a CPU that it knows."),
         nullptr},
    Rule{"bios-locked", Severity::Warning, kReads, firmwareLocked,
         RIGWRIGHT_TEXT(
             "Finding",
             "{board} may not start with {cpu}: it needs newer firmware, which can only be put on it "
             "with an older CPU. Ask the seller for it."),
         RIGWRIGHT_TEXT(
             "Finding",
             "{board} needs newer firmware for {cpu}. Not verified: whether it can be renewed without "
             "an older CPU.")},
    Rule{"socket-count", Severity::Blocker, kReads, socketCount,
         RIGWRIGHT_TEXT("Finding", "{cpus}: board and CPU allow at most {most} in one machine."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "The CPU is not made for so many sockets")},
    Rule{"cpu-equal", Severity::Blocker, kReads, cpuEqual,
         RIGWRIGHT_TEXT("Finding", "All CPUs of a board must be of one kind, not {cpus}."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "The CPUs are not of one kind")},
    Rule{"socket-empty", Severity::Warning, kReads, socketEmpty,
         RIGWRIGHT_TEXT("Finding",
                        "{board} has {sockets} sockets and {count} CPU: the memory and PCIe slots "
                        "of an empty socket don't work."),
         nullptr},
    Rule{"display", Severity::Warning, kReads | partSet({PartCategory::Accelerator}), display,
         RIGWRIGHT_TEXT("Finding",
                        "Nothing in the machine drives a display: {cpu} has no graphics and {board} "
                        "no management controller."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cpu} or {board} can drive a display.")},
};

} // namespace

std::span<const Rule> cpuRules()
{
    return kRules;
}

} // namespace rigwright
