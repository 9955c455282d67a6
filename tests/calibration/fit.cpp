// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/fit.h"

#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace rigwright::calibration {

namespace {

using Selection = std::vector<const Measurement*>;
using ClassKey = std::pair<Engine, DeviceClass>;

bool hasExperts(const Measurement& measurement)
{
    return measurement.model.architecture.facts.experts > 0;
}

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    const double at = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (at - static_cast<double>(below));
}

/// Measured over estimated.
double ratio(const Measurement& measurement, const CalibrationTable& table)
{
    const SpeedEstimate speed =
        estimateSpeed(measurement.model, measurement.workload, measurement.hardware, measurement.plan, table)
            .value();
    const auto& range = measurement.metric == Metric::Decode ? speed.decode : speed.prefill;
    return measurement.tokensPerSecond / range.mid.value();
}

/// Mean over devices of each device's mean |log ratio|.
double loss(const Selection& selection, const CalibrationTable& table)
{
    std::map<std::string, std::pair<double, int>> devices;
    for (const Measurement* measurement : selection) {
        auto& [sum, count] = devices[measurement->device];
        sum += std::abs(std::log(ratio(*measurement, table)));
        ++count;
    }
    double total = 0;
    for (const auto& [device, sum] : devices) {
        total += sum.first / sum.second;
    }
    return total / static_cast<double>(devices.size());
}

Selection select(const Selection& from, Metric metric)
{
    Selection selected;
    std::ranges::copy_if(from, std::back_inserter(selected),
                         [&](const Measurement* measurement) { return measurement->metric == metric; });
    return selected;
}

/// A table in which every class has these constants: only one class is looked at.
CalibrationTable uniform(ClassKey key, const Calibration& constants, ExpertFactors experts = {})
{
    std::vector<CalibrationRow> rows{{key.first, key.second, constants}};
    if (key.second != DeviceClass::Cpu) {
        rows.push_back({Engine::LlamaCpp, DeviceClass::Cpu, constants});
    }
    return {rows, experts};
}

// The most that is plausible: no engine reads faster than the memory, and the steps of one percent are finer than the data.
constexpr int kLeastShare = 5;
constexpr int kMostShare = 98;
constexpr int kMostMicros = 300;

/// The least loss over a grid around a centre; the loss has one valley, so a coarse grid and a fine one find it.
void searchGrid(ClassKey key, const Selection& decode, int shareStep, int microStep, int reach,
                Calibration& best)
{
    const int share = static_cast<int>(std::lround(best.bandwidthShare * 100));
    const int micros = static_cast<int>(std::lround(best.perLayer.value() * 1e6));
    double least = INFINITY;
    for (int i = -reach; i <= reach; ++i) {
        for (int j = -reach; j <= reach; ++j) {
            Calibration tried = best;
            tried.bandwidthShare = std::clamp(share + i * shareStep, kLeastShare, kMostShare) / 100.0;
            tried.perLayer = Seconds(std::clamp(micros + j * microStep, 0, kMostMicros) * 1e-6);
            const double error = loss(decode, uniform(key, tried));
            if (error < least) {
                least = error;
                best = tried;
            }
        }
    }
}

using PerLayer = std::optional<Seconds>;

Calibration fitDecode(ClassKey key, const Selection& decode, PerLayer perLayer)
{
    Calibration best;
    best.bandwidthShare = 0.5;
    best.perLayer = perLayer.value_or(Seconds(150e-6));
    best.computeShare = 0.3; // decodes of one sequence do not depend on it
    searchGrid(key, decode, 5, perLayer ? 0 : 15, 10, best);
    searchGrid(key, decode, 1, perLayer ? 0 : 5, 5, best);
    return best;
}

void fitPrefill(ClassKey key, const Selection& prefill, Calibration& constants)
{
    if (prefill.empty()) {
        return; // keeps the share of its kin
    }
    double least = INFINITY;
    Calibration tried = constants;
    for (int share = kLeastShare; share <= 2 * kMostShare; ++share) {
        tried.computeShare = share / 200.0;
        const double error = loss(prefill, uniform(key, tried));
        if (error < least) {
            least = error;
            constants.computeShare = tried.computeShare;
        }
    }
}

Calibration fitClass(ClassKey key, const Selection& dense, PerLayer perLayer)
{
    Calibration constants = fitDecode(key, select(dense, Metric::Decode), perLayer);
    fitPrefill(key, select(dense, Metric::Prefill), constants);
    return constants;
}

std::set<std::string> devicesOf(const Selection& selection)
{
    std::set<std::string> devices;
    for (const Measurement* measurement : selection) {
        devices.insert(measurement->device);
    }
    return devices;
}

/// Bandwidth share and time per layer can be told apart only by models of several sizes.
constexpr std::size_t kPairsForPerLayer = 5;

std::size_t deviceModelPairs(const Selection& selection)
{
    std::set<std::pair<std::string, std::string>> pairs;
    for (const Measurement* measurement : selection) {
        pairs.emplace(measurement->device, measurement->model.architecture.facts.id.text());
    }
    return pairs.size();
}

/// The time per layer of the class that was measured on most pairs of device and model with llama.cpp.
Seconds sharedPerLayer(const std::map<ClassKey, Selection>& dense)
{
    const auto most = std::ranges::max_element(dense, {}, [](const auto& entry) {
        return entry.first.first == Engine::LlamaCpp ? deviceModelPairs(entry.second) : 0;
    });
    return fitClass(most->first, most->second, {}).perLayer;
}

/// Ratios of each device under constants fitted without it; with a single device, those of its own fit.
std::map<Metric, std::vector<double>> unseenRatios(ClassKey key, const Selection& dense, PerLayer perLayer)
{
    std::map<Metric, std::vector<double>> ratios;
    const std::set<std::string> devices = devicesOf(dense);
    for (const std::string& device : devices) {
        Selection others;
        std::ranges::copy_if(dense, std::back_inserter(others), [&](const Measurement* measurement) {
            return devices.size() == 1 || measurement->device != device;
        });
        const CalibrationTable table = uniform(key, fitClass(key, others, perLayer));
        for (const Measurement* measurement : dense) {
            if (measurement->device == device) {
                ratios[measurement->metric].push_back(ratio(*measurement, table));
            }
        }
    }
    return ratios;
}

ClassError errorOf(ClassKey key, bool experts, Metric metric, const std::vector<double>& ratios, int devices)
{
    std::vector<double> errors;
    for (const double value : ratios) {
        errors.push_back(std::abs(1 / value - 1));
    }
    return {key.first,
            key.second,
            experts,
            metric,
            devices,
            static_cast<int>(ratios.size()),
            percentile(errors, 0.5),
            percentile(errors, 0.9)};
}

struct ClassFit {
    CalibrationRow row;
    std::map<Metric, std::vector<double>> ratios;
};

/// A class of fewer devices says too little of its own spread.
constexpr int kDevicesForSpread = 3;

void setSpread(ClassFit& fit, const std::map<Metric, std::vector<double>>& pooled)
{
    const auto& own = fit.row.constants.devices >= kDevicesForSpread ? fit.ratios : pooled;
    Calibration& constants = fit.row.constants;
    constants.decodeLow = std::min(1.0, percentile(own.at(Metric::Decode), 0.1));
    constants.decodeHigh = std::max(1.0, percentile(own.at(Metric::Decode), 0.9));
    const auto& prefill = own.contains(Metric::Prefill) ? own : pooled;
    constants.prefillLow = std::min(1.0, percentile(prefill.at(Metric::Prefill), 0.1));
    constants.prefillHigh = std::max(1.0, percentile(prefill.at(Metric::Prefill), 0.9));
}

ExpertFactors fitExperts(const std::vector<CalibrationRow>& rows, const Selection& experts,
                         std::vector<ClassError>& errors)
{
    ExpertFactors best;
    const Selection decode = select(experts, Metric::Decode);
    const Selection prefill = select(experts, Metric::Prefill);
    const auto fit = [&](const Selection& selection, double ExpertFactors::*factor) {
        double least = INFINITY;
        ExpertFactors tried = best;
        for (int percent = 10; percent <= 120; ++percent) {
            tried.*factor = percent / 100.0;
            const double error = loss(selection, CalibrationTable(rows, tried));
            if (error < least) {
                least = error;
                best.*factor = tried.*factor;
            }
        }
    };
    fit(decode, &ExpertFactors::bandwidth);
    fit(prefill, &ExpertFactors::compute);
    // Few devices stand behind these factors, so the range grows by what is left over.
    std::map<Metric, std::vector<double>> ratios;
    std::vector<double> widths;
    for (const Measurement* measurement : experts) {
        const double value = ratio(*measurement, CalibrationTable(rows, best));
        ratios[measurement->metric].push_back(value);
        widths.push_back(std::max(value, 1 / value));
    }
    best.spread = percentile(widths, 0.9);
    for (const auto& [metric, values] : ratios) {
        errors.push_back(errorOf({Engine::LlamaCpp, DeviceClass::Other}, true, metric, values,
                                 static_cast<int>(devicesOf(experts).size())));
    }
    return best;
}

const char* className(DeviceClass device)
{
    switch (device) {
    case DeviceClass::NvidiaGddr: return "NvidiaGddr";
    case DeviceClass::NvidiaHbm: return "NvidiaHbm";
    case DeviceClass::Apple: return "Apple";
    case DeviceClass::AmdCard: return "AmdCard";
    case DeviceClass::AmdUnified: return "AmdUnified";
    case DeviceClass::Cpu: return "Cpu";
    case DeviceClass::Other: return "Other";
    }
    return "Other";
}

} // namespace

Fit fitCalibration(const std::vector<Measurement>& measurements)
{
    std::map<ClassKey, Selection> dense;
    Selection experts;
    for (const Measurement& measurement : measurements) {
        if (hasExperts(measurement)) {
            experts.push_back(&measurement);
        } else {
            dense[{measurement.workload.engine, measurement.deviceClass}].push_back(&measurement);
        }
    }
    Fit fit;
    std::vector<ClassFit> classes;
    std::map<Metric, std::vector<double>> pooled;
    const Seconds shared = sharedPerLayer(dense);
    for (const auto& [key, selection] : dense) {
        const PerLayer perLayer =
            deviceModelPairs(selection) < kPairsForPerLayer ? PerLayer(shared) : std::nullopt;
        ClassFit one{{key.first, key.second, fitClass(key, selection, perLayer)},
                     unseenRatios(key, selection, perLayer)};
        one.row.constants.devices = static_cast<int>(devicesOf(selection).size());
        one.row.constants.measurements = static_cast<int>(selection.size());
        for (const auto& [metric, values] : one.ratios) {
            pooled[metric].insert(pooled[metric].end(), values.begin(), values.end());
            fit.errors.push_back(errorOf(key, false, metric, values, one.row.constants.devices));
        }
        classes.push_back(std::move(one));
    }
    for (ClassFit& one : classes) {
        setSpread(one, pooled);
        fit.rows.push_back(one.row);
    }
    fit.experts = fitExperts(fit.rows, experts, fit.errors);
    return fit;
}

std::string tableText(const Fit& fit)
{
    std::string text =
        "// SPDX-License-Identifier: GPL-3.0-or-later\n"
        "// Written by the target calibrate from tests/calibration/measurements.csv; not edited by hand.\n"
        "const CalibrationRow kRows[] = {\n";
    for (const CalibrationRow& row : fit.rows) {
        const Calibration& constants = row.constants;
        text += std::string("    {Engine::") + (row.engine == Engine::Vllm ? "Vllm" : "LlamaCpp") +
            ", DeviceClass::" + className(row.device) + ",\n     {" +
            formatFixed(constants.bandwidthShare, 2) + ", Seconds(" +
            formatFixed(constants.perLayer.value() * 1e6, 0) + "e-6), " +
            formatFixed(constants.computeShare, 3);
        for (const double bound :
             {constants.decodeLow, constants.decodeHigh, constants.prefillLow, constants.prefillHigh}) {
            text += ", " + formatFixed(bound, 3);
        }
        text += ", " + std::to_string(constants.devices) + ", " + std::to_string(constants.measurements) +
            "}},\n";
    }
    return text + "};\nconst ExpertFactors kExperts{" + formatFixed(fit.experts.bandwidth, 2) + ", " +
        formatFixed(fit.experts.compute, 2) + ", " + formatFixed(fit.experts.spread, 3) + "};\n";
}

std::string reportText(const Fit& fit)
{
    std::string text =
        "# How far speeds are off\n\n"
        "Error of the estimate against the measurement, each device estimated with constants that were "
        "fitted\nwithout it (a class of one device: with its own; mixture-of-experts models: in "
        "sample).\nWritten by the target `calibrate` from `measurements.csv`.\n\n"
        "| engine | devices | models | speed | devices measured | measurements | median | 90th "
        "percentile |\n| --- | --- | --- | --- | ---: | ---: | ---: | ---: |\n";
    for (const ClassError& error : fit.errors) {
        text += std::string("| ") + engineLabel(error.engine) + " | " +
            (error.experts ? "all" : className(error.device)) + " | " +
            (error.experts ? "mixture of experts" : "dense") + " | " +
            (error.metric == Metric::Decode ? "decode" : "prefill") + " | " + std::to_string(error.devices) +
            " | " + std::to_string(error.measurements) + " | " + formatFixed(100 * error.medianError, 0) +
            " % | " + formatFixed(100 * error.percentile90, 0) + " % |\n";
    }
    return text;
}

} // namespace rigwright::calibration
