// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

std::int64_t roundedUp(std::int64_t value, std::int64_t multiple)
{
    return multiple > 0 ? (value + multiple - 1) / multiple * multiple : value;
}

/// LFM2 keeps the width that a gated network of the same size had, unless told not to.
std::int64_t adjustedWidth(ConfigImport& import, std::int64_t width)
{
    ConfigReader& config = import.config;
    if (!import.is("lfm2") || !config.flag({"block_auto_adjust_ff_dim"}, true)) {
        return width;
    }
    const nlohmann::json* factor = config.find({"block_ffn_dim_multiplier"});
    width = 2 * width / 3;
    if (factor != nullptr && factor->is_number()) {
        const double scaled = factor->get<double>() * static_cast<double>(width);
        width = scaled >= 0 && scaled < 1e9 ? static_cast<std::int64_t>(scaled) : 0;
    }
    return roundedUp(width, config.whole({"block_multiple_of"}).value_or(256));
}

std::int64_t denseWidth(ConfigImport& import)
{
    ConfigReader& config = import.config;
    if (import.is("llama4")) {
        return config.whole({"intermediate_size_mlp", "intermediate_size"}).value_or(0);
    }
    if (import.is("mpt")) {
        const nlohmann::json* ratio = config.find({"expansion_ratio"});
        const double factor = ratio != nullptr && ratio->is_number() ? ratio->get<double>() : 4;
        return factor > 0 && factor < 1000
            ? static_cast<std::int64_t>(factor * static_cast<double>(import.facts.hidden))
            : 0;
    }
    const auto width = config.whole({"prefix_dense_intermediate_size", "dense_intermediate_size",
                                     "intermediate_size", "n_inner", "ff_intermediate_size", "ffn_dim",
                                     "block_ff_dim", "ffn_hidden_size", "hidden_dim"});
    if (width) {
        return import.is("qwen") ? *width / 2
                                 : adjustedWidth(import, *width); // Qwen 1 counts gate and up together
    }
    const bool fourfold = import.is("gpt2") || import.is("gpt_neo") || import.is("bloom") ||
        import.is("falcon") || import.is("gptj");
    if (fourfold) {
        config.assume("intermediate_size", std::to_string(4 * import.facts.hidden),
                      "four times the hidden size");
        return 4 * import.facts.hidden;
    }
    return 0;
}

/// DBRX keeps the experts' keys in an object of their own.
void readNestedExperts(ConfigImport& import)
{
    ModelFacts& facts = import.facts;
    auto nested = import.config.nested("ffn_config");
    if (!nested || facts.experts > 0) {
        return;
    }
    facts.experts = static_cast<int>(nested->whole({"moe_num_experts"}).value_or(0));
    facts.expertsPerToken = static_cast<int>(nested->whole({"moe_top_k"}).value_or(0));
    facts.expertFeedForward = nested->whole({"ffn_hidden_size"}).value_or(0);
    if (facts.feedForward == 0) {
        facts.feedForward = facts.expertFeedForward;
    }
    import.config.absorb(*nested, "ffn_config.");
}

void readSharedExperts(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    if (import.is("llama4")) {
        facts.sharedExperts = 1;
        facts.sharedExpertFeedForward = facts.expertFeedForward;
        return;
    }
    if (import.is("gemma4")) { // the dense network runs beside the experts
        facts.sharedExperts = 1;
        facts.sharedExpertFeedForward = facts.feedForward;
        return;
    }
    if (import.is("qwen3_moe") || import.is("mixtral")) {
        return; // their code has no shared expert, whatever the file says
    }
    if (import.is("arctic")) { // a dense network as wide as the model runs beside the experts
        facts.sharedExpertFeedForward = config.flag({"use_residual"}, true) ? facts.hidden : 0;
        return;
    }
    const bool mixed = config.flag({"use_mixed_mlp_moe"}, true); // Hunyuan
    const auto count = mixed ? config.whole({"n_shared_experts", "num_shared_experts",
                                             "moe_num_shared_experts", "num_shared_expert"})
                             : std::optional<std::int64_t>(0);
    const auto width = config.whole({"shared_expert_intermediate_size", "moe_shared_expert_intermediate_size",
                                     "shared_intermediate_size", "share_expert_dim", "share_expert_dims"});
    facts.sharedExperts =
        static_cast<int>(std::min<std::int64_t>(count.value_or(width.value_or(0) > 0 ? 1 : 0), 1000));
    facts.sharedExpertFeedForward =
        width ? *width * std::max(1, facts.sharedExperts) : facts.sharedExperts * facts.expertFeedForward;
}

void readExperts(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.experts = static_cast<int>(
        config.whole({"num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts"})
            .value_or(0));
    if (const auto* each = config.find({"moe_num_experts"});
        each != nullptr && each->is_array() && each->size() > 1) {
        config.unknown("moe_num_experts", "experts for images are not counted");
    }
    if (!config.flag({"enable_moe_block"}, true)) {
        facts.experts = 0;
    }
    readNestedExperts(import);
    if (facts.experts <= 1) {
        facts.experts = 0;
        return;
    }
    if (facts.expertsPerToken == 0) {
        facts.expertsPerToken = static_cast<int>(
            config.mustBeWhole({"num_experts_per_tok", "num_experts_per_token", "top_k_experts", "moe_topk",
                                "moe_k", "experts_per_token", "moe_top_k", "num_selected_experts"}));
    }
    if (facts.expertFeedForward == 0) {
        facts.expertFeedForward = import.is("llama4")
            ? config.mustBeWhole({"intermediate_size"})
            : config.mustBeWhole(
                  {"moe_intermediate_size", "expert_intermediate_size", "intermediate_size", "ffn_dim"});
    }
    readSharedExperts(import);
    facts.routerCorrection = config.flag(
        {"use_routing_bias", "use_moe_router_bias", "moe_router_enable_expert_bias", "use_expert_bias"},
        import.family.routerCorrection && config.word({"topk_method"}) != "greedy");
    facts.sharedExpertGate = import.family.sharedExpertGate && facts.sharedExpertFeedForward > 0;
    facts.routerScale = import.is("gemma4");
    facts.hashRouterLayers = static_cast<int>(config.whole({"num_hash_layers"}).value_or(0));
    facts.expertLatentWidth = config.whole({"moe_latent_size", "routed_expert_hidden_size"}).value_or(0);
    facts.expertLatentNorm = config.flag({"latent_moe_use_norm"}, false);
    if (facts.hashRouterLayers > 0) {
        config.unknown("num_hash_layers",
                       "the tables that route by token are no weights and are not counted");
    }
}

} // namespace

void readFeedForward(ConfigImport& import)
{
    ModelFacts& facts = import.facts;
    facts.gatedFeedForward = import.config.flag({"ffn_with_glu"}, import.family.gated);
    facts.feedForward = denseWidth(import);
    readExperts(import);
    if (import.is("granitemoehybrid") && facts.experts == 0) {
        facts.feedForward = import.config.whole({"shared_intermediate_size", "intermediate_size"})
                                .value_or(facts.feedForward);
    }
}

} // namespace rigwright
