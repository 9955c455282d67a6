// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/training_profile.h"

#include "sizing/training/training_plan.h"

namespace rigwright {

bool trainsOn(WeightFormat format, bool quantized)
{
    switch (format) {
    case WeightFormat::Fp32:
    case WeightFormat::Bf16:
    case WeightFormat::Fp16: return true;
    case WeightFormat::Int8:
    case WeightFormat::Nf4:
    case WeightFormat::Nf4Dq: return quantized;
    default: return false;
    }
}

bool TrainingProfile::loads(WeightFormat format) const
{
    return trainsOn(format, trainsQuantized());
}

bool TrainingProfile::hasCacheType(CacheType /*type*/) const
{
    return true; // training has no cache that could be of a type
}

bool TrainingProfile::runs(WorkloadKind kind) const
{
    return isTraining(kind) && (trainsQuantized() || kind != WorkloadKind::Qlora);
}

MemoryPlan TrainingProfile::plan(const QuantizedModel& model, const Workload& workload,
                                 const Hardware& hardware, const PlacementRequest& request) const
{
    return planTraining(model, workload, hardware, request, rules());
}

std::vector<PlacementRequest> TrainingProfile::candidates(const QuantizedModel& model,
                                                          const Hardware& hardware) const
{
    return splitsLayers() ? EngineProfile::candidates(model, hardware)
                          : std::vector<PlacementRequest>{PlacementRequest{}};
}

} // namespace rigwright
