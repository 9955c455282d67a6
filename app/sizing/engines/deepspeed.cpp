// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/training_profile.h"

namespace rigwright {

namespace {

/// DeepSpeed's ZeRO with the buffers of its defaults: stage 3 keeps up to 10^9 parameters gathered
/// (stage3_max_live_parameters), stages 1 and 2 send gradients in two buckets of 5·10^8 (reduce_bucket_size, overlap_comm).
class DeepSpeedProfile final : public TrainingProfile {
public:
    [[nodiscard]] Engine engine() const override { return Engine::DeepSpeed; }
    [[nodiscard]] const char* name() const override { return "deepspeed"; }
    [[nodiscard]] const char* label() const override { return "DeepSpeed"; }

protected:
    [[nodiscard]] TrainingRules rules() const override
    {
        TrainingRules rules;
        rules.gradientBuffers = true;
        rules.fp32Adapters = true;
        rules.gatheredElements = 1'000'000'000;
        rules.bucketElements = 500'000'000;
        rules.needsCuda = true;
        return rules;
    }
    [[nodiscard]] bool splitsLayers() const override { return false; }
};

} // namespace

const EngineProfile& deepSpeedProfile()
{
    static const DeepSpeedProfile profile;
    return profile;
}

} // namespace rigwright
