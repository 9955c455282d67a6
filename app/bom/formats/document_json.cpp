// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"
#include "bom/export.h"
#include "bom/formats/table_keys.h"
#include "units/format.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace rigwright {

namespace {

using OrderedJson = nlohmann::ordered_json;

template <class... Cases>
struct JsonCases : Cases... {
    using Cases::operator()...;
};

template <class Amount>
OrderedJson amountJson(const Amount& amount)
{
    return {{"amount", amount.decimal()}, {"currency", amount.currency().code()}};
}

/// As many decimals as are shown; null for what is no number.
OrderedJson numberJson(const Decimal& number)
{
    if (!std::isfinite(number.value)) {
        return nullptr;
    }
    const std::string shown = formatFixed(number.value, number.decimals);
    double value = 0;
    (void)std::from_chars(shown.data(), shown.data() + shown.size(), value);
    return value;
}

OrderedJson valueJson(const CellValue& value)
{
    return std::visit(JsonCases{[](std::monostate) { return OrderedJson(nullptr); },
                                [](const std::string& text) { return OrderedJson(wholeText(text)); },
                                [](std::int64_t count) { return OrderedJson(count); },
                                [](const Decimal& number) { return numberJson(number); },
                                [](const Money& amount) { return amountJson(amount); },
                                [](const MoneyRate& rate) { return amountJson(rate); },
                                [](const Share& share) {
                                    return OrderedJson({{"percent", share.percent()}});
                                },
                                [](const Date& date) { return OrderedJson(date.iso()); }},
                      value);
}

const char* toneName(CellTone tone)
{
    switch (tone) {
    case CellTone::Plain: return "plain";
    case CellTone::Muted: return "muted";
    case CellTone::Strong: return "strong";
    case CellTone::Attention: return "attention";
    case CellTone::Good: return "good";
    case CellTone::Bad: return "bad";
    }
    return "plain";
}

const char* rowName(DocumentRow::Kind kind)
{
    switch (kind) {
    case DocumentRow::Kind::Line: return "line";
    case DocumentRow::Kind::Group: return "group";
    case DocumentRow::Kind::Subtotal: return "subtotal";
    case DocumentRow::Kind::Total: return "total";
    }
    return "line";
}

const char* columnKindName(DocumentColumn::Kind kind)
{
    switch (kind) {
    case DocumentColumn::Kind::Text: return "text";
    case DocumentColumn::Kind::LongText: return "long-text";
    case DocumentColumn::Kind::Number: return "number";
    case DocumentColumn::Kind::Code: return "code";
    }
    return "text";
}

const char* chartKindName(DocumentChart::Kind kind)
{
    switch (kind) {
    case DocumentChart::Kind::StackedBars: return "stacked-bars";
    case DocumentChart::Kind::Bars: return "bars";
    case DocumentChart::Kind::Lines: return "lines";
    }
    return "bars";
}

OrderedJson rowJson(const DocumentRow& row, const std::vector<std::string>& keys)
{
    OrderedJson cells = OrderedJson::object();
    OrderedJson tones = OrderedJson::object();
    OrderedJson links = OrderedJson::object();
    for (std::size_t i = 0; i < std::min(keys.size(), row.cells.size()); ++i) {
        const DocumentCell& cell = row.cells[i];
        cells[keys[i]] = valueJson(cell.value);
        if (cell.tone != CellTone::Plain) {
            tones[keys[i]] = toneName(cell.tone);
        }
        if (!cell.link.empty()) {
            links[keys[i]] = wholeText(cell.link);
        }
    }
    OrderedJson json = {{"kind", rowName(row.kind)}, {"cells", std::move(cells)}};
    if (!tones.empty()) {
        json["tones"] = std::move(tones);
    }
    if (!links.empty()) {
        json["links"] = std::move(links);
    }
    return json;
}

OrderedJson tableJson(const DocumentTable& table)
{
    const std::vector<std::string> keys = columnKeys(table);
    OrderedJson columns = OrderedJson::array();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const DocumentColumn& column = table.columns[i];
        columns.push_back(
            {{"key", keys[i]}, {"title", wholeText(column.title)}, {"kind", columnKindName(column.kind)}});
    }
    OrderedJson rows = OrderedJson::array();
    for (const DocumentRow& row : table.rows) {
        rows.push_back(rowJson(row, keys));
    }
    return {{"title", wholeText(table.title)}, {"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

OrderedJson rangeJson(const Document& document, const std::optional<CellRange>& range)
{
    const DocumentTable* table = range ? document.findTable(range->table) : nullptr;
    if (table == nullptr || range->firstColumn >= table->columns.size()) {
        return nullptr;
    }
    return {{"table", wholeText(range->table)},
            {"column", columnKeys(*table)[range->firstColumn]},
            {"first_row", range->firstRow},
            {"last_row", range->lastRow}};
}

std::string colorText(std::uint32_t rgb)
{
    std::array<char, 8> text{};
    (void)std::snprintf(text.data(), text.size(), "#%06x", static_cast<unsigned>(rgb & 0xFFFFFFU));
    return text.data();
}

OrderedJson chartJson(const Document& document, const DocumentChart& chart)
{
    OrderedJson series = OrderedJson::array();
    for (const ChartSeries& one : chart.series) {
        series.push_back({{"name", wholeText(one.name)},
                          {"color", colorText(one.rgb)},
                          {"values", rangeJson(document, one.values)},
                          {"low", rangeJson(document, one.low)},
                          {"high", rangeJson(document, one.high)},
                          {"dashed", one.dashed}});
    }
    return {{"id", wholeText(chart.id)},
            {"kind", chartKindName(chart.kind)},
            {"title", wholeText(chart.title)},
            {"category_title", wholeText(chart.categoryTitle)},
            {"value_title", wholeText(chart.valueTitle)},
            {"categories", rangeJson(document, chart.categories)},
            {"series", std::move(series)},
            {"limits", rangeJson(document, chart.limits)}};
}

OrderedJson blockJson(const Document& document, const DocumentBlock& block)
{
    return std::visit(
        JsonCases{[](const DocumentText& text) {
                      return OrderedJson({{"text", wholeText(text.text)}, {"tone", toneName(text.tone)}});
                  },
                  [](const DocumentTable& table) {
                      return OrderedJson({{"table", wholeText(table.id)}});
                  },
                  [&](const DocumentChart& chart) {
                      return OrderedJson({{"chart", chartJson(document, chart)}});
                  },
                  [](const DocumentCode& code) {
                      return OrderedJson({{"code", wholeText(code.text)}, {"title", wholeText(code.title)}});
                  }},
        block);
}

} // namespace

std::string documentJson(const Document& document)
{
    OrderedJson sections = OrderedJson::array();
    OrderedJson tables = OrderedJson::object();
    for (const DocumentSection& section : document.sections) {
        OrderedJson blocks = OrderedJson::array();
        for (const DocumentBlock& block : section.blocks) {
            blocks.push_back(blockJson(document, block));
            if (const auto* table = std::get_if<DocumentTable>(&block)) {
                tables[wholeText(table->id)] = tableJson(*table);
            }
        }
        sections.push_back({{"id", wholeText(section.id)},
                            {"title", wholeText(section.title)},
                            {"blocks", std::move(blocks)}});
    }
    const OrderedJson json = {{"schema", "rigwright.document/1"},
                              {"title", wholeText(document.title)},
                              {"subtitle", wholeText(document.subtitle)},
                              {"language", wholeText(document.language)},
                              {"date", document.date.iso()},
                              {"currency", document.currency.code()},
                              {"footer", wholeText(document.footer)},
                              {"sections", std::move(sections)},
                              {"tables", std::move(tables)}};
    return json.dump(2) + "\n";
}

} // namespace rigwright
