// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/evaluate.h"

#include "builds/describe.h"
#include "builds/fit_findings.h"
#include "builds/hardware.h"
#include "builds/merits.h"
#include "builds/power.h"
#include "builds/price_findings.h"
#include "builds/question.h"
#include "builds/rules/rules.h"
#include "units/format.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace rigwright {

namespace {

/// A part with the price that counts, in the offer's own currency.
PricedLine lineOf(const PartUse& part, const Date& today, const PricePolicy& policy)
{
    PricedLine line;
    line.line = {part.category, part.info->id, part.quantity};
    line.manufacturer = part.info->manufacturer;
    line.name = part.info->name;
    line.specs = weakestState(*part.info);
    if (const Offer* offer = currentOffer(part.info->offers)) {
        line.offer = *offer;
        line.unitPrice = offer->price;
        line.standing = standingOf(*offer, today, policy);
    }
    return line;
}

/// False where the sum leaves the range of money.
bool addTo(Money& sum, const PricedLine& line)
{
    try {
        sum += line.unitPrice * line.line.quantity;
    } catch (const std::overflow_error&) {
        return false;
    }
    return true;
}

Expected<void> addPrices(EvaluatedBuild& result, const Question& question, const Machine& machine)
{
    const Catalog& catalog = question.catalog;
    const Date today = question.requirement.today.value_or(catalog.date);
    result.price = Money(0, question.requirement.budget.currency());
    for (const PartUse& part : partsOf(machine)) {
        const auto price = priceOf(question, *part.info);
        if (!price) {
            return tl::unexpected(price.error());
        }
        PricedLine line = lineOf(part, today, catalog.pricePolicy);
        if (const Accelerator* card = findPart(catalog.cards, part.info->id)) {
            line.chip = card->variantOf;
        }
        const int owned = std::min(part.quantity, ownedOf(question.requirement, part.info->id));
        if (owned > 0) {
            result.lines.push_back(line);
            result.lines.back().line.quantity = owned;
            result.lines.back().owned = true;
            result.lines.back().unitPrice = Money(0, result.price.currency());
        }
        if (owned < part.quantity) {
            line.line.quantity = part.quantity - owned;
            line.unitPrice = price->value_or(Money(0, result.price.currency()));
            if (!addTo(result.price, line)) {
                return fail("the price of " + part.info->name + " is too large to be added");
            }
            result.lines.push_back(std::move(line));
        }
    }
    return {};
}

void addPriceFindings(EvaluatedBuild& result, const Requirement& requirement, const PricePolicy& policy)
{
    std::vector<PricedLine> bought;
    std::ranges::copy_if(result.lines, std::back_inserter(bought),
                         [](const PricedLine& line) { return !line.owned; });
    std::ranges::move(priceFindings(bought, policy), std::back_inserter(result.findings));
    if (result.price > requirement.budget) {
        result.findings.push_back({"budget",
                                   Severity::Warning,
                                   RIGWRIGHT_TEXT("Finding", "The parts cost {over} more than the budget."),
                                   {{"over", formatMoney(result.price - requirement.budget)}}});
    }
}

void addSpeed(EvaluatedBuild& result, const Question& question, const Hardware& forModel)
{
    if (!result.plan.fits) {
        return;
    }
    const auto speed = estimateSpeed(question.model, question.requirement.workload, forModel, result.plan,
                                     question.constants);
    if (!speed) {
        result.findings.push_back({"speed-unknown",
                                   Severity::Note,
                                   RIGWRIGHT_TEXT("Finding", "The speed can't be estimated: {reason}."),
                                   {{"reason", speed.error().message}}});
        return;
    }
    result.speed = *speed;
    noteCorrection(result.findings, *speed, question.constants, question.requirement.workload.engine,
                   forModel);
    if (!meetsTargets(question.requirement, *result.speed)) {
        result.findings.push_back(
            {"targets",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding",
                            "{decode} tokens/s and {ttft} s to the first miss what was asked for."),
             {{"decode", formatRate(result.speed->decode.mid.value())},
              {"ttft", formatFixed(result.speed->timeToFirstToken.mid.value(), 2)}}});
    }
}

} // namespace

Expected<EvaluatedBuild> evaluate(const Question& question, const Machine& machine)
{
    EvaluatedBuild result;
    result.build = buildOf(machine);
    result.id = idOf(result.build);
    if (auto priced = addPrices(result, question, machine); !priced) {
        return tl::unexpected(priced.error());
    }
    result.hardware = hardwareOf(machine);
    const Hardware forModel = leftForModel(result.hardware);
    result.plan = planMemory(question.model, question.requirement.workload, forModel);
    result.wallPower = wallPower(machine);
    result.idlePower = idlePower(machine);
    result.merits = meritsOf(machine, result.plan, forModel);
    result.findings = judgeAll(machine);
    std::ranges::copy(result.plan.findings, std::back_inserter(result.findings));
    addSpeed(result, question, forModel);
    const bool onHost = usesHost(question.model, forModel, result.plan);
    if (onHost && result.plan.fits && !question.requirement.allowHostOffload) {
        result.findings.push_back(
            {"host-offload",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding", "Part of the model stays in RAM, which was ruled out."),
             {}});
    }
    if (result.plan.fits) {
        std::ranges::move(fitFindings({question, machine, forModel, result.plan, result.speed}),
                          std::back_inserter(result.findings));
    }
    addPriceFindings(result, question.requirement, question.catalog.pricePolicy);
    std::ranges::stable_sort(result.findings, {}, &Finding::severity);
    result.title = titleOf(machine, onHost);
    return result;
}

Expected<EvaluatedBuild> evaluateBuild(const Catalog& catalog, const Build& build,
                                       const Requirement& requirement, const CalibrationTable& constants)
{
    const auto question = ask(catalog, requirement, constants);
    if (!question) {
        return tl::unexpected(question.error());
    }
    auto machine = lookUp(catalog, build);
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    machine->demands = question->demands;
    return evaluate(*question, *machine);
}

Expected<std::vector<Finding>> checkCompatibility(const Catalog& catalog, const Build& build)
{
    return lookUp(catalog, build).map([](const Machine& machine) { return judgeAll(machine); });
}

Expected<std::vector<PricedLine>> pricedLines(const Catalog& catalog, const Build& build, const Date& today)
{
    return lookUp(catalog, build).map([&](const Machine& machine) {
        std::vector<PricedLine> lines;
        for (const PartUse& part : partsOf(machine)) {
            lines.push_back(lineOf(part, today, catalog.pricePolicy));
        }
        return lines;
    });
}

} // namespace rigwright
