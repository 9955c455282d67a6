// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "facts/price_standing.h"
#include "sizing/workload.h"

#include <string>
#include <vector>

namespace rigwright {

/// How near the hosted model is to the one that was asked for.
enum class HostedMatch {
    Same,
    Family,     ///< another of the same family, the nearest in parameters
    SimilarSize ///< of another family, the nearest in total and active parameters
};

/// The name in JSON: "same", "family", "similar-size".
[[nodiscard]] const char* hostedMatchName(HostedMatch match);

/// A model that somebody hosts.
struct HostedModel {
    ApiOffer offer;
    HostedMatch match = HostedMatch::Same;
    std::string catalogModel; ///< name of the model that it is in the catalog
    double exchange = 1;      ///< units of the answer's currency for one of the offer's
    PriceStanding standing = {};
};

/// The offers of the model; where there are none, of the one of its family that is nearest in parameters, else of the nearest
/// in total and active parameters. Left out are offers without a price (free ones are limited in rate), and those that take
/// no prompt or give no answer as long as the workload's.
[[nodiscard]] Expected<std::vector<HostedModel>> hostedModels(const Catalog& catalog, const ModelFacts& model,
                                                              const Workload& workload, Currency currency,
                                                              const Date& today);

} // namespace rigwright
