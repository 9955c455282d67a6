// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "facts/catalog.h"

namespace rigwright::test {

/// A machine of parts of a catalog that may or may not belong together.
[[nodiscard]] Build randomBuild(const Catalog& catalog, unsigned seed);

/// A machine that the search finds, with one or two of its parts exchanged for any others; one of random parts where it finds
/// none.
[[nodiscard]] Build damagedBuild(const Catalog& catalog, const Requirement& requirement, unsigned seed);

} // namespace rigwright::test
