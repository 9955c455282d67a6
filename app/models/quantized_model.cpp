// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantized_model.h"

#include "models/checkpoint_extras.h"
#include "models/format_rules.h"
#include "models/gguf_rules.h"
#include "models/stored_weights.h"

#include <functional>
#include <numeric>

namespace rigwright {

namespace {

StoredSize sizeOf(const Tensor& tensor, TensorType type)
{
    return storedSize(type, tensor.columns, tensor.rows, tensor.experts);
}

/// ggml's CPU back end interleaves eight rows of these types (ggml/src/ggml-cpu/repack.cpp); embeddings are only looked up.
bool isRepacked(const Tensor& tensor, TensorType type)
{
    constexpr std::int64_t kInterleavedRows = 8;
    const bool hasLayout = type == TensorType::Q4_0 || type == TensorType::Q4_K ||
        type == TensorType::IQ4_NL || type == TensorType::MXFP4;
    const bool isTable = tensor.role == TensorRole::TokenEmbedding ||
        tensor.role == TensorRole::PositionEmbedding || tensor.role == TensorRole::PerLayerEmbedding;
    return hasLayout && !isTable && tensor.rows % kInterleavedRows == 0;
}

/// Sorts the bytes of each tensor into what a placement can move.
class Weigher {
public:
    Weigher(const Architecture& architecture, WeightFormat format, const QuantizeOptions& options,
            const std::vector<Tensor>& tensors)
        : shape_(shapeOf(architecture))
        , counter_(tensors, architecture.facts.layers)
    {
        shape_.importanceMatrix = options.importanceMatrix;
        model_.architecture = architecture;
        model_.format = format;
        model_.layers.resize(architecture.layers.size());
    }

    void add(const Tensor& tensor)
    {
        const Bytes bytes = typedBytes(tensor);
        model_.parameters += tensor.elements();
        if (tensor.layer < 0) {
            addToModel(tensor, bytes);
        } else {
            addToLayer(tensor, bytes);
        }
    }

    [[nodiscard]] QuantizedModel take()
    {
        if (shape_.tiedEmbeddings) {
            model_.outputIsShared = true;
            model_.output += model_.sharedEmbedding;
        }
        return std::move(model_);
    }

private:
    Bytes typedBytes(const Tensor& tensor)
    {
        const TensorType type = tensorType(model_.format, tensor, shape_, counter_.next(tensor));
        const StoredSize size = sizeOf(tensor, type);
        model_.scales += size.scales;
        model_.repackable += isRepacked(tensor, type) ? size.total : Bytes();
        return size.total;
    }

    void addToModel(const Tensor& tensor, Bytes bytes)
    {
        const bool isInput = tensor.role == TensorRole::TokenEmbedding ||
            tensor.role == TensorRole::PositionEmbedding || tensor.role == TensorRole::PerLayerEmbedding;
        const bool isTied = shape_.tiedEmbeddings && tensor.role == TensorRole::TokenEmbedding;
        (isInput ? model_.inputEmbedding : model_.output) += bytes;
        model_.sharedEmbedding += isTied ? bytes : Bytes();
        model_.activeParameters += !isInput || isTied ? tensor.elements() : 0;
    }

    void addToLayer(const Tensor& tensor, Bytes bytes)
    {
        LayerWeights& layer = model_.layers[static_cast<std::size_t>(tensor.layer)];
        if (!isRoutedExpert(tensor.role)) {
            layer.attention += bytes;
            model_.activeParameters += tensor.elements();
            return;
        }
        const int used =
            model_.architecture.layers[static_cast<std::size_t>(tensor.layer)].feedForward.expertsPerToken;
        layer.experts += bytes;
        layer.expertsPerToken += bytes / tensor.experts * used;
        model_.activeParameters += tensor.elements() / tensor.experts * used;
    }

    QuantizedModel model_;
    ModelShape shape_;
    TensorCounter counter_;
};

/// Modules for multi-token prediction. Publishers of FP8 checkpoints quantise them like the model's own layers; others leave
/// them in 16 bits. In a GGUF they are the layers after the last, with an embedding and a head that no rule names.
Bytes bytesOfMtp(const std::vector<Tensor>& tensors, WeightFormat format, const ModelShape& shape)
{
    const bool isFp8 = format == WeightFormat::Fp8 || format == WeightFormat::Fp8Channel ||
        format == WeightFormat::Fp8Tensor || format == WeightFormat::Mxfp8 ||
        format == WeightFormat::Mxfp4Fp8;
    const bool isQuantized = isGguf(format) || isFp8;
    TensorCounter counter(tensors, shape.layers);
    Bytes sum;
    for (Tensor tensor : tensors) {
        tensor.layer = shape.layers;
        const bool isTable = tensor.role == TensorRole::TokenEmbedding || tensor.role == TensorRole::Output;
        if (isTable && isGguf(format)) {
            tensor.role = TensorRole::AttentionOther;
        }
        const TensorPosition position = counter.next(tensor);
        sum += sizeOf(tensor, tensorType(isQuantized ? format : WeightFormat::Bf16, tensor, shape, position))
                   .total;
    }
    return sum;
}

Bytes bytesOfTowers(const std::vector<Tensor>& tensors, WeightFormat format)
{
    const TensorType type = format == WeightFormat::Fp32 ? TensorType::F32 : TensorType::F16;
    return std::transform_reduce(tensors.begin(), tensors.end(), Bytes(), std::plus<>(),
                                 [type](const Tensor& tensor) { return sizeOf(tensor, type).total; });
}

} // namespace

Bytes QuantizedModel::total() const
{
    Bytes sum = inputEmbedding + ownOutput();
    for (const LayerWeights& layer : layers) {
        sum += layer.attention + layer.experts;
    }
    return sum;
}

Bytes QuantizedModel::readPerToken() const
{
    Bytes sum = output;
    for (const LayerWeights& layer : layers) {
        sum += layer.attention + layer.expertsPerToken;
    }
    return sum;
}

Expected<QuantizedModel> quantize(const ModelFacts& facts, WeightFormat format,
                                  const QuantizeOptions& options)
{
    return describe(facts).map([&](const Architecture& architecture) {
        if (hasStored(facts, format)) {
            return weighStored(architecture, format);
        }
        const std::vector<Tensor> tensors = tensorInventory(architecture);
        Weigher weigher(architecture, format, options, tensors);
        for (const Tensor& tensor : tensors) {
            weigher.add(tensor);
        }
        QuantizedModel model = weigher.take();
        const CheckpointExtras extras = checkpointExtras(architecture);
        const bool isLeftOut = !isCheckpoint(format) && !ggufKeepsMtp(architecture);
        model.mtp = isLeftOut ? Bytes() : bytesOfMtp(extras.mtp, format, shapeOf(architecture));
        model.towers = bytesOfTowers(extras.towers, format);
        return model;
    });
}

} // namespace rigwright
