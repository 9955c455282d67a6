// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/measurements.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace rigwright::calibration {

namespace {

enum Column {
    Device,
    Model,
    Weights,
    EngineName,
    MetricName,
    PromptTokens,
    OutputTokens,
    Speed,
    Columns = 11
};

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    return cells;
}

void placeOn(Measurement& measurement, const Accelerator& accelerator)
{
    measurement.deviceClass = deviceClass(accelerator);
    measurement.hardware.accelerators.push_back({accelerator, 1, {}, {}});
}

void placeOn(Measurement& measurement, const Cpu& cpu)
{
    measurement.deviceClass = DeviceClass::Cpu;
    Host& host = measurement.hardware.host;
    host.name = cpu.info.name;
    host.cores = cpu.cores;
    host.avx512 = cpu.avx512;
    host.amx = cpu.amx;
    host.bandwidth = memoryBandwidth(cpu.memoryChannels, cpu.memorySpeed);
}

Expected<void> readHardware(const Catalog& catalog, Measurement& measurement)
{
    const PartId id(measurement.device);
    if (const Accelerator* accelerator = findPart(catalog.accelerators, id)) {
        placeOn(measurement, *accelerator);
        return {};
    }
    return findCpu(catalog, measurement.device).map([&](const Cpu* cpu) { placeOn(measurement, *cpu); });
}

Expected<Measurement> readLine(const Catalog& catalog, const std::string& line)
{
    const std::vector<std::string> cells = cellsOf(line);
    if (cells.size() != Columns) {
        return fail("expected 11 cells");
    }
    const auto facts = findModel(catalog, cells[Model]);
    const auto format = parseWeightFormat(cells[Weights]);
    const auto engine = parseEngine(cells[EngineName]);
    if (!facts || !format || !engine) {
        return fail(!facts        ? facts.error().message
                        : !format ? format.error().message
                                  : engine.error().message);
    }
    Measurement measurement;
    measurement.device = cells[Device];
    measurement.metric = cells[MetricName] == "decode" ? Metric::Decode : Metric::Prefill;
    measurement.tokensPerSecond = std::stod(cells[Speed]);
    measurement.model = quantize(**facts, *format).value();
    Workload& workload = measurement.workload;
    workload.engine = *engine;
    workload.weights = *format;
    workload.promptTokens = std::max(1L, std::stol(cells[PromptTokens]));
    workload.outputTokens = std::max(1L, std::stol(cells[OutputTokens]));
    workload.context = workload.promptTokens + workload.outputTokens;
    if (const auto placed = readHardware(catalog, measurement); !placed) {
        return fail(placed.error().message);
    }
    measurement.plan = planMemory(measurement.model, workload, measurement.hardware);
    return measurement;
}

} // namespace

Expected<std::vector<Measurement>> readMeasurements(const Catalog& catalog, const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::vector<Measurement> measurements;
    std::string line;
    std::getline(file, line);
    for (int number = 2; std::getline(file, line); ++number) {
        auto measurement = readLine(catalog, line);
        if (!measurement) {
            return fail(path.string() + ":" + std::to_string(number) + ": " + measurement.error().message);
        }
        measurements.push_back(std::move(*measurement));
    }
    return measurements;
}

} // namespace rigwright::calibration
