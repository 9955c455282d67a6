// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"
#include "models/tensor_names.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rigwright {

/// The shape of a tensor as PyTorch writes it: rows before columns.
struct TensorShape {
    std::array<std::int64_t, 8> extents{};
    int rank = 0;

    [[nodiscard]] std::int64_t columns() const;
    [[nodiscard]] std::int64_t rows() const; ///< the extent before the columns; 1 for a vector
    [[nodiscard]] std::int64_t elements() const;
    [[nodiscard]] std::int64_t stack() const; ///< matrices in it
};

/// What a layer has, by the names of its tensors.
struct LayerContent {
    bool attention = false; ///< projections of queries or keys
    bool output =
        false; ///< and the one of the attention's result; recurrent layers may have the others alone
    bool indexer = false;
    bool latent = false; ///< MLA with the compression stored
    bool recurrent = false;
    bool experts = false;
    bool dense = false;
    bool prediction = false; ///< a layer for multi-token prediction
    std::int64_t elements = 0;
};

/// Gathers the tensors of a file or of all its parts: what they weigh, and what their names and shapes tell of the model.
/// Tensors that differ in the expert's number alone become one, so that half a million of them stay small.
class TensorTable {
public:
    /// `elements`: parameters that the tensor stands for. False: more tensors than any model has.
    [[nodiscard]] bool add(std::string_view name, const TensorIdentity& identity, const TensorShape& shape,
                           std::int64_t elements, Bytes bytes);

    [[nodiscard]] Bytes bytes() const { return bytes_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    /// By layer number; as long as the highest number seen.
    [[nodiscard]] const std::vector<LayerContent>& layers() const { return layers_; }
    /// Shape of a part in the first layer that has it, "attn_q"; outside of layers by its name, "token_embd". Routed and
    /// shared experts end in "_exps" and "_shexp". Null: no such tensor.
    [[nodiscard]] const TensorShape* shape(std::string_view part) const;
    /// The same for what is added to it, "attn_q.bias".
    [[nodiscard]] bool has(std::string_view part) const { return shape(part) != nullptr; }
    /// The highest number of an expert, plus one.
    [[nodiscard]] int numberedExperts() const { return experts_; }
    /// Of the text model, without multi-token prediction in layers from `layers` on.
    [[nodiscard]] std::int64_t parameters(int layers) const;
    /// Average over the matrices of the text model; what stands beside quantised values counts.
    [[nodiscard]] double bitsPerWeight() const;

    [[nodiscard]] StoredWeights take(std::string format);

private:
    void observe(const TensorIdentity& identity, const TensorShape& shape, std::int64_t elements);
    void observeLayer(const TensorIdentity& identity, std::int64_t elements);
    void store(std::string_view name, const TensorIdentity& identity, std::int64_t elements, Bytes bytes);

    std::vector<StoredTensor> tensors_;
    std::unordered_map<std::string, std::size_t> stacks_; ///< of merged experts: where in tensors_
    std::map<std::string, TensorShape, std::less<>> shapes_;
    std::vector<LayerContent> layers_;
    Bytes bytes_;
    std::size_t count_ = 0;
    std::size_t nameBytes_ = 0;
    std::int64_t elementsOutside_ = 0; ///< of the text model, in no layer
    int experts_ = 0;
};

} // namespace rigwright
