// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/architecture.h"
#include "models/import/config_import.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

/// The letters of a module of Nemotron-H; without any its modules can't be known.
void readOnePartModule(ConfigImport& import)
{
    ConfigReader& config = import.config;
    std::string letters = config.word({"mtp_hybrid_override_pattern"});
    for (const std::string& name : config.wordList("mtp_layers_block_type")) {
        letters += name == "attention" ? '*' : name == "moe" ? 'E' : name == "mamba" ? 'M' : '-';
    }
    if (letters.empty() || letters.size() > 16) {
        import.facts.mtpModules = 0;
        config.unknown("mtp_hybrid_override_pattern",
                       "what the modules for multi-token prediction are made of");
        return;
    }
    for (const char letter : letters) {
        import.facts.mtpLayers.push_back(layerOfLetter(letter, import.facts));
    }
}

} // namespace

void readMtp(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    const std::int64_t modules =
        config.whole({"num_nextn_predict_layers", "mtp_num_hidden_layers", "num_mtp_modules"}).value_or(0);
    if (modules > 16) {
        config.refuse("num_nextn_predict_layers", "is " + std::to_string(modules) + ", expected at most 16");
        return;
    }
    facts.mtpModules = static_cast<int>(modules);
    if (modules == 0) {
        return;
    }
    if (import.is("minimax_m2")) {
        facts.mtpModules = 0;
        config.unknown("num_mtp_modules", "the published checkpoints of this type carry no such modules");
    } else if (import.is("nemotron_h")) {
        readOnePartModule(import);
    } else if (import.is("deepseek_v4")) {
        LayerFacts& layer = facts.mtpLayers.emplace_back();
        layer.attention = AttentionKind::SlidingWindow;
        layer.indexerHeads = 0;
    } else if (import.is("ernie4_5_moe") || import.is("mimo_v2_flash")) {
        LayerFacts& layer = facts.mtpLayers.emplace_back();
        layer.experts = 0;
    }
    const bool own = import.is("deepseek_v3") || import.is("glm4_moe") || import.is("glm_moe_dsa");
    facts.mtpOwnEmbeddings = config.flag({"mtp_use_dedicated_embeddings"}, own && facts.mtpModules > 0);
}

} // namespace rigwright
