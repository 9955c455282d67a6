// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/correction/fit_correction.h"

#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rigwright::calibration {

namespace {

struct Weighted {
    double value = 0;
    double weight = 1;
};

/// The value below which this share of the weight lies.
double percentile(std::vector<Weighted> values, double share)
{
    std::ranges::sort(values, {}, &Weighted::value);
    double total = 0;
    for (const Weighted& each : values) {
        total += each.weight;
    }
    double below = 0;
    for (const Weighted& each : values) {
        below += each.weight;
        if (below >= share * total) {
            return each.value;
        }
    }
    return values.back().value;
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Measured over estimated.
double ratio(const Measurement& measurement)
{
    const SpeedEstimate speed =
        estimateSpeed(measurement.model, measurement.workload, measurement.hardware, measurement.plan)
            .value();
    const auto& range = measurement.metric == Metric::Decode ? speed.decode : speed.prefill;
    return measurement.tokensPerSecond / range.mid.value();
}

using RatiosByModel = std::map<std::string, std::vector<double>>;

double correctionWithout(const RatiosByModel& device, const std::string& model)
{
    std::vector<double> others;
    for (const auto& [name, ratios] : device) {
        if (name != model) {
            others.insert(others.end(), ratios.begin(), ratios.end());
        }
    }
    return medianOf(std::move(others));
}

/// A measurement and what the other models of its device say of it.
struct LeftOut {
    double ratio = 1;      ///< measured over estimated
    double correction = 1; ///< by the other models
    double weight = 1;
};

/// The error with a share of each correction: |estimated × correction^share / measured − 1|.
double medianError(const std::vector<LeftOut>& all, double share)
{
    std::vector<Weighted> errors;
    errors.reserve(all.size());
    for (const LeftOut& each : all) {
        errors.push_back({std::abs(std::pow(each.correction, share) / each.ratio - 1), each.weight});
    }
    return percentile(std::move(errors), 0.5);
}

std::vector<LeftOut> leaveModelsOut(const std::vector<Measurement>& measurements, Metric metric,
                                    CorrectedError& error)
{
    std::map<std::pair<Engine, std::string>, RatiosByModel> devices;
    for (const Measurement& measurement : measurements) {
        if (measurement.metric == metric && measurement.fitted) {
            devices[{measurement.workload.engine, measurement.device}]
                   [measurement.model.architecture.facts.id.text()]
                       .push_back(ratio(measurement));
        }
    }
    std::vector<LeftOut> all;
    for (const auto& [key, models] : devices) {
        if (models.size() < 2) {
            continue;
        }
        std::size_t count = 0;
        for (const auto& [name, ratios] : models) {
            count += ratios.size();
        }
        for (const auto& [name, ratios] : models) {
            for (const double each : ratios) {
                all.push_back({each, correctionWithout(models, name), 1.0 / static_cast<double>(count)});
            }
        }
        ++error.devices;
        error.measurements += static_cast<int>(count);
    }
    return all;
}

CorrectedError errorOf(const std::vector<Measurement>& measurements, Metric metric)
{
    CorrectedError error;
    error.metric = metric;
    const std::vector<LeftOut> all = leaveModelsOut(measurements, metric, error);
    error.before = medianError(all, 0);
    error.after = medianError(all, 1);
    constexpr int kSteps = 10;
    for (int step = kSteps - 1; step >= 0; --step) {
        const double share = static_cast<double>(step) / kSteps;
        if (const double tried = medianError(all, share); tried < error.after) {
            error.after = tried;
            error.share = share;
        }
    }
    std::vector<Weighted> left;
    left.reserve(all.size());
    for (const LeftOut& each : all) {
        left.push_back({each.ratio / std::pow(each.correction, error.share), each.weight});
    }
    error.low = std::min(1.0, percentile(left, 0.1));
    error.high = std::max(1.0, percentile(left, 0.9));
    return error;
}

} // namespace

CorrectionFit fitCorrection(const std::vector<Measurement>& measurements)
{
    return {errorOf(measurements, Metric::Decode), errorOf(measurements, Metric::Prefill)};
}

std::string correctionTableText(const CorrectionFit& fit)
{
    return "// SPDX-License-Identifier: GPL-3.0-or-later\n"
           "// Written by the target calibrate from tests/calibration/measurements.csv; not edited by hand.\n"
           "static constexpr CorrectedSpread kCorrectedSpread{" +
        formatFixed(fit.decode.share, 1) + ", " + formatFixed(fit.prefill.share, 1) + ", " +
        formatFixed(fit.decode.low, 3) + ", " + formatFixed(fit.decode.high, 3) + ", " +
        formatFixed(fit.prefill.low, 3) + ", " + formatFixed(fit.prefill.high, 3) + "};\n";
}

std::string correctionReportText(const CorrectionFit& fit)
{
    std::string text =
        "# How far corrected speeds are off\n\n"
        "Each model of a device is left out once: the median of measured over estimated speed of the "
        "device's\nother models corrects its estimate, by the share with the least error. Devices weigh the "
        "same. Written by the target "
        "`calibrate` from\n`../measurements.csv`.\n\n"
        "| speed | devices | measurements | median error as estimated | share of the "
        "correction | as corrected | 10th to 90th percentile of measured over corrected |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    for (const CorrectedError& error : {fit.decode, fit.prefill}) {
        text += std::string("| ") + (error.metric == Metric::Decode ? "decode" : "prefill") + " | " +
            std::to_string(error.devices) + " | " + std::to_string(error.measurements) + " | " +
            formatFixed(100 * error.before, 1) + " % | " + formatFixed(error.share, 1) + " | " +
            formatFixed(100 * error.after, 1) + " % | " + formatFixed(error.low, 2) + "–" +
            formatFixed(error.high, 2) + " |\n";
    }
    return text;
}

} // namespace rigwright::calibration
