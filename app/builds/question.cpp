// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/question.h"

#include "facts/nearest.h"
#include "facts/part_ids.h"

#include <algorithm>
#include <set>

namespace rigwright {

namespace {

Expected<void> checkCircuit(const std::optional<WallCircuit>& circuit)
{
    if (!circuit) {
        return {};
    }
    if (circuit->volts < 100 || circuit->volts > 240) {
        return fail("the circuit has " + std::to_string(circuit->volts) + " V; it must be from 100 to 240");
    }
    if (circuit->amperes < 1 || circuit->amperes > 100) {
        return fail("the circuit carries " + std::to_string(circuit->amperes) +
                    " A; it must be from 1 to 100");
    }
    return {};
}

Expected<void> checkOwned(const Catalog& catalog, const std::vector<BuildLine>& owned)
{
    for (const BuildLine& line : owned) {
        if (findAnyPart(catalog, line.part).info == nullptr) {
            return fail(unknownNameMessage("part", line.part.text(), allPartIds(catalog)));
        }
        if (line.quantity < 1 || line.quantity > kLargestQuantity) {
            return fail("of '" + line.part.text() + "' " + std::to_string(line.quantity) +
                        " are at hand; it must be from 1 to " + std::to_string(kLargestQuantity));
        }
    }
    return {};
}

Expected<void> checkLimits(const Requirement& requirement)
{
    if (requirement.budget < Money(0, requirement.budget.currency())) {
        return fail("the budget is " + requirement.budget.decimal() + " " +
                    requirement.budget.currency().code() + "; it can't be below zero");
    }
    if (requirement.maxWallPower && !(*requirement.maxWallPower > Watts())) {
        return fail("the power limit must be above zero");
    }
    if (requirement.minDecode && !(*requirement.minDecode >= TokensPerSecond())) {
        return fail("the wanted speed can't be below zero");
    }
    if (const std::set<Objective> once(requirement.objectives.begin(), requirement.objectives.end());
        once.size() != requirement.objectives.size()) {
        return fail("machines are to be ranked by one thing twice; it can be named once");
    }
    return checkCircuit(requirement.circuit);
}

} // namespace

Expected<Question> ask(const Catalog& catalog, const Requirement& requirement,
                       const CalibrationTable& constants)
{
    const auto model = findModel(catalog, requirement.model.text());
    if (!model) {
        return tl::unexpected(model.error());
    }
    if (auto workload = check(requirement.workload); !workload) {
        return tl::unexpected(workload.error());
    }
    if (auto limits = checkLimits(requirement); !limits) {
        return tl::unexpected(limits.error());
    }
    if (auto owned = checkOwned(catalog, requirement.owned); !owned) {
        return tl::unexpected(owned.error());
    }
    if (catalog.rates.find(requirement.budget.currency()) == nullptr) {
        return fail("the catalog has no exchange rate for " + requirement.budget.currency().code());
    }
    auto quantized = quantizeFor(**model, requirement.workload);
    if (!quantized) {
        return tl::unexpected(quantized.error());
    }
    Demands demands;
    demands.ecc = requirement.requireEcc;
    demands.enclosure = requirement.enclosure;
    demands.vendor = requirement.vendor;
    demands.maxWallPower = requirement.maxWallPower;
    demands.circuit = requirement.circuit;
    demands.formFactors = requirement.formFactors;
    demands.modelFile = quantized->total();
    return Question{catalog, requirement, std::move(*quantized), demands, constants};
}

Expected<std::optional<Money>> priceOf(const Question& question, const PartInfo& part)
{
    const Offer* offer = currentOffer(part.offers);
    if (offer == nullptr) {
        return std::optional<Money>();
    }
    return question.catalog.rates.convert(offer->price, question.requirement.budget.currency())
        .map([](const Money& price) { return std::optional<Money>(price); });
}

int ownedOf(const Requirement& requirement, const PartId& part)
{
    int owned = 0;
    for (const BuildLine& line : requirement.owned) {
        owned += line.part == part ? line.quantity : 0;
    }
    return owned;
}

bool meetsTargets(const Requirement& requirement, const SpeedEstimate& speed)
{
    const Workload& workload = requirement.workload;
    const auto within = [](const std::optional<Seconds>& most, Seconds time) {
        return !most || time <= *most;
    };
    return within(workload.maxTimeToFirstToken, speed.timeToFirstToken.mid) &&
        within(workload.maxTimePerOutputToken, speed.timePerOutputToken.mid) &&
        (!requirement.minDecode || speed.decode.mid >= *requirement.minDecode);
}

TokensPerSecond rankedSpeed(const Requirement& requirement, const SpeedEstimate& speed)
{
    return requirement.workload.kind == WorkloadKind::Serve ? speed.total.mid : speed.decode.mid;
}

} // namespace rigwright
