// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/descent.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace rigwright::calibration {

void descend(const std::vector<Knob>& knobs, const std::function<double()>& loss, int sweeps)
{
    constexpr double kFirstStep = 0.25;
    constexpr double kShrink = 0.92;
    constexpr double kGain = 1e-7;
    double best = loss();
    double step = kFirstStep;
    for (int sweep = 0; sweep < sweeps; ++sweep, step *= kShrink) {
        for (const Knob& knob : knobs) {
            for (const double factor : {1 + step, 1 / (1 + step)}) {
                const double before = *knob.value;
                *knob.value = std::clamp(before * factor, knob.low, knob.high);
                const double now = loss();
                if (now < best - kGain) {
                    best = now;
                } else {
                    *knob.value = before;
                }
            }
        }
    }
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

namespace {

std::string printed(double value, int digits)
{
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*g", digits, value);
    return buffer.data();
}

} // namespace

double rounded(double value)
{
    constexpr int kDigits = 3;
    return std::strtod(printed(value, kDigits).c_str(), nullptr);
}

std::string text(double value)
{
    constexpr int kNoExponent = 10; // up to so many digits before the point
    return printed(rounded(value), kNoExponent);
}

} // namespace rigwright::calibration
