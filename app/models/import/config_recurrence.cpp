// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

/// A product of dimensions that came from a file: what would overflow becomes too large for any check to pass.
std::int64_t product(std::initializer_list<std::int64_t> factors)
{
    double result = 1;
    for (const std::int64_t factor : factors) {
        result *= static_cast<double>(factor);
    }
    return result < 1e15 ? static_cast<std::int64_t>(result) : std::int64_t{1'000'000'000'000'000};
}

void readGatedDeltaNet(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.recurrentKind = "gated_deltanet";
    facts.recurrentHeads = config.mustBeWhole({"linear_num_value_heads"});
    facts.recurrentHeadDim = config.mustBeWhole({"linear_value_head_dim"});
    facts.recurrentGroups = config.mustBeWhole({"linear_num_key_heads"});
    facts.recurrentStateSize = config.mustBeWhole({"linear_key_head_dim"});
    facts.convKernel = static_cast<int>(config.wholeOr({"linear_conv_kernel_dim"}, 4, "the class default"));
    facts.recurrentStateElements =
        product({facts.recurrentHeads, facts.recurrentHeadDim, facts.recurrentStateSize});
    const std::int64_t mixed = 2 * product({facts.recurrentGroups, facts.recurrentStateSize}) +
        product({facts.recurrentHeads, facts.recurrentHeadDim});
    facts.convStateElements = product({std::max(0, facts.convKernel - 1), mixed});
}

void readKimiDelta(ConfigImport& import, ConfigReader linear)
{
    ModelFacts& facts = import.facts;
    facts.recurrentKind = "kda";
    facts.recurrentHeads = linear.mustBeWhole({"num_heads"});
    facts.recurrentHeadDim = linear.mustBeWhole({"head_dim"});
    facts.convKernel = static_cast<int>(linear.wholeOr({"short_conv_kernel_size"}, 4, "the class default"));
    facts.recurrentGateRank = linear.flag({"use_full_rank_gate"}, false) ? 0 : facts.recurrentHeadDim;
    facts.recurrentStateElements =
        product({facts.recurrentHeads, facts.recurrentHeadDim, facts.recurrentHeadDim});
    facts.convStateElements =
        product({std::max(0, facts.convKernel - 1), 3, facts.recurrentHeads, facts.recurrentHeadDim});
    import.config.absorb(linear, "linear_attn_config.");
}

std::int64_t innerWidth(ConfigImport& import)
{
    ConfigReader& config = import.config;
    const bool pure = import.is("mamba") || import.is("mamba2");
    const auto width = pure ? config.whole({"intermediate_size", "d_inner"}) : config.whole({"mamba_d_ssm"});
    if (width) {
        return *width;
    }
    const std::int64_t expansion = config.wholeOr({"mamba_expand", "expand"}, 2, "the class default");
    return product({expansion, import.facts.hidden});
}

void readMamba1(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.recurrentKind = "mamba1";
    const std::int64_t inner = innerWidth(import);
    facts.recurrentStateSize =
        config.mustBeWhole({"state_size", "d_state", "mamba_d_state", "ssm_state_size"});
    facts.convKernel = static_cast<int>(config.mustBeWhole({"conv_kernel", "d_conv", "mamba_d_conv"}));
    facts.recurrentStateElements = product({inner, facts.recurrentStateSize});
    facts.convStateElements = product({std::max(0, facts.convKernel - 1), inner});
    facts.recurrentStepNorms = import.is("jamba");
    if (import.is("mamba")) {
        facts.heads = facts.kvHeads = facts.headDim = facts.feedForward = 0;
    }
}

void readMamba2(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.recurrentKind = "mamba2";
    const bool pure = import.is("mamba2");
    facts.recurrentHeads =
        pure ? config.mustBeWhole({"num_heads"}) : config.mustBeWhole({"mamba_num_heads", "mamba_n_heads"});
    const char* ownDim = pure ? "head_dim" : config.has("mamba_head_dim") ? "mamba_head_dim" : "mamba_d_head";
    if (config.word({ownDim}) == "auto" || !config.has(ownDim)) {
        facts.recurrentHeadDim = innerWidth(import) / std::max<std::int64_t>(1, facts.recurrentHeads);
        config.assume(ownDim, std::to_string(facts.recurrentHeadDim), "inner width by heads");
    } else {
        facts.recurrentHeadDim = config.mustBeWhole({ownDim});
    }
    facts.recurrentStateSize =
        config.mustBeWhole({"ssm_state_size", "state_size", "mamba_d_state", "d_state"});
    facts.recurrentGroups = config.wholeOr({"n_groups", "mamba_n_groups"}, 1, "the class default");
    facts.convKernel = static_cast<int>(config.mustBeWhole({"conv_kernel", "mamba_d_conv", "d_conv"}));
    facts.recurrentNorm = config.flag({"mamba_rms_norm"}, true);
    const std::int64_t inner = product({facts.recurrentHeads, facts.recurrentHeadDim});
    facts.recurrentStateElements = product({inner, facts.recurrentStateSize});
    facts.convStateElements =
        product({std::max(0, facts.convKernel - 1),
                 inner + 2 * product({facts.recurrentGroups, facts.recurrentStateSize})});
    if (pure) {
        facts.heads = facts.kvHeads = facts.headDim = facts.feedForward = 0;
    }
}

void readLightning(ConfigImport& import)
{
    ModelFacts& facts = import.facts;
    facts.recurrentKind = "lightning";
    facts.recurrentHeads = facts.heads;
    facts.recurrentHeadDim = facts.headDim;
    facts.recurrentStateElements = product({facts.heads, facts.headDim, facts.headDim});
}

void readShortConvolution(ConfigImport& import)
{
    ModelFacts& facts = import.facts;
    facts.recurrentKind = "short_conv";
    facts.convKernel = static_cast<int>(import.config.wholeOr({"conv_L_cache"}, 3, "the class default"));
    facts.convStateElements = product({std::max(0, facts.convKernel - 1), facts.hidden});
}

} // namespace

void readRecurrence(ConfigImport& import)
{
    ConfigReader& config = import.config;
    if (config.has("linear_num_value_heads")) {
        readGatedDeltaNet(import);
    } else if (auto linear = config.nested("linear_attn_config")) {
        readKimiDelta(import, *linear);
    } else if (config.has("mamba_num_heads") || config.has("mamba_n_heads") || import.is("mamba2")) {
        readMamba2(import);
    } else if (import.is("jamba") || import.is("mamba")) {
        readMamba1(import);
    } else if (import.is("lfm2") || import.is("lfm2_moe")) {
        readShortConvolution(import);
    } else if (import.is("minimax")) {
        readLightning(import);
    }
}

} // namespace rigwright
