// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training_measurements.h"

#include "sizing/training/training_rules.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>

namespace rigwright::training {

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    return cells;
}

int whole(const Row& row, const char* column)
{
    return std::stoi(row.at(column));
}

Measurement measurementOf(const Row& row)
{
    Measurement measurement;
    measurement.id = row.at("id");
    measurement.framework = row.at("framework");
    measurement.model = row.at("model");
    measurement.devices = whole(row, "devices");
    measurement.tensorParallel = whole(row, "tensor_parallel");
    measurement.reserved = row.at("metric") == "reserved";
    measurement.measured = Bytes(std::stoll(row.at("measured_bytes")));
    measurement.source = row.at("source");
    Workload& workload = measurement.workload;
    workload.engine = parseEngine(row.at("engine")).value();
    workload.kind = parseWorkloadKind(row.at("kind")).value();
    workload.weights = parseWeightFormat(row.at("weights")).value();
    TrainingSetup& setup = workload.training;
    setup.optimizer = parseOptimizer(row.at("optimizer")).value();
    setup.sequence = whole(row, "sequence");
    setup.microBatch = whole(row, "micro_batch");
    setup.gradientAccumulation = whole(row, "accumulation");
    setup.zeroStage = whole(row, "zero");
    setup.contextParallel = whole(row, "context_parallel");
    setup.recompute = parseRecompute(row.at("recompute")).value();
    setup.loss = parseLossMode(row.at("loss")).value();
    setup.loraTargets = parseLoraTargets(row.at("targets")).value();
    setup.loraRank = whole(row, "rank");
    setup.loraDropout = row.at("dropout") == "yes";
    const std::string& flags = row.at("flags");
    const auto flag = [&](const char* name) { return flags.find(name) != std::string::npos; };
    setup.fusedOptimizer = flag("fused");
    setup.compiled = flag("compiled");
    setup.optimizerInBackward = flag("in-backward");
    setup.offloadActivations = flag("offload-activations");
    return measurement;
}

/// stabilityai/stablelm-base-alpha-3b, config.json: GPT-NeoX with parallel residuals, untied.
ModelFacts stableLmAlpha3b()
{
    ModelFacts facts;
    facts.id = ModelId("stablelm-base-alpha-3b");
    facts.layers = 16;
    facts.hidden = 4096;
    facts.vocabulary = 50688;
    facts.heads = 32;
    facts.kvHeads = 32;
    facts.headDim = 128;
    facts.feedForward = 16384;
    facts.gatedFeedForward = false;
    facts.normKind = "ln";
    return facts;
}

ModelFacts modelNamed(const Catalog& catalog, const std::string& id)
{
    const auto found = std::ranges::find(catalog.models, ModelId(id), &ModelFacts::id);
    if (found != catalog.models.end()) {
        return *found;
    }
    if (const ModelFacts stable = stableLmAlpha3b(); stable.id == ModelId(id)) {
        return stable;
    }
    throw std::runtime_error("no model " + id);
}

Comparison compare(const Measurement& measurement, const Catalog& catalog)
{
    const QuantizedModel model =
        quantize(modelNamed(catalog, measurement.model), measurement.workload.weights).value();
    Accelerator accelerator;
    accelerator.memory = 80_GiB;
    Hardware hardware;
    hardware.accelerators.push_back({accelerator, measurement.devices, {}, {}});
    PlacementRequest request;
    request.tensorParallel = measurement.tensorParallel;
    const MemoryPlan plan = planMemory(model, measurement.workload, hardware, request);
    const MemoryComponents& used = plan.memory.devices.front().used;
    const Bytes tensors = used.total() - used.engineOverhead;
    const Bytes held = measurement.reserved ? tensors.scaled(1 + kShardedAllocatorShare) : tensors;
    return {measurement, tensors, held, used.total()};
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

std::vector<Measurement> readMeasurements(const std::string& path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> columns = cellsOf(line);
    std::vector<Measurement> measurements;
    while (std::getline(file, line)) {
        std::vector<std::string> cells = cellsOf(line);
        cells.resize(columns.size());
        Row row;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            row[columns[i]] = cells[i];
        }
        measurements.push_back(measurementOf(row));
    }
    return measurements;
}

std::vector<Comparison> compare(const std::vector<Measurement>& measurements, const Catalog& catalog)
{
    std::vector<Comparison> comparisons;
    for (const Measurement& measurement : measurements) {
        comparisons.push_back(compare(measurement, catalog));
    }
    return comparisons;
}

ErrorSummary summarize(std::vector<double> errors)
{
    if (errors.empty()) {
        return {};
    }
    for (double& error : errors) {
        error = std::abs(error);
    }
    std::ranges::sort(errors);
    const auto index = static_cast<std::size_t>(std::ceil(0.9 * static_cast<double>(errors.size()))) - 1;
    return {static_cast<int>(errors.size()), median(errors), errors[index]};
}

std::vector<double> errorsLeavingSourceOut(const std::vector<Comparison>& comparisons)
{
    std::vector<double> errors;
    for (const Comparison& left : comparisons) {
        if (!left.measurement.reserved) {
            continue;
        }
        std::vector<Comparison> others;
        std::ranges::copy_if(comparisons, std::back_inserter(others), [&](const Comparison& other) {
            return other.measurement.source != left.measurement.source;
        });
        const double share = fittedAllocatorShare(others);
        errors.push_back(left.tensors.scaled(1 + share) / left.measurement.measured - 1);
    }
    return errors;
}

double fittedAllocatorShare(const std::vector<Comparison>& comparisons)
{
    std::vector<double> shares;
    for (const Comparison& comparison : comparisons) {
        if (comparison.measurement.reserved) {
            shares.push_back(comparison.measurement.measured / comparison.tensors - 1);
        }
    }
    return shares.empty() ? 0 : median(shares);
}

} // namespace rigwright::training
