// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stored_weights.h"

#include "models/tensor_names.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace rigwright {

namespace {

/// Sorts stored tensors into what a placement can move.
class StoredWeigher {
public:
    StoredWeigher(const Architecture& architecture, WeightFormat format)
    {
        model_.architecture = architecture;
        model_.format = format;
        model_.layers.resize(architecture.layers.size());
    }

    void add(const StoredTensor& tensor)
    {
        const TensorIdentity identity = identifyTensor(tensor.name);
        const bool beyondLast = identity.layer >= static_cast<int>(model_.layers.size());
        if (identity.place == TensorPlace::Tower) {
            model_.towers += tensor.bytes;
        } else if (identity.place == TensorPlace::Mtp || beyondLast) {
            model_.mtp += tensor.bytes;
        } else {
            model_.parameters += tensor.elements;
            model_.scales += identity.isScale ? tensor.bytes : Bytes();
            addToText(tensor, identity);
        }
    }

    [[nodiscard]] QuantizedModel take()
    {
        // A file without an output head uses the embedding as its head, whatever the description says.
        if (!hasHead_) {
            model_.outputIsShared = true;
            model_.sharedEmbedding = embedding_.bytes;
            model_.output += embedding_.bytes;
            model_.activeParameters += embedding_.elements;
        }
        return std::move(model_);
    }

private:
    void addToText(const StoredTensor& tensor, const TensorIdentity& identity)
    {
        switch (identity.place) {
        case TensorPlace::Input:
            model_.inputEmbedding += tensor.bytes;
            if (embedsTokens(identity) && tensor.elements > embedding_.elements) {
                embedding_ = tensor;
            }
            break;
        case TensorPlace::Layer: addToLayer(tensor, identity); break;
        default:
            hasHead_ = hasHead_ || isHead(identity);
            model_.output += tensor.bytes;
            model_.activeParameters += tensor.elements;
            break;
        }
    }

    /// Not by position, nor for a layer of its own.
    static bool embedsTokens(const TensorIdentity& identity)
    {
        const bool perLayer = identity.part.find("per_layer") != std::string_view::npos;
        const bool byPosition = identity.part.find("position") != std::string_view::npos ||
            identity.part == "wpe" || identity.part == "token_types";
        return !perLayer && !byPosition;
    }

    static bool isHead(const TensorIdentity& identity)
    {
        const bool named = identity.part == "output" || identity.part == "lm_head" ||
            identity.part == "embed_out" || identity.part == "head" || identity.part == "output_layer";
        return named && identity.kind != "bias";
    }

    void addToLayer(const StoredTensor& tensor, const TensorIdentity& identity)
    {
        const auto index = static_cast<std::size_t>(identity.layer);
        LayerWeights& layer = model_.layers[index];
        if (identity.group != TensorGroup::RoutedExpert) {
            layer.attention += tensor.bytes;
            model_.activeParameters += tensor.elements;
            return;
        }
        const FeedForward& network = model_.architecture.layers[index].feedForward;
        const std::int64_t experts = std::max(1, network.experts);
        const std::int64_t used = std::clamp<std::int64_t>(network.expertsPerToken, 1, experts);
        layer.experts += tensor.bytes;
        layer.expertsPerToken += tensor.bytes / experts * used;
        model_.activeParameters += tensor.elements / experts * used;
    }

    QuantizedModel model_;
    StoredTensor embedding_;
    bool hasHead_ = false;
};

} // namespace

QuantizedModel weighStored(const Architecture& architecture, WeightFormat format)
{
    StoredWeigher weigher(architecture, format);
    for (const StoredTensor& tensor : architecture.facts.storedWeights->tensors) {
        weigher.add(tensor);
    }
    return weigher.take();
}

bool hasStored(const ModelFacts& facts, WeightFormat format)
{
    return facts.storedWeights && facts.storedWeights->format == weightFormatName(format);
}

} // namespace rigwright
