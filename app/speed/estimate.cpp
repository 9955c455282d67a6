// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/estimate.h"

#include "speed/correction.h"
#include "speed/serving/estimate_serving.h"
#include "speed/serving/served_model.h"
#include "speed/step_speed.h"
#include "speed/training/training_speed.h"

namespace rigwright {

Expected<SpeedEstimate> estimateSpeed(const QuantizedModel& model, const Workload& workload,
                                      const Hardware& hardware, const MemoryPlan& plan,
                                      const CalibrationTable& constants)
{
    if (!plan.fits) {
        return fail("the model does not fit, so it has no speed");
    }
    if (isTraining(workload.kind)) {
        return estimateTraining(model, workload, hardware, plan).map(asSpeed);
    }
    if (workload.requestRate) {
        return concurrencyAtRate(model, workload, hardware, plan, constants).and_then([&](int concurrency) {
            Workload closed = workload;
            closed.requestRate.reset();
            closed.concurrency = concurrency;
            return estimateSpeed(model, closed, hardware, plan, constants);
        });
    }
    const auto timed = servesOnDevices(model, workload, hardware, plan)
        ? estimateServing(model, workload, hardware, plan)
        : estimateSteps(model, workload, hardware, plan, constants);
    return timed.map([&](SpeedEstimate estimate) {
        correctByMeasurement(estimate, constants, model, workload, hardware, plan);
        return estimate;
    });
}

} // namespace rigwright
