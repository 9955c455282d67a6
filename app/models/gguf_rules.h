// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format_rules.h"

namespace rigwright {

/// The type that llama.cpp's converter and quantiser give a tensor in a GGUF file of this type.
[[nodiscard]] TensorType ggufTensorType(WeightFormat format, const Tensor& tensor, const ModelShape& shape,
                                        TensorPosition at);

/// Whether the converter keeps the modules for multi-token prediction: it leaves out those of DeepSeek-V3, whose attention
/// is latent without an indexer, and of DeepSeek-V4, whose cache is compressed (conversion/deepseek.py, 2026-09).
[[nodiscard]] bool ggufKeepsMtp(const Architecture& architecture);

} // namespace rigwright
