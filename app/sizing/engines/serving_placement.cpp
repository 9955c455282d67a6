// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/serving_placement.h"

#include "units/format.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace rigwright {

namespace {

/// Values that share a scale along a row: a rank must get whole blocks of them. Engines pad MXFP4's: gpt-oss runs on eight devices
/// with experts 2,880 / 8 = 360 wide.
std::int64_t splitUnit(WeightFormat format)
{
    switch (format) {
    case WeightFormat::Fp8:
    case WeightFormat::Gptq8:
    case WeightFormat::Gptq4:
    case WeightFormat::Gptq3:
    case WeightFormat::Awq4:
    case WeightFormat::Int4: return 128;
    case WeightFormat::Gptq4G64:
    case WeightFormat::Awq4G64: return 64;
    case WeightFormat::Gptq4G32:
    case WeightFormat::Awq4G32:
    case WeightFormat::Int4G32:
    case WeightFormat::Mxfp8: return 32;
    case WeightFormat::Nvfp4: return 16;
    default: return 1;
    }
}

struct Obstacle {
    const char* id = "";
    const char* text = ""; ///< with {size}, {parts} and {unit}
    std::int64_t size = 0;
    std::int64_t parts = 1;
    std::int64_t unit = 1;
};

bool divides(std::int64_t size, std::int64_t parts)
{
    return size % parts == 0;
}

std::optional<Obstacle> attentionObstacle(const Attention& attention, int ranks)
{
    if (attention.heads > 0 && !divides(attention.heads, ranks)) {
        return Obstacle{
            "tensor-parallel-heads",
            RIGWRIGHT_TEXT("Finding", "{size} attention heads can't be split over {parts} devices."),
            attention.heads, ranks};
    }
    const bool shares = attention.kind != AttentionKind::Mla && attention.kvHeads > 0;
    if (shares && !divides(attention.kvHeads, ranks) && !divides(ranks, attention.kvHeads)) {
        return Obstacle{"tensor-parallel-kv-heads",
                        RIGWRIGHT_TEXT("Finding",
                                       "{size} key/value heads can neither be split over {parts} devices nor "
                                       "be copied evenly."),
                        attention.kvHeads, ranks};
    }
    return std::nullopt;
}

std::optional<Obstacle> widthObstacle(std::int64_t width, std::int64_t parts, std::int64_t unit)
{
    if (width == 0 || parts == 1) {
        return std::nullopt;
    }
    if (!divides(width, parts)) {
        return Obstacle{
            "tensor-parallel-width",
            RIGWRIGHT_TEXT("Finding", "A feed-forward width of {size} can't be split over {parts} devices."),
            width, parts};
    }
    // A width that isn't whole blocks even in one piece is padded by the format, and says nothing about splits.
    if (divides(width, unit) && !divides(width / parts, unit)) {
        return Obstacle{
            "tensor-parallel-blocks",
            RIGWRIGHT_TEXT("Finding",
                           "Over {parts} devices a feed-forward width of {size} falls into pieces "
                           "that aren't whole blocks of {unit} values, which share a scale."),
            width, parts, unit};
    }
    return std::nullopt;
}

std::optional<Obstacle> layerObstacle(const Layer& layer, const Placement& placement, std::int64_t unit)
{
    if (const auto obstacle = attentionObstacle(layer.attention, placement.tensorParallel)) {
        return obstacle;
    }
    const FeedForward& feedForward = layer.feedForward;
    const int tensor = placement.tensorParallel;
    if (feedForward.experts == 0) {
        return widthObstacle(feedForward.width, tensor, unit);
    }
    if (const auto obstacle = widthObstacle(feedForward.sharedWidth, tensor, unit)) {
        return obstacle;
    }
    const int ranks = tensor * placement.dataParallel;
    return widthObstacle(feedForward.width, std::max(1, ranks / placement.expertParallel), unit);
}

std::optional<Obstacle> splitObstacle(const QuantizedModel& model, const Placement& placement)
{
    const int tensor = placement.tensorParallel;
    if (tensor * placement.dataParallel == 1) {
        return std::nullopt;
    }
    const ModelFacts& facts = model.architecture.facts;
    const std::int64_t vocabulary = paddedVocabulary(facts.vocabulary);
    if (!divides(vocabulary, tensor)) {
        return Obstacle{"tensor-parallel-vocabulary",
                        RIGWRIGHT_TEXT("Finding",
                                       "A vocabulary of {size}, padded to 64s, can't be split over {parts} "
                                       "devices."),
                        vocabulary, tensor};
    }
    if (!facts.recurrentKind.empty() && facts.recurrentHeads > 0 && !divides(facts.recurrentHeads, tensor)) {
        return Obstacle{
            "tensor-parallel-state",
            RIGWRIGHT_TEXT("Finding",
                           "{size} heads of recurrent layers can't be split over {parts} devices."),
            facts.recurrentHeads, tensor};
    }
    const std::int64_t unit = splitUnit(model.format);
    for (const Layer& layer : model.architecture.layers) {
        if (const auto obstacle = layerObstacle(layer, placement, unit)) {
            return obstacle;
        }
    }
    return std::nullopt;
}

int widestTensorParallel(const QuantizedModel& model, int devices)
{
    for (int degree = devices; degree > 1; --degree) {
        Placement placement;
        placement.tensorParallel = degree;
        if (devices % degree == 0 && !splitObstacle(model, placement)) {
            return degree;
        }
    }
    return 1;
}

/// More devices than anybody has keep products of hostile degrees within an int.
int degreeOf(const std::optional<int>& asked, int otherwise)
{
    constexpr int kLargestDegree = 1024;
    return std::clamp(asked.value_or(otherwise), 1, kLargestDegree);
}

Finding blocker(const Obstacle& obstacle)
{
    return {obstacle.id,
            Severity::Blocker,
            obstacle.text,
            {{"size", formatCount(obstacle.size)},
             {"parts", std::to_string(obstacle.parts)},
             {"unit", std::to_string(obstacle.unit)}}};
}

void addDegreeProblems(std::vector<Finding>& findings, const QuantizedModel& model,
                       const Placement& placement, int devices)
{
    const std::int64_t used =
        std::int64_t{placement.tensorParallel} * placement.pipelineParallel * placement.dataParallel;
    if (used != devices) {
        findings.push_back(
            {"placement-devices",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding",
                            "Tensor parallel {tp} times pipeline parallel {pp} times data parallel {dp} is "
                            "not the {devices} devices."),
             {{"tp", std::to_string(placement.tensorParallel)},
              {"pp", std::to_string(placement.pipelineParallel)},
              {"dp", std::to_string(placement.dataParallel)},
              {"devices", std::to_string(devices)}}});
    }
    if (placement.pipelineParallel > std::ssize(model.layers)) {
        findings.push_back({"pipeline-layers",
                            Severity::Blocker,
                            RIGWRIGHT_TEXT("Finding", "{layers} layers can't form {pp} pipeline stages."),
                            {{"layers", std::to_string(model.layers.size())},
                             {"pp", std::to_string(placement.pipelineParallel)}}});
    }
}

void addExpertProblems(std::vector<Finding>& findings, const QuantizedModel& model,
                       const Placement& placement, ExpertGroups groups)
{
    const int ranks = placement.tensorParallel * placement.dataParallel;
    const int expert = placement.expertParallel;
    if (expert == 1) {
        return;
    }
    if (expert > model.architecture.facts.experts) {
        findings.push_back(
            {"expert-parallel-experts",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding", "{experts} routed experts can't be dealt out to {ep} devices."),
             {{"experts", std::to_string(model.architecture.facts.experts)},
              {"ep", std::to_string(expert)}}});
    }
    if (groups == ExpertGroups::AllRanks ? expert != ranks : ranks % expert != 0) {
        findings.push_back(
            {"expert-parallel-ranks",
             Severity::Blocker,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "Expert parallel {ep} doesn't go with the {ranks} devices of a stage (tensor times "
                 "data parallel)."),
             {{"ep", std::to_string(expert)}, {"ranks", std::to_string(ranks)}}});
    }
}

} // namespace

Placement chooseServingPlacement(const QuantizedModel& model, int devices, const PlacementRequest& request)
{
    Placement placement;
    placement.gpuLayers = static_cast<int>(model.layers.size());
    placement.dataParallel = degreeOf(request.dataParallel, 1);
    const int copyDevices = std::max(1, devices / placement.dataParallel);
    const int stages = degreeOf(request.pipelineParallel, 1);
    placement.tensorParallel =
        degreeOf(request.tensorParallel,
                 request.tensorParallel ? 1 : widestTensorParallel(model, std::max(1, copyDevices / stages)));
    placement.pipelineParallel =
        degreeOf(request.pipelineParallel, std::max(1, copyDevices / placement.tensorParallel));
    placement.expertParallel = degreeOf(request.expertParallel, 1);
    return placement;
}

std::vector<Finding> servingPlacementProblems(const QuantizedModel& model, const Placement& placement,
                                              int devices, ExpertGroups groups)
{
    std::vector<Finding> findings;
    addDegreeProblems(findings, model, placement, devices);
    addExpertProblems(findings, model, placement, groups);
    if (const auto obstacle = splitObstacle(model, placement)) {
        findings.push_back(blocker(*obstacle));
    }
    return findings;
}

std::pair<std::size_t, std::size_t> stageLayers(std::size_t layers, int stages, int stage)
{
    const auto count = static_cast<std::size_t>(stages);
    const auto index = static_cast<std::size_t>(stage);
    const std::size_t base = layers / count;
    const std::size_t longer = layers % count;
    const std::size_t first = index * base + std::min(index, longer);
    return {first, first + base + (index < longer ? 1 : 0)};
}

std::int64_t paddedVocabulary(std::int64_t vocabulary)
{
    constexpr std::int64_t kPadding = 64;
    return (vocabulary + kPadding - 1) / kPadding * kPadding;
}

} // namespace rigwright
