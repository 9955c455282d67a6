// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/bom_layout.h"

#include "bom/document/cells.h"

#include <algorithm>

namespace rigwright {

namespace {

bool areOfOneCategory(const BomLine& one, const BomLine& other)
{
    return one.kind == other.kind && (one.kind == BomLine::Kind::Service || one.category == other.category);
}

/// Where the run of lines of one category that begins at `first` ends.
std::size_t endOfRun(const std::vector<const BomLine*>& lines, std::size_t first)
{
    std::size_t next = first + 1;
    while (next < lines.size() && areOfOneCategory(*lines[first], *lines[next])) {
        ++next;
    }
    return next;
}

} // namespace

CellRange totalsCell(TotalsRow row, TotalsColumn column)
{
    return CellRange::cell(kTotalsTable, static_cast<std::size_t>(row), static_cast<std::size_t>(column));
}

BomLayout::BomLayout(const Bom& bom, const DocumentWords& say)
    : say_(say)
{
    for (std::size_t machine = 0; machine < bom.machines.size(); ++machine) {
        groups_.push_back({bom.machines[machine].name, machine, {}});
    }
    LineGroup spares{say(RIGWRIGHT_TEXT("Document", "Spare parts")), std::nullopt, {}};
    LineGroup services{say(RIGWRIGHT_TEXT("Document", "Services")), std::nullopt, {}};
    for (const BomLine& line : bom.lines) {
        switch (line.kind) {
        case BomLine::Kind::Part: groups_.at(line.machine).lines.push_back(&line); break;
        case BomLine::Kind::Spare: spares.lines.push_back(&line); break;
        case BomLine::Kind::Service: services.lines.push_back(&line); break;
        }
    }
    groups_.push_back(std::move(spares));
    groups_.push_back(std::move(services));
    std::erase_if(groups_, [](const LineGroup& group) { return group.lines.empty(); });
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        addGroup(group);
    }
}

void BomLayout::addGroup(std::size_t group)
{
    LineGroup& added = groups_[group];
    const bool isOneOfSeveral = groups_.size() > 1;
    if (isOneOfSeveral) {
        rows_.push_back({DocumentRow::Kind::Group, nullptr, group, added.name});
    }
    added.firstRow = rows_.size();
    for (std::size_t first = 0; first < added.lines.size();) {
        const std::size_t end = endOfRun(added.lines, first);
        addRun(group, first, end);
        first = end;
    }
    added.lastRow = rows_.size() - 1;
    if (isOneOfSeveral) {
        rows_.push_back({DocumentRow::Kind::Subtotal, nullptr, group,
                         say_(RIGWRIGHT_TEXT("Document", "Sub-total: {what}"), {{"what", added.name}}),
                         added.firstRow, added.lastRow});
    }
}

void BomLayout::addRun(std::size_t group, std::size_t first, std::size_t end)
{
    const std::vector<const BomLine*>& lines = groups_[group].lines;
    const std::size_t firstRow = rows_.size();
    for (std::size_t i = first; i < end; ++i) {
        rows_.push_back({DocumentRow::Kind::Line, lines[i], group});
    }
    const bool isWholeGroup = end - first == lines.size();
    if (end - first > 1 && !isWholeGroup) {
        rows_.push_back({DocumentRow::Kind::Subtotal, nullptr, group,
                         say_(RIGWRIGHT_TEXT("Document", "Sub-total: {what}"),
                              {{"what", say_.category(lines[first]->category)}}),
                         firstRow, firstRow + (end - first) - 1});
    }
}

std::optional<CellRange> BomLayout::column(LineColumn column) const
{
    return rows_.empty() ? std::nullopt
                         : std::optional(columnRange(kBomTable, indexOf(column), 0, rows_.size() - 1));
}

DocumentCell lineSumCell(const Bom& bom, const Money& sum, std::size_t firstRow, std::size_t lastRow)
{
    return formulaCell(sum, roundedFormula("SUMIF({0},\">0\",{1})", bom.currency),
                       {columnRange(kBomTable, indexOf(LineColumn::Number), firstRow, lastRow),
                        columnRange(kBomTable, indexOf(LineColumn::LineTotal), firstRow, lastRow)});
}

DocumentCell knownSumCell(const Bom& bom, const std::optional<Money>& sum, std::size_t firstRow,
                          std::size_t lastRow)
{
    DocumentCell cell = lineSumCell(bom, sum.value_or(Money(0, bom.currency)), firstRow, lastRow);
    cell.formula->text = "IF(COUNT({1})=0,\"\"," + cell.formula->text + ")";
    cell.value = knownCell(sum).value;
    return cell;
}

} // namespace rigwright
