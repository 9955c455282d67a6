// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"

#include "bom/document/alternates.h"
#include "costs/candidates.h"
#include "sizing/training/training_setup.h"

#include <algorithm>

namespace rigwright {

namespace {

/// How long training takes on each machine; nothing for other work.
Expected<std::vector<std::optional<TrainingEstimate>>>
trainingsOf(const Catalog& catalog, const std::vector<OrderedMachine>& machines,
            const Requirement& requirement)
{
    std::vector<std::optional<TrainingEstimate>> trainings(machines.size());
    if (!isTraining(requirement.workload.kind)) {
        return trainings;
    }
    const Expected<const ModelFacts*> model = findModel(catalog, requirement.model.text());
    if (!model) {
        return tl::unexpected(model.error());
    }
    const Expected<QuantizedModel> quantized = quantizeFor(**model, requirement.workload);
    if (!quantized) {
        return tl::unexpected(quantized.error());
    }
    for (std::size_t i = 0; i < machines.size(); ++i) {
        const EvaluatedBuild& build = *machines[i].build;
        const auto estimate = estimateTraining(*quantized, requirement.workload, build.hardware, build.plan);
        if (estimate && build.plan.fits) {
            trainings[i] = *estimate;
        }
    }
    return trainings;
}

/// Owning the first machine against renting and hosted APIs; null where they can't be compared.
std::shared_ptr<const CostComparison> costsOf(const Catalog& catalog, const OrderedMachine& machine,
                                              const Requirement& requirement, const DocumentRequest& request,
                                              const CalibrationTable& constants)
{
    const Expected<CostCandidates> candidates =
        costCandidates(catalog, *machine.build, requirement, constants);
    if (!candidates) {
        return nullptr;
    }
    const Expected<CostAssumptions> assumptions = request.assumptions
        ? Expected<CostAssumptions>(*request.assumptions)
        : defaultAssumptions(catalog, candidates->currency);
    if (!assumptions) {
        return nullptr;
    }
    const Expected<CostComparison> comparison = compareCosts(*candidates, *assumptions);
    return comparison ? std::make_shared<const CostComparison>(*comparison) : nullptr;
}

/// How each machine is started and checked. An error: as of launchSheet().
Expected<void> addUse(DocumentFacts& facts, const Catalog& catalog)
{
    for (const OrderedMachine& machine : facts.machines) {
        auto launch = launchSheet(catalog, *machine.build, facts.requirement);
        auto checks = acceptanceChecks(catalog, *machine.build, facts.requirement);
        if (!launch || !checks) {
            return tl::unexpected(launch ? checks.error() : launch.error());
        }
        facts.launches.push_back(*std::move(launch));
        facts.checks.push_back(*std::move(checks));
    }
    return {};
}

/// Those of the currencies of prices and of the document, against the US dollar.
std::vector<ExchangeRate> ratesOf(const Catalog& catalog, const Bom& bom)
{
    std::vector<ExchangeRate> rates;
    const auto add = [&](Currency currency) {
        const ExchangeRate* rate = catalog.rates.find(currency);
        if (rate != nullptr && !(currency == Currency::usd()) &&
            std::ranges::find(rates, currency, &ExchangeRate::currency) == rates.end()) {
            rates.push_back(*rate);
        }
    };
    add(bom.currency);
    for (const BomLine& line : bom.lines) {
        if (line.listedPrice && line.listedPrice->currency() != bom.currency) {
            add(line.listedPrice->currency());
        }
    }
    return rates;
}

std::optional<RevisionDifference> changesOf(const DocumentFacts& facts, const DocumentRequest& request)
{
    if (!request.previous) {
        return std::nullopt;
    }
    Revision present;
    present.number = request.revision;
    present.date = facts.bom.preparedOn;
    present.requirement = facts.requirement;
    present.bom = facts.bom;
    return compareRevisions(*request.previous, present);
}

} // namespace

Expected<DocumentFacts> documentFacts(const Catalog& catalog, const std::vector<OrderedMachine>& machines,
                                      const Requirement& requirement, const DocumentRequest& request,
                                      const Date& preparedOn, const CalibrationTable& constants,
                                      const std::stop_token& stop)
{
    Expected<Bom> bom = makeBom(catalog, machines, requirement, request.order, request.quotes, preparedOn);
    if (!bom) {
        return tl::unexpected(bom.error());
    }
    if (bom->currency != requirement.budget.currency()) {
        return fail("machines: priced in " + bom->currency.code() + ", expected the budget's currency, " +
                    requirement.budget.currency().code());
    }
    DocumentFacts facts;
    facts.bom = std::move(*bom);
    facts.requirement = requirement;
    facts.modelName = (*findModel(catalog, requirement.model.text()))->name;
    facts.machines = machines;
    facts.revision = request.revision;
    facts.paper = request.order.paper;
    facts.rates = ratesOf(catalog, facts.bom);
    facts.changes = changesOf(facts, request);
    auto trainings = trainingsOf(catalog, machines, requirement);
    if (!trainings) {
        return tl::unexpected(trainings.error());
    }
    facts.trainings = *std::move(trainings);
    facts.costs = costsOf(catalog, machines.front(), requirement, request, constants);
    if (const auto added = addUse(facts, catalog); !added) {
        return tl::unexpected(added.error());
    }
    auto alternates = alternatesFor(catalog, facts.bom, machines, requirement, constants, stop);
    if (!alternates) {
        return tl::unexpected(alternates.error());
    }
    facts.alternates = *std::move(alternates);
    return facts;
}

} // namespace rigwright
