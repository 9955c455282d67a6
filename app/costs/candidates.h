// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"
#include "costs/hosted.h"
#include "costs/rental.h"

#include <optional>
#include <vector>

namespace rigwright {

/// Everything that a comparison rests on and no assumption changes: what the own machine gives, which offers hold the model and
/// how fast they run it. Planning and timing hundreds of offers takes some frames; comparing afterwards takes far less than one.
struct CostCandidates {
    EvaluatedBuild build;
    Currency currency = Currency::usd(); ///< of the answer: the budget's
    Money price;                         ///< of the machine before tax, in that currency
    Workload workload;
    ModelId model;
    std::string modelName;
    Bytes modelFiles; ///< weights on disk
    /// Requests that the machine answers under the workload's load, prompts included; of training: sequences. Empty: its speed
    /// is unknown.
    std::optional<Range<RequestsPerSecond>> capacity;
    std::vector<Rental> rentals;
    RentalExclusions excluded;
    std::vector<HostedModel> hosted; ///< empty for training
    ExchangeRates rates;
    std::vector<Country> countries; ///< for the sources of defaults
    Date today;                     ///< to which prices' ages are reckoned
    PricePolicy pricePolicy;
};

/// An error: an unknown model, or a currency without a rate.
[[nodiscard]] Expected<CostCandidates>
costCandidates(const Catalog& catalog, const EvaluatedBuild& build, const Requirement& requirement,
               const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
