// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <optional>
#include <vector>

namespace rigwright {

inline constexpr int kMostInstances = 8;

/// As many instances of one offer as hold the model.
struct Rental {
    CloudOffer offer;
    int instances = 1;
    double exchange = 1; ///< units of the answer's currency for one of the offer's
    std::optional<SpeedEstimate> speed;

    [[nodiscard]] MoneyRate pricePerHour(Currency currency) const;
};

/// The cheapest rental of each provider, instance and pricing model that holds what the build holds: the same model and
/// workload, placed anew on the accelerators of the instance, with no more of it in host memory than in the build. A build
/// without accelerators asks for that much RAM. Left out are offers whose GPUs nobody states, and those that are known to
/// miss a speed that the requirement asks for. Several instances, with a network between them that nobody states, stand in
/// only where no on-demand instance holds the model alone.
[[nodiscard]] Expected<std::vector<Rental>>
rentalsFor(const Catalog& catalog, const EvaluatedBuild& build, const Requirement& requirement,
           const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
