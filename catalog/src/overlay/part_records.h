// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/overlay/overlay_contents.h"
#include "catalog/sqlite.h"

#include <optional>

namespace rigwright {

/// The overlay's table of parts, row by row. All of it throws SqliteError.
class PartRecords {
public:
    explicit PartRecords(Database& database);

    [[nodiscard]] bool has(const PartId& id);
    [[nodiscard]] std::optional<OverlayPart> find(const PartId& id);
    void put(const OverlayPart& part);
    void removeWithPrices(const PartId& id);
    /// Removes a shipped part's row that says nothing any more.
    void removeIfEmpty(const PartId& id);

private:
    Statement has_;
    Statement find_;
    Statement put_;
    Statement removePrices_;
    Statement remove_;
    Statement removeIfEmpty_;
};

/// The columns that partOf reads.
inline constexpr const char* kPartColumns =
    "id, table_name, own, cells, replaced, remembered, hidden, favourite, url, note";
[[nodiscard]] OverlayPart partOf(const Statement& row);

} // namespace rigwright
