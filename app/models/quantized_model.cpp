// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantized_model.h"

#include "models/format_rules.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Sorts the bytes of each tensor into what a placement can move.
class Weigher {
public:
    Weigher(const Architecture& architecture, WeightFormat format, const std::vector<Tensor>& tensors)
    {
        const ModelFacts& facts = architecture.facts;
        model_.architecture = architecture;
        model_.format = format;
        model_.layers.resize(architecture.layers.size());
        shape_ = {facts.layers,
                  std::max<std::int64_t>(1, facts.heads / std::max<std::int64_t>(1, facts.kvHeads)),
                  facts.experts, facts.tiedEmbeddings};
        valueCount_ =
            static_cast<int>(std::ranges::count(tensors, TensorRole::AttentionValue, &Tensor::role));
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
            model_.output += model_.inputEmbedding;
        }
        return std::move(model_);
    }

private:
    Bytes typedBytes(const Tensor& tensor)
    {
        TensorPosition position{tensor.layer, shape_.layers};
        if (tensor.role == TensorRole::AttentionValue) {
            position = {valueIndex_++, valueCount_};
        }
        return tensorBytes(tensorType(model_.format, tensor, shape_, position), tensor.columns,
                           tensor.rows * tensor.experts);
    }

    void addToModel(const Tensor& tensor, Bytes bytes)
    {
        const bool isInput =
            tensor.role == TensorRole::TokenEmbedding || tensor.role == TensorRole::PositionEmbedding;
        if (isInput) {
            model_.inputEmbedding += bytes;
        } else {
            model_.output += bytes;
        }
        if (!isInput || (shape_.tiedEmbeddings && tensor.role == TensorRole::TokenEmbedding)) {
            model_.activeParameters += tensor.elements();
        }
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
    int valueCount_ = 0;
    int valueIndex_ = 0;
};

} // namespace

Bytes QuantizedModel::total() const
{
    Bytes sum = inputEmbedding + output;
    if (outputIsShared) {
        sum -= inputEmbedding;
    }
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

Expected<QuantizedModel> quantize(const ModelFacts& facts, WeightFormat format)
{
    return describe(facts).map([&](const Architecture& architecture) {
        const std::vector<Tensor> tensors = tensorInventory(architecture);
        Weigher weigher(architecture, format, tensors);
        for (const Tensor& tensor : tensors) {
            weigher.add(tensor);
        }
        return weigher.take();
    });
}

} // namespace rigwright
