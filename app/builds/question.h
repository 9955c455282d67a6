// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"
#include "models/quantized_model.h"
#include "speed/calibration.h"

namespace rigwright {

/// A requirement with everything worked out that all machines share.
struct Question {
    const Catalog& catalog;
    const Requirement& requirement;
    QuantizedModel model;
    Demands demands;
    const CalibrationTable& constants;
};

/// An error: an unknown model, a workload or limit that can't be, a currency without a rate. Catalog, requirement and
/// constants must outlive the question.
[[nodiscard]] Expected<Question> ask(const Catalog& catalog, const Requirement& requirement,
                                     const CalibrationTable& constants = fittedCalibration());

/// The price that counts for a part, in the currency of the answer; nothing without an offer. An error: an offer in a
/// currency without a rate.
[[nodiscard]] Expected<std::optional<Money>> priceOf(const Question& question, const PartInfo& part);

/// How many of a part the user has.
[[nodiscard]] int ownedOf(const Requirement& requirement, const PartId& part);

/// Whether a speed reaches every target that the requirement sets, by its middle estimate.
[[nodiscard]] bool meetsTargets(const Requirement& requirement, const SpeedEstimate& speed);

/// What machines are ranked by: one user's tokens for chat and batch, all users' together for serving, trained tokens for training.
[[nodiscard]] TokensPerSecond rankedSpeed(const Requirement& requirement, const SpeedEstimate& speed);

/// Everything about one machine whose parts are looked up and which has the question's demands.
[[nodiscard]] Expected<EvaluatedBuild> evaluate(const Question& question, const Machine& machine);

} // namespace rigwright
