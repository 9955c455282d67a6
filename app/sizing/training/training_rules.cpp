// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/training_rules.h"

namespace rigwright {

TrainingRules transformersTrainingRules()
{
    TrainingRules rules;
    rules.fp32Adapters = true;
    rules.allocatorShare = kShardedAllocatorShare;
    return rules;
}

} // namespace rigwright
