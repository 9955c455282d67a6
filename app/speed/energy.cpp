// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/energy.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Shares of its full power that a part draws while work waits for one thing.
struct Shares {
    double memory;
    double hostMemory;
    double compute;
    double interconnect;
    double overhead;
};

/// Accelerators. Reading weights keeps memory busy and arithmetic idle: two RTX 5090 drew 380 of their 575 W while vLLM wrote
/// tokens (noonghunna/club-3090 issue 851). While the host works they wait with clocks up.
constexpr Shares kCardShares{0.65, 0.25, kCardSharePrompt, 0.45, 0.45};
/// CPUs: all cores work on what is theirs; beside accelerators one or two drive the engine.
constexpr Shares kCpuShares{0.35, 0.85, 0.45, 0.40, 0.45};
constexpr double kCpuComputes = 1.0;

/// What is typical where a machine's own figures are unknown: a desktop's CPU, and its board, fans and drive behind a power
/// supply of 80+ Gold.
constexpr Watts kTypicalCpu = 105_W;
constexpr Watts kTypicalRest = 60_W;
constexpr double kTypicalSupply = 0.89;

/// Devices of one kind differ by power limits and cooling, and shares by model and engine.
constexpr double kLeastPower = 0.75;
constexpr double kMostPower = 1.25;

double weighted(const StepTime& time, const Shares& shares)
{
    const Seconds total = time.total();
    if (total <= Seconds()) {
        return shares.memory;
    }
    return (time.deviceMemory * shares.memory + time.hostMemory * shares.hostMemory +
            time.compute * shares.compute + time.interconnect * shares.interconnect +
            time.overhead * shares.overhead) /
        total;
}

PowerDraw drawWhile(const StepTime& time, const Hardware& hardware)
{
    PowerDraw draw;
    const bool accelerated = hardware.deviceCount() > 0;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        const auto power = group.accelerator.boardPower;
        draw.cardsKnown = draw.cardsKnown && power.has_value();
        draw.cards += power.value_or(Watts()) * (weighted(time, kCardShares) * group.count);
    }
    Shares cpu = kCpuShares;
    if (!accelerated) {
        cpu.compute = cpu.memory = kCpuComputes;
    }
    const PowerRatings& ratings = hardware.power;
    draw.cpus = ratings.cpus.value_or(kTypicalCpu * std::max(1, hardware.host.sockets)) * weighted(time, cpu);
    draw.rest = ratings.rest.value_or(kTypicalRest);
    return draw;
}

/// At the wall.
Range<Watts> rangeOf(const PowerDraw& draw, const Hardware& hardware)
{
    const Watts wall = draw.sum() / hardware.power.supplyEfficiency.value_or(kTypicalSupply);
    return {wall * kLeastPower, wall, wall * kMostPower};
}

/// Least power at the highest speed takes the least energy.
Range<WattHours> energyFor(const Range<Watts>& power, const Range<TokensPerSecond>& rate)
{
    constexpr double kMillion = 1e6;
    const auto energy = [](Watts drawn, TokensPerSecond speed) {
        return drawn * Seconds(kMillion / speed.value());
    };
    return {energy(power.low, rate.high), energy(power.mid, rate.mid), energy(power.high, rate.low)};
}

} // namespace

EnergyEstimate estimateEnergy(const Hardware& hardware, const SpeedEstimate& speed)
{
    EnergyEstimate estimate;
    estimate.decodeDraw = drawWhile(speed.decodeStep, hardware);
    estimate.promptDraw = drawWhile(speed.prompt, hardware);
    estimate.decodePower = rangeOf(estimate.decodeDraw, hardware);
    estimate.promptPower = rangeOf(estimate.promptDraw, hardware);
    estimate.perMillionOutputTokens = energyFor(estimate.decodePower, speed.total);
    estimate.perMillionPromptTokens = energyFor(estimate.promptPower, speed.prefill);
    const PowerRatings& ratings = hardware.power;
    estimate.assumed = !estimate.decodeDraw.cardsKnown || !ratings.cpus || !ratings.rest;
    return estimate;
}

} // namespace rigwright
