// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/revision.h"

#include <array>
#include <vector>

namespace rigwright {

inline constexpr std::size_t kChangeCauses = 7;

/// By how much an amount differs for each cause, by ChangeCause.
struct CauseAmounts {
    explicit CauseAmounts(Currency currency);
    [[nodiscard]] Money& of(ChangeCause cause) { return amounts[static_cast<std::size_t>(cause)]; }
    [[nodiscard]] Money sum() const;
    [[nodiscard]] bool isNothing() const;
    /// The cause of the largest amount, either way.
    [[nodiscard]] ChangeCause largest() const;

    std::array<Money, kChangeCauses> amounts;
};

struct LineChanges {
    std::vector<RevisionLine> lines;
    CauseAmounts
        causes; ///< of the sums of all lines; add up to the difference. Nothing where the currencies differ
};

/// What differs from part to part. `partsCause`: why a machine has other parts.
[[nodiscard]] LineChanges compareLines(const Bom& before, const Bom& after, ChangeCause partsCause);

} // namespace rigwright
