// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/error_table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rigwright::accuracy {

namespace {

std::string percent(double value)
{
    char text[32];
    (void)std::snprintf(text, sizeof(text), "%.2f %%", 100 * value);
    return text;
}

} // namespace

double Errors::quantile(double share) const
{
    if (values.empty()) {
        return 0;
    }
    std::vector<double> absolute;
    absolute.reserve(values.size());
    for (const double value : values) {
        absolute.push_back(std::abs(value));
    }
    std::ranges::sort(absolute);
    const double position = share * static_cast<double>(absolute.size() - 1);
    return absolute[static_cast<std::size_t>(std::lround(position))];
}

std::string errorTable(const std::vector<Errors>& errors)
{
    std::string text = "| quantity | n | median | 90th percentile | worst |\n|---|---|---|---|---|\n";
    for (const Errors& one : errors) {
        if (one.values.empty()) {
            continue;
        }
        text += "| " + one.quantity + " | " + std::to_string(one.values.size()) + " | " +
            percent(one.quantile(0.5)) + " | " + percent(one.quantile(0.9)) + " | " +
            percent(one.quantile(1)) + " |\n";
    }
    return text;
}

} // namespace rigwright::accuracy
