// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/serving_logs.h"

#include "sizing/engines/rank_weights.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace rigwright {

namespace {

enum Column {
    Run,
    EngineName,
    Model,
    Weights,
    Cache,
    DeviceGib,
    Capability,
    Tensor,
    Pipeline,
    Share,
    BatchedTokens,
    Sequences,
    Graphs,
    Context,
    Figure,
    Value,
    Columns
};

/// The cells before the source, which alone may hold commas.
std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; cells.size() < Columns && std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    if (cells.size() < Columns) {
        throw std::runtime_error("serving_memory.csv: too few cells in " + line);
    }
    return cells;
}

/// The value, or an exception with what was wrong.
template <class Value>
Value orThrow(const Expected<Value>& value)
{
    if (!value) {
        throw std::runtime_error("serving_memory.csv: " + value.error().message);
    }
    return *value;
}

Hardware hardwareOf(const std::vector<std::string>& cells, int count)
{
    Accelerator accelerator;
    accelerator.info.name = cells[DeviceGib] + " GiB";
    accelerator.vendor = AcceleratorVendor::Nvidia;
    accelerator.memory = Bytes::gib(std::stod(cells[DeviceGib]));
    accelerator.computeCapability = std::stod(cells[Capability]);
    Hardware hardware;
    hardware.accelerators.push_back({accelerator, count, {}, {}});
    return hardware;
}

Workload workloadOf(const std::vector<std::string>& cells)
{
    Workload workload;
    workload.kind = WorkloadKind::Serve;
    workload.engine = orThrow(parseEngine(cells[EngineName]));
    workload.weights = orThrow(parseWeightFormat(cells[Weights]));
    workload.keyCache = workload.valueCache = orThrow(parseCacheType(cells[Cache]));
    workload.context = std::stoll(cells[Context]);
    if (workload.engine == Engine::Transformers) {
        workload.kind = WorkloadKind::Chat;
        workload.promptTokens = std::stoll(cells[BatchedTokens]); // a prompt is one step
    }
    workload.serving.memoryShare = std::stod(cells[Share]);
    workload.serving.graphs = cells[Graphs] == "yes";
    if (!cells[BatchedTokens].empty()) {
        workload.serving.batchedTokens = std::stoll(cells[BatchedTokens]);
    }
    if (!cells[Sequences].empty()) {
        workload.serving.mostSequences = std::stoll(cells[Sequences]);
    }
    return workload;
}

double planned(const std::vector<std::string>& cells, const Catalog& catalog)
{
    const Workload workload = workloadOf(cells);
    const ModelFacts& facts = *orThrow(findModel(catalog, cells[Model]));
    const QuantizedModel model = orThrow(quantize(facts, workload.weights));
    PlacementRequest request;
    request.tensorParallel = std::stoi(cells[Tensor]);
    request.pipelineParallel = std::stoi(cells[Pipeline]);
    const MemoryPlan plan = planMemory(
        model, workload, hardwareOf(cells, *request.tensorParallel * *request.pipelineParallel), request);
    if (cells[Figure] == "weights_gib") {
        return (rankWeights(model, plan.placement, 0) + rankTables(model, plan.placement, 0)).inGib();
    }
    if (cells[Figure] == "peak_gib") {
        const MemoryComponents& used = plan.memory.devices.front().used;
        return (used.total() - used.engineOverhead).inGib();
    }
    if (cells[Figure] == "pool_gib") {
        return plan.pool.value().inGib();
    }
    return cells[Figure] == "requests" ? plan.poolRequests.value()
                                       : static_cast<double>(plan.poolTokens.value());
}

std::string percent(double share)
{
    std::ostringstream text;
    text.setf(std::ios::fixed);
    text.precision(2);
    text << 100 * share << " %";
    return text.str();
}

/// The value below which this share of the sorted values lies.
double quantile(const std::vector<double>& sorted, double share)
{
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::lround(share * last))];
}

} // namespace

std::vector<ServingFigure> planServingLogs(const std::string& path, const Catalog& catalog)
{
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    std::vector<ServingFigure> figures;
    std::string line;
    std::getline(file, line); // names of the columns
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = cellsOf(line);
        figures.push_back(
            {cells[Run], cells[EngineName], cells[Figure], std::stod(cells[Value]), planned(cells, catalog)});
    }
    return figures;
}

std::string servingSection(const std::vector<ServingFigure>& figures)
{
    std::map<std::string, std::vector<double>> errors;
    std::ostringstream text;
    text << "## Serving engines\n\n| run | engine | quantity | printed | planned | error |\n"
            "|---|---|---|---|---|---|\n";
    for (const ServingFigure& figure : figures) {
        text << "| " << figure.run << " | " << figure.engine << " | " << figure.quantity << " | "
             << figure.printed << " | " << figure.planned << " | " << percent(figure.error()) << " |\n";
        errors[figure.quantity].push_back(std::abs(figure.error()));
    }
    text << "\n| quantity | figures | median error | 90th percentile |\n|---|---|---|---|\n";
    for (auto& [quantity, values] : errors) {
        std::ranges::sort(values);
        constexpr double kMedian = 0.5;
        constexpr double kNinth = 0.9;
        text << "| " << quantity << " | " << values.size() << " | " << percent(quantile(values, kMedian))
             << " | " << percent(quantile(values, kNinth)) << " |\n";
    }
    return text.str();
}

} // namespace rigwright
