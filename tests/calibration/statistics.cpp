// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/statistics.h"

#include <algorithm>

namespace rigwright::calibration {

double percentile(const std::vector<DeviceValue>& values, double share)
{
    std::map<std::string, int> counts;
    for (const DeviceValue& each : values) {
        ++counts[each.device];
    }
    std::vector<std::pair<double, double>> weighted;
    for (const DeviceValue& each : values) {
        weighted.emplace_back(each.value, 1.0 / counts[each.device] / static_cast<double>(counts.size()));
    }
    std::ranges::sort(weighted);
    // Each value stands in the middle of its weight.
    double before = 0;
    double lastAt = 0;
    double last = weighted.front().first;
    for (const auto& [value, weight] : weighted) {
        const double at = before + weight / 2;
        if (at >= share) {
            const double part = at > lastAt ? (share - lastAt) / (at - lastAt) : 1;
            return last + (value - last) * part;
        }
        before += weight;
        lastAt = at;
        last = value;
    }
    return last;
}

std::set<std::string> devicesOf(const Selection& selection)
{
    std::set<std::string> devices;
    for (const Sample* sample : selection) {
        devices.insert(sample->measurement->device);
    }
    return devices;
}

ClassKey classOf(const Sample& sample)
{
    return {sample.measurement->workload.engine, sample.measurement->deviceClass};
}

bool isDecode(const Sample& sample)
{
    return sample.measurement->metric == Metric::Decode;
}

bool isDense(const Sample& sample)
{
    return !sample.measurement->hasExperts() && !sample.recurrent;
}

bool isPlainExperts(const Sample& sample)
{
    return sample.measurement->hasExperts() && !sample.recurrent;
}

bool isLong(const Sample& sample)
{
    constexpr std::int64_t kLongPrompt = 4096;
    return sample.measurement->workload.promptTokens >= kLongPrompt;
}

} // namespace rigwright::calibration
