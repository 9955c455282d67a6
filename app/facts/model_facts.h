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

/// Where one layer differs from what its model's own fields say; empty: it does not.
struct LayerFacts {
    AttentionKind attention = AttentionKind::Full;
    std::optional<std::int64_t> heads;
    std::optional<std::int64_t> kvHeads;
    std::optional<std::int64_t> headDim;
    std::optional<std::int64_t> vHeadDim;
    std::optional<std::int64_t> window;
    /// Beside its window the layer keeps one compressed entry each so many tokens, over the whole context (DeepSeek-V4).
    std::optional<std::int64_t> cacheRatio;
    std::optional<int> indexerHeads; ///< 0: no indexer, or that of an earlier layer
    std::optional<bool> attentionSinks;
    std::optional<bool> keyIsValue;
    bool sharesCache = false; ///< reads the cache of the last earlier layer of its kind that has one
    int plainMatrices =
        0; ///< square matrices that replace an attention or a feed-forward part (pruned models)
    bool recurrentBeside = false;            ///< a recurrent part runs beside the attention (Falcon-H1)
    std::optional<std::int64_t> feedForward; ///< of a dense network; 0: none
    std::optional<int> experts;              ///< 0: dense
    std::optional<std::int64_t> expertFeedForward;
    std::optional<std::int64_t> sharedExpertFeedForward;

    bool operator==(const LayerFacts&) const = default;
};

/// An encoder beside the text model: vision or audio. Dimensions are elements.
struct TowerFacts {
    std::string kind; ///< "vision", "audio"
    int layers = 0;
    std::int64_t hidden = 0;
    std::int64_t queryWidth = 0; ///< of all query heads together
    std::int64_t kvWidth = 0;    ///< of all key heads together
    std::int64_t feedForward = 0;
    bool gatedFeedForward = false;
    std::int64_t layerVectors = 0;  ///< elements of a layer's norms, biases and scales
    std::int64_t otherElements = 0; ///< patch and position embeddings, mergers and projectors

    bool operator==(const TowerFacts&) const = default;
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
    std::int64_t vHeadDim = 0;  ///< of MLA; of other kinds where values differ from keys, 0: as keys
    bool chunkedWindow = false; ///< the window is a chunk whose border no token sees beyond (Llama 4)
    bool keyIsValue = false;    ///< no value projection: the keys' serves both (Gemma 4)
    bool sharedLayersHaveKeys =
        false;                 ///< also layers that read another's cache store key projections (Gemma 3n)
    bool valueIsCached = true; ///< false: one cached vector is key and value (DeepSeek-V4)
    std::int64_t outputLoraRank =
        0; ///< of a low-rank output projection, for each group of heads (DeepSeek-V4)
    int outputGroups = 0;
    int indexerHeads = 0; ///< of the sparse-attention indexer of DeepSeek-V3.2; 0: none
    std::int64_t indexerHeadDim = 0;
    bool fusedQkv =
        false; ///< the checkpoint and its GGUF hold query, key and value as one matrix (Phi-3, GPT-NeoX)
    bool qkvBias = false;
    bool outputBias = false;
    std::string
        qkNorm; ///< "none"; "head": one norm for all heads; "full", "per_head": a weight a head; "key": of keys alone
    bool attentionSinks = false; ///< one learned sink a head (gpt-oss)
    bool attentionGate =
        false; ///< a projection as wide as the queries gates the output (Qwen3-Next, Kimi K3)
    bool attentionHeadGate = false; ///< one gate a head (Step 3.5)

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
    bool routerScale = false;      ///< the router scales its input and each expert's output (Gemma 4)
    int hashRouterLayers =
        0; ///< first layers that route by a table of token ids, without correction (DeepSeek-V4)
    std::int64_t expertLatentWidth = 0; ///< routed experts work on a projection of this width; 0: on `hidden`
    bool expertLatentNorm = false;

    /// One letter a layer where no period says it: M recurrent, * attention, - dense feed-forward, E experts; such a model
    /// has one of these in a layer, not an attention and a feed-forward part.
    std::string layerPattern;
    /// Every layer by itself where neither period nor letters say it; empty: they do.
    std::vector<LayerFacts> layerList;
    int moeEvery = 1; ///< layer i has experts when i % moeEvery == moeOffset, from firstDenseLayers on
    int moeOffset = 0;

    std::string
        recurrentKind; ///< "gated_deltanet", "kda", "lightning", "mamba1", "mamba2", "short_conv"; empty: none
    std::int64_t recurrentStateElements = 0; ///< of one layer and sequence
    std::int64_t convStateElements = 0;      ///< of one layer and sequence
    std::int64_t recurrentHeads = 0;
    std::int64_t recurrentHeadDim = 0;
    std::int64_t recurrentStateSize = 0;
    std::int64_t recurrentGroups = 0;
    int convKernel = 0;
    bool recurrentStepNorms = false; ///< norms on the time step and the state's input and output (Jamba)
    bool recurrentNorm = true; ///< a norm on the recurrent part's output (Mamba-2; some Falcon-H1 have none)
    std::int64_t recurrentGateRank = 0; ///< of a low-rank output gate (Kimi Linear); 0: full

    std::string normKind = "rms"; ///< "rms", "ln" (with bias), "ln_nb", "none"
    int normsPerLayer = 2;
    int hyperConnections = 0;        ///< parallel residual streams (DeepSeek-V4); 0: one plain stream
    bool attentionResiduals = false; ///< each sublayer attends to earlier blocks' outputs (Kimi K3)
    std::int64_t perLayerInput = 0;  ///< width of an embedding for every layer (Gemma 3n and 4); 0: none
    std::int64_t perLayerVocabulary = 0;
    int altupStreams = 0;                ///< predicted residual streams (Gemma 3n)
    std::int64_t laurelRank = 0;         ///< learned low-rank residual (Gemma 3n)
    std::int64_t otherLayerElements = 0; ///< of a layer's small vectors that no other field describes
    std::string nativePrecision;         ///< "bf16", "fp8" …

    /// The published checkpoint is quantised but for its attention; empty: not known.
    std::optional<bool> attentionStaysWide;

    /// What the checkpoint carries beside the text model: modules for multi-token prediction, each of these layers (empty:
    /// one like the model's last), and encoders.
    int mtpModules = 0;
    std::vector<LayerFacts> mtpLayers;
    bool mtpOwnEmbeddings = false; ///< each module has its own embedding and output head (DeepSeek-V3)
    std::vector<TowerFacts> towers;

    std::int64_t parameters = 0;                     ///< of the text model, as published or computed
    std::optional<std::int64_t> publishedParameters; ///< only where somebody published an exact count
    bool verified = false;                           ///< the computed count agrees with the published one
    Provenance source;
    /// Of an imported file; empty: what the description implies counts.
    std::shared_ptr<const StoredWeights> storedWeights;
};

} // namespace rigwright
