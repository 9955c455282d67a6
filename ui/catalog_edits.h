// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <QString>

#include <vector>

namespace rigwright {

/// What one action of the user changes, and what the step is called: "Bandwidth of RTX 4090".
struct CatalogEdit {
    CatalogChanges changes;
    QString label;
};

/// What a part is called: "NVIDIA GeForce RTX 4090".
[[nodiscard]] QString partText(const PartSheet& sheet);

/// A figure as the user wants it; empty: unknown.
[[nodiscard]] CatalogEdit editCell(const PartEntry& part, const std::string& column,
                                   const std::string& after);
/// A figure of a shipped part as it was shipped. The part must have been edited.
[[nodiscard]] CatalogEdit resetCell(const PartEntry& part, const std::string& column);
/// All figures of shipped parts as they were shipped.
[[nodiscard]] CatalogEdit resetParts(const std::vector<const PartEntry*>& parts);
/// Own parts go, with their prices.
[[nodiscard]] CatalogEdit removeParts(const std::vector<const PartEntry*>& parts);

/// A new part of the user's. It says of itself that nobody has checked it.
[[nodiscard]] CatalogEdit addPart(const CatalogView& view, const TableSpec& table,
                                  const std::string& manufacturer, const std::string& name);
/// With the same figures, which nobody has checked for the copy; without the prices.
[[nodiscard]] CatalogEdit duplicatePart(const CatalogView& view, const PartEntry& part);

[[nodiscard]] CatalogEdit markHidden(const std::vector<const PartEntry*>& parts, bool hidden);
[[nodiscard]] CatalogEdit markFavourite(const std::vector<const PartEntry*>& parts, bool favourite);
[[nodiscard]] CatalogEdit setUrl(const PartEntry& part, const std::string& url);
[[nodiscard]] CatalogEdit setNote(const PartEntry& part, const std::string& note);

[[nodiscard]] CatalogEdit addPrice(const PartEntry& part, const Offer& offer);
/// One of the user's own.
[[nodiscard]] CatalogEdit removePrice(const PartEntry& part, const Offer& offer);

} // namespace rigwright
