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

std::string lineFlags(const BomLine& line)
{
    std::string flags;
    const auto add = [&](const char* flag) { flags += (flags.empty() ? "" : ", ") + std::string(flag); };
    if (!line.unitPrice) {
        add("no price");
    } else if (line.priceKind == PriceKind::Estimate) {
        add("price is an estimate");
    }
    if (line.partNumber.empty()) {
        add("no part number");
    }
    if (line.specsState == Verification::Unverified) {
        add("specifications unverified");
    }
    return flags;
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

} // namespace rigwright
