// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"

// Models whose sizes others have published, described by hand from their config.json.
namespace rigwright::known {

[[nodiscard]] ModelFacts llama31_8b();
[[nodiscard]] ModelFacts llama31_70b();
[[nodiscard]] ModelFacts qwen3_32b();
[[nodiscard]] ModelFacts qwen25_half_b();
[[nodiscard]] ModelFacts gemma3_1b();
[[nodiscard]] ModelFacts gemma3_27b();
[[nodiscard]] ModelFacts gptOss20b();
[[nodiscard]] ModelFacts deepSeekV3();
[[nodiscard]] ModelFacts qwen3Next80b();

} // namespace rigwright::known
