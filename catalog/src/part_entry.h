// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_changes.h"
#include "catalog/part_sheet.h"

#include <memory>
#include <string>
#include <vector>

namespace rigwright {

enum class PartOrigin {
    Shipped,
    Edited, ///< shipped, with figures that the user changed
    Own,    ///< the user's, typed in or imported
};

/// A figure that the user changed, under which the shipped catalog has changed since.
struct UnderlyingChange {
    std::string column;
    std::string before; ///< the shipped figure when the user changed it
    std::string now;
};

/// A part as the user sees it: the shipped one with their edits over it.
struct PartEntry {
    PartSheet sheet;
    std::vector<Offer> offers; ///< shipped and own, by date
    PartMarks marks;
    PartOrigin origin = PartOrigin::Shipped;
    std::vector<std::string> missing; ///< columns that a machine needs; not empty: proposed in no machine
    std::shared_ptr<const PartSheet> shipped; ///< of an edited part: without the edits
    std::vector<UnderlyingChange> underneath;

    [[nodiscard]] PartId id() const { return sheet.id(); }
};

} // namespace rigwright
