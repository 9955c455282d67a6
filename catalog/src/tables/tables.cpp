// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tables/tables.h"

#include "catalog/names.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kGib = std::int64_t{1} << 30;

Column yesNo(std::string name)
{
    return plainColumn(std::move(name), CellType::YesNo);
}

/// A property that a model has or lacks; an empty cell says that it lacks it.
Column feature(std::string name)
{
    return yesNo(std::move(name)).orElse("no");
}

/// A dimension of a structure; an empty cell says that the model has no such structure.
Column dimension(std::string name)
{
    return wholeColumn(std::move(name), 0, 1'000'000'000).orElse("0");
}

Column provenance(std::string name)
{
    return choiceColumn(std::move(name), verificationNames()).must();
}

TableSpec prices(std::vector<std::string> partTables)
{
    return {.name = "prices",
            .category = "",
            .columns =
                {
                    referenceColumn("part", std::move(partTables)).must(),
                    plainColumn("date", CellType::Date).must(),
                    choiceColumn("kind", priceKindNames()).must(),
                    plainColumn("amount", CellType::Money).must().as("minor_units"),
                    plainColumn("currency", CellType::Currency).must(),
                    textColumn("region").must(),
                    textColumn("source").must(),
                },
            .keyColumns = 2};
}

std::vector<Column> modelIdentity()
{
    return {
        idColumn("id"),
        textColumn("name").must(),
        textColumn("family").must(),
        textColumn("hugging_face_id"),
        plainColumn("released", CellType::Month),
        textColumn("licence"),
        wholeColumn("layers", 1, 10'000).must(),
        wholeColumn("hidden", 1, 1'000'000).must(),
        wholeColumn("vocabulary", 1, 10'000'000).must(),
        yesNo("tied_embeddings").must(),
        feature("head_bias"),
        feature("embedding_norm"),
        wholeColumn("max_context", 1, 1'000'000'000).must(),
        dimension("learned_positions"),
    };
}

std::vector<Column> modelAttention()
{
    return {
        choiceColumn("attention", attentionNames()).must(),
        dimension("full_period"),
        dimension("full_offset"),
        textColumn("layer_pattern"),
        textColumn("layer_kinds"),
        dimension("heads"),
        dimension("kv_heads"),
        dimension("head_dim"),
        dimension("window"),
        dimension("kv_lora_rank"),
        dimension("q_lora_rank"),
        dimension("qk_rope_head_dim"),
        dimension("qk_nope_head_dim"),
        dimension("v_head_dim"),
        dimension("indexer_heads"),
        dimension("indexer_head_dim"),
        feature("fused_qkv"),
        feature("qkv_bias"),
        feature("output_bias"),
        choiceColumn("qk_norm", {"none", "head", "full", "per_head", "key"}).orElse("none"),
        feature("attention_sinks"),
        feature("attention_gate"),
        feature("attention_head_gate"),
        feature("chunked_window"),
        feature("key_is_value"),
        feature("one_vector_cache"),
        feature("shared_layers_have_keys"),
        dimension("output_lora_rank"),
        wholeColumn("output_groups", 0, 10'000).orElse("0"),
    };
}

std::vector<Column> modelFeedForward()
{
    return {
        dimension("feed_forward"),
        yesNo("gated_feed_forward").orElse("yes"),
        feature("feed_forward_bias"),
        wholeColumn("experts", 0, 100'000).orElse("0"),
        wholeColumn("experts_per_token", 0, 100'000).orElse("0"),
        wholeColumn("shared_experts", 0, 1'000).orElse("0"),
        dimension("expert_feed_forward"),
        dimension("shared_expert_feed_forward"),
        wholeColumn("first_dense_layers", 0, 10'000).orElse("0"),
        wholeColumn("moe_every", 1, 10'000).orElse("1"),
        wholeColumn("moe_offset", 0, 10'000).orElse("0"),
        feature("router_correction"),
        feature("shared_expert_gate"),
        feature("router_scale"),
        wholeColumn("hash_router_layers", 0, 10'000).orElse("0"),
        dimension("expert_latent_width"),
        feature("expert_latent_norm"),
    };
}

std::vector<Column> modelRecurrence()
{
    return {
        choiceColumn("recurrent_kind",
                     {"gated_deltanet", "kda", "lightning", "mamba1", "mamba2", "short_conv"}),
        dimension("recurrent_heads"),
        dimension("recurrent_head_dim"),
        dimension("recurrent_state_size"),
        dimension("recurrent_groups"),
        wholeColumn("conv_kernel", 0, 1'000).orElse("0"),
        dimension("recurrent_state_elements"),
        dimension("conv_state_elements"),
        feature("recurrent_step_norms"),
        yesNo("recurrent_norm").orElse("yes"),
        dimension("recurrent_gate_rank"),
    };
}

std::vector<Column> modelCount()
{
    return {
        choiceColumn("norm_kind", {"rms", "ln", "ln_nb", "none"}).must(),
        wholeColumn("norms_per_layer", 1, 8).must(),
        wholeColumn("hyper_connections", 0, 100).orElse("0"),
        feature("attention_residuals"),
        dimension("per_layer_input"),
        dimension("per_layer_vocabulary"),
        wholeColumn("altup_streams", 0, 100).orElse("0"),
        dimension("laurel_rank"),
        dimension("other_layer_elements"),
        wholeColumn("mtp_modules", 0, 100).orElse("0"),
        textColumn("mtp_layers"),
        feature("mtp_own_embeddings"),
        textColumn("towers"),
        textColumn("native_precision"),
        wholeColumn("parameters", 1, 100'000'000'000'000).must(),
        wholeColumn("published_parameters", 1, 100'000'000'000'000),
        textColumn("source").must(),
        provenance("verification"),
        textColumn("note"),
    };
}

TableSpec models()
{
    TableSpec spec{.name = "models", .category = "", .columns = modelIdentity()};
    for (const std::vector<Column>& group :
         {modelAttention(), modelFeedForward(), modelRecurrence(), modelCount()}) {
        spec.columns.insert(spec.columns.end(), group.begin(), group.end());
    }
    return spec;
}

TableSpec cloudOffers()
{
    return {.name = "cloud_offers",
            .category = "",
            .columns = {
                idColumn("id"),
                textColumn("provider").must(),
                textColumn("instance").must(),
                textColumn("gpu_name").must(),
                referenceColumn("accelerator", {"accelerators"}),
                wholeColumn("gpu_count", 1, 1'000).must(),
                decimalColumn("gpu_memory_gib", 1, 10'000).must().as("gpu_memory_bytes", kGib),
                wholeColumn("vcpus", 1, 10'000),
                decimalColumn("memory_gib", 1, 100'000).as("memory_bytes", kGib),
                plainColumn("price_per_hour", CellType::Rate).must().as("price_per_hour_micros"),
                plainColumn("currency", CellType::Currency).must(),
                choiceColumn("pricing", pricingModelNames()).must(),
                textColumn("region").must(),
                choiceColumn("kind", priceKindNames()).must(),
                textColumn("source").must(),
                plainColumn("date", CellType::Date).must(),
            }};
}

TableSpec apiOffers()
{
    const auto price = [](const char* name, const char* stored) {
        return plainColumn(name, CellType::Rate).as(stored);
    };
    return {.name = "api_offers",
            .category = "",
            .columns = {
                idColumn("id"),
                textColumn("provider").must(),
                textColumn("provider_model").must(),
                textColumn("model_name").must(),
                textColumn("family").must(),
                referenceColumn("model", {"models"}),
                yesNo("aggregator").must(),
                price("input_per_million", "input_micros").must(),
                price("output_per_million", "output_micros").must(),
                price("cached_input_per_million", "cached_input_micros"),
                plainColumn("currency", CellType::Currency).must(),
                wholeColumn("context_tokens", 1, 1'000'000'000),
                wholeColumn("max_output_tokens", 1, 1'000'000'000),
                choiceColumn("kind", priceKindNames()).must(),
                textColumn("source").must(),
                plainColumn("date", CellType::Date).must(),
            }};
}

TableSpec specGroups(std::vector<std::string> partTables)
{
    return {.name = "provenance",
            .category = "",
            .columns =
                {
                    referenceColumn("part", std::move(partTables)).must(),
                    textColumn("group").must().as("spec_group"),
                    textColumn("source").must(),
                    plainColumn("source_date", CellType::Date).must(),
                    provenance("verification"),
                },
            .keyColumns = 2};
}

TableSpec countries()
{
    return {
        .name = "countries",
        .category = "",
        .columns = {
            textColumn("code").must(),
            textColumn("name").must(),
            plainColumn("currency", CellType::Currency).must(),
            plainColumn("household_electricity_usd_kwh", CellType::Rate).as("household_electricity_micros"),
            plainColumn("business_electricity_usd_kwh", CellType::Rate).as("business_electricity_micros"),
            decimalColumn("tax_rate", 0, 1),
            textColumn("electricity_source").must(),
            provenance("electricity_verification"),
            textColumn("tax_source").must(),
            decimalColumn("carbon_kg_per_kwh", 0, 2),
            textColumn("carbon_source").must(),
            provenance("carbon_verification"),
        }};
}

TableSpec exchangeRates()
{
    return {.name = "exchange_rates",
            .category = "",
            .columns = {
                plainColumn("currency", CellType::Currency).must(),
                decimalColumn("per_usd", 1e-6, 1e9).must(),
                plainColumn("date", CellType::Date).must(),
                textColumn("source").must(),
            }};
}

} // namespace

std::vector<std::string> TableSpec::groups() const
{
    std::vector<std::string> names;
    for (const Column& column : columns) {
        if (!column.group.empty() && std::ranges::find(names, column.group) == names.end()) {
            names.push_back(column.group);
        }
    }
    return names;
}

std::vector<TableSpec> tableSpecs()
{
    std::vector<TableSpec> specs = partTableSpecs();
    std::vector<std::string> partTables;
    partTables.reserve(specs.size());
    for (const TableSpec& spec : specs) {
        partTables.push_back(spec.name);
    }
    for (TableSpec& spec : std::vector{prices(partTables), specGroups(partTables), models(), cloudOffers(),
                                       apiOffers(), countries(), exchangeRates(), claimsSpec(partTables)}) {
        specs.push_back(std::move(spec));
    }
    return specs;
}

} // namespace rigwright
