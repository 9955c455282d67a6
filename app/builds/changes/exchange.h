// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rigwright {

/// A part that a line of a machine may be exchanged for, whether it goes with the rest or not.
struct PartExchange {
    BuildLine line;
    std::string manufacturer;
    std::string name;
    std::optional<Money> unitPrice; ///< in the currency of the answer; empty: no price known
    /// The first blocking rule, of those that read parts of this category, that the machine with it breaks; empty: none.
    std::optional<Finding> broken;
};

/// What may stand in a place of a machine: line `place` of `build`, or, where `place` is empty, one more line beside all. Every
/// part of the category but those that the user hid, with the quantity of the line; those that break nothing first, then by
/// price, those without one last. Lines that the catalog lacks count as absent. Fewer where it is stopped. An error: a
/// requirement that can't be.
[[nodiscard]] Expected<std::vector<PartExchange>> exchangesFor(const Catalog& catalog, const Build& build,
                                                               PartCategory category,
                                                               std::optional<std::size_t> place,
                                                               const Requirement& requirement,
                                                               const std::stop_token& stop = {});

} // namespace rigwright
