// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/fit.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rigwright::calibration {

namespace {

const char* className(DeviceClass device)
{
    switch (device) {
    case DeviceClass::NvidiaGddr: return "NvidiaGddr";
    case DeviceClass::NvidiaHbm: return "NvidiaHbm";
    case DeviceClass::Apple: return "Apple";
    case DeviceClass::AmdCard: return "AmdCard";
    case DeviceClass::AmdHbm: return "AmdHbm";
    case DeviceClass::AmdUnified: return "AmdUnified";
    case DeviceClass::Intel: return "Intel";
    case DeviceClass::Cpu: return "Cpu";
    case DeviceClass::Other: return "Other";
    }
    return "Other";
}

const char* pathName(MatrixPath path)
{
    switch (path) {
    case MatrixPath::NvidiaTensor: return "NvidiaTensor";
    case MatrixPath::NvidiaFirst: return "NvidiaFirst";
    case MatrixPath::AmdMatrix: return "AmdMatrix";
    case MatrixPath::AmdInstinct: return "AmdInstinct";
    case MatrixPath::AmdUnified: return "AmdUnified";
    case MatrixPath::Vector: return "Vector";
    case MatrixPath::Apple: return "Apple";
    case MatrixPath::AppleNeural: return "AppleNeural";
    case MatrixPath::Intel: return "Intel";
    case MatrixPath::Other: return "Other";
    }
    return "Other";
}

std::string secondsText(Seconds time)
{
    return "Seconds(" + formatFixed(time.value() * 1e6, 0) + "e-6)";
}

std::string nanosecondsText(Seconds time)
{
    return "Seconds(" + formatFixed(time.value() * 1e9, 0) + "e-9)";
}

std::string numbers(std::initializer_list<double> values)
{
    std::string text;
    for (const double value : values) {
        text += (text.empty() ? "" : ", ") + formatFixed(value, 3);
    }
    return text;
}

std::string percent(double share)
{
    return formatFixed(100 * share, 0) + " %";
}

struct Compared {
    const Measurement* measurement;
    double ratio; ///< measured over estimated
};

std::vector<DeviceValue> errorsOf(const std::vector<Compared>& compared)
{
    std::vector<DeviceValue> errors;
    for (const Compared& each : compared) {
        errors.push_back({each.measurement->device, std::abs(1 / each.ratio - 1)});
    }
    return errors;
}

std::string errorCells(const std::vector<Compared>& compared)
{
    std::set<std::string> devices;
    for (const Compared& each : compared) {
        devices.insert(each.measurement->device);
    }
    const std::vector<DeviceValue> errors = errorsOf(compared);
    return std::to_string(devices.size()) + " | " + std::to_string(compared.size()) + " | " +
        percent(percentile(errors, 0.5)) + " | " + percent(percentile(errors, 0.9));
}

using Groups = std::map<std::string, std::vector<const Unseen*>>;

std::string groupName(const Measurement& measurement)
{
    const bool decode = measurement.metric == Metric::Decode;
    const std::string kind = measurement.hasExperts() ? "mixture of experts" : "dense";
    const std::string place = measurement.hasExperts() ? "all"
        : decode                                       ? className(measurement.deviceClass)
                                                       : pathName(measurement.path);
    return std::string(engineLabel(measurement.workload.engine)) + " | " + (decode ? "decode" : "prefill") +
        " | " + kind + " | " + place;
}

std::string unseenTable(const Groups& groups)
{
    std::string text =
        "| engine | speed | models | devices | devices measured | measurements | median | 90th "
        "percentile | in range | range, high / low |\n"
        "| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    for (const auto& [name, unseen] : groups) {
        std::vector<Compared> compared;
        std::vector<DeviceValue> inside;
        std::vector<DeviceValue> widths;
        double held = 0;
        for (const Unseen* each : unseen) {
            compared.push_back({each->measurement, each->ratio});
            widths.push_back({each->measurement->device, each->width});
            held += each->inside ? 1 : 0;
        }
        text += "| " + name + " | " + errorCells(compared) + " | " +
            percent(held / static_cast<double>(unseen.size())) + " | " +
            formatFixed(percentile(widths, 0.5), 2) + " |\n";
    }
    return text;
}

/// What two devices must share to be compared.
std::string taskOf(const Measurement& measurement)
{
    const Workload& workload = measurement.workload;
    return measurement.model.architecture.facts.id.text() + " " + weightFormatName(workload.weights) + " " +
        engineLabel(workload.engine) + (measurement.metric == Metric::Decode ? " d " : " p ") +
        std::to_string(workload.promptTokens) + " " + std::to_string(workload.outputTokens) + " " +
        formatFixed(workload.prefixCacheHitRate, 3);
}

/// Of the pairs of devices with the same task whose speeds differ by more than 15 %, those where the faster is named right.
std::string orderingText(const std::vector<Unseen>& unseen, Metric metric)
{
    constexpr double kDiffer = 1.15;
    std::map<std::string, std::vector<const Unseen*>> tasks;
    for (const Unseen& each : unseen) {
        if (each.measurement->metric == metric) {
            tasks[taskOf(*each.measurement)].push_back(&each);
        }
    }
    int pairs = 0;
    int right = 0;
    for (const auto& [task, rows] : tasks) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = i + 1; j < rows.size(); ++j) {
                const double measured =
                    rows[i]->measurement->tokensPerSecond / rows[j]->measurement->tokensPerSecond;
                const bool apart = measured > kDiffer || measured < 1 / kDiffer;
                if (rows[i]->measurement->device == rows[j]->measurement->device || !apart) {
                    continue;
                }
                const double estimate = measured * rows[j]->ratio / rows[i]->ratio;
                ++pairs;
                right += (measured > 1) == (estimate > 1) ? 1 : 0;
            }
        }
    }
    return std::string(metric == Metric::Decode ? "decode" : "prefill") + ": " +
        percent(static_cast<double>(right) / std::max(1, pairs)) + " of " + std::to_string(pairs) + " pairs";
}

std::string checkedTable(const Fit& fit, const std::vector<Measurement>& measurements)
{
    std::map<std::string, std::vector<Compared>> groups;
    for (const Measurement& measurement : measurements) {
        if (!measurement.fitted) {
            const std::string count = measurement.devices > 1 ? "several devices" : "one device";
            const std::string kind = measurement.hasExperts() ? "mixture of experts" : "dense";
            groups[(measurement.metric == Metric::Decode ? "decode | " : "prefill | ") + kind + " | " + count]
                .push_back({&measurement, measurement.tokensPerSecond / estimated(measurement, fit.table())});
        }
    }
    std::string text =
        "| speed | models | on | devices measured | measurements | median | 90th percentile |\n"
        "| --- | --- | --- | ---: | ---: | ---: | ---: |\n";
    for (const auto& [name, compared] : groups) {
        text += "| " + name + " | " + errorCells(compared) + " |\n";
    }
    return text;
}

} // namespace

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
            formatFixed(constants.bandwidthShare, 2) + ", " + secondsText(constants.perLayer) + ", " +
            formatFixed(constants.opsPerWeight, 0) + ", " +
            numbers({constants.computeShare, constants.expertCompute}) + ", " +
            nanosecondsText(constants.perExpertToken) + ", " +
            numbers({constants.flashAttention, constants.decodeLow, constants.decodeHigh,
                     constants.prefillLow, constants.prefillHigh}) +
            ", " + std::to_string(constants.devices) + ", " + std::to_string(constants.measurements) +
            "}},\n";
    }
    text += "};\nconst MatrixRow kPaths[] = {\n";
    for (const MatrixRow& row : fit.paths) {
        text += std::string("    {MatrixPath::") + pathName(row.path) + ", " +
            numbers({row.computeShare, row.expertCompute}) + ", " + nanosecondsText(row.perExpertToken) +
            ", " + numbers({row.flashAttention, row.prefillLow, row.prefillHigh}) + ", " +
            std::to_string(row.devices) + "},\n";
    }
    const SharedConstants& shared = fit.shared;
    return text + "};\nconst SharedConstants kShared{" +
        numbers({shared.cacheBandwidth, shared.plainAttention, shared.expertBandwidth}) +
        ",\n                              " + secondsText(shared.perExpertLayer) + ", " +
        secondsText(shared.perRecurrentLayer) + ", " + numbers({shared.expertCompute}) + ", " +
        nanosecondsText(shared.perExpertToken) + ", " + numbers({shared.flashAttention}) +
        ",\n                              " +
        numbers({shared.expertDecodeLow, shared.expertDecodeHigh, shared.expertPrefillLow,
                 shared.expertPrefillHigh}) +
        "};\n";
}

std::string reportText(const Fit& fit, const std::vector<Measurement>& measurements)
{
    Groups groups;
    for (const Unseen& each : fit.unseen) {
        groups[groupName(*each.measurement)].push_back(&each);
        if (!each.measurement->hasExperts()) {
            const bool decode = each.measurement->metric == Metric::Decode;
            groups[std::string(engineLabel(each.measurement->workload.engine)) +
                   (decode ? " | decode" : " | prefill") + " | dense | all"]
                .push_back(&each);
        }
    }
    return "# How far speeds of one user are off\n\n"
           "Error of the estimate against the measurement, each device estimated with constants that were "
           "fitted\nwithout it, and how many of its measurements lie in the range that the other devices "
           "give. Devices weigh\nthe same. Written by the target `calibrate` from `measurements.csv`.\n\n" +
        unseenTable(groups) +
        "\nPairs of devices with the same model, precision and lengths whose speeds differ by more than 15 "
        "%: "
        "the faster\nis named right in " +
        orderingText(fit.unseen, Metric::Decode) + "; " + orderingText(fit.unseen, Metric::Prefill) +
        ".\n\n## Measurements that were not fitted\n\n"
        "Several equal devices with the layers dealt out, other back ends than a vendor's own, and rigs that "
        "their\nowners describe themselves.\n\n" +
        checkedTable(fit, measurements);
}

} // namespace rigwright::calibration
