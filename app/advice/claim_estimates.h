// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/claim_figures.h"
#include "advice/claim_scenario.h"

// What we make of each quantity of a claim, before it becomes a ClaimCheck.
namespace rigwright {

struct ClaimQuestion {
    const Catalog& catalog;
    const Claim& claim;
    const CalibrationTable& constants;
    Date today;
};

struct ClaimAnswer {
    std::optional<ClaimRange> ours;
    Judgement judgement;
    ClaimText reason;
    /// How an unclear figure was read, in place of the assumption "reading".
    std::optional<ClaimText> reading = {};
    std::vector<ClaimPrice> prices = {};
};

// An error: the row does not describe what its quantity needs, or a figure is unknown.
[[nodiscard]] Expected<ClaimAnswer> answerMemory(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerHostMemory(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerDevices(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerSequences(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerWeights(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerMemorySaving(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerTrainingShare(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerDecode(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerFirstToken(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerRequests(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerSpeedRatio(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerBatchingRatio(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerSplitRatio(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerRamRule(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerBandwidth(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerBoardBandwidth(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerDriveRead(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerMfu(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerSum(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerPrice(const ClaimQuestion& question);
[[nodiscard]] Expected<ClaimAnswer> answerHourlyPrice(const ClaimQuestion& question);

/// The model placed as its guide means it: llama.cpp with every layer on the accelerators.
[[nodiscard]] MemoryPlan placeClaim(const ClaimScenario& scenario, const Workload& workload);

/// An amount of memory in the claim's unit: GB (10^9) or GiB.
[[nodiscard]] double inUnitOf(const Claim& claim, Bytes amount);

} // namespace rigwright
