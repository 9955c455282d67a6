// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"

#include <array>
#include <string>
#include <string_view>

namespace rigwright {

/// The columns of a bill of materials, alike in every format.
enum class BomColumn {
    Number,
    Category,
    Manufacturer,
    Description,
    PartNumber,
    Specifications,
    QuantityPerSystem,
    Quantity,
    UnitPrice,
    LineTotal,
    PriceKind,
    PriceSource,
    PriceDate,
    PriceAge,
    Flags,
    PriceState, ///< sourced, compared, unverified
    SpecsState,
};

inline constexpr std::array kBomColumns{
    BomColumn::Number,
    BomColumn::Category,
    BomColumn::Manufacturer,
    BomColumn::Description,
    BomColumn::PartNumber,
    BomColumn::Specifications,
    BomColumn::QuantityPerSystem,
    BomColumn::Quantity,
    BomColumn::UnitPrice,
    BomColumn::LineTotal,
    BomColumn::PriceKind,
    BomColumn::PriceSource,
    BomColumn::PriceDate,
    BomColumn::PriceAge,
    BomColumn::Flags,
    BomColumn::PriceState,
    BomColumn::SpecsState,
};

/// The head of a column; amounts name the currency.
[[nodiscard]] std::string columnTitle(BomColumn column, Currency currency);

/// "Power supply"
[[nodiscard]] const char* categoryLabel(PartCategory category);

/// What a purchaser must not overlook in a line: "price is 486 days old, no part number".
[[nodiscard]] std::string lineFlags(const Bom& bom, const BomLine& line);

/// "street", "at hand", or "no price".
[[nodiscard]] std::string priceKindText(const BomLine& line);

/// "sourced", "unverified"; empty without a price.
[[nodiscard]] std::string priceStateText(const Bom& bom, const BomLine& line);

/// "1 USD = 6.70778 CNY on 2026-09-29", and where that is from; empty without a rate.
[[nodiscard]] std::string rateText(const Bom& bom);

/// Says how many prices are older than the limit; empty when none is.
[[nodiscard]] std::string oldPricesText(const Bom& bom);

/// Says how many lines the total leaves out; empty when it has them all.
[[nodiscard]] std::string incompleteTotalText(const Bom& bom);

/// Both of these.
[[nodiscard]] std::string totalFlags(const Bom& bom);

} // namespace rigwright
