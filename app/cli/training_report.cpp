// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/training_report.h"

#include "cli/report.h"
#include "units/format.h"

#include <cmath>
#include <ostream>

namespace rigwright {

namespace {

constexpr double kHour = 3600;
double number(double value)
{
    return value;
}

template <class Unit>
double number(Unit value)
{
    return value.value();
}

template <class T>
Json rangeOf(const Range<T>& range, double divisor = 1)
{
    return {{"low", number(range.low) / divisor},
            {"mid", number(range.mid) / divisor},
            {"high", number(range.high) / divisor}};
}

/// "12.3–45.6 days"
std::string days(const Range<Seconds>& range)
{
    constexpr double kDay = 24 * kHour;
    return formatFixed(range.low.value() / kDay, 1) + "–" + formatFixed(range.high.value() / kDay, 1) +
        " days";
}

std::string percents(const Range<double>& share)
{
    constexpr double kPercent = 100;
    return formatFixed(share.low * kPercent, 0) + "–" + formatFixed(share.high * kPercent, 0) + " %";
}

} // namespace

Json toJson(const TrainingEstimate& estimate)
{
    Json json = {{"trained_tokens_per_s", rangeOf(estimate.trained)},
                 {"step_s", rangeOf(estimate.step)},
                 {"model_flop_utilization", rangeOf(estimate.utilization)},
                 {"model_flops_per_token", estimate.workPerToken.value()},
                 {"tokens_per_step", estimate.tokensPerStep},
                 {"micro_batches", estimate.microBatches},
                 {"nodes", estimate.nodes},
                 {"devices_per_node", estimate.devicesPerNode},
                 {"network_bytes_per_s", estimate.network ? Json(estimate.network->value()) : Json()},
                 {"binds", estimate.binds->label},
                 {"bound", boundName(estimate.binds->bound)}};
    Json parts;
    for (const TrainingPart& part : kTrainingParts) {
        parts[part.key] = (estimate.parts.*part.time).value();
    }
    json["parts"] = std::move(parts);
    json["run"] = nullptr;
    if (estimate.run) {
        json["run"] = {{"tokens", estimate.run->tokens},
                       {"steps", estimate.run->steps},
                       {"time_s", rangeOf(estimate.run->time)},
                       {"device_hours", rangeOf(estimate.run->deviceTime, kHour)}};
    }
    return json;
}

void printTraining(std::ostream& out, const TrainingEstimate& estimate)
{
    TextTable table({"Training", "low–high"});
    table.add({"all devices", rateRange(estimate.trained)});
    table.add({"one step", timeRange(estimate.step)});
    table.add({"tokens a step", formatCount(estimate.tokensPerStep)});
    table.add({"share of peak (MFU)", percents(estimate.utilization)});
    table.add({"limited by", estimate.binds->label});
    if (estimate.run) {
        table.add({formatCount(estimate.run->tokens) + " tokens", days(estimate.run->time)});
        const auto hours = [](Seconds time) { return formatCount(std::llround(time.value() / kHour)); };
        table.add({"device-hours",
                   hours(estimate.run->deviceTime.low) + "–" + hours(estimate.run->deviceTime.high)});
    }
    table.print(out);
    const Seconds step = estimate.parts.total();
    for (const TrainingPart& part : kTrainingParts) {
        constexpr double kLeastShown = 0.005;
        constexpr double kPercent = 100;
        if (const double share = estimate.parts.*part.time / step; share >= kLeastShown) {
            out << "  " << formatFixed(share * kPercent, 0) << " % " << part.label << '\n';
        }
    }
}

} // namespace rigwright
