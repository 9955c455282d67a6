// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/offer.h"
#include "units/id.h"
#include "units/units.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// How the tokens of one layer see the earlier ones.
enum class AttentionKind {
    Full,          ///< MHA, GQA or MQA, by the number of key/value heads
    SlidingWindow, ///< only the last `window` tokens
    Mla,           ///< multi-head latent attention: one compressed vector a token
    Recurrent,     ///< linear attention or state space: a state of fixed size, no cache per token
    None,          ///< a layer of feed-forward alone
};

/// Which layers keep the whole context in a model that mixes layer kinds. Layer i (from 0) is full when
/// (i + 1) % period == offset % period; period 0: every layer is of the model's own kind.
struct LayerPattern {
    int period = 0;
    int offset = 0;
    bool operator==(const LayerPattern&) const = default;
};

/// A tensor as a file's own table lists it.
struct StoredTensor {
    std::string name;
    std::int64_t elements = 0;
    Bytes bytes;
};

/// The tensor table of a model file: the truth about what its weights take.
struct StoredWeights {
    std::string format; ///< name of the weight format, "q4_k_m"
    std::vector<StoredTensor> tensors;
};

/// A language model as its config.json describes it: what sizes follow from. Dimensions are elements.
struct ModelFacts {
    ModelId id;
    std::string name;
    std::string family;
    std::string huggingFaceId; ///< empty: none
    std::string released;      ///< year and month, "2025-01"
    std::string licence;

    int layers = 0;
    std::int64_t hidden = 0;
    std::int64_t vocabulary = 0;
    bool tiedEmbeddings = false;
    bool headBias = false;      ///< the output head has a bias (Phi)
    bool embeddingNorm = false; ///< a norm follows the embedding (BLOOM)
    std::int64_t maxContext = 0;
    std::int64_t learnedPositions = 0; ///< rows of a learned position table; 0: none

    AttentionKind attention = AttentionKind::Full; ///< of the layers that the pattern does not make full
    LayerPattern fullLayers;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t window = 0;     ///< tokens of a sliding window
    std::int64_t kvLoraRank = 0; ///< MLA
    std::int64_t qLoraRank = 0;  ///< MLA; 0: queries are not compressed
    std::int64_t qkRopeHeadDim = 0;
    std::int64_t qkNopeHeadDim = 0;
    std::int64_t vHeadDim = 0;
    int indexerHeads = 0; ///< of the sparse-attention indexer of DeepSeek-V3.2; 0: none
    std::int64_t indexerHeadDim = 0;
    bool fusedQkv =
        false; ///< the checkpoint and its GGUF hold query, key and value as one matrix (Phi-3, GPT-NeoX)
    bool qkvBias = false;
    bool outputBias = false;
    std::string qkNorm; ///< "none"; "head": one norm for all heads; "full", "per_head": a weight a head
    bool attentionSinks = false; ///< one learned sink a head (gpt-oss)
    bool attentionGate = false;  ///< the query projection also yields a gate for the output (Qwen3-Next)

    std::int64_t feedForward = 0; ///< of dense layers
    bool gatedFeedForward = true;
    bool feedForwardBias = false;
    int experts = 0; ///< 0: dense
    int expertsPerToken = 0;
    int sharedExperts = 0;
    std::int64_t expertFeedForward = 0;
    std::int64_t sharedExpertFeedForward = 0; ///< of all shared experts together
    int firstDenseLayers = 0;
    bool routerCorrection = false; ///< the router has a learned correction for each expert (DeepSeek-V3)
    bool sharedExpertGate = false; ///< a learned gate weighs the shared expert (Qwen MoE)

    /// One letter a layer where no period says it: M recurrent, * attention, - dense feed-forward, E experts; such a model
    /// has one of these in a layer, not an attention and a feed-forward part.
    std::string layerPattern;
    int moeEvery = 1; ///< layer i has experts when i % moeEvery == moeOffset, from firstDenseLayers on
    int moeOffset = 0;

    std::string
        recurrentKind; ///< "gated_deltanet", "mamba1", "mamba2", "lightning"; empty: no recurrent layer
    std::int64_t recurrentStateElements = 0; ///< of one layer and sequence
    std::int64_t convStateElements = 0;      ///< of one layer and sequence
    std::int64_t recurrentHeads = 0;
    std::int64_t recurrentHeadDim = 0;
    std::int64_t recurrentStateSize = 0;
    std::int64_t recurrentGroups = 0;
    int convKernel = 0;
    bool recurrentStepNorms = false; ///< norms on the time step and the state's input and output (Jamba)

    std::string normKind = "rms"; ///< "rms", "ln" (with bias), "ln_nb", "none"
    int normsPerLayer = 2;
    std::string nativePrecision; ///< "bf16", "fp8" …

    std::int64_t parameters = 0;                     ///< of the text model, as published or computed
    std::optional<std::int64_t> publishedParameters; ///< only where somebody published an exact count
    bool verified = false;                           ///< the computed count agrees with the published one
    Provenance source;
    /// Of an imported file; empty: what the description implies counts.
    std::shared_ptr<const StoredWeights> storedWeights;
};

} // namespace rigwright
