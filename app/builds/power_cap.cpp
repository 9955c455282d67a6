// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/power_cap.h"

#include "speed/energy.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

void scale(std::optional<FlopsPerSecond>& rate, double share)
{
    if (rate) {
        rate = *rate * share;
    }
}

/// Power of logic grows with the cube of its clock, because the voltage falls with it: an RTX 3090 held to 250 of 350 W keeps 94 %
/// of its speed (ozeki-ai-server.com), and the cube root of 250 / (0.9 × 350) is 0.93.
double clockShare(double powerShare)
{
    return std::cbrt(std::min(1.0, powerShare / kCardSharePrompt));
}

} // namespace

std::optional<Watts> mostPower(const Accelerator& accelerator)
{
    if (accelerator.boardPower || !accelerator.ratedPower) {
        return accelerator.boardPower;
    }
    return *accelerator.ratedPower * kMostOverRated;
}

std::optional<Watts> heldPower(const Machine& machine, const Accelerator& accelerator)
{
    const std::optional<Watts> most = mostPower(accelerator);
    return machine.powerCap && most ? std::min(*machine.powerCap, *most) : most;
}

Accelerator underCap(const Machine& machine, const Accelerator& accelerator)
{
    Accelerator held = accelerator;
    const auto most = mostPower(accelerator);
    const auto power = heldPower(machine, accelerator);
    if (!power || *power >= *most) {
        return held;
    }
    const double share = clockShare(*power / *most);
    for (auto* rate :
         {&held.fp32, &held.fp16, &held.fp16Accumulate16, &held.bf16, &held.fp8, &held.int8, &held.fp4}) {
        scale(*rate, share);
    }
    // What power the rates ask for scales with them: the chip stays the same.
    if (const auto rated = powerOfRates(accelerator)) {
        held.ratedPower = *rated * share;
    }
    held.chipName = chipNameOf(accelerator);
    held.variantOf = chipOf(accelerator);
    held.boardPower = power;
    return held;
}

} // namespace rigwright
