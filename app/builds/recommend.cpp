// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/recommend.h"

#include <utility>

namespace rigwright {

bool isSlowerThanReading(const EvaluatedBuild& build)
{
    return build.speed && build.speed->decode.mid < kReadingSpeed;
}

std::optional<double> speedForTheMoney(const EvaluatedBuild& build)
{
    if (!build.speed || build.price.minorUnits() <= 0) {
        return std::nullopt;
    }
    return build.speed->total.mid.value() / build.price.toDouble();
}

const EvaluatedBuild* recommendedBuild(const SearchResult& result)
{
    // What keeps up with a reader outranks what does not; then counts the value, or the speed alone.
    const auto merit = [](const EvaluatedBuild& build) {
        const bool keepsUp = !isSlowerThanReading(build);
        return std::pair(keepsUp,
                         keepsUp ? speedForTheMoney(build).value_or(0) : build.speed->decode.mid.value());
    };
    const EvaluatedBuild* best = nullptr;
    for (const EvaluatedBuild& build : result.builds) {
        if (build.onFront && build.speed && (best == nullptr || merit(build) > merit(*best))) {
            best = &build;
        }
    }
    return best != nullptr || result.builds.empty() ? best : &result.builds.front();
}

} // namespace rigwright
