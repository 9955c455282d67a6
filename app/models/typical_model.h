// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"
#include "units/error.h"

namespace rigwright {

/// A dense decoder of so many parameters where nothing else is known, shaped as Llama 3 and Qwen 3 are: head size 128, eight
/// key/value heads, width about 128 times the layers, feed-forward about 3.5 times the width. From 10 million to 10 trillion
/// parameters, met to within 1 % from 500 million on and 5 % below; an error outside.
[[nodiscard]] Expected<ModelFacts> typicalModel(std::int64_t parameters);

/// "7B", "0.5b", "350M", "1.04T" or a plain number as a count of parameters.
[[nodiscard]] Expected<std::int64_t> parseParameterCount(std::string_view text);

} // namespace rigwright
