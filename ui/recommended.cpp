// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recommended.h"

namespace rigwright {

bool isSlowerThanReading(const EvaluatedBuild& build)
{
    return build.speed && build.speed->decode.mid < kReadingSpeed;
}

const EvaluatedBuild* recommendedBuild(const SearchResult& result)
{
    const EvaluatedBuild* fastest = nullptr;
    for (const EvaluatedBuild& build : result.builds) {
        if (!build.onFront || !build.speed) {
            continue;
        }
        if (!isSlowerThanReading(build)) {
            return &build;
        }
        if (fastest == nullptr || build.speed->decode.mid > fastest->speed->decode.mid) {
            fastest = &build;
        }
    }
    return fastest != nullptr || result.builds.empty() ? fastest : &result.builds.front();
}

} // namespace rigwright
