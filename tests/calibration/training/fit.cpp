// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/training/fit.h"

#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <sstream>

namespace rigwright::training_calibration {

namespace {

using Constants = TrainingCalibration;
using Runs = std::vector<const Measurement*>;

/// One constant with the bounds of what is physical.
struct Knob {
    std::function<double(const Constants&)> get;
    std::function<void(Constants&, double)> set;
    double least;
    double most;
};

Knob shareKnob(double Constants::*field, double least, double most)
{
    return {[=](const Constants& c) { return c.*field; }, [=](Constants& c, double v) { c.*field = v; },
            least, most};
}

std::vector<Knob> knobs()
{
    std::vector<Knob> all;
    // Nobody measured the last two classes with enough devices.
    for (std::size_t kind = 0; kind < 3; ++kind) {
        all.push_back({[=](const Constants& c) { return c.matrixShare[kind]; },
                       [=](Constants& c, double v) { c.matrixShare[kind] = v; }, 0.2, 1});
        all.push_back({[=](const Constants& c) { return c.attentionShare[kind]; },
                       [=](Constants& c, double v) { c.attentionShare[kind] = v; }, 0.05, 0.5});
    }
    all.push_back(shareKnob(&Constants::perJoule, 0.2e12, 10e12));
    for (std::size_t kernels = 0; kernels < kTrainingKernels; ++kernels) {
        all.push_back({[=](const Constants& c) { return c.traffic[kernels]; },
                       [=](Constants& c, double v) { c.traffic[kernels] = v; }, 0.3, 5});
        all.push_back({[=](const Constants& c) { return c.perLayer[kernels].value(); },
                       [=](Constants& c, double v) { c.perLayer[kernels] = Seconds(v); }, 30e-6, 5e-3});
    }
    all.push_back(shareKnob(&Constants::expertShare, 0.1, 1));
    all.push_back(shareKnob(&Constants::fp8Share, 0.3, 1));
    all.push_back(shareKnob(&Constants::dequantShare, 0.05, 1));
    all.push_back(shareKnob(&Constants::unhidden, 0.02, 0.9));
    return all;
}

double ratioOf(const Measurement& run, const Constants& constants)
{
    const auto estimate = estimateTraining(run.model, run.workload, run.hardware, run.plan, constants);
    return run.tokensPerSecond / estimate.value().trained.mid.value();
}

double lossOf(const Runs& runs, const Constants& constants)
{
    std::map<std::pair<std::string, std::string>, std::pair<double, int>> groups;
    for (const Measurement* run : runs) {
        auto& [sum, count] = groups[{run->device, run->framework}];
        sum += std::abs(std::log(ratioOf(*run, constants)));
        ++count;
    }
    double loss = 0;
    for (const auto& [name, group] : groups) {
        loss += group.first / group.second;
    }
    return loss / static_cast<double>(groups.size());
}

Constants startingPoint()
{
    Constants start;
    start.matrixShare = {0.9, 0.8, 0.6, 0.4, 0.4};
    start.attentionShare = {0.4, 0.35, 0.2, 0.2, 0.2};
    start.perJoule = 0.8e12;
    start.traffic = {1.6, 0.5};
    start.perLayer = {Seconds(400e-6), Seconds(150e-6)};
    start.expertShare = 0.6;
    start.fp8Share = 1;
    start.dequantShare = 0.12;
    start.unhidden = 0.1;
    return start;
}

/// Moves one constant after the other by smaller and smaller factors while that brings the estimates nearer.
Constants descend(const Runs& runs, Constants constants, double factor)
{
    const std::vector<Knob> all = knobs();
    double loss = lossOf(runs, constants);
    constexpr double kFinest = 1.015;
    while (factor > kFinest) {
        bool moved = false;
        for (const Knob& knob : all) {
            for (const double step : {factor, 1 / factor}) {
                Constants tried = constants;
                knob.set(tried, std::clamp(knob.get(constants) * step, knob.least, knob.most));
                const double triedLoss = lossOf(runs, tried);
                if (triedLoss < loss - 1e-6) {
                    constants = tried;
                    loss = triedLoss;
                    moved = true;
                }
            }
        }
        if (!moved) {
            factor = std::sqrt(factor);
        }
    }
    return constants;
}

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

Group groupOf(const std::string& name, const std::vector<double>& ratios)
{
    std::vector<double> errors;
    for (const double ratio : ratios) {
        errors.push_back(std::abs(1 / ratio - 1));
    }
    return {name, static_cast<int>(ratios.size()), quantile(errors, 0.5), quantile(errors, 0.9),
            quantile(ratios, 0.5)};
}

/// A constant as it stands in the table: three digits.
double rounded(double value)
{
    const double digits = std::pow(10, 2 - std::floor(std::log10(value)));
    return std::round(value * digits) / digits;
}

void roundAll(Constants& constants)
{
    for (const Knob& knob : knobs()) {
        knob.set(constants, rounded(knob.get(constants)));
    }
}

/// The quantiles of ratios where each device and framework weighs the same.
double weighedQuantile(const std::vector<Measurement>& runs, const std::vector<double>& ratios, double share)
{
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const Measurement& run : runs) {
        ++counts[{run.device, run.framework}];
    }
    std::vector<std::pair<double, double>> weighed;
    double sum = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const double weight = 1.0 / counts[{runs[i].device, runs[i].framework}];
        weighed.emplace_back(ratios[i], weight);
        sum += weight;
    }
    std::ranges::sort(weighed);
    double seen = 0;
    for (const auto& [ratio, weight] : weighed) {
        seen += weight;
        if (seen >= share * sum) {
            return ratio;
        }
    }
    return weighed.back().first;
}

/// Measured over estimated speed of each run, its device left out of the fit.
std::vector<double> leftOut(const std::vector<Measurement>& measurements, const Constants& fitted)
{
    std::vector<double> ratios(measurements.size());
    std::map<std::string, Runs> devices;
    for (const Measurement& run : measurements) {
        devices[run.device].push_back(&run);
    }
    constexpr double kNear = 1.15;
    for (const auto& [device, own] : devices) {
        Runs others;
        for (const Measurement& run : measurements) {
            if (run.device != device) {
                others.push_back(&run);
            }
        }
        const Constants without = descend(others, fitted, kNear);
        for (std::size_t i = 0; i < measurements.size(); ++i) {
            if (measurements[i].device == device) {
                ratios[i] = ratioOf(measurements[i], without);
            }
        }
    }
    return ratios;
}

void countDevices(const std::vector<Measurement>& measurements, Constants& constants)
{
    std::map<std::string, std::size_t> kinds;
    for (const Measurement& run : measurements) {
        kinds[run.device] =
            static_cast<std::size_t>(trainingClass(run.hardware.accelerators.front().accelerator));
    }
    for (const auto& [device, kind] : kinds) {
        ++constants.devices[kind];
    }
}

} // namespace

Fit fitTraining(const std::vector<Measurement>& measurements)
{
    Runs all;
    for (const Measurement& run : measurements) {
        all.push_back(&run);
    }
    constexpr double kFar = 1.3;
    Fit fit;
    fit.constants = descend(all, startingPoint(), kFar);
    roundAll(fit.constants);
    const std::vector<double> ratios = leftOut(measurements, fit.constants);
    fit.constants.low = rounded(weighedQuantile(measurements, ratios, 0.1));
    fit.constants.high = rounded(weighedQuantile(measurements, ratios, 0.9));
    countDevices(measurements, fit.constants);

    std::map<std::string, std::vector<double>> devices;
    std::map<std::string, std::vector<double>> frameworks;
    int inside = 0;
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        devices[measurements[i].device].push_back(ratios[i]);
        frameworks[measurements[i].framework].push_back(ratios[i]);
        inside += fit.constants.low <= ratios[i] && ratios[i] <= fit.constants.high ? 1 : 0;
    }
    for (const auto& [name, values] : devices) {
        fit.devices.push_back(groupOf(name, values));
    }
    for (const auto& [name, values] : frameworks) {
        fit.frameworks.push_back(groupOf(name, values));
    }
    fit.all = groupOf("all", ratios);
    fit.inside = static_cast<double>(inside) / static_cast<double>(ratios.size());
    return fit;
}

std::string tableText(const Fit& fit)
{
    const Constants& c = fit.constants;
    std::ostringstream out;
    const auto list = [&](const auto& values, const char* before, const char* after) {
        out << '{';
        for (std::size_t i = 0; i < values.size(); ++i) {
            out << (i == 0 ? "" : ", ") << before << values[i] << after;
        }
        out << "},\n";
    };
    out << "// SPDX-License-Identifier: GPL-3.0-or-later\n"
           "// Written by the target `calibrate` from tests/calibration/training/measurements.csv; do not "
           "edit.\n"
           "static const TrainingCalibration kTraining = {\n    .matrixShare = ";
    list(c.matrixShare, "", "");
    out << "    .attentionShare = ";
    list(c.attentionShare, "", "");
    out << "    .perJoule = " << c.perJoule << ",\n";
    out << "    .traffic = ";
    list(c.traffic, "", "");
    out << "    .perLayer = ";
    list(std::array{c.perLayer[0].value(), c.perLayer[1].value()}, "Seconds(", ")");
    out << "    .expertShare = " << c.expertShare << ",\n    .fp8Share = " << c.fp8Share
        << ",\n    .dequantShare = " << c.dequantShare << ",\n    .unhidden = " << c.unhidden
        << ",\n    .low = " << c.low << ",\n    .high = " << c.high << ",\n    .devices = ";
    list(c.devices, "", "");
    out << "};\n";
    return out.str();
}

std::string reportText(const Fit& fit)
{
    std::ostringstream out;
    const auto percent = [](double share) { return formatFixed(share * 100, 1) + " %"; };
    const auto table = [&](const char* title, const std::vector<Group>& groups) {
        out << "\n| " << title
            << " | runs | median error | 90th percentile | median of measured / estimated |\n"
            << "| --- | ---: | ---: | ---: | ---: |\n";
        for (const Group& group : groups) {
            out << "| " << group.name << " | " << group.measurements << " | " << percent(group.medianError)
                << " | " << percent(group.percentile90) << " | " << formatFixed(group.medianRatio, 2)
                << " |\n";
        }
    };
    out << "# Training speed against published runs\n\n"
           "Written by the target `calibrate` from measurements.csv. Each device is estimated with constants "
           "that were "
           "fitted without it. Error: |estimated / measured - 1| of trained tokens per second.\n\n"
        << "All " << fit.all.measurements << " runs: median " << percent(fit.all.medianError)
        << ", 90th percentile " << percent(fit.all.percentile90) << "; " << percent(fit.inside)
        << " of them lie in the range from low to high.\n";
    table("device", fit.devices);
    table("framework", fit.frameworks);
    return out.str();
}

} // namespace rigwright::training_calibration
