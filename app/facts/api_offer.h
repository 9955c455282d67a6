// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/offer.h"
#include "units/id.h"

#include <optional>
#include <string>

namespace rigwright {

/// A hosted model by the million tokens.
struct ApiOffer {
    std::string id; ///< stable: provider and the provider's name of the model
    std::string provider;
    std::string providerModel; ///< as a request names it
    std::string modelName;
    std::string family;
    ModelId model;                        ///< the catalog's model; empty: not in the catalog
    bool aggregator = false;              ///< resells others' capacity
    MoneyRate input;                      ///< per million tokens
    MoneyRate output;                     ///< per million tokens
    std::optional<MoneyRate> cachedInput; ///< per million tokens
    std::optional<std::int64_t> context;  ///< tokens
    std::optional<std::int64_t> maxOutput;
    PriceKind kind = PriceKind::List;
    std::string source;
    Date date;
};

} // namespace rigwright
