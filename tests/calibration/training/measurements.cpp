// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/training/measurements.h"

#include <fstream>
#include <sstream>

namespace rigwright::training_calibration {

namespace {

enum Column {
    Device,
    Count,
    Model,
    EngineName,
    Kind,
    Weights,
    Matrices,
    Sequence,
    MicroBatch,
    Accumulation,
    RecomputeName,
    Zero,
    TensorParallel,
    PipelineParallel,
    Interleaved,
    ExpertParallel,
    ContextParallel,
    Options,
    Framework,
    Speed,
    Source,
    Columns
};

using Cells = std::vector<std::string>;

Cells cellsOf(const std::string& line, char separator)
{
    Cells cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, separator);) {
        cells.push_back(cell);
    }
    return cells;
}

ModelFacts gptShape(const std::string& shape)
{
    const Cells sizes = cellsOf(shape, 'x');
    ModelFacts facts;
    facts.name = "GPT " + shape;
    facts.layers = std::stoi(sizes.at(0));
    facts.hidden = std::stol(sizes.at(1));
    facts.headDim = facts.hidden < 2048 ? 64 : 128;
    facts.heads = facts.kvHeads = facts.hidden / facts.headDim;
    facts.feedForward = 4 * facts.hidden;
    facts.gatedFeedForward = false;
    facts.vocabulary = 50'368;
    facts.tiedEmbeddings = true;
    facts.qkNorm = "none";
    return facts;
}

Expected<ModelFacts> factsOf(const Catalog& catalog, const std::string& name)
{
    constexpr std::string_view kShape = "gpt:";
    if (name.starts_with(kShape)) {
        return gptShape(name.substr(kShape.size()));
    }
    return findModel(catalog, name).map([](const ModelFacts* facts) { return *facts; });
}

Expected<void> readOptions(const std::string& text, TrainingSetup& setup)
{
    for (const std::string& option : cellsOf(text, ' ')) {
        if (option == "compiled") {
            setup.compiled = true;
        } else if (option == "no-reshard") {
            setup.reshardAfterForward = false;
        } else if (option == "offload-parameters") {
            setup.offloadParameters = true;
        } else if (option == "offload-activations") {
            setup.offloadActivations = true;
        } else if (option == "optimizer-in-backward") {
            setup.optimizerInBackward = true;
        } else if (option.starts_with("loss=")) {
            setup.loss = parseLossMode(option.substr(5)).value();
        } else if (option.starts_with("optimizer=")) {
            setup.optimizer = parseOptimizer(option.substr(10)).value();
        } else {
            return fail("unknown option '" + option + "'");
        }
    }
    return {};
}

Expected<Workload> workloadOf(const Cells& cells)
{
    Workload workload;
    workload.kind = parseWorkloadKind(cells[Kind]).value();
    workload.engine = parseEngine(cells[EngineName]).value();
    workload.weights = parseWeightFormat(cells[Weights]).value();
    TrainingSetup& setup = workload.training;
    setup.matrices = parseMatrixPrecision(cells[Matrices]).value();
    setup.sequence = std::stol(cells[Sequence]);
    setup.microBatch = std::stol(cells[MicroBatch]);
    setup.gradientAccumulation = std::stoi(cells[Accumulation]);
    setup.recompute = parseRecompute(cells[RecomputeName]).value();
    if (!cells[Zero].empty()) {
        setup.zeroStage = std::stoi(cells[Zero]);
    }
    setup.interleavedStages = std::stoi(cells[Interleaved]);
    setup.contextParallel = std::stoi(cells[ContextParallel]);
    return readOptions(cells[Options], setup).map([&] { return workload; });
}

Expected<Measurement> readLine(const Catalog& catalog, const std::string& line)
{
    const Cells cells = cellsOf(line, ',');
    if (cells.size() != Columns) {
        return fail("expected " + std::to_string(Columns) + " cells");
    }
    const auto facts = factsOf(catalog, cells[Model]);
    const auto accelerator = findAccelerator(catalog, cells[Device]);
    const auto workload = workloadOf(cells);
    if (!facts || !accelerator || !workload) {
        return tl::unexpected(!facts ? facts.error() : !accelerator ? accelerator.error() : workload.error());
    }
    Measurement measurement;
    measurement.device = cells[Device];
    measurement.framework = cells[Framework];
    const int count = std::stoi(cells[Count]);
    measurement.tokensPerSecond = std::stod(cells[Speed]) * count;
    measurement.workload = *workload;
    measurement.model = quantize(*facts, workload->weights).value();
    measurement.hardware.accelerators.push_back({**accelerator, count, {}, {}});
    PlacementRequest request;
    request.tensorParallel = std::stoi(cells[TensorParallel]);
    request.pipelineParallel = std::stoi(cells[PipelineParallel]);
    request.expertParallel = std::stoi(cells[ExpertParallel]);
    measurement.plan = planMemory(measurement.model, *workload, measurement.hardware, request);
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

} // namespace rigwright::training_calibration
