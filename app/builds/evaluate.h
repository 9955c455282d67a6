// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"
#include "speed/calibration.h"

namespace rigwright {

/// Prices, places, times and checks one given machine. An error: a part that the catalog lacks, a quantity below one, an
/// unknown model, a currency without a rate.
[[nodiscard]] Expected<EvaluatedBuild> evaluateBuild(const Catalog& catalog, const Build& build,
                                                     const Requirement& requirement,
                                                     const CalibrationTable& constants = fittedCalibration());

/// Every compatibility rule that the machine breaks, or that can't be verified.
[[nodiscard]] Expected<std::vector<Finding>> checkCompatibility(const Catalog& catalog, const Build& build);

/// The parts of a build with the prices that count, each in the currency of its offer.
[[nodiscard]] Expected<std::vector<PricedLine>> pricedLines(const Catalog& catalog, const Build& build,
                                                            const Date& today);

/// What the parts are as hardware to place a model on.
[[nodiscard]] Expected<Hardware> hardwareOf(const Catalog& catalog, const Build& build);

} // namespace rigwright
