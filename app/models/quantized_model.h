// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"
#include "models/weight_format.h"
#include "units/units.h"

#include <cstdint>
#include <vector>

namespace rigwright {

/// Stored bytes of one layer, by what a placement can move apart.
struct LayerWeights {
    Bytes attention;       ///< attention, norms, router, shared experts and dense feed-forward of this layer
    Bytes experts;         ///< all routed experts
    Bytes expertsPerToken; ///< those that one token uses
};

/// A model in one precision: what it weighs, tensor by tensor summed up.
struct QuantizedModel {
    Architecture architecture;
    WeightFormat format = WeightFormat::Fp16;
    Bytes inputEmbedding;  ///< and other tables that tokens index: positions, per-layer embeddings
    Bytes output;          ///< head and final norm; with tied embeddings the copy that another device needs
    Bytes sharedEmbedding; ///< what `inputEmbedding` and `output` both count: a tied embedding
    bool outputIsShared = false; ///< tied: the head is the input embedding itself
    std::vector<LayerWeights> layers;
    Bytes scales; ///< part of the above: scales and zero points that stand beside the values
    /// Part of the above: matrices that llama.cpp's x86 back end copies into a layout of its own as it loads them.
    Bytes repackable;
    Bytes mtp;    ///< beside the above: layers for multi-token prediction that the checkpoint carries
    Bytes towers; ///< beside the above: encoders, in 16 bits; GGUF has them in a file of their own
    std::int64_t parameters = 0;
    std::int64_t activeParameters =
        0; ///< that one token meets, without the input embedding when it is untied

    /// Bytes of the output where the input embedding is at hand: without what both count.
    [[nodiscard]] Bytes ownOutput() const { return output - sharedEmbedding; }
    /// Bytes of the text model's checkpoint: each tensor once.
    [[nodiscard]] Bytes total() const;
    /// Bytes that one decoded token reads: active experts only, output head, no look-up of the input embedding.
    [[nodiscard]] Bytes readPerToken() const;
};

/// How a checkpoint was made, where the format leaves a choice.
struct QuantizeOptions {
    /// The quantiser had an importance matrix: some GGUF mixes differ (`dependsOnImportanceMatrix`).
    bool importanceMatrix = false;
};

/// Weighs a model in a format; a file's own tensor table in that format counts before the rules. An error names what the
/// description lacks.
[[nodiscard]] Expected<QuantizedModel> quantize(const ModelFacts& facts, WeightFormat format,
                                                const QuantizeOptions& options = {});

} // namespace rigwright
