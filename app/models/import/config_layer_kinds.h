// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/config_import.h"

#include <vector>

namespace rigwright {

/// Models whose layers have an attention or a feed-forward part, not both: Nemotron-H's letters. False: not such a model.
bool readOnePartLayers(ConfigImport& import);

/// Every layer with its kind of attention, by whichever list, period or nested object the file has. As many as layers, or the
/// reader has an error.
[[nodiscard]] std::vector<LayerFacts> readLayerKinds(ConfigImport& import);

} // namespace rigwright
