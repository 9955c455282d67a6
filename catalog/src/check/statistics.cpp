// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/statistics.h"

#include <algorithm>
#include <cmath>

namespace rigwright::checks {

namespace {

double medianOf(std::vector<double>& figures)
{
    std::ranges::sort(figures);
    const std::size_t middle = figures.size() / 2;
    return figures.size() % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
}

} // namespace

double LogSpread::allowedFactor(double leastFactor, double deviations) const
{
    return std::max(leastFactor, std::exp(deviations * deviation));
}

double LogSpread::factor(double value) const
{
    return std::exp(std::abs(std::log(value / median)));
}

std::optional<LogSpread> logSpread(std::vector<double> figures, std::size_t fewest)
{
    if (figures.size() < fewest || figures.empty()) {
        return std::nullopt;
    }
    for (double& figure : figures) {
        figure = std::log(figure);
    }
    const double middle = medianOf(figures);
    for (double& figure : figures) {
        figure = std::abs(figure - middle);
    }
    // Of a normal spread the median absolute deviation is 0.6745 standard deviations.
    return LogSpread{std::exp(middle), medianOf(figures) / 0.6745};
}

} // namespace rigwright::checks
