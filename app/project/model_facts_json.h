// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"
#include "project/object_reader.h"

#include <nlohmann/json.hpp>

namespace rigwright {

/// A model with everything that its sizes follow from, an imported one with the tensors of its file.
[[nodiscard]] nlohmann::ordered_json modelFactsJson(const ModelFacts& facts);
/// Whether the dimensions can be is for describe() to say.
[[nodiscard]] ModelFacts readModelFacts(ObjectReader& object);

} // namespace rigwright
