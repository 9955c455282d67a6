// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// What a supplier's words mean in the catalog.
struct SubstituteSearch {
    std::optional<PartId> part;     ///< the one that is meant
    std::vector<PartId> candidates; ///< several that could be; empty: one, or none
};

/// Looks for a part by its id, the part number, then the name with or without the manufacturer; case and punctuation count for
/// nothing. The part number may also stand among the words.
[[nodiscard]] SubstituteSearch findSubstitute(const Catalog& catalog, const std::string& words,
                                              const std::string& partNumber);

/// True where two part numbers are the same but for case and punctuation.
[[nodiscard]] bool isSamePartNumber(const std::string& a, const std::string& b);
/// The only part with this number, or nothing.
[[nodiscard]] std::optional<PartId> partWithNumber(const Catalog& catalog, const std::string& partNumber);

} // namespace rigwright
