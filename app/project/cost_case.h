// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Named sets of what a user assumes of costs. Kept as JSON; files are written whole or not at all.
namespace rigwright {

/// Side by side, and in the user's file.
inline constexpr std::size_t kMostCostCases = 3;

struct CostCase {
    std::string name; ///< in one line, not empty
    CostAssumptions assumptions;

    bool operator==(const CostCase&) const = default;
};

/// One case ("rigwright.cost-case/1"). Every key is required, beside those of what may be unknown, and others are refused: a
/// mistyped one would count for nothing. An error names key and what was expected; a newer schema is refused as such.
[[nodiscard]] Expected<CostCase> parseCostCase(std::string_view json);
/// Reads back as it is; a range is the user's own then, and has no reason.
[[nodiscard]] std::string costCaseText(const CostCase& costCase);
/// Of at most 1 MiB. The error begins with the path.
[[nodiscard]] Expected<CostCase> readCostCase(const std::filesystem::path& file);
/// In the place of whatever was there. A case that could not be read again is refused.
[[nodiscard]] Expected<void> writeCostCase(const std::filesystem::path& file, const CostCase& costCase);

/// The cases that the user keeps ("rigwright.cost-cases/1"), at most kMostCostCases, each with a name of its own.
struct CostCaseSet {
    std::vector<CostCase> cases;

    bool operator==(const CostCaseSet&) const = default;
};

[[nodiscard]] Expected<CostCaseSet> parseCostCaseSet(std::string_view json);
[[nodiscard]] std::string costCaseSetText(const CostCaseSet& set);
/// A file that isn't there is an empty set.
[[nodiscard]] Expected<CostCaseSet> readCostCaseSet(const std::filesystem::path& file);
/// Reads, changes and writes under a lock, so that two programs that change the file at once lose nothing. A file that is
/// damaged or newer is never written over. The set as it is then; an error of `change` leaves the file as it was.
[[nodiscard]] Expected<CostCaseSet>
updateCostCaseSet(const std::filesystem::path& file,
                  const std::function<Expected<void>(CostCaseSet& set)>& change);
/// `$XDG_DATA_HOME/rigwright/cost-cases.json`, else in `~/.local/share`; empty: neither folder is known.
[[nodiscard]] std::filesystem::path costCaseSetFile();

/// In the place of the case of that name, else at the end. An error: there are kMostCostCases others.
[[nodiscard]] Expected<void> keepCase(CostCaseSet& set, CostCase costCase);

} // namespace rigwright
