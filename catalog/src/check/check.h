// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <string>
#include <vector>

namespace rigwright {

enum class CheckSeverity {
    Error,   ///< can't be true
    Warning, ///< should be looked at
};

/// A row of the catalog that is implausible.
struct CheckFinding {
    std::string rule; ///< stable: "bandwidth-beyond-memory-type"
    CheckSeverity severity = CheckSeverity::Warning;
    std::string subject; ///< id of the part, model or offer
    std::string message; ///< with the figures that prove it
};

/// Judges every row by what is physically and commercially plausible, by rule and subject. Deterministic.
[[nodiscard]] std::vector<CheckFinding> checkCatalog(const Catalog& catalog);

} // namespace rigwright
