// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <map>
#include <string>
#include <string_view>

namespace rigwright {

/// Which of the catalog's models a provider means, where that is sure: by its Hugging Face id, its id or its whole name.
class HostedModels {
public:
    explicit HostedModels(const Catalog& catalog);

    /// Null: none, or several of the name.
    [[nodiscard]] const ModelFacts* find(std::string_view providerModel, std::string_view name) const;

private:
    using Names = std::map<std::string, const ModelFacts*>; ///< null where two have the name
    [[nodiscard]] static const ModelFacts* in(const Names& names, std::string_view text);

    Names byHuggingFaceId_;
    Names byId_;
    Names byName_;
};

/// Sells on what others run, at prices of its own.
[[nodiscard]] bool isAggregator(std::string_view provider);

} // namespace rigwright
