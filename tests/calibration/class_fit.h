// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/statistics.h"

namespace rigwright::calibration {

/// What a class that was measured with too few models takes from the class that was measured with most.
struct Fixed {
    bool layersAndOps = false;
    double perLayer = 60e-6;
    double opsPerWeight = 4;
};

/// Bandwidth share, time per layer and operations per weight of one class.
[[nodiscard]] Constants fitDecode(const Selection& decode, const SharedConstants& shared, const Fixed& fixed);

/// Bandwidth share and time per layer can be told apart only by models of several sizes.
inline constexpr std::size_t kPairsForLayers = 5;

[[nodiscard]] std::size_t deviceModelPairs(const Selection& selection);

} // namespace rigwright::calibration
