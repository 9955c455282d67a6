// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <cstddef>
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
    std::optional<Range<RequestsPerSecond>> capacity = {}; ///< of these instances together; empty: unknown
    /// At the wall, of these instances together; estimates. Empty: the accelerators' power is unknown.
    std::optional<Watts> loadPower = {};
    std::optional<Watts> idlePower = {};

    [[nodiscard]] MoneyRate pricePerHour(Currency currency) const;
};

/// Offers of the catalog that are not compared, each counted once.
struct RentalExclusions {
    std::size_t unknownGpus = 0; ///< nobody states them
    std::size_t tooSmall = 0;    ///< even many instances don't hold the model as the machine does
    /// Known to miss a speed that the requirement asks for, or to have too few hours for what there is to do.
    std::size_t tooSlow = 0;
    std::size_t otherRegions = 0; ///< not in the region that the assumptions name
};

struct Rentals {
    std::vector<Rental> rentals;
    RentalExclusions excluded;
};

/// Every offer that holds what the build holds: the same model and workload, placed anew on the accelerators of the instance,
/// with no more of it in host memory than in the build. A build without accelerators asks for that much RAM. Several instances,
/// with a network between them that nobody states, stand in only where no on-demand instance holds the model alone.
[[nodiscard]] Expected<Rentals> rentalsFor(const Catalog& catalog, const EvaluatedBuild& build,
                                           const Requirement& requirement,
                                           const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
