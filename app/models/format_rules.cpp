// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format_rules.h"

#include <initializer_list>

// The GGUF rules are those of llama.cpp's src/llama-quant.cpp (llama_tensor_get_type_impl and tensor_type_fallback,
// ggml-org/llama.cpp, September 2026).
namespace rigwright {

namespace {

bool isOneOf(WeightFormat format, std::initializer_list<WeightFormat> formats)
{
    for (const WeightFormat candidate : formats) {
        if (format == candidate) {
            return true;
        }
    }
    return false;
}

TensorType baseType(WeightFormat format)
{
    switch (format) {
    case WeightFormat::Fp32: return TensorType::F32;
    case WeightFormat::Bf16:
    case WeightFormat::Fp16: return TensorType::F16;
    case WeightFormat::Fp8: return TensorType::Fp8Blocks;
    case WeightFormat::Int8: return TensorType::Int8Rows;
    case WeightFormat::Gptq4:
    case WeightFormat::Awq4: return TensorType::Int4Groups;
    case WeightFormat::Q8_0: return TensorType::Q8_0;
    case WeightFormat::Q6_K: return TensorType::Q6_K;
    case WeightFormat::Q5_K_M:
    case WeightFormat::Q5_K_S: return TensorType::Q5_K;
    case WeightFormat::Q5_1: return TensorType::Q5_1;
    case WeightFormat::Q5_0: return TensorType::Q5_0;
    case WeightFormat::Q4_K_M:
    case WeightFormat::Q4_K_S: return TensorType::Q4_K;
    case WeightFormat::Q4_1: return TensorType::Q4_1;
    case WeightFormat::Q4_0: return TensorType::Q4_0;
    case WeightFormat::Q3_K_L:
    case WeightFormat::Q3_K_M:
    case WeightFormat::Q3_K_S: return TensorType::Q3_K;
    case WeightFormat::Q2_K: return TensorType::Q2_K;
    }
    return TensorType::F16;
}

/// The first and last eighth of the layers, and every third between, get more bits.
bool getsMoreBits(TensorPosition at)
{
    const int eighth = at.count / 8;
    return at.index < eighth || at.index >= 7 * at.count / 8 || (at.index - eighth) % 3 == 2;
}

TensorType namedValueType(WeightFormat format, const ModelShape& shape, TensorPosition at)
{
    switch (format) {
    case WeightFormat::Q2_K: return shape.headsPerKvHead >= 4 ? TensorType::Q4_K : TensorType::Q3_K;
    case WeightFormat::Q3_K_M: return at.index < 2 ? TensorType::Q5_K : TensorType::Q4_K;
    case WeightFormat::Q3_K_L: return TensorType::Q5_K;
    case WeightFormat::Q4_K_M:
    case WeightFormat::Q5_K_M: return getsMoreBits(at) ? TensorType::Q6_K : baseType(format);
    case WeightFormat::Q4_K_S: return at.index < 4 ? TensorType::Q5_K : TensorType::Q4_K;
    default: return baseType(format);
    }
}

TensorType valueType(WeightFormat format, const ModelShape& shape, TensorPosition at)
{
    if (shape.experts == 8) {
        return TensorType::Q8_0;
    }
    const TensorType type = namedValueType(format, shape, at);
    // The engine knows a 70B model by its 80 layers and grouped queries: eight heads share this tensor, so it costs little.
    const bool is70B = shape.layers == 80 && shape.headsPerKvHead > 1;
    return is70B && (type == TensorType::Q3_K || type == TensorType::Q4_K) ? TensorType::Q5_K : type;
}

TensorType downType(WeightFormat format, TensorPosition at)
{
    const int eighth = at.count / 8;
    switch (format) {
    case WeightFormat::Q2_K: return TensorType::Q3_K;
    case WeightFormat::Q3_K_M: return at.index < at.count / 16 ? TensorType::Q5_K : TensorType::Q4_K;
    case WeightFormat::Q3_K_L: return TensorType::Q5_K;
    case WeightFormat::Q4_K_M:
    case WeightFormat::Q5_K_M: return getsMoreBits(at) ? TensorType::Q6_K : baseType(format);
    case WeightFormat::Q4_K_S: return at.index < eighth ? TensorType::Q5_K : TensorType::Q4_K;
    default: return baseType(format);
    }
}

TensorType attentionOutputType(WeightFormat format, const ModelShape& shape)
{
    if (shape.experts == 8 &&
        isOneOf(format,
                {WeightFormat::Q2_K, WeightFormat::Q3_K_S, WeightFormat::Q3_K_M, WeightFormat::Q4_K_S,
                 WeightFormat::Q4_K_M})) {
        return TensorType::Q5_K;
    }
    switch (format) {
    case WeightFormat::Q2_K: return TensorType::Q3_K;
    case WeightFormat::Q3_K_M: return TensorType::Q4_K;
    case WeightFormat::Q3_K_L: return TensorType::Q5_K;
    default: return baseType(format);
    }
}

/// A type whose blocks divide the row, where the wanted one's don't.
TensorType fittingType(TensorType wanted, std::int64_t columns)
{
    if (columns % blockElements(wanted) == 0) {
        return wanted;
    }
    TensorType fallback = TensorType::F16;
    switch (wanted) {
    case TensorType::Q2_K:
    case TensorType::Q3_K: fallback = TensorType::Q4_0; break;
    case TensorType::Q4_K: fallback = TensorType::Q5_0; break;
    case TensorType::Q5_K: fallback = TensorType::Q5_1; break;
    case TensorType::Q6_K: fallback = TensorType::Q8_0; break;
    default: break;
    }
    return columns % blockElements(fallback) == 0 ? fallback : TensorType::F16;
}

TensorType ggufType(WeightFormat format, const Tensor& tensor, const ModelShape& shape, TensorPosition at)
{
    const TensorType base = baseType(format);
    const bool isOutput = tensor.role == TensorRole::Output ||
        (tensor.role == TensorRole::TokenEmbedding && shape.tiedEmbeddings);
    if (isOutput) {
        const bool wantsEight = base == TensorType::Q8_0 || tensor.columns % blockElements(base) != 0;
        return wantsEight ? fittingType(TensorType::Q8_0, tensor.columns)
                          : fittingType(TensorType::Q6_K, tensor.columns);
    }
    TensorType type = base;
    switch (tensor.role) {
    case TensorRole::AttentionValue: type = valueType(format, shape, at); break;
    case TensorRole::AttentionKey: type = shape.experts == 8 ? TensorType::Q8_0 : base; break;
    case TensorRole::FeedForwardDown:
    case TensorRole::SharedDown:
    case TensorRole::ExpertDown: type = downType(format, at); break;
    case TensorRole::AttentionOutput: type = attentionOutputType(format, shape); break;
    default: break;
    }
    return fittingType(type, tensor.columns);
}

} // namespace

TensorType tensorType(WeightFormat format, const Tensor& tensor, const ModelShape& shape,
                      TensorPosition position)
{
    const TensorType base = baseType(format);
    if (base == TensorType::F32) {
        return TensorType::F32;
    }
    if (isGguf(format)) {
        // Vectors, routers and convolutions stay exact; they weigh next to nothing.
        const bool staysExact = tensor.isVector || tensor.role == TensorRole::Router ||
            tensor.role == TensorRole::Convolution || tensor.role == TensorRole::PositionEmbedding;
        if (staysExact) {
            return TensorType::F32;
        }
        return base == TensorType::F16 ? TensorType::F16 : ggufType(format, tensor, shape, position);
    }
    const bool staysHalf = tensor.isVector || tensor.role == TensorRole::Router ||
        tensor.role == TensorRole::Convolution || tensor.layer < 0;
    return staysHalf ? TensorType::F16 : base;
}

} // namespace rigwright
