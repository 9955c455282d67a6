// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gguf_rules.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

// The rules of llama.cpp: which tensors stay as converted (tensor_allows_quantization, and prepare_tensors of
// conversion/base.py), which type the others get (llama_tensor_get_type_impl, tensor_type_fallback of
// src/llama-quant.cpp; ggml-org/llama.cpp, September 2026).
namespace rigwright {

namespace {

using enum TensorType;

/// What a file type gives most tensors, the output head (or the embedding tied to it), and an embedding of its own.
struct Mix {
    WeightFormat format;
    TensorType base;
    TensorType output;
    TensorType embedding;
};

constexpr std::array kMixes{
    Mix{WeightFormat::Bf16, F16, F16, F16},           Mix{WeightFormat::Fp16, F16, F16, F16},
    Mix{WeightFormat::Q8_0, Q8_0, Q8_0, Q8_0},        Mix{WeightFormat::Q6_K, Q6_K, Q6_K, Q6_K},
    Mix{WeightFormat::Q5_K_M, Q5_K, Q6_K, Q5_K},      Mix{WeightFormat::Q5_K_S, Q5_K, Q6_K, Q5_K},
    Mix{WeightFormat::Q5_1, Q5_1, Q6_K, Q5_1},        Mix{WeightFormat::Q5_0, Q5_0, Q6_K, Q5_0},
    Mix{WeightFormat::Q4_K_M, Q4_K, Q6_K, Q4_K},      Mix{WeightFormat::Q4_K_S, Q4_K, Q6_K, Q4_K},
    Mix{WeightFormat::Q4_1, Q4_1, Q6_K, Q4_1},        Mix{WeightFormat::Q4_0, Q4_0, Q6_K, Q4_0},
    Mix{WeightFormat::IQ4_NL, IQ4_NL, Q6_K, IQ4_NL},  Mix{WeightFormat::IQ4_XS, IQ4_XS, Q6_K, IQ4_XS},
    Mix{WeightFormat::MXFP4_MOE, Q8_0, Q8_0, Q8_0},   Mix{WeightFormat::NVFP4_GGUF, NVFP4, Q6_K, NVFP4},
    Mix{WeightFormat::Q3_K_L, Q3_K, Q6_K, Q3_K},      Mix{WeightFormat::Q3_K_M, Q3_K, Q6_K, Q3_K},
    Mix{WeightFormat::Q3_K_S, Q3_K, Q6_K, Q3_K},      Mix{WeightFormat::IQ3_M, IQ3_S, Q6_K, IQ3_S},
    Mix{WeightFormat::IQ3_S, IQ3_S, Q6_K, IQ3_S},     Mix{WeightFormat::IQ3_XS, IQ3_S, Q6_K, IQ3_S},
    Mix{WeightFormat::IQ3_XXS, IQ3_XXS, Q5_K, IQ3_S}, Mix{WeightFormat::Q2_K, Q2_K, Q6_K, Q2_K},
    Mix{WeightFormat::Q2_K_S, Q2_K, Q6_K, Q2_K},      Mix{WeightFormat::Q2_0, Q2_0, Q6_K, Q4_K},
    Mix{WeightFormat::IQ2_M, IQ2_S, Q5_K, IQ3_S},     Mix{WeightFormat::IQ2_S, IQ2_XS, Q5_K, IQ3_S},
    Mix{WeightFormat::IQ2_XS, IQ2_XS, Q5_K, Q2_K},    Mix{WeightFormat::IQ2_XXS, IQ2_XXS, Q5_K, Q2_K},
    Mix{WeightFormat::TQ2_0, TQ2_0, Q6_K, Q4_K},      Mix{WeightFormat::TQ1_0, TQ1_0, Q6_K, Q4_K},
    Mix{WeightFormat::IQ1_M, IQ1_M, Q5_K, Q2_K},      Mix{WeightFormat::IQ1_S, IQ1_S, Q5_K, Q2_K},
    Mix{WeightFormat::Q1_0, Q1_0, Q6_K, Q1_0},
};

bool isOneOf(WeightFormat format, std::initializer_list<WeightFormat> formats)
{
    return std::ranges::find(formats, format) != formats.end();
}

/// One decision: which type this tensor gets. `base` stands wherever no rule speaks.
class Rules {
public:
    Rules(WeightFormat format, const ModelShape& shape, TensorPosition at, TensorType base)
        : format_(format)
        , shape_(shape)
        , at_(at)
        , base_(base)
    { }

    [[nodiscard]] TensorType value() const;
    [[nodiscard]] TensorType key() const;
    [[nodiscard]] TensorType query() const;
    [[nodiscard]] TensorType attentionOutput() const;
    [[nodiscard]] TensorType down() const;
    [[nodiscard]] TensorType gateOrUp() const;

private:
    /// File types of one and two bits have a simpler rule set.
    [[nodiscard]] bool isLowest() const;
    [[nodiscard]] bool isIq2SOrM() const
    {
        return isOneOf(format_, {WeightFormat::IQ2_S, WeightFormat::IQ2_M});
    }
    [[nodiscard]] bool isGrouped() const { return shape_.headsPerKvHead >= 4; }
    [[nodiscard]] bool hasEightExperts() const { return shape_.experts == 8; }
    /// Tensors of feed-forward networks count by layer in a mixture model, in the order of the file in a dense one.
    [[nodiscard]] int layer() const { return shape_.experts > 1 ? at_.layer : at_.index; }
    [[nodiscard]] bool isInFirst(int part) const { return layer() < at_.count / part; }
    [[nodiscard]] bool getsMoreBits(int index) const;
    [[nodiscard]] TensorType namedValue() const;
    [[nodiscard]] std::optional<TensorType> downOfFalcon() const;

    WeightFormat format_;
    const ModelShape& shape_;
    TensorPosition at_;
    TensorType base_;
};

bool Rules::isLowest() const
{
    return isOneOf(format_,
                   {WeightFormat::IQ1_S, WeightFormat::IQ1_M, WeightFormat::IQ2_XXS, WeightFormat::IQ2_XS,
                    WeightFormat::IQ2_S, WeightFormat::IQ2_M});
}

/// The first and last eighth, and every third between.
bool Rules::getsMoreBits(int index) const
{
    const int eighth = at_.count / 8;
    return index < eighth || index >= 7 * at_.count / 8 || (index - eighth) % 3 == 2;
}

TensorType Rules::namedValue() const
{
    switch (format_) {
    case WeightFormat::Q2_K: return isGrouped() ? Q4_K : Q3_K;
    case WeightFormat::Q2_K_S:
    case WeightFormat::IQ3_XS:
    case WeightFormat::IQ3_S: return isGrouped() ? Q4_K : base_;
    case WeightFormat::IQ3_XXS: return isGrouped() ? Q4_K : IQ3_XXS;
    case WeightFormat::IQ3_M: return Q4_K;
    case WeightFormat::Q3_K_M: return at_.index < 2 ? Q5_K : Q4_K;
    case WeightFormat::Q3_K_L: return Q5_K;
    case WeightFormat::IQ4_NL:
    case WeightFormat::IQ4_XS: return isGrouped() ? Q5_K : base_;
    case WeightFormat::Q4_K_M:
    case WeightFormat::Q5_K_M: return getsMoreBits(at_.index) ? Q6_K : base_;
    case WeightFormat::Q4_K_S: return at_.index < 4 ? Q5_K : base_;
    default: return base_;
    }
}

TensorType Rules::value() const
{
    if (isLowest()) {
        return isGrouped() || shape_.experts >= 4 ? Q4_K : isIq2SOrM() ? IQ3_S : Q2_K;
    }
    if (hasEightExperts()) {
        return Q8_0;
    }
    const TensorType type = namedValue();
    // Eight heads of such a model share this tensor, so more bits cost little.
    return shape_.isSeventyB && (type == Q3_K || type == Q4_K) ? Q5_K : type;
}

TensorType Rules::key() const
{
    if (hasEightExperts()) {
        return isLowest() ? Q4_K : Q8_0;
    }
    return query();
}

TensorType Rules::query() const
{
    switch (format_) {
    case WeightFormat::IQ3_XS: return IQ3_XXS;
    case WeightFormat::IQ3_XXS: return IQ2_S;
    default: return base_;
    }
}

TensorType Rules::attentionOutput() const
{
    if (shape_.isFalcon && !isLowest()) {
        return format_ == WeightFormat::Q3_K_L ? Q4_K : base_;
    }
    if (hasEightExperts()) {
        const bool isMixed =
            isOneOf(format_,
                    {WeightFormat::Q2_K, WeightFormat::IQ3_XXS, WeightFormat::IQ3_XS, WeightFormat::IQ3_S,
                     WeightFormat::IQ3_M, WeightFormat::Q3_K_S, WeightFormat::Q3_K_M, WeightFormat::IQ4_XS,
                     WeightFormat::IQ4_NL, WeightFormat::Q4_K_S, WeightFormat::Q4_K_M});
        return isLowest() || isMixed ? Q5_K : base_;
    }
    switch (format_) {
    case WeightFormat::IQ1_S:
    case WeightFormat::IQ1_M: return IQ2_XXS;
    case WeightFormat::IQ2_S:
    case WeightFormat::IQ2_M:
    case WeightFormat::IQ3_XXS: return IQ3_S;
    case WeightFormat::Q2_K: return Q3_K;
    case WeightFormat::Q3_K_M:
    case WeightFormat::IQ3_M: return Q4_K;
    case WeightFormat::Q3_K_L: return Q5_K;
    default: return base_;
    }
}

std::optional<TensorType> Rules::downOfFalcon() const
{
    switch (format_) {
    case WeightFormat::Q3_K_M: return isInFirst(16) ? Q5_K : getsMoreBits(layer()) ? Q4_K : Q3_K;
    case WeightFormat::Q3_K_L: return Q4_K;
    case WeightFormat::Q4_K_M: return isInFirst(16) ? Q6_K : getsMoreBits(layer()) ? Q5_K : Q4_K;
    case WeightFormat::Q4_K_S: return base_;
    default: return {};
    }
}

TensorType Rules::down() const
{
    if (isLowest()) {
        return at_.index < at_.count / 8 ? (isIq2SOrM() ? IQ3_S : Q2_K) : base_;
    }
    if (shape_.isFalcon) {
        if (const std::optional<TensorType> type = downOfFalcon()) {
            return *type;
        }
    }
    switch (format_) {
    case WeightFormat::Q2_K: return Q3_K;
    case WeightFormat::Q2_K_S: return isInFirst(8) ? Q4_K : base_;
    case WeightFormat::Q3_K_M: return isInFirst(16) ? Q5_K : Q4_K;
    case WeightFormat::Q3_K_L: return Q5_K;
    case WeightFormat::IQ3_M:
        return isInFirst(8) || (hasEightExperts() && getsMoreBits(layer())) ? Q4_K : base_;
    case WeightFormat::Q4_K_M:
    case WeightFormat::Q5_K_M: return getsMoreBits(layer()) ? Q6_K : base_;
    case WeightFormat::Q4_K_S: return isInFirst(8) ? Q5_K : base_;
    case WeightFormat::IQ4_NL:
    case WeightFormat::IQ4_XS: return isInFirst(8) && !shape_.importanceMatrix ? Q5_K : base_;
    case WeightFormat::Q4_0: return isInFirst(8) && shape_.importanceMatrix ? Q4_1 : base_;
    case WeightFormat::Q5_0: return isInFirst(8) && shape_.importanceMatrix ? Q5_1 : base_;
    default: return base_;
    }
}

TensorType Rules::gateOrUp() const
{
    const bool isInTheMiddle = layer() >= at_.count / 8 && layer() < 7 * at_.count / 8;
    return format_ == WeightFormat::IQ3_XS && isInTheMiddle ? IQ3_XXS : base_;
}

TensorType mixedType(const Mix& mix, const Tensor& tensor, const ModelShape& shape, TensorPosition at)
{
    const Rules rules(mix.format, shape, at, mix.base);
    switch (tensor.role) {
    case TensorRole::TokenEmbedding:
    case TensorRole::PerLayerEmbedding: return mix.embedding;
    case TensorRole::AttentionValue:
    case TensorRole::AttentionQkv: return rules.value();
    case TensorRole::AttentionKey: return rules.key();
    case TensorRole::AttentionQuery: return rules.query();
    case TensorRole::AttentionOutput: return rules.attentionOutput();
    case TensorRole::FeedForwardDown:
    case TensorRole::SharedDown:
    case TensorRole::ExpertDown: return rules.down();
    case TensorRole::FeedForwardGate:
    case TensorRole::SharedGate:
    case TensorRole::ExpertGate:
    case TensorRole::FeedForwardUp:
    case TensorRole::SharedUp:
    case TensorRole::ExpertUp: return rules.gateOrUp();
    default: return mix.base;
    }
}

/// MXFP4_MOE: every tensor that stacks matrices, those that MLA has for each head included.
bool stacksMatrices(TensorRole role)
{
    return isRoutedExpert(role) || role == TensorRole::LatentKey || role == TensorRole::LatentValue;
}

/// A type whose blocks divide the row, where the wanted one's don't.
TensorType fittingType(TensorType wanted, std::int64_t columns)
{
    if (columns % blockElements(wanted) == 0) {
        return wanted;
    }
    TensorType fallback = F16;
    switch (wanted) {
    case IQ1_S:
    case IQ1_M:
    case IQ2_XXS:
    case IQ2_XS:
    case IQ2_S:
    case IQ3_XXS:
    case IQ3_S:
    case IQ4_XS: fallback = IQ4_NL; break;
    case Q2_0:
    case Q2_K:
    case Q3_K:
    case TQ1_0:
    case TQ2_0: fallback = Q4_0; break;
    case Q4_K: fallback = Q5_0; break;
    case Q5_K: fallback = Q5_1; break;
    case Q6_K: fallback = Q8_0; break;
    default: break;
    }
    return columns % blockElements(fallback) == 0 ? fallback : F16;
}

bool staysExact(const Tensor& tensor)
{
    return tensor.isVector || tensor.role == TensorRole::Router || tensor.role == TensorRole::Convolution ||
        tensor.role == TensorRole::PositionEmbedding;
}

bool isHead(const Tensor& tensor, const ModelShape& shape)
{
    const bool looksUp =
        tensor.role == TensorRole::TokenEmbedding || tensor.role == TensorRole::PerLayerEmbedding;
    return tensor.role == TensorRole::Output || (looksUp && shape.tiedEmbeddings);
}

} // namespace

bool ggufKeepsMtp(const Architecture& architecture)
{
    return std::ranges::none_of(architecture.layers, [](const Layer& layer) {
        const Attention& attention = layer.attention;
        const bool isPlainLatent =
            attention.kind == AttentionKind::Mla && attention.indexerHeads == 0 && attention.indexerDim == 0;
        return isPlainLatent || attention.cacheRatio > 0;
    });
}

TensorType ggufTensorType(WeightFormat format, const Tensor& tensor, const ModelShape& shape,
                          TensorPosition at)
{
    if (staysExact(tensor)) {
        return F32;
    }
    const Mix& mix = *std::ranges::find(kMixes, format, &Mix::format);
    if (mix.base == F16 || tensor.role == TensorRole::SmallProjection) {
        return F16;
    }
    if (isHead(tensor, shape)) {
        const bool breaksBlocks = tensor.columns % blockElements(mix.base) != 0;
        return fittingType(breaksBlocks || shape.isFalcon ? Q8_0 : mix.output, tensor.columns);
    }
    if (format == WeightFormat::MXFP4_MOE) {
        return fittingType(stacksMatrices(tensor.role) ? MXFP4 : Q8_0, tensor.columns);
    }
    return fittingType(mixedType(mix, tensor, shape, at), tensor.columns);
}

} // namespace rigwright
