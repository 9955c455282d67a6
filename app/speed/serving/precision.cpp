// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/precision.h"

namespace rigwright {

namespace {

struct Widths {
    Precision stored = Precision::Bits16;
    Precision multiplied = Precision::Bits16;
    bool isInteger = false;
    bool isGrouped = false;
};

Widths widthsOf(WeightFormat format, bool experts, bool mixture)
{
    switch (format) {
    case WeightFormat::Fp8:
    case WeightFormat::Fp8Channel:
    case WeightFormat::Fp8Tensor:
    case WeightFormat::Mxfp8: return {Precision::Bits8, Precision::Bits8};
    case WeightFormat::Int8: return {Precision::Bits8, Precision::Bits8, true};
    case WeightFormat::Gptq8: return {Precision::Bits8, Precision::Bits16};
    case WeightFormat::Mxfp4:
    case WeightFormat::Nvfp4:
        return experts || !mixture ? Widths{Precision::Bits4, Precision::Bits4}
                                   : Widths{Precision::Bits16, Precision::Bits16};
    case WeightFormat::Mxfp4Fp8:
        return experts ? Widths{Precision::Bits4, Precision::Bits4}
                       : Widths{Precision::Bits8, Precision::Bits8};
    case WeightFormat::Gptq4:
    case WeightFormat::Gptq4G64:
    case WeightFormat::Gptq4G32:
    case WeightFormat::Gptq4Column:
    case WeightFormat::Gptq3:
    case WeightFormat::Awq4:
    case WeightFormat::Awq4G64:
    case WeightFormat::Awq4G32:
    case WeightFormat::Int4:
    case WeightFormat::Int4G32:
    case WeightFormat::Nf4:
    case WeightFormat::Nf4Dq: return {Precision::Bits4, Precision::Bits16, false, true};
    default: return {Precision::Bits16, Precision::Bits16};
    }
}

std::optional<FlopsPerSecond> firstOf(std::optional<FlopsPerSecond> first,
                                      std::optional<FlopsPerSecond> second)
{
    return first ? first : second;
}

} // namespace

std::optional<MatrixFormat> matrixFormat(const Accelerator& accelerator, WeightFormat format, bool experts,
                                         bool mixture)
{
    const Widths widths = widthsOf(format, experts, mixture);
    const auto half = firstOf(firstOf(accelerator.bf16, accelerator.fp16), accelerator.fp32);
    if (!half) {
        return std::nullopt;
    }
    const auto eight = widths.isInteger ? accelerator.int8 : accelerator.fp8;
    if (widths.multiplied == Precision::Bits4 && accelerator.fp4) {
        return MatrixFormat{widths.stored, Precision::Bits4, *accelerator.fp4};
    }
    if (widths.multiplied == Precision::Bits8 && eight) {
        return MatrixFormat{widths.stored, Precision::Bits8, *eight};
    }
    return MatrixFormat{widths.stored, Precision::Bits16, *half, widths.isGrouped};
}

} // namespace rigwright
