// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/tensor_table.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <numeric>
#include <utility>

namespace rigwright {

namespace {

// A name may claim any layer or part; these keep what is remembered of hostile ones small.
constexpr int kMostLayers = 10'000;
constexpr std::size_t kMostParts = 1000;
// After experts are merged, the largest models known have 3,000.
constexpr std::size_t kMostTensors = 100'000;
constexpr std::size_t kMostNameBytes = 8U << 20U;

std::string keyOf(const TensorIdentity& identity)
{
    std::string key(identity.part);
    if (identity.group == TensorGroup::RoutedExpert) {
        key += "_exps";
    } else if (identity.group == TensorGroup::SharedExpert) {
        key += "_shexp";
    }
    if (identity.kind == "bias") {
        key += ".bias";
    }
    return key;
}

bool isRecurrentPart(std::string_view part)
{
    constexpr std::array<std::string_view, 5> kBegin{"ssm_", "time_mix_", "shortconv", "linear_attn", "dt_"};
    return std::ranges::any_of(kBegin, [&](std::string_view begin) { return part.starts_with(begin); });
}

} // namespace

std::int64_t TensorShape::columns() const
{
    return rank > 0 ? extents[static_cast<std::size_t>(rank) - 1] : 1;
}

std::int64_t TensorShape::rows() const
{
    return rank > 1 ? extents[static_cast<std::size_t>(rank) - 2] : 1;
}

std::int64_t TensorShape::elements() const
{
    std::int64_t product = 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(rank); ++i) {
        product *= extents[i];
    }
    return product;
}

std::int64_t TensorShape::stack() const
{
    const std::int64_t matrix = columns() * rows();
    return matrix > 0 ? elements() / matrix : 1;
}

bool TensorTable::add(std::string_view name, const TensorIdentity& identity, const TensorShape& shape,
                      std::int64_t elements, Bytes bytes)
{
    bytes_ += bytes;
    ++count_;
    observe(identity, shape, elements);
    store(name, identity, elements, bytes);
    return tensors_.size() <= kMostTensors && nameBytes_ <= kMostNameBytes;
}

void TensorTable::observe(const TensorIdentity& identity, const TensorShape& shape, std::int64_t elements)
{
    const bool isText = identity.place != TensorPlace::Tower && identity.place != TensorPlace::Mtp;
    if (identity.layer >= 0 && (isText || identity.beginsPrediction)) {
        observeLayer(identity, elements);
    } else if (isText) {
        elementsOutside_ += elements;
    }
    if (!isText || identity.isScale) {
        return;
    }
    if (!identity.expert.empty()) {
        constexpr int kMostExperts = 100'000;
        int number = 0;
        std::from_chars(identity.expert.data(), identity.expert.data() + identity.expert.size(), number);
        experts_ = std::max(experts_, std::min(number, kMostExperts - 1) + 1);
        if (number > 0) {
            return;
        }
    }
    if (shapes_.size() < kMostParts) {
        shapes_.try_emplace(keyOf(identity), shape);
    }
}

void TensorTable::observeLayer(const TensorIdentity& identity, std::int64_t elements)
{
    if (identity.layer >= kMostLayers) {
        return;
    }
    const auto index = static_cast<std::size_t>(identity.layer);
    layers_.resize(std::max(layers_.size(), index + 1));
    LayerContent& layer = layers_[index];
    const std::string_view part = identity.part;
    layer.attention =
        layer.attention || part == "attn_k" || part.starts_with("attn_q") || part.starts_with("attn_kv");
    layer.output = layer.output || part.starts_with("attn_output");
    layer.indexer = layer.indexer || part == "indexer";
    layer.latent = layer.latent || part == "attn_kv_a_mqa";
    layer.recurrent = layer.recurrent || isRecurrentPart(part);
    layer.experts = layer.experts || identity.group == TensorGroup::RoutedExpert;
    layer.dense = layer.dense || (part == "ffn_down" && identity.group == TensorGroup::Plain);
    layer.prediction = layer.prediction || identity.beginsPrediction;
    layer.elements += elements;
}

void TensorTable::store(std::string_view name, const TensorIdentity& identity, std::int64_t elements,
                        Bytes bytes)
{
    if (identity.expert.empty()) {
        nameBytes_ += name.size();
        tensors_.push_back({std::string(name), elements, bytes});
        return;
    }
    const auto [stack, isNew] = stacks_.try_emplace(nameOfAllExperts(name, identity), tensors_.size());
    if (isNew) {
        nameBytes_ += 2 * name.size();
        tensors_.push_back({stack->first, elements, bytes});
    } else {
        StoredTensor& merged = tensors_[stack->second];
        merged.elements += elements;
        merged.bytes += bytes;
    }
}

const TensorShape* TensorTable::shape(std::string_view part) const
{
    const auto found = shapes_.find(part);
    return found == shapes_.end() ? nullptr : &found->second;
}

std::int64_t TensorTable::parameters(int layers) const
{
    const auto last = layers_.begin() + std::min<std::ptrdiff_t>(layers, std::ssize(layers_));
    return std::accumulate(layers_.begin(), last, elementsOutside_,
                           [](std::int64_t sum, const LayerContent& layer) {
                               return sum + (layer.prediction ? 0 : layer.elements);
                           });
}

double TensorTable::bitsPerWeight() const
{
    double bits = 0;
    double elements = 0;
    for (const StoredTensor& tensor : tensors_) {
        bits += 8 * static_cast<double>(tensor.bytes.value());
        elements += static_cast<double>(tensor.elements);
    }
    return elements > 0 ? bits / elements : 0;
}

StoredWeights TensorTable::take(std::string format)
{
    stacks_.clear();
    return {std::move(format), std::move(tensors_)};
}

} // namespace rigwright
