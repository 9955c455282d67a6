// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_check.h"

#include "advice/claim_estimates.h"
#include "facts/nearest.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

Expected<ClaimAnswer> answer(const ClaimQuestion& question)
{
    switch (question.claim.quantity) {
    case ClaimQuantity::Decode: return answerDecode(question);
    case ClaimQuantity::FirstToken: return answerFirstToken(question);
    case ClaimQuantity::Requests: return answerRequests(question);
    case ClaimQuantity::Sequences: return answerSequences(question);
    case ClaimQuantity::Memory: return answerMemory(question);
    case ClaimQuantity::HostMemory: return answerHostMemory(question);
    case ClaimQuantity::Devices: return answerDevices(question);
    case ClaimQuantity::Weights: return answerWeights(question);
    case ClaimQuantity::MemorySaving: return answerMemorySaving(question);
    case ClaimQuantity::TrainingSaving:
    case ClaimQuantity::TrainingShare: return answerTrainingShare(question);
    case ClaimQuantity::SpeedRatio: return answerSpeedRatio(question);
    case ClaimQuantity::BatchingRatio: return answerBatchingRatio(question);
    case ClaimQuantity::SplitRatio: return answerSplitRatio(question);
    case ClaimQuantity::RamRule: return answerRamRule(question);
    case ClaimQuantity::Bandwidth: return answerBandwidth(question);
    case ClaimQuantity::BoardBandwidth: return answerBoardBandwidth(question);
    case ClaimQuantity::DriveRead: return answerDriveRead(question);
    case ClaimQuantity::Mfu: return answerMfu(question);
    case ClaimQuantity::Price: return answerPrice(question);
    case ClaimQuantity::HourlyPrice: return answerHourlyPrice(question);
    case ClaimQuantity::Sum: return answerSum(question);
    case ClaimQuantity::Open: return ClaimAnswer{};
    }
    return ClaimAnswer{};
}

/// True where a place in the id begins at this word: "G2.7b" begins "G2.7b.fp16", not "G2.70b.fp16".
bool begins(const std::string& id, const std::string& word)
{
    return id.starts_with(word) &&
        (id.size() == word.size() || id[word.size()] == '.' || word.ends_with('.'));
}

std::vector<std::string> knownNames(const Catalog& catalog)
{
    std::vector<std::string> names;
    for (const Claim& claim : catalog.claims) {
        for (const std::string& name : {claim.id, claim.scenario, claim.guide()}) {
            if (std::ranges::find(names, name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    return names;
}

} // namespace

ClaimCheck checkClaim(const Catalog& catalog, const Claim& claim, const CalibrationTable& constants,
                      std::optional<Date> today)
{
    ClaimCheck check;
    check.claim = &claim;
    Expected<ClaimAnswer> answered = answer({catalog, claim, constants, today.value_or(catalog.date)});
    if (!answered) {
        check.reason = {RIGWRIGHT_TEXT("Claims", "There is no estimate: {reason}"),
                        {{"reason", answered.error().message}}};
        return check;
    }
    check.ours = answered->ours;
    check.verdict = answered->judgement.verdict;
    check.factor = answered->judgement.factor;
    check.measured = answered->judgement.measured;
    check.reason = std::move(answered->reason);
    check.prices = std::move(answered->prices);
    const Expected<ClaimScenario> scenario = scenarioOf(catalog, claim);
    check.assumptions = assumptionsOf(claim, scenario ? &*scenario : nullptr, answered->reading);
    return check;
}

std::vector<ClaimCheck> checkClaims(const Catalog& catalog, const CalibrationTable& constants,
                                    const std::function<bool()>& stopped, std::optional<Date> today)
{
    std::vector<ClaimCheck> checks;
    checks.reserve(catalog.claims.size());
    for (const Claim& claim : catalog.claims) {
        if (stopped && stopped()) {
            break;
        }
        checks.push_back(checkClaim(catalog, claim, constants, today));
    }
    return checks;
}

Expected<std::vector<const Claim*>> findClaims(const Catalog& catalog, const std::string& word)
{
    const std::string wanted = toLower(word);
    std::vector<const Claim*> exact;
    std::vector<const Claim*> loose;
    for (const Claim& claim : catalog.claims) {
        const std::string id = toLower(claim.id);
        if (begins(id, wanted)) {
            exact.push_back(&claim);
        } else if (id.starts_with(wanted)) {
            loose.push_back(&claim);
        }
    }
    std::vector<const Claim*> found = exact.empty() ? std::move(loose) : std::move(exact);
    if (wanted.empty() || found.empty()) {
        return fail(unknownNameMessage("claim", word, knownNames(catalog)));
    }
    return found;
}

} // namespace rigwright
