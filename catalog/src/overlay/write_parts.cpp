// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/write_parts.h"

#include "catalog/overlay/text_checks.h"
#include "catalog/same_cell.h"

#include <algorithm>

namespace rigwright {

namespace {

Expected<const TableSpec*> tableOf(const std::string& name)
{
    if (const TableSpec* spec = findPartTable(name)) {
        return spec;
    }
    return fail("no table of parts is called '" + name + "'");
}

Error noSuchPart(const PartId& id)
{
    return {"no part is called '" + id.text() + "'"};
}

NamedCells knownCells(const PartSheet& sheet)
{
    NamedCells cells;
    for (std::size_t i = 1; i < sheet.cells.size(); ++i) {
        if (!sheet.cells[i].empty()) {
            cells.emplace(sheet.spec->columns[i].name, sheet.cells[i]);
        }
    }
    return cells;
}

Expected<void> checkPrice(const PriceChange& change)
{
    const Offer& offer = change.offer;
    const std::string what = "price of " + change.part.text() + ": ";
    if (offer.price.minorUnits() <= 0) {
        return fail(what + "expected an amount above zero, got " + offer.price.decimal());
    }
    for (const auto& [column, text] :
         {std::pair("region", &offer.region), std::pair("source", &offer.source)}) {
        if (const Expected<void> checked = checkLine(what + column, *text); !checked) {
            return checked;
        }
        if (text->empty()) {
            return fail(what + column + ": expected a text, got nothing");
        }
    }
    return checkLine(what + "url", offer.url);
}

/// What tells one price of a part from another.
int bindPriceKey(Statement& statement, const PriceChange& change)
{
    int parameter = 0;
    statement.bind(++parameter, change.part.text());
    statement.bind(++parameter, change.offer.date.iso());
    statement.bind(++parameter, priceKindName(change.offer.kind));
    statement.bind(++parameter, change.offer.region);
    statement.bind(++parameter, change.offer.source);
    return parameter;
}

} // namespace

PartWriter::PartWriter(Database& database, const ShippedParts& shipped)
    : shipped_(&shipped)
    , records_(database)
    , putPrice_(database,
                "INSERT INTO prices (part, date, kind, region, source, minor_units, currency, valid_until, "
                "url, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (part, date, kind, "
                "region, source) DO "
                "UPDATE SET minor_units = excluded.minor_units, currency = excluded.currency, "
                "valid_until = excluded.valid_until, url = excluded.url, published = excluded.published")
    , removePrice_(database,
                   "DELETE FROM prices WHERE part = ? AND date = ? AND kind = ? AND region = ? AND "
                   "source = ?")
{ }

const PartSheet* PartWriter::shippedSheet(const PartId& id) const
{
    return *shipped_ ? (*shipped_)(id) : nullptr;
}

const PartSheet* PartWriter::shippedUnder(const OverlayPart& part) const
{
    const PartSheet* shipped = shippedSheet(part.id);
    return shipped != nullptr && part.own && shipped->spec->name != part.table ? nullptr : shipped;
}

Expected<OverlayPart> PartWriter::rowOf(const PartId& id, const std::string& table)
{
    std::optional<OverlayPart> part = records_.find(id);
    if (!part && *shipped_ && shippedSheet(id) == nullptr) {
        return tl::unexpected(noSuchPart(id));
    }
    if (!part) {
        part = OverlayPart{.id = id, .table = table};
    }
    if (const PartSheet* shipped = shippedUnder(*part)) {
        // After an update the shipped catalog may have a part in another table than the user's row says.
        part->table = shipped->spec->name;
        part->remembered = knownCells(*shipped);
    }
    if (part->table != table) {
        return fail("'" + id.text() + "' is a part of the table " + part->table + ", not of " + table);
    }
    return std::move(*part);
}

Expected<void> PartWriter::changeCell(OverlayPart& part, const TableSpec& spec,
                                      const CellChange& change) const
{
    const auto column = std::ranges::find(spec.columns, change.column, &Column::name);
    if (column == spec.columns.end()) {
        return fail(part.id.text() + ": the table " + spec.name + " has no column '" + change.column + "'");
    }
    if (column == spec.columns.begin()) {
        return fail(part.id.text() + ": the id of a part can't be changed");
    }
    if (!change.after.empty()) {
        const std::string where = part.id.text() + ": " + column->name;
        if (const Expected<void> checked = checkLine(where, change.after); !checked) {
            return checked;
        }
        if (const Expected<SqlValue> value = column->parse(change.after, {}); !value) {
            return fail(where + ": " + value.error().message);
        }
    }
    std::string ships = change.before;
    if (const PartSheet* shipped = shippedUnder(part)) {
        ships = shipped->cells[static_cast<std::size_t>(column - spec.columns.begin())];
    } else if (part.own) {
        ships.clear();
    } else if (const auto first = part.replaced.find(column->name); first != part.replaced.end()) {
        ships = first->second;
    }
    part.replaced.erase(column->name);
    if (sameCell(*column, ships, change.after)) {
        part.cells.erase(column->name);
        return {};
    }
    part.cells[column->name] = change.after;
    if (!ships.empty()) {
        part.replaced[column->name] = ships;
    }
    return {};
}

Expected<void> PartWriter::change(const PartEdit& change)
{
    const Expected<const TableSpec*> spec = tableOf(change.table);
    if (!spec) {
        return tl::unexpected(spec.error());
    }
    if (const Expected<SqlValue> id = (*spec)->columns.front().parse(change.id.text(), {}); !id) {
        return fail("id of a part: " + id.error().message);
    }
    Expected<OverlayPart> part = OverlayPart{.id = change.id, .table = change.table, .own = true};
    if (change.isNew) {
        if (shippedSheet(change.id) != nullptr || records_.has(change.id)) {
            return fail("a part called '" + change.id.text() + "' exists already");
        }
    } else {
        part = rowOf(change.id, change.table);
    }
    if (!part) {
        return tl::unexpected(part.error());
    }
    for (const CellChange& cell : change.cells) {
        if (const Expected<void> changed = changeCell(*part, **spec, cell); !changed) {
            return changed;
        }
    }
    records_.put(*part);
    if (!part->own && part->cells.empty()) {
        lessened_.insert(change.id);
    }
    return {};
}

Expected<void> PartWriter::remove(const PartId& id)
{
    std::optional<OverlayPart> part = records_.find(id);
    if (!part) {
        return *shipped_ && shippedSheet(id) == nullptr ? Expected<void>(tl::unexpected(noSuchPart(id)))
                                                        : Expected<void>();
    }
    const bool lives = *shipped_ ? shippedUnder(*part) != nullptr : !part->own;
    if (!lives) {
        records_.removeWithPrices(id);
        return {};
    }
    part->own = false;
    part->cells.clear();
    part->replaced.clear();
    records_.put(*part);
    lessened_.insert(id);
    return {};
}

Expected<void> PartWriter::mark(const MarksChange& change)
{
    Expected<OverlayPart> part = rowOf(change.id, change.table);
    if (!part) {
        return tl::unexpected(part.error());
    }
    if (const Expected<void> checked = checkLine(change.id.text() + ": url", change.marks.url); !checked) {
        return checked;
    }
    if (const Expected<void> checked = checkText(change.id.text() + ": note", change.marks.note); !checked) {
        return checked;
    }
    part->marks = change.marks;
    records_.put(*part);
    lessened_.insert(change.id);
    return {};
}

Expected<void> PartWriter::price(const PriceChange& change)
{
    if (change.removed) {
        bindPriceKey(removePrice_, change);
        removePrice_.run();
        lessened_.insert(change.part);
        return {};
    }
    if (const Expected<void> checked = checkPrice(change); !checked) {
        return checked;
    }
    // An own part's row is there; a shipped part gets one, so that the price belongs to something.
    if (!records_.has(change.part)) {
        const Expected<OverlayPart> part = rowOf(change.part, change.table);
        if (!part) {
            return fail("price of '" + change.part.text() + "': " + part.error().message);
        }
        records_.put(*part);
    }
    const Offer& offer = change.offer;
    int parameter = bindPriceKey(putPrice_, change);
    putPrice_.bind(++parameter, offer.price.minorUnits());
    putPrice_.bind(++parameter, offer.price.currency().code());
    putPrice_.bind(++parameter, offer.validUntil ? SqlValue(offer.validUntil->iso()) : SqlValue());
    putPrice_.bind(++parameter, offer.url);
    putPrice_.bind(++parameter, std::int64_t{!offer.own});
    putPrice_.run();
    return {};
}

void PartWriter::tidy()
{
    for (const PartId& id : lessened_) {
        records_.removeIfEmpty(id);
    }
}

} // namespace rigwright
