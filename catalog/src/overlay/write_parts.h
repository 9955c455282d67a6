// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/overlay/overlay.h"
#include "catalog/overlay/part_records.h"

#include <unordered_set>

namespace rigwright {

/// Writes what changes of parts, inside the caller's transaction. An error is what the change asks for; SqliteError is thrown.
class PartWriter {
public:
    PartWriter(Database& database, const ShippedParts& shipped);

    [[nodiscard]] Expected<void> remove(const PartId& id);
    [[nodiscard]] Expected<void> change(const PartEdit& change);
    [[nodiscard]] Expected<void> mark(const MarksChange& change);
    [[nodiscard]] Expected<void> price(const PriceChange& change);
    /// Removes rows that the changes left empty.
    void tidy();

private:
    [[nodiscard]] const PartSheet* shippedSheet(const PartId& id) const;
    /// What is shipped under a row; null also where the user's own part shares its id with a shipped one of another table.
    [[nodiscard]] const PartSheet* shippedUnder(const OverlayPart& part) const;
    /// The row to change; a new one for a part that only the shipped catalog has.
    [[nodiscard]] Expected<OverlayPart> rowOf(const PartId& id, const std::string& table);
    [[nodiscard]] Expected<void> changeCell(OverlayPart& part, const TableSpec& spec,
                                            const CellChange& change) const;

    const ShippedParts* shipped_;
    PartRecords records_;
    Statement putPrice_;
    Statement removePrice_;
    std::unordered_set<PartId> lessened_; ///< parts that may have nothing left
};

} // namespace rigwright
