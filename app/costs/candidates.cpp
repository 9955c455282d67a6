// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/candidates.h"

#include "costs/capacity.h"

#include <utility>

namespace rigwright {

Expected<CostCandidates> costCandidates(const Catalog& catalog, const EvaluatedBuild& build,
                                        const Requirement& requirement, const CalibrationTable& constants)
{
    CostCandidates candidates;
    candidates.build = build;
    candidates.currency = requirement.budget.currency();
    candidates.workload = requirement.workload;
    candidates.model = requirement.model;
    candidates.rates = catalog.rates;
    candidates.countries = catalog.countries;
    candidates.today = requirement.today.value_or(catalog.date);
    candidates.pricePolicy = catalog.pricePolicy;
    const Expected<Money> price = catalog.rates.convert(build.price, candidates.currency);
    const Expected<const ModelFacts*> model = findModel(catalog, requirement.model.text());
    if (!price || !model) {
        return tl::unexpected(!price ? price.error() : model.error());
    }
    candidates.price = *price;
    candidates.modelName = (*model)->name;
    const Expected<QuantizedModel> quantized = quantizeFor(**model, requirement.workload);
    if (!quantized) {
        return tl::unexpected(quantized.error());
    }
    candidates.modelFiles = quantized->total() + quantized->mtp + quantized->towers;
    if (build.speed) {
        candidates.capacity = largestCapacity(*build.speed, *quantized, requirement.workload, build.hardware,
                                              build.plan, constants);
    }
    Expected<Rentals> rentals = rentalsFor(catalog, build, requirement, constants);
    if (!rentals) {
        return tl::unexpected(rentals.error());
    }
    candidates.rentals = std::move(rentals->rentals);
    candidates.excluded = rentals->excluded;
    if (!isTraining(requirement.workload.kind)) {
        auto hosted =
            hostedModels(catalog, **model, requirement.workload, candidates.currency, candidates.today);
        if (!hosted) {
            return tl::unexpected(hosted.error());
        }
        candidates.hosted = *std::move(hosted);
    }
    return candidates;
}

} // namespace rigwright
