// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/training_profile.h"

namespace rigwright {

namespace {

/// Megatron-LM with Transformer Engine: tensor, sequence and pipeline parallelism, the distributed optimizer over the copies,
/// gradients summed in FP32: 6 + 12 / copies bytes a parameter (megatron/training/theoretical_memory_usage.py).
class MegatronProfile final : public TrainingProfile {
public:
    [[nodiscard]] Engine engine() const override { return Engine::Megatron; }
    [[nodiscard]] const char* name() const override { return "megatron"; }
    [[nodiscard]] const char* label() const override { return "Megatron-LM"; }

protected:
    [[nodiscard]] TrainingRules rules() const override
    {
        TrainingRules rules;
        rules.fusedKernels = true;
        rules.repeatsKeyValues = false;
        rules.everySecondProduct = false;
        rules.gradientBuffers = true;
        rules.fp32Gradients = true;
        rules.stageOnSeveral = 1;
        rules.splitsModel = true;
        rules.needsCuda = true;
        return rules;
    }
    [[nodiscard]] bool trainsQuantized() const override { return false; }
};

} // namespace

const EngineProfile& megatronProfile()
{
    static const MegatronProfile profile;
    return profile;
}

} // namespace rigwright
