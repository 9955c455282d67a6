// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/revision.h"
#include "project/object_reader.h"

#include <nlohmann/json.hpp>

namespace rigwright {

/// A state of the purchase with its whole document: what later programs compare with.
[[nodiscard]] nlohmann::ordered_json revisionJson(const Revision& revision);
/// A document whose amounts can't be added, or whose lines are of no machine of its own, is refused.
[[nodiscard]] Revision readRevisionJson(ObjectReader& object);

} // namespace rigwright
