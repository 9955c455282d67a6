// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"
#include "bom/document/words.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

// Cells and columns of the purchasing document.
namespace rigwright {

/// A column of a table as the program knows it, before its title is translated.
struct ColumnText {
    const char* key;
    const char* title; ///< marked RIGWRIGHT_TEXT("Document", …); {currency} is filled in
    DocumentColumn::Kind kind = DocumentColumn::Kind::Text;
    bool detail = false;
};

template <class ColumnTexts>
[[nodiscard]] std::vector<DocumentColumn> columnsOf(const ColumnTexts& columns, const DocumentWords& say,
                                                    Currency currency)
{
    std::vector<DocumentColumn> result;
    for (const ColumnText& column : columns) {
        const std::string title = column.title;
        result.push_back({column.key, title.empty() ? title : say(title, {{"currency", currency.code()}}),
                          column.kind, column.detail});
    }
    return result;
}

/// Without rows. `title`: translated; empty: none.
template <class ColumnTexts>
[[nodiscard]] DocumentTable emptyTable(std::string id, std::string title, const ColumnTexts& columns,
                                       const DocumentWords& say, Currency currency)
{
    DocumentTable table;
    table.id = std::move(id);
    table.title = std::move(title);
    table.columns = columnsOf(columns, say, currency);
    return table;
}

/// Blank where the text is empty.
[[nodiscard]] DocumentCell textCell(std::string text, CellTone tone = CellTone::Plain);
[[nodiscard]] DocumentCell countCell(std::int64_t count);
[[nodiscard]] DocumentCell decimalCell(double value, int decimals);

/// Blank where nothing is known.
template <class Value>
[[nodiscard]] DocumentCell knownCell(const std::optional<Value>& value)
{
    return value ? DocumentCell{CellValue(*value)} : DocumentCell{};
}
[[nodiscard]] DocumentCell shareCell(const Share& share); ///< blank for nothing

[[nodiscard]] DocumentCell formulaCell(CellValue value, std::string formula, std::vector<CellRange> ranges);

/// "ROUND(…,2)": to the decimals of the currency.
[[nodiscard]] std::string roundedFormula(const std::string& formula, Currency currency);

/// One column of a table from a row to another.
[[nodiscard]] CellRange columnRange(const std::string& table, std::size_t column, std::size_t firstRow,
                                    std::size_t lastRow);

} // namespace rigwright
