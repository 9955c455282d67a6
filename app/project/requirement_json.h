// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "project/object_reader.h"

#include <nlohmann/json.hpp>

// What a machine is wanted for, with names in place of numbers and the units in the keys.
namespace rigwright {

[[nodiscard]] nlohmann::ordered_json requirementJson(const Requirement& requirement);
/// Every key is required, beside those of what may be open. Figures are within the range of the program's own forms; what goes
/// together, and whether there is such a model, is for the machine search to say.
[[nodiscard]] Requirement readRequirementJson(ObjectReader& object);

[[nodiscard]] nlohmann::ordered_json workloadJson(const Workload& workload);
[[nodiscard]] Workload readWorkloadJson(ObjectReader& object);

[[nodiscard]] nlohmann::ordered_json trainingJson(const TrainingSetup& training);
[[nodiscard]] TrainingSetup readTrainingJson(ObjectReader& object);

} // namespace rigwright
