// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/cloud_offer.h"
#include "facts/model_facts.h"
#include "facts/parts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The words that the tables and the database use for our enumerations. The build tool refuses any other.
namespace rigwright {

[[nodiscard]] std::optional<AcceleratorVendor> parseVendor(std::string_view name);
[[nodiscard]] std::optional<Segment> parseSegment(std::string_view name);
[[nodiscard]] std::optional<Mounting> parseMounting(std::string_view name);
[[nodiscard]] std::optional<AttentionKind> parseAttention(std::string_view name);
[[nodiscard]] std::optional<PriceKind> parsePriceKind(std::string_view name);
[[nodiscard]] std::optional<Verification> parseVerification(std::string_view name);
[[nodiscard]] std::optional<PricingModel> parsePricingModel(std::string_view name);

[[nodiscard]] std::vector<std::string> vendorNames();
[[nodiscard]] std::vector<std::string> segmentNames();
[[nodiscard]] std::vector<std::string> mountingNames();
[[nodiscard]] std::vector<std::string> attentionNames();
[[nodiscard]] std::vector<std::string> priceKindNames();
[[nodiscard]] std::vector<std::string> verificationNames();
[[nodiscard]] std::vector<std::string> pricingModelNames();

} // namespace rigwright
