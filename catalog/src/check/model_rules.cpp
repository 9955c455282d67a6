// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>

namespace rigwright::checks {

namespace {

/// Embeddings, and in each layer four projections of the hidden width and a gated network or all experts: right within a factor
/// of a few for every architecture.
double roughParameters(const ModelFacts& model)
{
    const auto number = [](std::int64_t value) { return static_cast<double>(value); };
    const double hidden = number(model.hidden);
    const double embeddings = number(model.vocabulary) * hidden * (model.tiedEmbeddings ? 1 : 2);
    const double dense = 3 * hidden * number(model.feedForward);
    const double expertWidth = model.expertLatentWidth > 0 ? number(model.expertLatentWidth) : hidden;
    const double experts = 3 * expertWidth * number(model.expertFeedForward) * model.experts;
    return embeddings + model.layers * (4 * hidden * hidden + std::max(dense, experts));
}

void parametersOfDimensions(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kShare{0.25, 4};
    for (const ModelFacts& model : catalog.models) {
        const double rough = roughParameters(model);
        if (rough > 0 && !kShare.hold(static_cast<double>(model.parameters) / rough)) {
            report.error(model.id.text(),
                         figure(static_cast<double>(model.parameters) / 1e9) + " B parameters; " +
                             std::to_string(model.layers) + " layers of width " +
                             std::to_string(model.hidden) + " make about " + figure(rough / 1e9) + " B");
        }
    }
}

void modelContext(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::int64_t kFewest = 512;
    constexpr std::int64_t kMost = 20'000'000;
    for (const ModelFacts& model : catalog.models) {
        if (model.maxContext < kFewest || model.maxContext > kMost) {
            report.error(model.id.text(), "a context of " + std::to_string(model.maxContext) + " tokens");
        }
    }
}

void modelHeads(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::int64_t kWidest = 1'024;
    for (const ModelFacts& model : catalog.models) {
        if (model.kvHeads > model.heads || (model.kvHeads > 0 && model.heads % model.kvHeads != 0)) {
            report.error(model.id.text(),
                         std::to_string(model.heads) + " query heads share " + std::to_string(model.kvHeads) +
                             " of keys and values");
        }
        if (model.headDim > kWidest) {
            report.error(model.id.text(), "heads of width " + std::to_string(model.headDim));
        }
    }
}

void modelVocabulary(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kTokens{1'000, 600'000};
    for (const ModelFacts& model : catalog.models) {
        if (!kTokens.hold(static_cast<double>(model.vocabulary))) {
            report.warning(model.id.text(), "a vocabulary of " + std::to_string(model.vocabulary));
        }
    }
}

void modelExperts(const Catalog& catalog, const RuleReport& report)
{
    for (const ModelFacts& model : catalog.models) {
        if (model.experts > 0 && (model.expertsPerToken < 1 || model.expertsPerToken > model.experts)) {
            report.error(model.id.text(),
                         std::to_string(model.expertsPerToken) + " of " + std::to_string(model.experts) +
                             " experts a token");
        }
    }
}

/// "2025-01": from the first transformers to the catalog's month.
void modelReleased(const Catalog& catalog, const RuleReport& report)
{
    const std::string month = catalog.date.iso().substr(0, 7);
    for (const ModelFacts& model : catalog.models) {
        if (!model.released.empty() && (model.released < "2018-01" || model.released > month)) {
            report.warning(model.id.text(),
                           "released in " + model.released + "; the catalog is of " + catalog.date.iso());
        }
    }
}

constexpr std::array kRules{
    CatalogRule{"parameters-of-dimensions", parametersOfDimensions},
    CatalogRule{"model-context", modelContext},
    CatalogRule{"model-heads", modelHeads},
    CatalogRule{"model-vocabulary", modelVocabulary},
    CatalogRule{"model-experts", modelExperts},
    CatalogRule{"model-released", modelReleased},
};

} // namespace

std::span<const CatalogRule> modelRules()
{
    return kRules;
}

} // namespace rigwright::checks
