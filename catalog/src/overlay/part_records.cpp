// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/part_records.h"

namespace rigwright {

PartRecords::PartRecords(Database& database)
    : has_(database, "SELECT 1 FROM parts WHERE id = ?")
    , find_(database, "SELECT " + std::string(kPartColumns) + " FROM parts WHERE id = ?")
    , put_(database,
           "INSERT INTO parts (" + std::string(kPartColumns) +
               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (id) DO UPDATE SET table_name = excluded.table_name, own = excluded.own, "
               "cells = excluded.cells, replaced = excluded.replaced, remembered = excluded.remembered, "
               "hidden = excluded.hidden, favourite = excluded.favourite, url = excluded.url, note = "
               "excluded.note")
    , removePrices_(database, "DELETE FROM prices WHERE part = ?")
    , remove_(database, "DELETE FROM parts WHERE id = ?")
    , removeIfEmpty_(database,
                     "DELETE FROM parts WHERE id = ?1 AND own = 0 AND cells = '{}' AND hidden = 0 AND "
                     "favourite = 0 AND url = '' AND note = '' AND NOT EXISTS (SELECT 1 FROM prices "
                     "WHERE part = ?1)")
{ }

bool PartRecords::has(const PartId& id)
{
    has_.bind(1, id.text());
    const bool found = has_.step();
    has_.reset();
    return found;
}

std::optional<OverlayPart> PartRecords::find(const PartId& id)
{
    find_.bind(1, id.text());
    std::optional<OverlayPart> part;
    if (find_.step()) {
        part = partOf(find_);
    }
    find_.reset();
    return part;
}

void PartRecords::put(const OverlayPart& part)
{
    int parameter = 0;
    put_.bind(++parameter, part.id.text());
    put_.bind(++parameter, part.table);
    put_.bind(++parameter, std::int64_t{part.own});
    put_.bind(++parameter, jsonOf(part.cells));
    put_.bind(++parameter, jsonOf(part.replaced));
    put_.bind(++parameter, jsonOf(part.remembered));
    put_.bind(++parameter, std::int64_t{part.marks.hidden});
    put_.bind(++parameter, std::int64_t{part.marks.favourite});
    put_.bind(++parameter, part.marks.url);
    put_.bind(++parameter, part.marks.note);
    put_.run();
}

void PartRecords::removeWithPrices(const PartId& id)
{
    removePrices_.bind(1, id.text());
    removePrices_.run();
    remove_.bind(1, id.text());
    remove_.run();
}

void PartRecords::removeIfEmpty(const PartId& id)
{
    removeIfEmpty_.bind(1, id.text());
    removeIfEmpty_.run();
}

OverlayPart partOf(const Statement& row)
{
    int column = 0;
    OverlayPart part;
    part.id = PartId(row.text(column));
    part.table = row.text(++column);
    part.own = row.integer(++column) != 0;
    part.cells = cellsOfJson(row.text(++column));
    part.replaced = cellsOfJson(row.text(++column));
    part.remembered = cellsOfJson(row.text(++column));
    part.marks.hidden = row.integer(++column) != 0;
    part.marks.favourite = row.integer(++column) != 0;
    part.marks.url = row.text(++column);
    part.marks.note = row.text(++column);
    return part;
}

} // namespace rigwright
