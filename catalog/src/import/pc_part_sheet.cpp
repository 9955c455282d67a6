// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/pc_part_sheet.h"

#include "catalog/import/own_cells.h"

#include <algorithm>

namespace rigwright {

namespace {

const Column& columnOf(const TableSpec& table, std::string_view name)
{
    return *std::ranges::find(table.columns, name, &Column::name);
}

} // namespace

tl::unexpected<PcLeftOut> pcPassOver(std::string reason)
{
    return tl::unexpected(PcLeftOut{"", std::move(reason), false});
}

PcSheet::PcSheet(const char* table, const PcRow& row, const PcNames& names)
    : product_(row["name"])
    , row_(row)
    , sheet_(emptySheet(*findPartTable(table), PartId()))
{
    const auto [maker, name] = names.makers.split(product_);
    set("manufacturer", maker);
    set("name", name);
    if (product_.empty()) {
        problem_ = PcLeftOut{"name", "expected the name of a part, got an empty cell", true};
    } else if (slug({product_}).empty()) {
        problem_ = PcLeftOut{"name", "expected a name with letters or digits, got '" + product_ + "'", true};
    }
}

void PcSheet::figure(const char* column, const char* inFile)
{
    figure(column, inFile, row_[inFile]);
}

void PcSheet::figure(const char* column, const char* inFile, std::string_view written)
{
    Expected<std::string> cell = ownCell(columnOf(*sheet_.spec, column), written, {}, DecimalMark::Point);
    if (cell) {
        sheet_.cell(column) = std::move(*cell);
    } else if (!problem_) {
        problem_ = PcLeftOut{inFile, cell.error().message, true};
    }
}

void PcSheet::set(const char* column, std::string_view value)
{
    sheet_.cell(column) = value;
}

void PcSheet::note(const std::string& text)
{
    std::string& note = sheet_.cell("note");
    note += (note.empty() ? "" : "; ") + text;
}

PcResult<PartSheet> PcSheet::take(std::initializer_list<std::string_view> figures)
{
    std::string id = slug({product_});
    for (const std::string_view figure : figures) {
        id += figure.empty() ? "" : "-" + slug({figure});
    }
    sheet_.cells.front() = id;
    if (!problem_) {
        if (const std::vector<CellProblem> bad = badCells(sheet_); !bad.empty()) {
            problem_ = PcLeftOut{"name", bad.front().column + ": " + bad.front().message, true};
        }
    }
    return problem_ ? PcResult<PartSheet>(tl::unexpected(*problem_)) : PcResult<PartSheet>(sheet_);
}

} // namespace rigwright
