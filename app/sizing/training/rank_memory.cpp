// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/rank_memory.h"

#include "sizing/training/lora.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kBits16 = 2;
constexpr std::int64_t kFp32 = 4;
constexpr int kShardOptimizer = 1;
constexpr int kShardGradients = 2;
constexpr int kShardParameters = 3;

Bytes shared(Bytes bytes, std::int64_t shares)
{
    return Bytes((bytes.value() + shares - 1) / shares);
}

bool isQuantized(WeightFormat format)
{
    return format != WeightFormat::Fp32 && format != WeightFormat::Bf16 && format != WeightFormat::Fp16;
}

} // namespace

ModelTensors::ModelTensors(const Architecture& architecture)
    : layers(architecture.layers.size())
{
    for (const Tensor& tensor : tensorInventory(architecture)) {
        if (tensor.layer < 0) {
            others.push_back(tensor);
        } else if (static_cast<std::size_t>(tensor.layer) < layers.size()) {
            layers[static_cast<std::size_t>(tensor.layer)].push_back(tensor);
        }
    }
}

TrainingSizer::TrainingSizer(const QuantizedModel& model, const ModelTensors& tensors,
                             const Workload& workload, const TrainingRules& rules)
    : model_(model)
    , setup_(workload.training)
    , rules_(rules)
    , trainsBase_(!trainsAdapters(workload.kind))
    , quantizedBase_(isQuantized(model.format))
    , parameterType_(trainsBase_
                         ? (model.format == WeightFormat::Fp32 ? ParameterType::Fp32 : ParameterType::Bits16)
                         : (rules.fp32Adapters ? ParameterType::Fp32 : ParameterType::Bits16))
    , layers_(model.layers.size())
{
    embedding_.weights = model.inputEmbedding;
    head_.weights = model.output;
    for (const Tensor& tensor : tensors.others) {
        addTensor(tensor);
    }
    const ActivationRules activationRules{trainsBase_,
                                          quantizedBase_,
                                          workload.flashAttention,
                                          rules.fusedKernels || setup_.compiled,
                                          rules.repeatsKeyValues,
                                          rules.everySecondProduct};
    const ModelFacts& facts = model.architecture.facts;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        for (const Tensor& tensor : tensors.layers[i]) {
            addTensor(tensor);
        }
        const Layer& layer = model.architecture.layers[i];
        layers_[i].dense.weights = model.layers[i].attention;
        layers_[i].experts.weights = model.layers[i].experts;
        layers_[i].activations = layerActivations(facts, layer, tensors.layers[i], setup_, activationRules);
        layers_[i].quantizedInputs = quantizedInputs(facts, layer);
    }
}

void TrainingSizer::Part::add(const Part& other)
{
    weights += other.weights;
    elements += other.elements;
    trained += other.trained;
}

void TrainingSizer::addTensor(const Tensor& tensor)
{
    if (tensor.layer < 0) {
        const bool atEnd = tensor.role == TensorRole::Output || tensor.role == TensorRole::OutputNorm;
        Part& part = atEnd ? head_ : embedding_;
        part.elements += tensor.elements();
        if (trainsBase_) {
            part.trained.add(tensor);
        }
        return;
    }
    LayerShare& layer = layers_[static_cast<std::size_t>(tensor.layer)];
    layer.largestMatrix = std::max(layer.largestMatrix, tensor.columns * tensor.rows);
    Part& part = isRoutedExpert(tensor.role) ? layer.experts : layer.dense;
    part.elements += tensor.elements();
    if (trainsBase_) {
        part.trained.add(tensor);
    } else {
        part.trained.layerMatrices += adapterElements(tensor, setup_);
    }
}

std::int64_t TrainingSizer::trainedElements() const
{
    std::int64_t elements = embedding_.trained.all() + head_.trained.all();
    for (const LayerShare& layer : layers_) {
        elements += layer.dense.trained.all() + layer.experts.trained.all();
    }
    return elements;
}

TrainingSizer::Stage TrainingSizer::stageAt(int stage, int stages) const
{
    const auto count = static_cast<std::size_t>(stages);
    const auto index = static_cast<std::size_t>(stage);
    const std::size_t base = layers_.size() / count;
    const std::size_t longer = layers_.size() % count;
    const std::size_t first = index * base + std::min(index, longer);
    Stage found{first, first + base + (index < longer ? 1 : 0), stage == 0, stage + 1 == stages, {}, {}};
    for (std::size_t i = found.first; i < found.last; ++i) {
        found.dense.add(layers_[i].dense);
        found.experts.add(layers_[i].experts);
    }
    if (found.begins) {
        found.dense.add(embedding_);
    }
    if (found.ends) {
        Part head = head_;
        if (model_.outputIsShared && found.begins) {
            head.weights = Bytes(); // the embedding itself
        }
        found.dense.add(head);
    }
    return found;
}

Bytes TrainingSizer::gradientBytes(std::int64_t elements) const
{
    const bool wide = setup_.fp32Gradients.value_or(false) || parameterType_ == ParameterType::Fp32;
    return Bytes(elements * (wide ? kFp32 : kBits16));
}

Bytes TrainingSizer::largestGradients(const Stage& stage) const
{
    std::int64_t largest =
        std::max(stage.begins ? embedding_.trained.all() : 0, stage.ends ? head_.trained.all() : 0);
    for (std::size_t i = stage.first; i < stage.last; ++i) {
        largest = std::max(largest, layers_[i].dense.trained.all() + layers_[i].experts.trained.all());
    }
    return gradientBytes(largest);
}

void TrainingSizer::addStates(RankMemory& rank, const Part& part, std::int64_t splits,
                              std::int64_t copies) const
{
    const auto share = [&](Bytes bytes, int fromStage) {
        return shared(bytes, splits * (*setup_.zeroStage >= fromStage ? copies : 1));
    };
    const std::int64_t trained = part.trained.all();
    Bytes weights = part.weights;
    if (!trainsBase_) {
        weights += Bytes(trained * (parameterType_ == ParameterType::Fp32 ? kFp32 : kBits16));
    }
    weights = share(weights, kShardParameters);
    const Bytes optimizer =
        share(optimizerBytes(*setup_.optimizer, part.trained, parameterType_), kShardOptimizer);
    (setup_.offloadParameters ? rank.hostParameters : rank.device.weights) += weights;
    if (setup_.offloadOptimizer) {
        // The step runs in RAM on gradients in FP32 that were sent there.
        rank.hostOptimizer += optimizer + shared(Bytes(trained * kFp32), splits * copies);
    } else {
        (isPaged(*setup_.optimizer) ? rank.hostOptimizer : rank.device.optimizer) += optimizer;
    }
    rank.device.gradients += share(gradientBytes(trained), kShardGradients);
}

Bytes TrainingSizer::gathered(const Stage& stage) const
{
    // A frozen quantised base is gathered as it is stored, everything else in 16 bits.
    const std::int64_t all = stage.dense.elements + stage.experts.elements;
    const Bytes bits16 = Bytes(std::max<std::int64_t>(1, all * kBits16));
    const double stored =
        quantizedBase_ ? std::min(1.0, (stage.dense.weights + stage.experts.weights) / bits16) : 1.0;
    if (rules_.gatheredElements > 0) {
        return Bytes(std::min(rules_.gatheredElements, all) * kBits16).scaled(stored);
    }
    std::int64_t largest = 0;
    std::int64_t largestTrained = 0;
    for (std::size_t i = stage.first; i < stage.last; ++i) {
        const LayerShare& layer = layers_[i];
        largest = std::max(largest, layer.dense.elements + layer.experts.elements);
        largestTrained = std::max(largestTrained, layer.dense.trained.all() + layer.experts.trained.all());
    }
    constexpr std::int64_t kLayersAtOnce = 2; // the one at work and the one that is fetched ahead
    const std::int64_t ends = (stage.begins ? embedding_.elements : 0) + (stage.ends ? head_.elements : 0);
    const std::int64_t elements =
        setup_.reshardAfterForward ? std::min(all, kLayersAtOnce * largest + ends) : all;
    // Gradients of a layer before they are scattered: as computed, and in the type of the sum.
    const Bytes scattered = Bytes(largestTrained * kBits16) + gradientBytes(largestTrained);
    return Bytes(elements * kBits16).scaled(stored) + scattered;
}

Bytes TrainingSizer::dequantized() const
{
    if (!quantizedBase_) {
        return {};
    }
    // bitsandbytes unpacks a matrix to the type of its scales and converts that to the type of the activations: two copies.
    std::int64_t largest = 0;
    for (const LayerShare& layer : layers_) {
        largest = std::max(largest, layer.largestMatrix);
    }
    constexpr std::int64_t kCopies = 2;
    const std::int64_t head = model_.architecture.facts.vocabulary * model_.architecture.facts.hidden;
    const bool quantizedHead = model_.output < Bytes(head * kBits16);
    // PEFT converts a head that stays in 16 bits to FP32 (prepare_model_for_kbit_training).
    const std::int64_t headCopies = quantizedHead ? kCopies : (rules_.fp32Adapters ? 1 : 0);
    return Bytes(kBits16 * std::max(kCopies * largest, headCopies * head));
}

Bytes TrainingSizer::buffers(const Stage& stage, const Placement& placement) const
{
    const int zero = *setup_.zeroStage;
    const std::int64_t splits = placement.tensorParallel;
    const std::int64_t elements = stage.dense.elements + stage.experts.elements / placement.expertParallel;
    Bytes bytes = dequantized();
    if (zero >= kShardParameters && (placement.dataParallel > 1 || setup_.offloadParameters)) {
        return bytes + shared(gathered(stage), splits);
    }
    if (trainsBase_ && parameterType_ == ParameterType::Fp32) {
        bytes += shared(Bytes(elements * kBits16), splits); // autocast's copies
    }
    if (placement.dataParallel > 1 && zero == 0 && !rules_.gradientBuffers) {
        // PyTorch's data parallelism copies gradients into buckets that stay.
        const std::int64_t trained =
            stage.dense.trained.all() + stage.experts.trained.all() / placement.expertParallel;
        bytes += shared(gradientBytes(trained), splits);
    } else if (placement.dataParallel > 1) {
        bytes += Bytes(2 * kBits16 * rules_.bucketElements);
    }
    return bytes;
}

Bytes TrainingSizer::keptBytes(const TokenBytes& bytes, const Placement& placement) const
{
    const std::int64_t tensorParallel = placement.tensorParallel;
    const std::int64_t streamShares = setup_.sequenceParallel ? tensorParallel : 1;
    return Bytes(((bytes.split + tensorParallel - 1) / tensorParallel +
                  (bytes.streams + streamShares - 1) / streamShares) *
                 tokens());
}

std::int64_t TrainingSizer::tokens() const
{
    const std::int64_t shares = setup_.contextParallel;
    return (setup_.sequence + shares - 1) / shares * setup_.microBatch;
}

Bytes TrainingSizer::waiting(RankMemory& rank, const Stage& stage, const Placement& placement,
                             int index) const
{
    const Recompute recompute = *setup_.recompute;
    Bytes bytes;
    for (std::size_t i = stage.first; i < stage.last; ++i) {
        const LayerActivations& layer = layers_[i].activations;
        bytes += keptBytes(recompute == Recompute::None       ? layer.kept
                               : recompute == Recompute::Full ? layer.input
                                                              : layer.selective,
                           placement);
        if (quantizedBase_ && recompute == Recompute::None) {
            // Measured runs on bitsandbytes' matrices hold four bytes for each value that enters one (litgpt's rows in
            // tests/data/training_memory.csv), twice what autograd's input in 16 bits takes.
            bytes += keptBytes({kBits16 * layers_[i].quantizedInputs, 0}, placement);
        }
    }
    // One forward, one backward: the first stage starts as many micro-batches as there are stages before one ends.
    const int stages = placement.pipelineParallel;
    bytes = bytes * std::min<std::int64_t>(stages - index, setup_.gradientAccumulation);
    if (!setup_.offloadActivations || stage.first == stage.last) {
        return bytes;
    }
    constexpr std::int64_t kLayersAtOnce = 2;
    const auto layers = static_cast<std::int64_t>(stage.last - stage.first);
    const Bytes stays = std::min(bytes, Bytes(bytes.value() / layers * kLayersAtOnce));
    rank.hostActivations = bytes - stays;
    return stays;
}

void TrainingSizer::addActivations(RankMemory& rank, const Stage& stage, const Placement& placement,
                                   int index) const
{
    const ModelFacts& facts = model_.architecture.facts;
    Bytes recomputed; // of the layer whose backward pass runs
    for (std::size_t i = stage.first; i < stage.last; ++i) {
        recomputed = std::max(recomputed, keptBytes(layers_[i].activations.kept, placement));
    }
    Bytes loss;
    Bytes headGradient;
    if (stage.ends) {
        loss = lossBytes(facts, *setup_.loss, tokens(), placement.tensorParallel);
        headGradient = trainsBase_
            ? shared(Bytes(facts.vocabulary * facts.hidden * kBits16), placement.tensorParallel)
            : Bytes();
    }
    const Bytes gradients = rank.device.gradients;
    const bool resident = rules_.gradientBuffers || setup_.gradientAccumulation > 1;
    const Bytes before = resident ? gradients : std::min(gradients, headGradient);
    const Bytes during = *setup_.recompute == Recompute::None ? Bytes() : recomputed;
    const Bytes start = waiting(rank, stage, placement, index) + std::max(loss, during) + before;
    const bool roots =
        setup_.optimizer == Optimizer::AdamWBf16 && !setup_.fusedOptimizer && !setup_.optimizerInBackward;
    const Bytes step = gradients + (roots ? rank.device.optimizer / 2 : Bytes());
    rank.device.activations = std::max({start, recomputed + gradients, step}) - gradients;
}

RankMemory TrainingSizer::rank(const Placement& placement, int index) const
{
    const Stage stage = stageAt(index, placement.pipelineParallel);
    const std::int64_t splits = placement.tensorParallel;
    const std::int64_t dealt = placement.expertParallel;
    RankMemory rank;
    addStates(rank, stage.dense, splits, placement.dataParallel);
    addStates(rank, stage.experts, splits * dealt, std::max<std::int64_t>(1, placement.dataParallel / dealt));
    if (setup_.optimizerInBackward || setup_.offloadOptimizer) {
        rank.device.gradients = std::min(rank.device.gradients, shared(largestGradients(stage), splits));
    }
    rank.device.computeBuffer = buffers(stage, placement);
    addActivations(rank, stage, placement, index);
    return rank;
}

} // namespace rigwright
