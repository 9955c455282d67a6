// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/serving/serving_measurements.h"

#include <fstream>
#include <sstream>
#include <vector>

namespace rigwright::calibration {

namespace {

enum Column {
    Device,
    Model,
    Weights,
    EngineName,
    PromptTokens,
    OutputTokens,
    TensorParallel,
    ExpertParallel,
    Concurrency,
    TokenMs,
    FirstTokenMs,
    Date,
    Source,
    Columns
};

constexpr double kMilli = 1e-3;

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    return cells;
}

Workload workloadOf(const std::vector<std::string>& cells, Engine engine, WeightFormat format)
{
    Workload workload;
    workload.kind = WorkloadKind::Serve;
    workload.engine = engine;
    workload.weights = format;
    workload.promptTokens = std::stol(cells[PromptTokens]);
    workload.outputTokens = std::stol(cells[OutputTokens]);
    workload.context = workload.promptTokens + workload.outputTokens;
    workload.concurrency = std::stoi(cells[Concurrency]);
    return workload;
}

Expected<void> readLine(const Catalog& catalog, const std::string& line, ServingRun& run)
{
    const std::vector<std::string> cells = cellsOf(line);
    if (cells.size() != Columns) {
        return fail("expected 13 cells");
    }
    run.device = cells[Device];
    run.model = cells[Model];
    const Accelerator* accelerator = findPart(catalog.accelerators, PartId(run.device));
    const auto facts = findModel(catalog, run.model);
    const auto format = parseWeightFormat(cells[Weights]);
    const auto engine = parseEngine(cells[EngineName]);
    if (accelerator == nullptr || !facts || !format || !engine) {
        return fail("unknown device, model, weights or engine");
    }
    run.engine = *engine;
    run.deviceClass = deviceClass(*accelerator);
    run.tokenTime = Seconds(std::stod(cells[TokenMs]) * kMilli);
    if (!cells[FirstTokenMs].empty()) {
        run.firstToken = Seconds(std::stod(cells[FirstTokenMs]) * kMilli);
    }
    run.quantized = quantize(**facts, *format).value();
    run.workload = workloadOf(cells, *engine, *format);
    PlacementRequest request;
    request.tensorParallel = std::stoi(cells[TensorParallel]);
    request.expertParallel = std::stoi(cells[ExpertParallel]);
    run.hardware.accelerators.push_back({*accelerator, *request.tensorParallel, {}, {}});
    run.plan = planMemory(run.quantized, run.workload, run.hardware, request);
    const auto on = ServingCase::of(run.quantized, run.workload, run.hardware, run.plan,
                                    run.hardware.accelerators.front());
    if (!on) {
        return tl::unexpected(on.error());
    }
    run.on.emplace(*on);
    return {};
}

} // namespace

Expected<std::deque<ServingRun>> readServingRuns(const Catalog& catalog, const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::deque<ServingRun> runs;
    std::string line;
    std::getline(file, line);
    for (int number = 2; std::getline(file, line); ++number) {
        const auto read = readLine(catalog, line, runs.emplace_back());
        if (!read) {
            return fail(path.string() + ":" + std::to_string(number) + ": " + read.error().message);
        }
        if (!runs.back()
                 .plan.fits) { // the size command refuses it too: its pool of keys and values is too small
            runs.pop_back();
        }
    }
    return runs;
}

} // namespace rigwright::calibration
