// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/lora.h"

namespace rigwright {

bool carriesAdapter(TensorRole role, const TrainingSetup& setup)
{
    const bool attention = setup.loraTargets != LoraTargets::QueryValue;
    const bool everything = setup.loraTargets == LoraTargets::AllLinear;
    switch (role) {
    case TensorRole::AttentionQuery:
    case TensorRole::AttentionValue:
    case TensorRole::AttentionQkv: return true;
    case TensorRole::AttentionKey:
    case TensorRole::AttentionOutput:
    case TensorRole::LatentKey:
    case TensorRole::LatentValue:
    case TensorRole::AttentionOther: return attention;
    case TensorRole::FeedForwardGate:
    case TensorRole::FeedForwardUp:
    case TensorRole::FeedForwardDown:
    case TensorRole::SharedGate:
    case TensorRole::SharedUp:
    case TensorRole::SharedDown: return everything;
    case TensorRole::ExpertGate:
    case TensorRole::ExpertUp:
    case TensorRole::ExpertDown: return everything && setup.loraOnExperts;
    default: return false;
    }
}

std::int64_t adapterElements(const Tensor& tensor, const TrainingSetup& setup)
{
    if (tensor.isVector || tensor.layer < 0 || !carriesAdapter(tensor.role, setup)) {
        return 0;
    }
    return setup.loraRank * (tensor.columns + tensor.rows) * tensor.experts;
}

std::int64_t adapterElements(const Architecture& architecture, const TrainingSetup& setup)
{
    std::int64_t elements = 0;
    for (const Tensor& tensor : tensorInventory(architecture)) {
        elements += adapterElements(tensor, setup);
    }
    return elements;
}

} // namespace rigwright
