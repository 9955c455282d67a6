// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// A layer in a cell of models.csv: its attention and what differs from the model's columns, "full head_dim=512 kv_heads=4".
/// Nothing: a word is none of ours.
[[nodiscard]] std::optional<LayerFacts> parseLayer(std::string_view text);

/// Layers by letters of a pattern, each defined as "f full head_dim=512". Nothing: a letter or a definition is bad.
[[nodiscard]] std::optional<std::vector<LayerFacts>> parseLayers(const std::vector<std::string>& kinds,
                                                                 std::string_view pattern);

/// An encoder in a cell, "vision layers=27 hidden=1152 …".
[[nodiscard]] std::optional<TowerFacts> parseTower(std::string_view text);

} // namespace rigwright
