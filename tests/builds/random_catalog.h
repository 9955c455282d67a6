// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "facts/catalog.h"

namespace rigwright::test {

/// A small catalog in which every figure that a rule, a plan or a speed reads varies, and may be unknown.
[[nodiscard]] Catalog randomCatalog(unsigned seed);

/// A requirement that about half of such a catalog's machines meet.
[[nodiscard]] Requirement randomRequirement(unsigned seed);

/// The same with the noise of coolers, and power supplies that give less at a low voltage.
[[nodiscard]] Catalog withRandomDetails(Catalog catalog, unsigned seed);

/// The same with some of the cases for racks two units high: too low for most coolers and for cards that stand upright.
[[nodiscard]] Catalog withLowCases(Catalog catalog, unsigned seed);

/// The same with parts at hand, things to rank by, a circuit or form factors.
[[nodiscard]] Requirement withRandomDetails(Requirement wanted, const Catalog& catalog, unsigned seed);

/// Three of four of them with random details, with low cases, or with both.
[[nodiscard]] Catalog variedCatalog(unsigned seed);

/// For such a catalog; with a circuit or form factors where it has details.
[[nodiscard]] Requirement variedRequirement(const Catalog& catalog, unsigned seed);

} // namespace rigwright::test
