// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"
#include "sizing/training/training_rules.h"

#include <cstdint>
#include <optional>

namespace rigwright {

/// What a serving engine is told, or decides by itself, as it starts.
struct ServingLimits {
    std::int64_t tokens = 0;           ///< of one step
    std::int64_t sequences = 0;        ///< of one step
    std::optional<double> memoryShare; ///< as in ServingSetup; empty: it works that out from the card
};

/// What the program knows of one engine: what it can load and how it lays a model out. An engine is one file in this folder
/// with such a profile, and a line in the list of `engineProfiles`.
class EngineProfile {
public:
    EngineProfile() = default;
    EngineProfile(const EngineProfile&) = delete;
    EngineProfile& operator=(const EngineProfile&) = delete;
    virtual ~EngineProfile() = default;

    [[nodiscard]] virtual Engine engine() const = 0;
    [[nodiscard]] virtual const char* name() const = 0;  ///< on the command line and in files
    [[nodiscard]] virtual const char* label() const = 0; ///< for people
    [[nodiscard]] virtual bool loads(WeightFormat format) const = 0;
    [[nodiscard]] virtual bool hasCacheType(CacheType type) const = 0;
    [[nodiscard]] virtual bool runs(WorkloadKind kind) const = 0;
    /// Lays the model out on the hardware; always gives a breakdown, also of what does not fit.
    [[nodiscard]] virtual MemoryPlan plan(const QuantizedModel& model, const Workload& workload,
                                          const Hardware& hardware,
                                          const PlacementRequest& request) const = 0;
    /// What the plan of a serving engine on accelerators rests on; empty: another engine.
    [[nodiscard]] virtual std::optional<ServingLimits> servingLimits(const Hardware& /*hardware*/,
                                                                     const Workload& /*workload*/,
                                                                     const Placement& /*placement*/) const
    {
        return std::nullopt;
    }
    /// How it lays a training run out; empty: it does not train.
    [[nodiscard]] virtual std::optional<TrainingRules> trainingRules() const { return std::nullopt; }
    /// The placements that a person could ask this engine for: here every split by tensors, pipeline stages and copies, with
    /// and without experts dealt out.
    [[nodiscard]] virtual std::vector<PlacementRequest> candidates(const QuantizedModel& model,
                                                                   const Hardware& hardware) const;
};

[[nodiscard]] const EngineProfile& llamaCppProfile();
[[nodiscard]] const EngineProfile& vllmProfile();
[[nodiscard]] const EngineProfile& sgLangProfile();
[[nodiscard]] const EngineProfile& tensorRtLlmProfile();
[[nodiscard]] const EngineProfile& transformersProfile();
[[nodiscard]] const EngineProfile& fsdpProfile();
[[nodiscard]] const EngineProfile& deepSpeedProfile();
[[nodiscard]] const EngineProfile& megatronProfile();

/// All engines, in the order in which people are offered them.
[[nodiscard]] const std::vector<const EngineProfile*>& engineProfiles();
[[nodiscard]] const EngineProfile& engineProfile(Engine engine);

} // namespace rigwright
