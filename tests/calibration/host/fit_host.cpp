// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/host/fit_host.h"

#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

namespace rigwright::calibration {

namespace {

using Selection = std::vector<const HostMeasurement*>;

Seconds timeOf(const HostMeasurement& measurement, const HostConstants& constants, bool blind)
{
    Host host = measurement.host;
    if (blind) {
        host.cores = 0;
    }
    const HostRates rates = hostRates(host, measurement.kind, constants);
    const Seconds read = measurement.read / rates.bandwidth;
    return measurement.decode ? read + rates.perLayer * measurement.layers
                              : read + measurement.work / *rates.matrix;
}

/// Measured over estimated.
double ratioOf(const HostMeasurement& measurement, const HostConstants& constants, bool blind)
{
    return measurement.tokensPerSecond * timeOf(measurement, constants, blind).value() / measurement.tokens;
}

double missOf(double ratio)
{
    constexpr double kUsual = 0.3; // below it a miss counts by its square: no device decides alone
    return (std::hypot(std::log(ratio), kUsual) + std::hypot(1 / ratio - 1, kUsual)) / 2 - kUsual;
}

/// Mean over devices of each device's mean error.
double loss(const Selection& selection, const HostConstants& constants, bool blind)
{
    std::map<std::string, std::pair<double, int>> devices;
    for (const HostMeasurement* measurement : selection) {
        auto& [sum, count] = devices[measurement->device];
        sum += missOf(ratioOf(*measurement, constants, blind));
        ++count;
    }
    double total = 0;
    for (const auto& [device, sum] : devices) {
        total += sum.first / sum.second;
    }
    return devices.empty() ? 0 : total / static_cast<double>(devices.size());
}

/// One constant that the fit moves: a whole number of steps, so that a table reads the same on every machine.
struct Knob {
    std::function<void(HostConstants&, double)> set;
    double step;
    int least;
    int most;
    int at;
};

void turn(const std::vector<Knob>& knobs, HostConstants& constants)
{
    for (const Knob& knob : knobs) {
        knob.set(constants, knob.at * knob.step);
    }
}

/// Moves one constant at a time while that helps, in steps that shrink.
void descend(std::vector<Knob> knobs, const Selection& selection, bool blind, HostConstants& constants)
{
    turn(knobs, constants);
    double least = loss(selection, constants, blind);
    for (const int stride : {12, 6, 3, 1, 3, 1}) {
        for (bool moved = true; moved;) {
            moved = false;
            for (Knob& knob : knobs) {
                for (const int change : {-stride, stride}) {
                    const int before = knob.at;
                    knob.at = std::clamp(before + change, knob.least, knob.most);
                    HostConstants tried = constants;
                    knob.set(tried, knob.at * knob.step);
                    const double error = loss(selection, tried, blind);
                    if (error < least - 1e-9) {
                        least = error;
                        constants = tried;
                        moved = true;
                    } else {
                        knob.at = before;
                    }
                }
            }
        }
    }
}

Knob shareKnob(double HostConstants::*field, int least, int most, int at)
{
    return {[field](HostConstants& constants, double value) { constants.*field = value; }, 0.01, least, most,
            at};
}

std::vector<Knob> decodeKnobs()
{
    constexpr int kPlainFaster = 185; // 16 bits against 8.5: more would let Q8_0 be slower than BF16
    return {shareKnob(&HostConstants::bandwidthShare, 40, 95, 76),
            shareKnob(&HostConstants::expertBandwidth, 40, 100, 86),
            shareKnob(&HostConstants::placedShare, 20, 100, 90),
            {[](HostConstants& constants, double value) { constants.perCore = BytesPerSecond::gb(value); }, 1,
             4, 200, 38},
            shareKnob(&HostConstants::plainFaster, 50, kPlainFaster, 120),
            {[](HostConstants& constants, double value) { constants.perThread = Seconds(value * 1e-6); }, 0.1,
             0, 200, 38}};
}

Selection select(const Selection& from, const std::function<bool(const HostMeasurement&)>& wanted)
{
    Selection selected;
    std::ranges::copy_if(from, std::back_inserter(selected),
                         [&](const HostMeasurement* measurement) { return wanted(*measurement); });
    return selected;
}

HostConstants fitConstants(const Selection& all)
{
    const auto isDecode = [](const HostMeasurement& one) { return one.decode; };
    const auto isPrefill = [](const HostMeasurement& one) { return !one.decode; };
    const Selection decode = select(all, isDecode);
    const Selection prefill = select(all, isPrefill);
    const Selection whole = select(all, [](const HostMeasurement& one) { return one.whole; });
    HostConstants constants;
    constants.computeShare = 0.5;
    constants.blindFlopsPerByte = 15;
    constants.blindPerCore = BytesPerSecond::gb(6.5);
    descend(decodeKnobs(), decode, false, constants);
    const Knob cores{[](HostConstants& tried, double value) { tried.computeCores = value; }, 4, 2, 250, 25};
    descend({cores, shareKnob(&HostConstants::computeShare, 10, 100, 60),
             shareKnob(&HostConstants::expertCompute, 20, 100, 60)},
            prefill, false, constants);
    const Knob guess{
        [](HostConstants& tried, double value) { tried.blindPerCore = BytesPerSecond::gb(value); }, 0.1, 10,
        300, 65};
    descend({guess, shareKnob(&HostConstants::blindBandwidthShare, 40, 95, 70),
             shareKnob(&HostConstants::blindExpertBandwidth, 40, 100, 86)},
            select(whole, isDecode), true, constants);
    const Knob flops{[](HostConstants& tried, double value) { tried.blindFlopsPerByte = value; }, 0.5, 2, 200,
                     30};
    descend({flops}, select(whole, isPrefill), true, constants);
    return constants;
}

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
        if (below >= share * total - 1e-9) {
            return each.value;
        }
    }
    return values.back().value;
}

/// Ratios of devices under constants fitted without them, by device.
using Unseen = std::map<std::string, std::vector<double>>;

std::vector<Weighted> weighted(const Unseen& unseen)
{
    std::vector<Weighted> values;
    for (const auto& [device, ratios] : unseen) {
        for (const double ratio : ratios) {
            values.push_back({ratio, 1.0 / static_cast<double>(ratios.size())});
        }
    }
    return values;
}

HostError errorOf(const Unseen& unseen, double low, double high)
{
    HostError error;
    std::vector<Weighted> values = weighted(unseen);
    error.devices = static_cast<int>(unseen.size());
    error.measurements = static_cast<int>(values.size());
    for (Weighted& each : values) {
        error.inside +=
            each.value >= low && each.value <= high ? 1.0 / static_cast<double>(values.size()) : 0;
        each.value = std::abs(1 / each.value - 1);
    }
    error.median = percentile(values, 0.5);
    error.percentile90 = percentile(values, 0.9);
    return error;
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

struct Cases {
    Unseen of[2][2]; ///< [decode][blind]
};

Cases leaveEachOut(const Selection& all)
{
    std::set<std::string> devices;
    for (const HostMeasurement* measurement : all) {
        devices.insert(measurement->device);
    }
    Cases cases;
    for (const std::string& device : devices) {
        const HostConstants constants =
            fitConstants(select(all, [&](const HostMeasurement& one) { return one.device != device; }));
        for (const HostMeasurement* measurement : all) {
            if (measurement->device != device) {
                continue;
            }
            Unseen* rows = cases.of[measurement->decode ? 1 : 0];
            rows[0][device].push_back(ratioOf(*measurement, constants, false));
            if (measurement->whole) {
                rows[1][device].push_back(ratioOf(*measurement, constants, true));
            }
        }
    }
    return cases;
}

std::vector<HostDevice> devicesOf(const Cases& cases)
{
    std::map<std::string, HostDevice> devices;
    for (const auto& [device, ratios] : cases.of[1][0]) {
        devices[device].decode = medianOf(ratios);
    }
    for (const auto& [device, ratios] : cases.of[1][1]) {
        devices[device].blindDecode = medianOf(ratios);
    }
    for (const auto& [device, ratios] : cases.of[0][0]) {
        devices[device].prefill = medianOf(ratios);
    }
    std::vector<HostDevice> rows;
    for (auto& [device, row] : devices) {
        row.device = device;
        rows.push_back(row);
    }
    return rows;
}

std::string percent(double share)
{
    return std::to_string(std::lround(100 * share)) + " %";
}

} // namespace

HostFit fitHost(const std::vector<HostMeasurement>& measurements)
{
    Selection all;
    for (const HostMeasurement& measurement : measurements) {
        all.push_back(&measurement);
    }
    HostFit fit;
    fit.constants = fitConstants(all);
    const Cases cases = leaveEachOut(all);
    constexpr double kDecodeTail = 0.07;
    constexpr double kPrefillTail = 0.1;
    for (const bool blind : {false, true}) {
        HostSpread& spread = blind ? fit.constants.blind : fit.constants.known;
        const auto decode = weighted(cases.of[1][blind ? 1 : 0]);
        const auto prefill = weighted(cases.of[0][blind ? 1 : 0]);
        spread = {std::min(1.0, percentile(decode, kDecodeTail)),
                  std::max(1.0, percentile(decode, 1 - kDecodeTail)),
                  std::min(1.0, percentile(prefill, kPrefillTail)),
                  std::max(1.0, percentile(prefill, 1 - kPrefillTail))};
        for (const bool isDecode : {true, false}) {
            HostError error = errorOf(cases.of[isDecode ? 1 : 0][blind ? 1 : 0],
                                      isDecode ? spread.decodeLow : spread.prefillLow,
                                      isDecode ? spread.decodeHigh : spread.prefillHigh);
            error.decode = isDecode;
            error.blind = blind;
            fit.errors.push_back(error);
        }
    }
    fit.devices = devicesOf(cases);
    return fit;
}

std::string hostTableText(const HostFit& fit)
{
    const HostConstants& constants = fit.constants;
    const auto line = [](const char* field, const std::string& value) {
        return std::string("fitted.") + field + " = " + value + ";\n";
    };
    const auto spread = [](const HostSpread& of) {
        return "{" + formatFixed(of.decodeLow, 3) + ", " + formatFixed(of.decodeHigh, 3) + ", " +
            formatFixed(of.prefillLow, 3) + ", " + formatFixed(of.prefillHigh, 3) + "}";
    };
    const auto micros = [](Seconds time) { return "Seconds(" + formatFixed(time.value() * 1e6, 1) + "e-6)"; };
    return "// SPDX-License-Identifier: GPL-3.0-or-later\n"
           "// Written by the target calibrate from tests/calibration/host/measurements.csv; not edited by "
           "hand.\n" +
        line("bandwidthShare", formatFixed(constants.bandwidthShare, 2)) +
        line("perCore", "BytesPerSecond::gb(" + formatFixed(constants.perCore.inGb(), 0) + ")") +
        line("plainFaster", formatFixed(constants.plainFaster, 2)) +
        line("perThread", micros(constants.perThread)) +
        line("expertBandwidth", formatFixed(constants.expertBandwidth, 2)) +
        line("placedShare", formatFixed(constants.placedShare, 2)) +
        line("blindBandwidthShare", formatFixed(constants.blindBandwidthShare, 2)) +
        line("blindExpertBandwidth", formatFixed(constants.blindExpertBandwidth, 2)) +
        line("blindPerCore", "BytesPerSecond::gb(" + formatFixed(constants.blindPerCore.inGb(), 1) + ")") +
        line("blindFlopsPerByte", formatFixed(constants.blindFlopsPerByte, 1)) +
        line("computeCores", formatFixed(constants.computeCores, 0)) +
        line("computeShare", formatFixed(constants.computeShare, 2)) +
        line("expertCompute", formatFixed(constants.expertCompute, 2)) +
        line("known", spread(constants.known)) + line("blind", spread(constants.blind));
}

std::string hostReportText(const HostFit& fit)
{
    std::string text =
        "# How far speeds on CPU cores are off\n\n"
        "Error of the estimate against the measurement, each device estimated with constants that "
        "were fitted\nwithout it and weighing the same. Written by the target `calibrate` from "
        "`measurements.csv`.\n\n"
        "| given | speed | devices | measurements | median | 90th percentile | within the range |\n"
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |\n";
    for (const HostError& error : fit.errors) {
        text += std::string("| ") + (error.blind ? "bandwidth alone" : "bandwidth and CPU") + " | " +
            (error.decode ? "decode" : "prefill") + " | " + std::to_string(error.devices) + " | " +
            std::to_string(error.measurements) + " | " + percent(error.median) + " | " +
            percent(error.percentile90) + " | " + percent(error.inside) + " |\n";
    }
    text +=
        "\nMeasured over estimated speed, the middle of each device's measurements, with its CPU given:\n\n"
        "| device | decode | decode, bandwidth alone | prefill |\n| --- | ---: | ---: | ---: |\n";
    const auto cell = [](double ratio) { return ratio > 0 ? formatFixed(ratio, 2) : std::string("–"); };
    for (const HostDevice& device : fit.devices) {
        text += "| " + device.device + " | " + cell(device.decode) + " | " + cell(device.blindDecode) +
            " | " + cell(device.prefill) + " |\n";
    }
    return text;
}

} // namespace rigwright::calibration
