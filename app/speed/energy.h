// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/estimate.h"

namespace rigwright {

/// Electric power of a machine, by what draws it.
struct PowerDraw {
    Watts cards;
    Watts cpus;
    Watts rest;
    bool cardsKnown =
        true; ///< false: the catalog lacks the board power of an accelerator, counted as nothing here

    [[nodiscard]] Watts sum() const { return cards + cpus + rest; }
};

/// Share of its board power that an accelerator draws while it processes prompts: they reach the limit, tokens stay below it
/// (Patel et al., "Characterizing Power Management Opportunities for LLMs in the Cloud", ASPLOS 2024).
inline constexpr double kCardSharePrompt = 0.9;

/// Electricity for the work that a speed was estimated for, at the wall.
struct EnergyEstimate {
    Range<Watts> decodePower; ///< while tokens are written
    Range<Watts> promptPower; ///< while a prompt is processed
    PowerDraw decodeDraw;     ///< the middle of `decodePower`, before the power supply's loss
    PowerDraw promptDraw;
    Range<WattHours> perMillionOutputTokens; ///< of all concurrent users together
    Range<WattHours> perMillionPromptTokens;
    /// Some of the machine's figures are unknown: a CPU's power, board and fans are typical ones, and an accelerator's board
    /// power, where that is what lacks, is missing altogether (`decodeDraw.cardsKnown`).
    bool assumed = false;
};

/// Power by what the work waits for, and energy per token from power and speed.
[[nodiscard]] EnergyEstimate estimateEnergy(const Hardware& hardware, const SpeedEstimate& speed);

} // namespace rigwright
