// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/measurements.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace rigwright::calibration {

namespace {

enum Column {
    Device,
    Model,
    Weights,
    EngineName,
    Devices,
    MetricName,
    PromptTokens,
    Depth,
    OutputTokens,
    MicroBatch,
    FlashAttention,
    Speed,
    Runs,
    Use,
    Columns = 16
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

/// A prompt behind `depth` tokens of the cache is one whose beginning is found there.
void setLengths(Workload& workload, double prompt, double depth, double output)
{
    workload.promptTokens = std::max(1L, std::lround(prompt + depth));
    workload.outputTokens = std::max(1L, std::lround(output));
    workload.prefixCacheHitRate =
        prompt > 0 && depth > 0 ? depth / static_cast<double>(workload.promptTokens) : 0;
    workload.context = workload.promptTokens + workload.outputTokens;
}

void setWorkload(Measurement& measurement, const std::vector<std::string>& cells)
{
    measurement.device = cells[Device];
    measurement.devices = std::stoi(cells[Devices]);
    measurement.fitted = cells[Use] == "fit";
    measurement.metric = cells[MetricName] == "decode" ? Metric::Decode : Metric::Prefill;
    measurement.tokensPerSecond = std::stod(cells[Speed]);
    Workload& workload = measurement.workload;
    setLengths(workload, std::stod(cells[PromptTokens]), std::stod(cells[Depth]),
               std::stod(cells[OutputTokens]));
    workload.microBatch = std::stol(cells[MicroBatch]);
    workload.flashAttention = cells[FlashAttention] == "yes";
}

Expected<void> place(Measurement& measurement, const Catalog& catalog)
{
    return findAccelerator(catalog, measurement.device)
        .and_then([&](const Accelerator* accelerator) -> Expected<void> {
            measurement.deviceClass = deviceClass(*accelerator);
            measurement.path = matrixPath(*accelerator);
            measurement.hardware.accelerators.push_back({*accelerator, measurement.devices, {}, {}});
            PlacementRequest request;
            if (measurement.workload.engine == Engine::LlamaCpp) {
                request.gpuLayers = static_cast<int>(measurement.model.layers.size());
            }
            measurement.plan =
                planMemory(measurement.model, measurement.workload, measurement.hardware, request);
            if (!measurement.plan.fits) {
                return fail("the model does not fit");
            }
            return {};
        });
}

Expected<Measurement> readLine(const Catalog& catalog, const std::string& line)
{
    const std::vector<std::string> cells = cellsOf(line);
    if (cells.size() != Columns) {
        return fail("expected 16 cells");
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
    measurement.model = quantize(**facts, *format).value();
    measurement.workload.engine = *engine;
    measurement.workload.weights = *format;
    setWorkload(measurement, cells);
    return place(measurement, catalog).map([&] { return std::move(measurement); });
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
