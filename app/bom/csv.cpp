// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"
#include "bom/columns.h"
#include "bom/export.h"
#include "bom/whole_file.h"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace rigwright {

namespace {

/// RFC 4180: quotes around a field that needs them, quotes inside it doubled.
std::string field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string textField(const std::string& text)
{
    const std::string clean = cleanText(text);
    return field(looksLikeFormula(clean) ? "'" + clean : clean);
}

std::string amountField(const std::optional<Money>& amount)
{
    return amount ? amount->decimal() : std::string();
}

std::string lineField(const Bom& bom, const BomLine& line, BomColumn column)
{
    const bool priced = line.unitPrice.has_value();
    switch (column) {
    case BomColumn::Number: return std::to_string(line.number);
    case BomColumn::Category: return textField(categoryLabel(line.category));
    case BomColumn::Manufacturer: return textField(line.manufacturer);
    case BomColumn::Description: return textField(line.description);
    case BomColumn::PartNumber: return textField(line.partNumber);
    case BomColumn::Specifications: return textField(line.specifications);
    case BomColumn::QuantityPerSystem: return std::to_string(line.quantityPerSystem);
    case BomColumn::Quantity: return std::to_string(bom.quantity(line));
    case BomColumn::UnitPrice: return amountField(line.unitPrice);
    case BomColumn::LineTotal: return amountField(bom.lineTotal(line));
    case BomColumn::PriceKind: return priced ? priceKindText(line) : "";
    case BomColumn::PriceSource: return textField(line.priceSource);
    case BomColumn::PriceDate: return line.priceDate ? line.priceDate->iso() : "";
    case BomColumn::PriceAge: {
        const auto age = bom.priceAge(line);
        return age ? std::to_string(*age) : "";
    }
    case BomColumn::PriceState: return priceStateText(bom, line);
    case BomColumn::SpecsState: return verificationName(line.specsState);
    case BomColumn::Flags: return textField(lineFlags(bom, line));
    }
    return {};
}

std::string totalField(const Bom& bom, BomColumn column)
{
    switch (column) {
    case BomColumn::Description: return "Total";
    case BomColumn::LineTotal: return bom.total().decimal();
    case BomColumn::Flags: return textField(totalFlags(bom));
    default: return {};
    }
}

template <class Field>
void appendRow(std::string& text, Field fieldOf)
{
    bool first = true;
    for (const BomColumn column : kBomColumns) {
        text += (first ? "" : ",") + fieldOf(column);
        first = false;
    }
    text += "\r\n";
}

std::string csvText(const Bom& bom)
{
    // Without the byte-order mark Excel takes the file for the system's old code page.
    std::string text = "\xEF\xBB\xBF";
    appendRow(text, [&](BomColumn column) { return field(columnTitle(column, bom.currency)); });
    for (const BomLine& line : bom.lines) {
        appendRow(text, [&](BomColumn column) { return lineField(bom, line, column); });
    }
    appendRow(text, [&](BomColumn column) { return totalField(bom, column); });
    return text;
}

} // namespace

Expected<void> writeCsv(const Bom& bom, const std::filesystem::path& path)
{
    return writeWholeFile(path, [&](const std::filesystem::path& temporary) -> Expected<void> {
        const std::string text = csvText(bom);
        errno = 0;
        std::ofstream file(temporary, std::ios::binary);
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        file.close();
        if (!file) {
            return fail("can't be written: " + std::generic_category().message(errno));
        }
        return {};
    });
}

} // namespace rigwright
