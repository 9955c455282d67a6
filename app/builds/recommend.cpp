// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/recommend.h"

namespace rigwright {

std::optional<double> speedForTheMoney(const EvaluatedBuild& build)
{
    if (!build.speed || build.price.minorUnits() <= 0) {
        return std::nullopt;
    }
    return build.speed->total.mid.value() / build.price.toDouble();
}

const EvaluatedBuild* recommendedBuild(const SearchResult& result)
{
    const EvaluatedBuild* best = nullptr;
    std::optional<double> most;
    for (const EvaluatedBuild& build : result.builds) {
        const std::optional<double> value = speedForTheMoney(build);
        // An empty optional is less than any value.
        if (build.onFront && value > most) {
            best = &build;
            most = value;
        }
    }
    return best;
}

} // namespace rigwright
