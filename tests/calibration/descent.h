// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace rigwright::calibration {

/// One constant that a fit moves, in steps by a factor.
struct Knob {
    double* value = nullptr;
    double low = 0;
    double high = 1e9;
};

/// Moves knobs one by one by ever smaller factors while the loss falls; deterministic.
void descend(const std::vector<Knob>& knobs, const std::function<double()>& loss, int sweeps);

/// The value below which a share of all lies, of those that are there; 0 of none.
[[nodiscard]] double quantile(std::vector<double> values, double share);

/// A number with three digits that count, as constants are printed and compiled in.
[[nodiscard]] double rounded(double value);
[[nodiscard]] std::string text(double value);

} // namespace rigwright::calibration
