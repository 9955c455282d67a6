// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/rules/rules.h"

#include <limits>
#include <vector>

// A candidate is judged in a fixed order, and counts for the first thing that it fails:
//   1. no-price: accelerator, board, CPU or memory without a price
//   2. the blockers of the rule table that read no completing part (case, cooler, power supply, drive), in its order
//   3. memory-fit, host-offload, speed-unknown, targets
//   4. the blockers that read completing parts. A candidate fails the first of them that no set of completing parts gets
//      past; where the catalog sells no complete set, it fails no-price
//   5. budget
// An accelerator may be sold on several makers' cards: a candidate fails what none of them gets past.
namespace rigwright {

struct Reason {
    const char* id;
    const char* text;
};

/// A rule in the order, with the number of its reason; warnings have none.
struct Step {
    static constexpr int kNoReason = std::numeric_limits<int>::max();
    const Rule* rule = nullptr;
    int reason = kNoReason;
};

/// Which completing parts a rule reads, and what else decides about them.
struct CompletionSteps {
    std::vector<Step> onCards;    ///< the part and the accelerators
    std::vector<Step> onPlatform; ///< the part and board or CPUs
    std::vector<Step> onBoth;     ///< the part and all of them
    std::vector<Step> inCase;     ///< the part and the case
};

struct JudgingOrder {
    std::vector<Reason> reasons;
    int noPrice = 0;
    int memoryFit = 0;
    int hostOffload = 0;
    int speedUnknown = 0;
    int targets = 0;
    int budget = 0;

    std::vector<Step> platform; ///< blockers on board and CPUs
    std::vector<Step> memory;   ///< blockers on memory, board and CPUs
    std::vector<Step> cards;    ///< blockers on accelerators, board and CPUs
    CompletionSteps cooler;
    CompletionSteps enclosure;
    CompletionSteps supply;
    CompletionSteps drive;
    std::vector<Step> beforePlan; ///< all blockers that read no completing part, for complete systems
    std::vector<Step> afterPlan;  ///< all other blockers
};

/// Sorts the rule table. Throws std::logic_error when a rule reads parts in a way that the search can't take apart.
[[nodiscard]] JudgingOrder judgingOrder();

/// True when a broken or open verdict on this rule excludes.
[[nodiscard]] bool excludes(const Step& step, Verdict verdict);

/// The reason of the first step that excludes the machine, or Step::kNoReason.
[[nodiscard]] int firstFailure(const std::vector<Step>& steps, const Machine& machine);

} // namespace rigwright
