// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/terms.h"

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace rigwright::calibration {

using Selection = std::vector<const Sample*>;

/// A figure of one device; every device weighs the same, however many it has.
struct DeviceValue {
    std::string device;
    double value = 0;
};

/// The value below which this share of the weight lies, between the values around it.
[[nodiscard]] double percentile(const std::vector<DeviceValue>& values, double share);

[[nodiscard]] std::set<std::string> devicesOf(const Selection& selection);

using ClassKey = std::pair<Engine, DeviceClass>;
[[nodiscard]] ClassKey classOf(const Sample& sample);
[[nodiscard]] bool isDecode(const Sample& sample);
/// Neither experts nor recurrent layers.
[[nodiscard]] bool isDense(const Sample& sample);
[[nodiscard]] bool isPlainExperts(const Sample& sample);
/// Of 4,096 tokens and more.
[[nodiscard]] bool isLong(const Sample& sample);

/// Those that a condition holds for.
template <class Condition>
[[nodiscard]] Selection select(const Selection& from, Condition condition)
{
    Selection chosen;
    for (const Sample* sample : from) {
        if (condition(*sample)) {
            chosen.push_back(sample);
        }
    }
    return chosen;
}

/// Mean over devices of each device's mean |log (measured / estimated)|.
template <class ConstantsFor>
[[nodiscard]] double loss(const Selection& selection, ConstantsFor constantsFor)
{
    std::map<std::string, std::pair<double, int>> devices;
    for (const Sample* sample : selection) {
        auto& [sum, count] = devices[sample->measurement->device];
        sum += std::abs(std::log(sample->ratio(constantsFor(*sample))));
        ++count;
    }
    double total = 0;
    for (const auto& [device, sum] : devices) {
        total += sum.first / sum.second;
    }
    return devices.empty() ? 0 : total / static_cast<double>(devices.size());
}

} // namespace rigwright::calibration
