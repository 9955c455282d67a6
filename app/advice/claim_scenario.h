// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/claim_check.h"
#include "sizing/plan.h"

namespace rigwright {

/// A claim's scenario as the engines take it.
struct ClaimScenario {
    ModelFacts facts;
    QuantizedModel model;
    Workload workload;
    Hardware hardware;

    /// "4 × A100 80GB SXM4", "2 × EPYC 9655"
    [[nodiscard]] std::string hardwareName() const;
    /// Of all accelerators.
    [[nodiscard]] Bytes capacity() const;
};

/// An error says what the row lacks or names wrongly.
[[nodiscard]] Expected<ClaimScenario> scenarioOf(const Catalog& catalog, const Claim& claim);
/// The same with other weights, such as "fp16".
[[nodiscard]] Expected<ClaimScenario> scenarioOf(const Catalog& catalog, const Claim& claim,
                                                 const std::string& weights);
/// The workload with so many requests at once: one user chats, several are served.
[[nodiscard]] Workload withRequests(Workload workload, int requests);

/// Short questions with short answers, such as a classifier's, in tokens.
inline constexpr std::int64_t kBriefPrompt = 128;
inline constexpr std::int64_t kBriefOutput = 32;
/// A rate of requests whose guide says neither lengths nor context: it may be of brief ones too.
[[nodiscard]] bool mayBeBrief(const Claim& claim);

/// What the guide leaves open, with what the scenario takes for it; null: the claim is of no model. `reading`: how an
/// unclear figure was read, where judging it decided that.
[[nodiscard]] std::vector<ClaimText> assumptionsOf(const Claim& claim, const ClaimScenario* scenario,
                                                   const std::optional<ClaimText>& reading = {});

} // namespace rigwright
