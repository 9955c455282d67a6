// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/hosted_models.h"

#include "catalog/import/foreign_cells.h"

#include <algorithm>
#include <array>

namespace rigwright {

HostedModels::HostedModels(const Catalog& catalog)
{
    const auto put = [](Names& names, std::string_view text, const ModelFacts& model) {
        const auto [entry, isNew] = names.emplace(nameKey(text), &model);
        if (!isNew && entry->second != &model) {
            entry->second = nullptr;
        }
    };
    for (const ModelFacts& model : catalog.models) {
        put(byHuggingFaceId_, model.huggingFaceId, model);
        put(byId_, model.id.text(), model);
        put(byName_, model.name, model);
    }
}

const ModelFacts* HostedModels::in(const Names& names, std::string_view text)
{
    const std::string key = nameKey(text);
    const auto found = key.empty() ? names.end() : names.find(key);
    return found == names.end() ? nullptr : found->second;
}

const ModelFacts* HostedModels::find(std::string_view providerModel, std::string_view name) const
{
    if (const ModelFacts* model = in(byHuggingFaceId_, providerModel)) {
        return model;
    }
    const std::size_t slash = providerModel.rfind('/');
    if (const ModelFacts* model = in(byId_, providerModel.substr(slash + 1))) { // npos + 1 is 0
        return model;
    }
    const ModelFacts* model = in(byName_, name);
    return model != nullptr ? model : in(byId_, name);
}

bool isAggregator(std::string_view provider)
{
    constexpr std::array<std::string_view, 16> kAggregators{
        "302ai",      "aihubmix",    "cloudflare-ai-gateway",
        "cortecs",    "fastrouter",  "github-models",
        "helicone",   "huggingface", "kilo",
        "llmgateway", "nano-gpt",    "opencode",
        "openrouter", "poe",         "requesty",
        "vercel"};
    return std::ranges::find(kAggregators, provider) != kAggregators.end();
}

} // namespace rigwright
