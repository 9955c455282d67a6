// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "facts/catalog.h"

#include <optional>
#include <vector>

namespace rigwright {

/// What speaks against another part in the place of one: the first blocker that a machine has with it, and not without it.
[[nodiscard]] std::optional<Finding> checkSubstitute(const Catalog& catalog,
                                                     const std::vector<OrderedMachine>& machines,
                                                     const Requirement& requirement, const PartId& part,
                                                     const PartId& substitute);

} // namespace rigwright
