// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format_rules.h"

namespace rigwright {

/// The type that llama.cpp's converter and quantiser give a tensor in a GGUF file of this type.
[[nodiscard]] TensorType ggufTensorType(WeightFormat format, const Tensor& tensor, const ModelShape& shape,
                                        TensorPosition at);

} // namespace rigwright
