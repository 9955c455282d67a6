// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/columns.h"

#include "units/format.h"

namespace rigwright {

std::string columnTitle(BomColumn column, Currency currency)
{
    switch (column) {
    case BomColumn::Number: return "No.";
    case BomColumn::Category: return "Category";
    case BomColumn::Manufacturer: return "Manufacturer";
    case BomColumn::Description: return "Description";
    case BomColumn::PartNumber: return "Part number";
    case BomColumn::Specifications: return "Key specifications";
    case BomColumn::QuantityPerSystem: return "Quantity per system";
    case BomColumn::Quantity: return "Quantity";
    case BomColumn::UnitPrice: return "Unit price (" + currency.code() + ")";
    case BomColumn::LineTotal: return "Line total (" + currency.code() + ")";
    case BomColumn::PriceKind: return "Price kind";
    case BomColumn::PriceSource: return "Price source";
    case BomColumn::PriceDate: return "Price date";
    case BomColumn::PriceAge: return "Price age (days)";
    case BomColumn::PriceState: return "Price state";
    case BomColumn::SpecsState: return "Specifications state";
    case BomColumn::Flags: return "Attention";
    }
    return {};
}

const char* categoryLabel(PartCategory category)
{
    switch (category) {
    case PartCategory::Accelerator: return "Accelerator";
    case PartCategory::Cpu: return "CPU";
    case PartCategory::Board: return "Board";
    case PartCategory::Memory: return "Memory";
    case PartCategory::Storage: return "Storage";
    case PartCategory::PowerSupply: return "Power supply";
    case PartCategory::Case: return "Case";
    case PartCategory::Cooler: return "Cooler";
    case PartCategory::NetworkCard: return "Network card";
    case PartCategory::System: return "Complete system";
    }
    return "";
}

std::string lineFlags(const Bom& bom, const BomLine& line)
{
    std::string flags;
    const auto add = [&](const std::string& flag) { flags += (flags.empty() ? "" : ", ") + flag; };
    const std::optional<PriceStanding> standing = bom.priceStanding(line);
    if (line.owned) {
        add("at hand");
    } else if (!line.unitPrice) {
        add("no price");
    } else if (line.priceKind == PriceKind::Estimate) {
        add("price is an estimate");
    } else if (standing && standing->state == Verification::Unverified) {
        add("price names no source");
    }
    if (standing && standing->old) {
        add("price is " + formatCount(standing->ageDays) + " days old");
    }
    if (standing && standing->expired) {
        add("quote was valid until " + line.priceValidUntil->iso());
    }
    if (line.partNumber.empty()) {
        add("no part number");
    }
    if (line.specsState == Verification::Unverified) {
        add("specifications unverified");
    }
    return flags;
}

std::string priceKindText(const BomLine& line)
{
    return line.owned ? "at hand" : line.unitPrice ? priceKindName(line.priceKind) : "no price";
}

std::string priceStateText(const Bom& bom, const BomLine& line)
{
    const std::optional<PriceStanding> standing = bom.priceStanding(line);
    return standing ? verificationName(standing->state) : "";
}

std::string oldPricesText(const Bom& bom)
{
    const int old = bom.linesWithOldPrice();
    if (old == 0) {
        return {};
    }
    const std::string limit = formatCount(bom.pricePolicy.oldAfterDays) + " days";
    return old == 1 ? "1 price is older than " + limit : formatCount(old) + " prices are older than " + limit;
}

std::string rateText(const Bom& bom)
{
    if (!bom.rate) {
        return {};
    }
    std::string number = formatFixed(bom.rate->perUsd, 6);
    number.erase(number.find_last_not_of('0') + 1);
    number.erase(number.find_last_not_of('.') + 1);
    return "1 USD = " + number + " " + bom.rate->currency.code() + " on " + bom.rate->date.iso() +
        (bom.rate->source.empty() ? "" : " (" + bom.rate->source + ")");
}

std::string incompleteTotalText(const Bom& bom)
{
    const int missing = bom.linesWithoutPrice();
    if (missing == 0) {
        return {};
    }
    return missing == 1 ? "1 line has no price and is not in the total"
                        : std::to_string(missing) + " lines have no price and are not in the total";
}

std::string totalFlags(const Bom& bom)
{
    const std::string incomplete = incompleteTotalText(bom);
    const std::string old = oldPricesText(bom);
    return incomplete + (incomplete.empty() || old.empty() ? "" : "; ") + old;
}

} // namespace rigwright
