// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensors.h"

#include <utility>

namespace rigwright {

/// Collects the tensors of one layer after the other; what has no elements is no tensor.
class Inventory {
public:
    explicit Inventory(const ModelFacts& facts)
        : facts_(facts)
    { }

    [[nodiscard]] const ModelFacts& facts() const { return facts_; }

    /// The layer of the tensors that follow; -1: of the whole model.
    void beginLayer(int layer) { layer_ = layer; }

    void matrix(TensorRole role, std::int64_t columns, std::int64_t rows, std::int64_t experts = 1)
    {
        if (columns > 0 && rows > 0 && experts > 0) {
            tensors_.push_back({role, layer_, columns, rows, experts, false});
        }
    }

    void vector(std::int64_t elements, TensorRole role = TensorRole::Norm)
    {
        if (elements > 0) {
            tensors_.push_back({role, layer_, elements, 1, 1, true});
        }
    }

    /// Elements of a norm over the hidden size.
    [[nodiscard]] std::int64_t normElements() const
    {
        if (facts_.normKind == "none") {
            return 0;
        }
        return facts_.normKind == "ln" ? 2 * facts_.hidden : facts_.hidden;
    }

    [[nodiscard]] std::vector<Tensor> take() { return std::move(tensors_); }

private:
    const ModelFacts& facts_;
    int layer_ = -1;
    std::vector<Tensor> tensors_;
};

void addAttentionTensors(Inventory& inventory, const Attention& attention);
void addRecurrentTensors(Inventory& inventory);
void addFeedForwardTensors(Inventory& inventory, const FeedForward& feedForward, int layer);
/// All of the above that a layer has, with its norms and residual connections. `layer`: its position in the model.
void addLayerTensors(Inventory& inventory, const Layer& layer, int position);

} // namespace rigwright
