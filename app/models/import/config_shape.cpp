// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"

#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

/// Layers, where no number says how many: as many as a list of them has entries.
int layerCount(ConfigImport& import)
{
    ConfigReader& config = import.config;
    static constexpr std::initializer_list<const char*> kKeys{"num_hidden_layers", "n_layer", "n_layers",
                                                              "num_layers", "num_transformer_layers"};
    if (config.find(kKeys) == nullptr) {
        const std::string pattern = config.word({"hybrid_override_pattern"});
        if (!pattern.empty()) {
            return static_cast<int>(pattern.size());
        }
        for (const char* key : {"layers_block_type", "layer_types", "block_configs"}) {
            if (const auto* list = config.find({key}); list != nullptr && list->is_array()) {
                config.assume("num_hidden_layers", std::to_string(list->size()),
                              std::string("entries of ") + key);
                return static_cast<int>(list->size());
            }
        }
    }
    const std::int64_t layers = config.mustBeWhole(kKeys);
    if (layers > 10'000) {
        config.refuse("num_hidden_layers", "is " + std::to_string(layers) + ", expected at most 10,000");
        return 0;
    }
    return static_cast<int>(layers);
}

void readPositions(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    const auto context = config.whole({"max_position_embeddings", "n_ctx", "n_positions",
                                       "max_sequence_length", "model_max_length", "seq_length", "max_seq_len",
                                       "max_seq_length", "max_context_length"});
    if (context) {
        facts.maxContext = *context;
    } else {
        config.unknown("max_position_embeddings", "the longest context that the model was made for");
    }
    if (import.is("gpt2") || import.is("gpt_neo")) {
        facts.learnedPositions = facts.maxContext;
    } else if (import.is("opt")) {
        facts.learnedPositions = facts.maxContext + 2; // its table starts with two unused rows
    }
}

void readPerLayerInputs(ConfigImport& import)
{
    if (!import.is("gemma3n") && !import.is("gemma4")) {
        return;
    }
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.perLayerInput = config.whole({"hidden_size_per_layer_input"}).value_or(0);
    if (facts.perLayerInput > 0) {
        facts.perLayerVocabulary = config.whole({"vocab_size_per_layer_input"}).value_or(facts.vocabulary);
    }
    facts.altupStreams = static_cast<int>(config.whole({"altup_num_inputs"}).value_or(0));
    facts.laurelRank = config.whole({"laurel_rank"}).value_or(0);
}

} // namespace

void readShape(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.layers = layerCount(import);
    facts.hidden =
        config.mustBeWhole({"hidden_size", "n_embd", "d_model", "dim", "model_dim", "decoder_hidden_size"});
    facts.vocabulary = config.mustBeWhole({"padded_vocab_size", "vocab_size"});
    static constexpr std::initializer_list<const char*> kTied{"tie_word_embeddings", "tie_embedding",
                                                              "share_input_output_layers"};
    facts.tiedEmbeddings = config.flag(kTied, import.family.tied);
    if (config.find(kTied) == nullptr) {
        config.assume("tie_word_embeddings", facts.tiedEmbeddings ? "true" : "false",
                      "the default of the model type");
    }
    facts.embeddingNorm = import.family.embeddingNorm;
    facts.normKind = import.family.normKind;
    facts.attentionResiduals = config.has("attn_res_block_size");
    readPositions(import);
    readPerLayerInputs(import);
}

void readNorms(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.normsPerLayer = import.family.norms;
    if (import.is("falcon")) {
        const bool grouped = config.flag({"new_decoder_architecture"}, config.has("n_head_kv"));
        const bool two = grouped ? config.whole({"num_ln_in_parallel_attn"}).value_or(2) == 2
                                 : !config.flag({"parallel_attn"}, true);
        facts.normsPerLayer = two ? 2 : 1;
    } else if (import.is("stablelm") && config.flag({"use_parallel_residual"}, false)) {
        facts.normsPerLayer = 1;
    } else if (import.is("gemma4")) {
        facts.normsPerLayer = facts.experts > 0 ? 7 : 4;
        facts.otherLayerElements = 1; // a scale of the layer's output
    } else if (import.is("bitnet")) {
        facts.otherLayerElements = facts.hidden + facts.feedForward; // norms before the output projections
    } else if (import.is("apertus")) {
        facts.otherLayerElements = 2; // slopes of the activation
    } else if (import.is("arctic") && facts.sharedExpertFeedForward > 0) {
        facts.otherLayerElements = facts.hidden; // norm of the dense network beside the experts
    }
}

} // namespace rigwright
