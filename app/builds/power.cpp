// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/power.h"

#include "builds/power_cap.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// Board, fans and one drive. Public guides allow 50–100 W for everything beside GPUs and CPU.
constexpr Watts kBoardAndFans = 50_W;
/// A registered DDR4 or DDR5 module under load, rounded up; counted for every slot, so that memory can be added without
/// another power supply.
constexpr Watts kPerDimmSlot = 4_W;
constexpr Watts kPerNetworkCard = 20_W;
/// Idle shares, rounded from data sheets: an RTX 3090 idles at about 25 of 350 W, an H100 at about 70 of 700 W, a desktop
/// CPU at about 20 of 105 W, an EPYC 9654 at about 90 of 360 W.
constexpr double kCardShareIdle = 0.08;
constexpr double kCpuShareIdle = 0.2;
constexpr double kRestShareIdle = 0.6;
/// What a complete system draws for each watt of accelerators where its maker doesn't say: 1.82 for DGX H100 (10,200 W
/// for eight of 700 W), 1.79 for DGX B200 (14,300 W for eight of 1,000 W).
constexpr double kSystemOverCards = 1.8;
constexpr double kSystemShareIdle = 0.2;

PowerDraw restOf(const Machine& machine)
{
    const int slots = machine.board == nullptr ? 0 : machine.board->dimmSlots;
    PowerDraw draw;
    draw.rest = kBoardAndFans + kPerDimmSlot * slots;
    for (const Used<NetworkCard>& card : machine.networkCards) {
        draw.rest += card.part->maxPower.value_or(kPerNetworkCard) * card.quantity;
    }
    return draw;
}

void addCards(PowerDraw& draw, const Machine& machine, double share)
{
    for (const Used<Accelerator>& card : machine.accelerators) {
        const auto held = heldPower(machine, *card.part);
        draw.cardsKnown = draw.cardsKnown && held.has_value();
        draw.cards += held.value_or(Watts()) * (share * card.quantity);
    }
}

/// The highest power that a CPU holds; makers who name no other hold their TDP.
Watts peakOf(const Cpu& cpu)
{
    return std::max(cpu.turboPower.value_or(cpu.power), cpu.power);
}

/// Of all accelerators of a complete system, each held to a cap.
Watts systemCards(const Machine& machine, std::optional<Watts> cap)
{
    if (machine.systemAccelerator == nullptr) {
        return Watts();
    }
    const Watts each = machine.systemAccelerator->boardPower.value_or(Watts());
    return std::min(each, cap.value_or(each)) * machine.system->acceleratorCount;
}

Watts systemPower(const Machine& machine)
{
    const Watts cards = systemCards(machine, std::nullopt);
    const Watts spared = cards - systemCards(machine, machine.powerCap);
    return machine.system->maxPower.value_or(cards * kSystemOverCards) - spared;
}

struct EfficiencyClass {
    const char* name;
    std::array<double, 3> at; ///< 20 %, 50 % and 100 % of the rating
};

/// 80 PLUS certification limits at 115 V, non-redundant (clearesult.com/80plus). The last row is for unknown classes.
constexpr std::array<EfficiencyClass, 6> kClasses{{{"80+ Titanium", {0.92, 0.94, 0.90}},
                                                   {"80+ Platinum", {0.90, 0.92, 0.89}},
                                                   {"80+ Gold", {0.87, 0.90, 0.87}},
                                                   {"80+ Silver", {0.85, 0.88, 0.85}},
                                                   {"80+ Bronze", {0.82, 0.85, 0.82}},
                                                   {"80+", {0.80, 0.80, 0.80}}}};

Watts atTheWall(const Machine& machine, Watts drawn)
{
    const Watts rating = supplyRating(machine);
    if (rating <= Watts()) {
        return drawn;
    }
    return drawn / supplyEfficiency(machine.supplies.front().part->efficiency, drawn / rating);
}

} // namespace

PowerDraw sustainedLoad(const Machine& machine)
{
    PowerDraw draw = restOf(machine);
    addCards(draw, machine, 1.0);
    for (const Used<Cpu>& cpu : machine.cpus) {
        draw.cpus += peakOf(*cpu.part) * cpu.quantity;
    }
    return draw;
}

PowerDraw workingLoad(const Machine& machine)
{
    PowerDraw draw = restOf(machine);
    addCards(draw, machine, kCardSharePrompt);
    for (const Used<Cpu>& cpu : machine.cpus) {
        const Watts each = machine.accelerators.empty() ? peakOf(*cpu.part) : cpu.part->power;
        draw.cpus += each * cpu.quantity;
    }
    return draw;
}

bool isRedundant(const PowerSupply& supply)
{
    return supply.redundant.value_or(supply.formFactor == "CRPS");
}

Watts supplyRating(const Machine& machine)
{
    Watts rating;
    for (const Used<PowerSupply>& supply : machine.supplies) {
        const bool spare = isRedundant(*supply.part) && supply.quantity > 1;
        rating += supply.part->rating * (spare ? supply.quantity - 1 : supply.quantity);
    }
    return rating;
}

Watts continuousPower(const WallCircuit& circuit)
{
    constexpr int kHighLine = 200;
    constexpr double kContinuousShare = 0.8;
    const Watts full(static_cast<double>(circuit.volts) * circuit.amperes);
    return circuit.volts < kHighLine ? full * kContinuousShare : full;
}

double supplyEfficiency(const std::string& efficiencyClass, double loadShare)
{
    const auto* found = std::ranges::find(kClasses, efficiencyClass, &EfficiencyClass::name);
    const auto& at = found == kClasses.end() ? kClasses.back().at : found->at;
    const double share = std::clamp(loadShare, 0.2, 1.0);
    return share <= 0.5 ? at[0] + (at[1] - at[0]) * (share - 0.2) / 0.3
                        : at[1] + (at[2] - at[1]) * (share - 0.5) / 0.5;
}

PowerRatings powerRatings(const Machine& machine)
{
    PowerRatings ratings;
    if (machine.system != nullptr) {
        // Its maker's figure is one for everything: what its accelerators leave of it is the rest.
        ratings.cpus = Watts();
        ratings.rest = std::max(Watts(), systemPower(machine) - systemCards(machine, machine.powerCap));
        ratings.supplyEfficiency = 1;
        return ratings;
    }
    Watts cpus;
    for (const Used<Cpu>& cpu : machine.cpus) {
        cpus += peakOf(*cpu.part) * cpu.quantity;
    }
    ratings.cpus = cpus;
    ratings.rest = restOf(machine).rest;
    const Watts rating = supplyRating(machine);
    if (rating > Watts()) {
        ratings.supplyEfficiency =
            supplyEfficiency(machine.supplies.front().part->efficiency, workingLoad(machine).sum() / rating);
    }
    return ratings;
}

Watts wallPower(const Machine& machine)
{
    return machine.system != nullptr ? systemPower(machine) : atTheWall(machine, workingLoad(machine).sum());
}

Watts idlePower(const Machine& machine)
{
    if (machine.system != nullptr) {
        return systemPower(machine) * kSystemShareIdle;
    }
    PowerDraw draw = restOf(machine);
    draw.rest = draw.rest * kRestShareIdle;
    addCards(draw, machine, kCardShareIdle);
    for (const Used<Cpu>& cpu : machine.cpus) {
        draw.cpus += cpu.part->power * (kCpuShareIdle * cpu.quantity);
    }
    return atTheWall(machine, draw.sum());
}

} // namespace rigwright
