// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"
#include "builds/slot_plan.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace rigwright {

namespace {

constexpr PartSet kOnBoard =
    partSet({PartCategory::Accelerator, PartCategory::Cpu, PartCategory::Board, PartCategory::NetworkCard});

int socketOf(const Machine& machine, int slot)
{
    return machine.board->slots[static_cast<std::size_t>(slot - 1)].processor.value_or(0);
}

/// The cards on each socket: "2 + 2". Empty: a slot's socket is unknown.
std::string perSocket(const Machine& machine, const SlotPlan& plan)
{
    std::map<int, int> counts;
    for (const CardLink& link : plan.cards) {
        ++counts[socketOf(machine, link.slot)];
    }
    std::string text;
    for (const auto& [socket, count] : counts) {
        text += (text.empty() ? "" : " + ") + std::to_string(count);
    }
    return counts.contains(0) ? "" : text;
}

Verdict cardsOnSockets(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr || countOf(machine.cpus) < 2 || countCards(machine) < 2) {
        return Verdict::Kept;
    }
    const SlotPlan plan = planSlots(machine);
    if (plan.cards.empty()) {
        return Verdict::Kept;
    }
    evidence.add("board", machine.board->info.name);
    if (evidence.wanted()) {
        evidence.add("split", perSocket(machine, plan));
    }
    bool several = false;
    for (const CardLink& link : plan.cards) {
        if (socketOf(machine, link.slot) == 0) {
            return Verdict::Unverified;
        }
        several = several || socketOf(machine, link.slot) != socketOf(machine, plan.cards.front().slot);
    }
    return several ? Verdict::Broken : Verdict::Kept;
}

/// The plan takes the fastest slots; moving the network card beside the cards is the builder's to do.
Verdict networkSocket(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr || countOf(machine.cpus) < 2 || machine.networkCards.empty()) {
        return Verdict::Kept;
    }
    const SlotPlan plan = planSlots(machine);
    for (const int slot : plan.nicSlots) {
        const int socket = socketOf(machine, slot);
        const bool beside = std::ranges::any_of(plan.cards, [&](const CardLink& link) {
            return socketOf(machine, link.slot) == socket || socketOf(machine, link.slot) == 0;
        });
        if (socket != 0 && !plan.cards.empty() && !beside) {
            evidence.add("card", machine.networkCards.front().part->info.name);
            evidence.add("socket", socket);
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

/// One direction of a link: 0.985 GB/s a lane with PCIe 3.0, each generation twice that (PCI-SIG).
double gigabytesPerSecond(int generation, int lanes)
{
    constexpr double kThird = 0.985;
    return kThird * lanes * std::exp2(generation - 3);
}

Verdict networkWidth(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr || machine.networkCards.empty()) {
        return Verdict::Kept;
    }
    const SlotPlan plan = planSlots(machine);
    std::size_t next = 0;
    for (const Used<NetworkCard>& used : machine.networkCards) {
        for (int i = 0; i < used.quantity && next < plan.nicSlots.size(); ++i, ++next) {
            const PcieSlot& slot = machine.board->slots[static_cast<std::size_t>(plan.nicSlots[next] - 1)];
            const int generation = std::min(slot.generation, used.part->pcieGeneration);
            const int lanes = std::min(slot.lanes, used.part->pcieLanes);
            const double port = used.part->gigabitsPerPort / 8;
            if (gigabytesPerSecond(generation, lanes) < port) {
                if (evidence.wanted()) {
                    evidence.add("card", used.part->info.name);
                    evidence.add("link", linkName(generation, lanes));
                    evidence.add("gigabits", formatFixed(used.part->gigabitsPerPort, 0) + " Gbit/s");
                }
                return Verdict::Broken;
            }
        }
    }
    return Verdict::Kept;
}

constexpr std::array kRules{
    Rule{"cards-numa", Severity::Note, kOnBoard, cardsOnSockets,
         RIGWRIGHT_TEXT(
             "Finding",
             "{split} cards on the sockets of {board}: bind each one's process to its own CPU and memory "
             "(numactl); traffic between the sockets is slower."),
         RIGWRIGHT_TEXT("Finding", "Not verified: which CPU the slots of {board} belong to.")},
    Rule{"network-numa", Severity::Note, kOnBoard, networkSocket,
         RIGWRIGHT_TEXT(
             "Finding",
             "{card} is on socket {socket}, and no accelerator is: its data cross between the sockets."),
         nullptr},
    Rule{"network-width", Severity::Warning, kOnBoard, networkWidth,
         RIGWRIGHT_TEXT("Finding", "{card} gets {link}, less than a port of {gigabits} carries."), nullptr},
};

} // namespace

std::span<const Rule> topologyRules()
{
    return kRules;
}

} // namespace rigwright
