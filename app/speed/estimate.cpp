// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/estimate.h"

#include "speed/correction.h"
#include "speed/step_speed.h"

namespace rigwright {

Expected<SpeedEstimate> estimateSpeed(const QuantizedModel& model, const Workload& workload,
                                      const Hardware& hardware, const MemoryPlan& plan,
                                      const CalibrationTable& constants)
{
    if (isTraining(workload.kind)) {
        return fail("the speed of training is not estimated");
    }
    if (!plan.fits) {
        return fail("the model does not fit, so it has no speed");
    }
    return estimateSteps(model, workload, hardware, plan, constants).map([&](SpeedEstimate estimate) {
        if (const DeviceCorrection* correction = constants.correctionFor(workload.engine, hardware)) {
            correct(estimate, *correction);
        }
        return estimate;
    });
}

} // namespace rigwright
