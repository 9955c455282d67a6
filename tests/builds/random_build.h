// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build_line.h"
#include "facts/catalog.h"

namespace rigwright::test {

/// A machine of parts of a catalog that may or may not belong together.
[[nodiscard]] Build randomBuild(const Catalog& catalog, unsigned seed);

} // namespace rigwright::test
