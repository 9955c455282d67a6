// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cell_delegate.h"
#include "units/finding.h"

#include <vector>

namespace rigwright {

/// The findings of a machine by what they mean to a buyer.
struct FindingCounts {
    int blockers = 0;
    int warnings = 0;
    int unverified = 0; ///< rules that nobody could check, for want of a figure
    int notes = 0;
    int holding = 0; ///< rules without a finding
};

/// True of a rule that nobody could check, and of specifications that nobody compared with a source.
[[nodiscard]] bool isUnverified(const Finding& finding);
[[nodiscard]] TagKind tagKindOf(const Finding& finding);
[[nodiscard]] FindingCounts countFindings(const std::vector<Finding>& findings);

/// "! 2", "? 1"; "✓" where there is nothing to say.
[[nodiscard]] CellTags shortTags(const FindingCounts& counts);
/// "✓ 31 rules hold", "! 2 warnings", "? 1 unverified".
[[nodiscard]] CellTags wordedTags(const FindingCounts& counts);
/// For readers of the screen: the words without signs.
[[nodiscard]] QString inWords(const FindingCounts& counts);

} // namespace rigwright
