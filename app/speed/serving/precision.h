// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"
#include "models/weight_format.h"

#include <optional>

namespace rigwright {

/// Width of the values that matrix units multiply, or that memory holds.
enum class Precision { Bits16, Bits8, Bits4 };

/// How a serving engine stores and multiplies one kind of matrix.
struct MatrixFormat {
    Precision stored = Precision::Bits16;
    Precision multiplied = Precision::Bits16;
    FlopsPerSecond rate;    ///< of the data sheet, for what is multiplied
    bool isGrouped = false; ///< four bits with a scale for each group, widened before they are multiplied
};

/// Of the routed experts, or of all other matrices. Weights of four bits with a scale for each group (AWQ, GPTQ, INT4, NF4) are
/// widened to 16 bits; FP8 and FP4 are multiplied as they are where the device can and
/// with 16-bit units elsewhere. MXFP4 and NVFP4 of a mixture of experts are of the experts alone
/// (gpt-oss, DeepSeek-R1-NVFP4). Empty: the data sheet lacks the rate.
[[nodiscard]] std::optional<MatrixFormat> matrixFormat(const Accelerator& accelerator, WeightFormat format,
                                                       bool experts, bool mixture);

} // namespace rigwright
