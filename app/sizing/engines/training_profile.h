// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/engines/engine_profile.h"
#include "sizing/training/training_rules.h"

namespace rigwright {

/// True for the formats that a model is trained in, or that adapters are trained on.
[[nodiscard]] bool trainsOn(WeightFormat format, bool quantized);

/// What engines for training alone have in common: no serving, no key/value cache.
class TrainingProfile : public EngineProfile {
public:
    [[nodiscard]] bool loads(WeightFormat format) const override;
    [[nodiscard]] bool hasCacheType(CacheType type) const override;
    [[nodiscard]] bool runs(WorkloadKind kind) const override;
    [[nodiscard]] MemoryPlan plan(const QuantizedModel& model, const Workload& workload,
                                  const Hardware& hardware, const PlacementRequest& request) const override;
    [[nodiscard]] std::optional<TrainingRules> trainingRules() const override { return rules(); }
    [[nodiscard]] std::vector<PlacementRequest> candidates(const QuantizedModel& model,
                                                           const Hardware& hardware) const override;

protected:
    [[nodiscard]] virtual TrainingRules rules() const = 0;
    /// Tensor and pipeline parallelism; without it there are copies alone.
    [[nodiscard]] virtual bool splitsLayers() const { return true; }
    /// Adapters on a base of 4 or 8 bits.
    [[nodiscard]] virtual bool trainsQuantized() const { return true; }
};

} // namespace rigwright
