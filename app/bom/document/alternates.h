// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document_facts.h"

namespace rigwright {

/// For every line of a machine that is bought, a few of the cheapest parts that could be bought in its place.
[[nodiscard]] Expected<std::vector<LineAlternates>>
alternatesFor(const Catalog& catalog, const Bom& bom, const std::vector<OrderedMachine>& machines,
              const Requirement& requirement, const CalibrationTable& constants, const std::stop_token& stop);

} // namespace rigwright
