// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format_rules.h"

#include "models/gguf_rules.h"
#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

struct CheckpointFormat {
    WeightFormat format;
    TensorType type;
};

constexpr std::array kCheckpointFormats{
    CheckpointFormat{WeightFormat::Fp8, TensorType::Fp8Blocks},
    CheckpointFormat{WeightFormat::Fp8Channel, TensorType::Fp8Rows},
    CheckpointFormat{WeightFormat::Fp8Tensor, TensorType::Fp8Matrix},
    CheckpointFormat{WeightFormat::Mxfp8, TensorType::Mxfp8Groups},
    CheckpointFormat{WeightFormat::Int8, TensorType::Int8Rows},
    CheckpointFormat{WeightFormat::Gptq8, TensorType::Gptq8},
    CheckpointFormat{WeightFormat::Gptq4, TensorType::Gptq4G128},
    CheckpointFormat{WeightFormat::Gptq4G64, TensorType::Gptq4G64},
    CheckpointFormat{WeightFormat::Gptq4G32, TensorType::Gptq4G32},
    CheckpointFormat{WeightFormat::Gptq4Column, TensorType::Gptq4Rows},
    CheckpointFormat{WeightFormat::Awq4, TensorType::Awq4G128},
    CheckpointFormat{WeightFormat::Awq4G64, TensorType::Awq4G64},
    CheckpointFormat{WeightFormat::Awq4G32, TensorType::Awq4G32},
    CheckpointFormat{WeightFormat::Int4, TensorType::Int4G128},
    CheckpointFormat{WeightFormat::Int4G32, TensorType::Int4G32},
    CheckpointFormat{WeightFormat::Nf4, TensorType::Nf4},
    CheckpointFormat{WeightFormat::Nf4Dq, TensorType::Nf4Dq},
    CheckpointFormat{WeightFormat::Mxfp4, TensorType::Mxfp4Groups},
    CheckpointFormat{WeightFormat::Mxfp4Fp8, TensorType::Mxfp4Groups},
    CheckpointFormat{WeightFormat::Nvfp4, TensorType::Nvfp4Groups},
    CheckpointFormat{WeightFormat::Gptq3, TensorType::Gptq3G128},
};

bool isInt4(WeightFormat format)
{
    return format == WeightFormat::Int4 || format == WeightFormat::Int4G32;
}

/// Publishers of 4-bit mixture models (gpt-oss, Kimi K2 Thinking, NVIDIA's NVFP4 files) quantise the routed experts, nine
/// tenths of the model, and keep attention, shared experts and leading dense layers in 16 bits. Of a dense model some keep
/// attention. The published checkpoint says itself what it keeps.
bool keepsAttention(WeightFormat format, const ModelShape& shape)
{
    const bool isNative =
        shape.native && (*shape.native == format || (isInt4(*shape.native) && isInt4(format)));
    if (isNative && shape.keepsAttention) {
        return *shape.keepsAttention;
    }
    const bool isFourBitFloat =
        format == WeightFormat::Mxfp4 || format == WeightFormat::Mxfp4Fp8 || format == WeightFormat::Nvfp4;
    return shape.experts > 0 && (isFourBitFloat || (isInt4(format) && isNative));
}

bool isAttention(TensorRole role)
{
    switch (role) {
    case TensorRole::AttentionQuery:
    case TensorRole::AttentionKey:
    case TensorRole::AttentionValue:
    case TensorRole::AttentionQkv:
    case TensorRole::AttentionOutput:
    case TensorRole::AttentionOther:
    case TensorRole::LatentKey:
    case TensorRole::LatentValue: return true;
    default: return false;
    }
}

/// Serving checkpoints quantise the linear layers of the blocks; quantization_config names few exceptions.
bool staysInSixteenBits(const Tensor& tensor)
{
    if (tensor.isVector || tensor.layer < 0) {
        return true;
    }
    switch (tensor.role) {
    case TensorRole::TokenEmbedding:
    case TensorRole::PositionEmbedding:
    case TensorRole::PerLayerEmbedding:
    case TensorRole::Output:
    case TensorRole::Router:
    case TensorRole::Convolution:
    case TensorRole::SmallProjection: return true;
    default: return false;
    }
}

TensorType checkpointTensorType(WeightFormat format, const Tensor& tensor, const ModelShape& shape)
{
    if (staysInSixteenBits(tensor)) {
        return TensorType::F16;
    }
    const bool isPassedOver = shape.experts > 0 ? !isRoutedExpert(tensor.role) : isAttention(tensor.role);
    if (isPassedOver && keepsAttention(format, shape)) {
        return format == WeightFormat::Mxfp4Fp8 ? TensorType::Fp8Blocks : TensorType::F16;
    }
    return std::ranges::find(kCheckpointFormats, format, &CheckpointFormat::format)->type;
}

bool holdsValues(TensorRole role)
{
    return role == TensorRole::AttentionValue || role == TensorRole::AttentionQkv;
}

/// llama_hparams::n_gqa, which asks the first layer. A hybrid of full and linear attention names one count for all layers;
/// one with a state space names zero heads for layers of that kind.
std::int64_t firstLayersHeadsPerKvHead(const Architecture& architecture)
{
    const ModelFacts& facts = architecture.facts;
    const Attention& first = architecture.layers.front().attention;
    if (first.kvHeads > 0) {
        return first.heads / first.kvHeads;
    }
    const bool namesOneCount = facts.recurrentKind == "gated_deltanet" && facts.kvHeads > 0;
    return namesOneCount ? facts.heads / facts.kvHeads : 0;
}

} // namespace

ModelShape shapeOf(const Architecture& architecture)
{
    const ModelFacts& facts = architecture.facts;
    ModelShape shape;
    shape.layers = facts.layers;
    shape.headsPerKvHead = firstLayersHeadsPerKvHead(architecture);
    shape.experts = facts.experts;
    shape.tiedEmbeddings = facts.tiedEmbeddings;
    shape.isFalcon = facts.fusedQkv && toLower(facts.family) == "falcon";
    const bool likeLlamaOrQwen2 = shape.headsPerKvHead > 1 || facts.qkvBias;
    shape.isSeventyB = facts.layers == 80 && facts.experts == 0 && !facts.fusedQkv && likeLlamaOrQwen2;
    if (const Expected<WeightFormat> native = parseWeightFormat(facts.nativePrecision)) {
        shape.native = *native;
    }
    shape.keepsAttention = facts.attentionStaysWide;
    return shape;
}

TensorCounter::TensorCounter(const std::vector<Tensor>& tensors, int layers)
    : layers_(layers)
    , values_(static_cast<int>(std::ranges::count_if(tensors, holdsValues, &Tensor::role)))
{ }

TensorPosition TensorCounter::next(const Tensor& tensor)
{
    switch (tensor.role) {
    case TensorRole::AttentionValue:
    case TensorRole::AttentionQkv: return {nextValue_++, tensor.layer, values_};
    case TensorRole::FeedForwardDown:
    case TensorRole::ExpertDown:
    case TensorRole::SharedDown: return {nextDown_++, tensor.layer, layers_};
    case TensorRole::FeedForwardGate:
    case TensorRole::ExpertGate:
    case TensorRole::SharedGate: return {nextGate_++, tensor.layer, layers_};
    case TensorRole::FeedForwardUp:
    case TensorRole::ExpertUp:
    case TensorRole::SharedUp: return {nextUp_++, tensor.layer, layers_};
    default: return {0, tensor.layer, layers_};
    }
}

TensorType tensorType(WeightFormat format, const Tensor& tensor, const ModelShape& shape,
                      TensorPosition position)
{
    if (format == WeightFormat::Fp32) {
        return TensorType::F32;
    }
    return isGguf(format) ? ggufTensorType(format, tensor, shape, position)
                          : checkpointTensorType(format, tensor, shape);
}

} // namespace rigwright
