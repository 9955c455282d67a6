// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <string>

namespace rigwright {

/// The figures by which a purchaser knows the right part: "16 cores, 32 threads, socket AM5, 170 W". Only what the catalog
/// knows; empty for a part that it lacks.
[[nodiscard]] std::string keySpecifications(const Catalog& catalog, PartCategory category,
                                            const PartId& part);

} // namespace rigwright
