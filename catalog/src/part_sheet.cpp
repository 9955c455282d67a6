// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/part_sheet.h"

#include "catalog/part_rows.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace rigwright {

namespace {

std::size_t positionOf(const TableSpec& spec, std::string_view column)
{
    const auto found = std::ranges::find(spec.columns, column, &Column::name);
    if (found == spec.columns.end()) {
        throw std::out_of_range("the table " + spec.name + " has no column " + std::string(column));
    }
    return static_cast<std::size_t>(found - spec.columns.begin());
}

Expected<RowValues> valuesOf(const PartSheet& sheet)
{
    RowValues row{sheet.spec, {}};
    row.values.reserve(sheet.cells.size());
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        const Column& column = sheet.spec->columns[i];
        Expected<SqlValue> value = column.parse(sheet.cells[i], {});
        if (!value) {
            return fail(sheet.cells.front() + ": " + column.name + ": " + value.error().message);
        }
        row.values.push_back(std::move(*value));
    }
    return row;
}

PartInfo infoOf(const Row& row, PartExtras extras)
{
    return {
        .id = PartId(row.text("id")),
        .manufacturer = row.text("manufacturer"),
        .name = row.text("name"),
        .partNumber = row.text("part_number"),
        .offers = std::move(extras.offers),
        .specs = provenanceFrom(row),
        .groups = std::move(extras.groups),
        .note = row.text("note"),
        .own = extras.own,
        .edited = extras.edited,
        .hidden = extras.hidden,
        .favourite = extras.favourite,
    };
}

template <class Part>
void replaceById(std::vector<Part>& parts, std::vector<Part>& laid)
{
    std::unordered_set<PartId> ids;
    for (const Part& part : laid) {
        ids.insert(part.info.id);
    }
    std::erase_if(parts, [&](const Part& part) { return ids.contains(part.info.id); });
    parts.insert(parts.end(), std::move_iterator(laid.begin()), std::move_iterator(laid.end()));
    std::ranges::sort(parts, {}, [](const Part& part) -> const PartId& { return part.info.id; });
}

/// Gives each card what its accelerator says now.
void followAccelerators(Catalog& catalog)
{
    std::unordered_map<PartId, const Accelerator*> known;
    for (const Accelerator& accelerator : catalog.accelerators) {
        known.emplace(accelerator.info.id, &accelerator);
    }
    for (Accelerator& card : catalog.cards) {
        if (const auto found = known.find(card.variantOf); found != known.end()) {
            card = cardWith(*found->second, card);
        }
    }
}

struct LaidRow {
    RowValues values;
    const PartExtras* extras = nullptr;
};

/// An error where the accelerator that a part names isn't there.
std::optional<Error> unknownAccelerator(const Catalog& catalog, const PartId& part, const PartId& accelerator)
{
    if (findPart(catalog.accelerators, accelerator) != nullptr) {
        return std::nullopt;
    }
    return Error{part.text() + ": accelerator: no part is called '" + accelerator.text() + "'"};
}

void putCards(Catalog& catalog, const std::vector<LaidRow>& rows, std::vector<Error>& problems)
{
    std::vector<Accelerator> before = std::exchange(catalog.cards, {});
    for (const LaidRow& laid : rows) {
        const Row row(laid.values);
        if (const auto unknown =
                unknownAccelerator(catalog, PartId(row.text("id")), PartId(row.text("accelerator")))) {
            problems.push_back(*unknown);
        } else {
            appendPart(catalog, "cards", row, infoOf(row, *laid.extras));
        }
    }
    std::vector<Accelerator> cards = std::exchange(catalog.cards, std::move(before));
    replaceById(catalog.cards, cards);
}

} // namespace

const std::string& PartSheet::cell(std::string_view column) const
{
    return cells[positionOf(*spec, column)];
}

std::string& PartSheet::cell(std::string_view column)
{
    return cells[positionOf(*spec, column)];
}

PartSheet emptySheet(const TableSpec& spec, const PartId& id)
{
    PartSheet sheet{&spec, std::vector<std::string>(spec.columns.size())};
    sheet.cells.front() = id.text();
    return sheet;
}

const std::vector<TableSpec>& partTables()
{
    static const std::vector<TableSpec> tables = partTableSpecs();
    return tables;
}

const TableSpec* findPartTable(std::string_view name)
{
    const auto found = std::ranges::find(partTables(), name, &TableSpec::name);
    return found == partTables().end() ? nullptr : &*found;
}

std::vector<CellProblem> badCells(const PartSheet& sheet)
{
    std::vector<CellProblem> problems;
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        const Column& column = sheet.spec->columns[i];
        if (sheet.cells[i].empty()) {
            continue;
        }
        if (const Expected<SqlValue> value = column.parse(sheet.cells[i], {}); !value) {
            problems.push_back({column.name, value.error().message});
        }
    }
    return problems;
}

std::vector<std::string> missingCells(const PartSheet& sheet)
{
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        const Column& column = sheet.spec->columns[i];
        if (column.required && sheet.cells[i].empty()) {
            missing.push_back(column.name);
        }
    }
    return missing;
}

std::vector<Error> putParts(Catalog& catalog, const std::vector<LaidPart>& parts)
{
    std::vector<Error> problems;
    Catalog laid;
    std::vector<LaidRow> cards; // read when their accelerators are there
    for (const LaidPart& part : parts) {
        Expected<RowValues> values = valuesOf(*part.sheet);
        if (!values) {
            problems.push_back(values.error());
        } else if (part.sheet->spec->name == "cards") {
            cards.push_back({std::move(*values), &part.extras});
        } else {
            const Row row(*values);
            appendPart(laid, part.sheet->spec->name, row, infoOf(row, part.extras));
        }
    }
    if (!laid.accelerators.empty()) {
        replaceById(catalog.accelerators, laid.accelerators);
        followAccelerators(catalog);
    }
    putCards(catalog, cards, problems);
    replaceById(catalog.cpus, laid.cpus);
    replaceById(catalog.boards, laid.boards);
    replaceById(catalog.memory, laid.memory);
    replaceById(catalog.drives, laid.drives);
    replaceById(catalog.powerSupplies, laid.powerSupplies);
    replaceById(catalog.cases, laid.cases);
    replaceById(catalog.coolers, laid.coolers);
    replaceById(catalog.networkCards, laid.networkCards);
    std::erase_if(laid.systems, [&](const CompleteSystem& system) {
        const auto unknown = unknownAccelerator(catalog, system.info.id, system.accelerator);
        if (unknown) {
            problems.push_back(*unknown);
        }
        return unknown.has_value();
    });
    replaceById(catalog.systems, laid.systems);
    return problems;
}

} // namespace rigwright
