// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/class_fit.h"

#include <algorithm>
#include <cmath>

namespace rigwright::calibration {

namespace {

// The most that is plausible: no engine reads faster than the memory, and steps of one percent are finer than the data.
constexpr double kLeastShare = 0.20;
constexpr double kMostShare = 0.96;
constexpr double kMostPerLayer = 300e-6;

Constants fitBandwidth(const Selection& decode, Constants start, double shareStep, double layerStep,
                       double reach, const Fixed& fixed)
{
    Constants least = start;
    double error = INFINITY;
    for (double share = start.bandwidthShare - reach * shareStep;
         share <= start.bandwidthShare + reach * shareStep + 1e-9; share += shareStep) {
        for (double layer = start.perLayer - reach * layerStep;
             layer <= start.perLayer + reach * layerStep + 1e-12; layer += layerStep) {
            Constants tried = start;
            tried.bandwidthShare = std::clamp(share, kLeastShare, kMostShare);
            tried.perLayer = fixed.layersAndOps ? fixed.perLayer : std::clamp(layer, 0.0, kMostPerLayer);
            const double now = loss(decode, [&](const Sample&) -> const Constants& { return tried; });
            if (now < error - 1e-12) {
                error = now;
                least = tried;
            }
        }
    }
    return least;
}

} // namespace

Constants fitDecode(const Selection& decode, const SharedConstants& shared, const Fixed& fixed)
{
    Constants found;
    double error = INFINITY;
    for (int ops = fixed.layersAndOps ? static_cast<int>(fixed.opsPerWeight) : 0;
         ops <= (fixed.layersAndOps ? static_cast<int>(fixed.opsPerWeight) : 8); ++ops) {
        Constants tried;
        tried.bandwidthShare = 0.6;
        tried.perLayer = 100e-6;
        tried.opsPerWeight = ops;
        tried.shared = shared;
        tried = fitBandwidth(decode, tried, 0.08, 25e-6, 5, fixed);
        tried = fitBandwidth(decode, tried, 0.03, 10e-6, 3, fixed);
        tried = fitBandwidth(decode, tried, 0.01, 5e-6, 3, fixed);
        const double now = loss(decode, [&](const Sample&) -> const Constants& { return tried; });
        if (now < error - 1e-12) {
            error = now;
            found = tried;
        }
    }
    return found;
}

std::size_t deviceModelPairs(const Selection& selection)
{
    std::set<std::pair<std::string, std::string>> pairs;
    for (const Sample* sample : selection) {
        pairs.emplace(sample->measurement->device, sample->measurement->model.architecture.facts.id.text());
    }
    return pairs.size();
}

} // namespace rigwright::calibration
