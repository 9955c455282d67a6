// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/links/links_fit.h"

#include "calibration/descent.h"

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <tuple>

namespace rigwright::calibration {

namespace {

enum Column { Device, RouteName, LaunchName, Devices, MessageBytes, Microseconds, Source, Columns };

constexpr double kMicro = 1e-6;

Expected<Launch> parseLaunch(const std::string& name)
{
    if (name == "graph") {
        return Launch::Graph;
    }
    if (name == "eager") {
        return Launch::Eager;
    }
    return name == "library" ? Expected<Launch>(Launch::Library)
                             : Expected<Launch>(fail("launch: expected graph, eager or library"));
}

const char* launchLabel(Launch launch)
{
    switch (launch) {
    case Launch::Graph: return "graph";
    case Launch::Eager: return "eager";
    case Launch::Library: return "library";
    }
    return "";
}

Expected<Exchange> readLine(const Catalog& catalog, const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    if (cells.size() != Columns) {
        return fail("expected 7 cells");
    }
    const Accelerator* accelerator = findPart(catalog.accelerators, PartId(cells[Device]));
    if (accelerator == nullptr) {
        return fail("unknown device " + cells[Device]);
    }
    return parseLaunch(cells[LaunchName]).map([&](Launch launch) {
        Exchange exchange;
        exchange.device = cells[Device];
        exchange.devices = std::stoi(cells[Devices]);
        exchange.group = {*accelerator, exchange.devices, {}, {}};
        exchange.route = cells[RouteName] == "switch" ? Route::Switch : Route::Cpu;
        exchange.launch = launch;
        exchange.message = Bytes(std::stoll(cells[MessageBytes]));
        exchange.measured = Seconds(std::stod(cells[Microseconds]) * kMicro);
        return exchange;
    });
}

double logError(const Exchange& exchange, const LinkConstants& constants)
{
    const Seconds estimated =
        allReduceOver(exchange.group, exchange.devices, exchange.launch, exchange.route, constants)
            .time(exchange.message, exchange.devices);
    return std::log(estimated / exchange.measured);
}

void weigh(std::vector<Exchange>& exchanges)
{
    std::map<std::tuple<std::string, int, Launch>, int> counts;
    for (const Exchange& exchange : exchanges) {
        ++counts[{exchange.device, exchange.devices, exchange.launch}];
    }
    for (Exchange& exchange : exchanges) {
        exchange.weight = 1.0 / counts[{exchange.device, exchange.devices, exchange.launch}];
    }
}

/// What the fit moves: shares as they are, times in microseconds.
struct Draft {
    double linkShare = 0.35;
    double linkGrowth = 0.1;
    double slotShare = 0.6;
    double newSlotKept = 0.8;
    double oldSlotKept = 0.4;
    double linkLatency = 4.5;
    double linkDoubling = 0.5;
    double linkRamp = 4;
    double slotLatency = 5;
    double slotDevice = 3.5;
    double slotRamp = 8;
    double eager = 22;
    double libraryDevice = 2;

    [[nodiscard]] std::vector<Knob> knobs()
    {
        return {{&linkShare, 0, 0.5},   {&linkGrowth, 0, 1},    {&slotShare, 0, 0.95},  {&newSlotKept, 0, 1},
                {&oldSlotKept, 0, 1},   {&linkLatency, 0, 100}, {&linkDoubling, 0, 50}, {&linkRamp, 0, 100},
                {&slotLatency, 0, 100}, {&slotDevice, 0, 50},   {&slotRamp, 0, 100},    {&eager, 0, 200},
                {&libraryDevice, 0, 50}};
    }

    [[nodiscard]] LinkConstants constants() const
    {
        const auto micro = [](double value) { return Seconds(rounded(value) * kMicro); };
        LinkConstants result;
        result.linkShare = rounded(linkShare);
        result.linkGrowth = rounded(linkGrowth);
        result.linkLatency = micro(linkLatency);
        result.linkDoubling = micro(linkDoubling);
        result.linkRamp = micro(linkRamp);
        result.slotShare = rounded(slotShare);
        result.newSlotKept = rounded(newSlotKept);
        result.oldSlotKept = rounded(oldSlotKept);
        result.slotLatency = micro(slotLatency);
        result.slotDevice = micro(slotDevice);
        result.slotRamp = micro(slotRamp);
        result.eager = micro(eager);
        result.libraryDevice = micro(libraryDevice);
        return result;
    }
};

} // namespace

Expected<std::vector<Exchange>> readExchanges(const Catalog& catalog, const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::vector<Exchange> exchanges;
    std::string line;
    std::getline(file, line);
    for (int number = 2; std::getline(file, line); ++number) {
        auto exchange = readLine(catalog, line);
        if (!exchange) {
            return fail(path.string() + ":" + std::to_string(number) + ": " + exchange.error().message);
        }
        exchanges.push_back(std::move(*exchange));
    }
    return exchanges;
}

LinkConstants fitLinks(std::vector<Exchange> exchanges)
{
    constexpr int kSweeps = 40;
    weigh(exchanges);
    Draft draft;
    descend(
        draft.knobs(),
        [&] {
            const LinkConstants constants = draft.constants();
            double sum = 0;
            for (const Exchange& exchange : exchanges) {
                sum += exchange.weight * std::abs(logError(exchange, constants));
            }
            return sum;
        },
        kSweeps);
    return draft.constants();
}

std::string linksText(const LinkConstants& constants)
{
    const auto micro = [](Seconds time) { return "Seconds(" + text(time.value() / kMicro) + "e-6)"; };
    return "// SPDX-License-Identifier: GPL-3.0-or-later\n"
           "// Written by the target calibrate from tests/calibration/links/measurements.csv; not edited by "
           "hand.\n"
           "const LinkConstants kLinks{" +
        text(constants.linkShare) + ", " + text(constants.linkGrowth) + ", " + micro(constants.linkLatency) +
        ", " + micro(constants.linkDoubling) + ", " + micro(constants.linkRamp) + ",\n    " +
        text(constants.slotShare) + ", " + text(constants.newSlotKept) + ", " + text(constants.oldSlotKept) +
        ", " + micro(constants.slotLatency) + ", " + micro(constants.slotDevice) + ", " +
        micro(constants.slotRamp) + ",\n    " + micro(constants.eager) + ", " +
        micro(constants.libraryDevice) + "};\n";
}

std::string linksReport(const std::vector<Exchange>& exchanges)
{
    std::map<std::pair<std::string, Launch>, std::vector<double>> errors;
    std::map<std::string, LinkConstants> without;
    for (const Exchange& exchange : exchanges) {
        if (!without.contains(exchange.device)) {
            std::vector<Exchange> others;
            for (const Exchange& other : exchanges) {
                if (other.device != exchange.device) {
                    others.push_back(other);
                }
            }
            without[exchange.device] = fitLinks(others);
        }
        errors[{exchange.device, exchange.launch}].push_back(
            std::abs(std::expm1(logError(exchange, without[exchange.device]))));
    }
    std::string report =
        "# How far times of all-reduces are off\n\n"
        "Error of the estimate against the measurement, each device estimated with constants that were "
        "fitted\nwithout it. Written by the target `calibrate` from `measurements.csv`.\n\n"
        "| device | launch | measurements | median | 90th percentile |\n| --- | --- | ---: | ---: | ---: |\n";
    constexpr double kPercent = 100;
    for (const auto& [key, all] : errors) {
        report += "| " + key.first + " | " + launchLabel(key.second) + " | " + std::to_string(all.size()) +
            " | " + std::to_string(std::lround(kPercent * quantile(all, 0.5))) + " % | " +
            std::to_string(std::lround(kPercent * quantile(all, 0.9))) + " % |\n";
    }
    return report;
}

} // namespace rigwright::calibration
