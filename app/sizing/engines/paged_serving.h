// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/engines/block_pool.h"
#include "sizing/engines/engine_profile.h"
#include "sizing/engines/serving_placement.h"

namespace rigwright {

/// What a device holds before its pool of key/value blocks is made.
struct ServingLoad {
    Bytes capacity; ///< as the card is sold
    Bytes visible;  ///< as the driver reports it
    Bytes weights;
    Bytes tables;        ///< beside the weights: padded rows and rotary embeddings
    bool samples = true; ///< the stage that computes the logits
    bool isA100 = false; ///< engines choose smaller batches for it
};

/// An engine that gives what weights and work leave of a device to a pool of key/value blocks. Parts of this size are what it
/// needs and what it leaves unused; the rest is the pool, and a workload fits when its sequences' share of it does.
class PagedServing : public EngineProfile {
public:
    [[nodiscard]] bool loads(WeightFormat format) const override;
    [[nodiscard]] bool hasCacheType(CacheType type) const override;
    [[nodiscard]] bool runs(WorkloadKind kind) const override { return !isTraining(kind); }
    [[nodiscard]] MemoryPlan plan(const QuantizedModel& model, const Workload& workload,
                                  const Hardware& hardware, const PlacementRequest& request) const override;

    [[nodiscard]] std::optional<ServingLimits> servingLimits(const Hardware& hardware,
                                                             const Workload& workload,
                                                             const Placement& placement) const override;

protected:
    /// What one step works on.
    struct Step {
        std::int64_t tokens = 0;
        std::int64_t sequences = 0;
    };

    [[nodiscard]] virtual ExpertGroups expertGroups() const { return ExpertGroups::AnyDivisor; }
    [[nodiscard]] virtual Step step(const ServingLoad& load, const Workload& workload,
                                    const Placement& placement) const = 0;
    /// The share of memory that the engine takes where nobody says; empty: it works that out from the card.
    [[nodiscard]] virtual std::optional<double> usualMemoryShare() const { return std::nullopt; }
    [[nodiscard]] virtual PoolRules poolRules(const Step& step) const = 0;
    /// Everything of a device but the pool: what is left of its capacity is the pool.
    [[nodiscard]] virtual MemoryComponents fixedParts(const QuantizedModel& model, const Workload& workload,
                                                      const Placement& placement, const ServingLoad& load,
                                                      const Step& step) const = 0;
    [[nodiscard]] virtual bool runsOn(AcceleratorVendor vendor) const
    {
        return vendor != AcceleratorVendor::Apple;
    }
    [[nodiscard]] virtual bool runsOnHost() const { return true; }

private:
    void placeOnDevices(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload,
                        const Hardware& hardware) const;
    void placeOnHost(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload) const;
    void addEngineProblems(MemoryPlan& plan, const Hardware& hardware) const;
};

} // namespace rigwright
