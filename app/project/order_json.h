// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/order.h"
#include "bom/quote.h"
#include "project/object_reader.h"

#include <nlohmann/json.hpp>

#include <optional>

// What a purchaser says of an order, and what suppliers answered. Every key is required, beside those of what may be unknown.
namespace rigwright {

[[nodiscard]] nlohmann::ordered_json orderJson(const OrderDetails& order);
[[nodiscard]] OrderDetails readOrderJson(ObjectReader& object);

[[nodiscard]] nlohmann::ordered_json headerJson(const OrderHeader& header);
[[nodiscard]] OrderHeader readHeaderJson(ObjectReader& object);

[[nodiscard]] nlohmann::ordered_json termsJson(const OrderTerms& terms);
[[nodiscard]] OrderTerms readTermsJson(ObjectReader& object);

/// What a unit or the shipping costs. Nothing: unknown. An error: beyond every price.
[[nodiscard]] std::optional<Money> readPrice(ObjectReader& object, const char* key);

[[nodiscard]] nlohmann::ordered_json quoteJson(const Quote& quote);
[[nodiscard]] Quote readQuoteJson(ObjectReader& object);

} // namespace rigwright
