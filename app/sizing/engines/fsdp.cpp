// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/training_profile.h"

namespace rigwright {

namespace {

/// PyTorch's own sharding as torchtitan (pretraining) and torchtune (fine-tuning, with its loss in chunks) use it: two layers are
/// gathered at a time, adapters have 16 bits, the optimizer is fused.
class FsdpProfile final : public TrainingProfile {
public:
    [[nodiscard]] Engine engine() const override { return Engine::Fsdp; }
    [[nodiscard]] const char* name() const override { return "fsdp"; }
    [[nodiscard]] const char* label() const override { return "PyTorch FSDP"; }

protected:
    [[nodiscard]] TrainingRules rules() const override
    {
        TrainingRules rules;
        rules.fineTuningLoss = LossMode::Chunked;
        rules.fusedOptimizer = true;
        rules.allocatorShare = kShardedAllocatorShare;
        return rules;
    }
};

} // namespace

const EngineProfile& fsdpProfile()
{
    static const FsdpProfile profile;
    return profile;
}

} // namespace rigwright
