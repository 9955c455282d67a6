// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/json_values.h"
#include "project/machine_set.h"

// Machines in files: the parts of a build file, and what is kept beside them.
namespace rigwright {

/// Lines of one machine.
inline constexpr std::size_t kMostLines = 1000;

/// By the name that categoryName() gives.
[[nodiscard]] std::optional<PartCategory> parsePartCategory(const std::string& name);

/// Category, part and quantity, among other keys.
[[nodiscard]] BuildLine readBuildLine(ObjectReader& object);
[[nodiscard]] nlohmann::ordered_json buildLineJson(const BuildLine& line);

/// `parts`, at least one, and `power_cap_watts`, among other keys.
[[nodiscard]] Build readBuild(ObjectReader& object);
void addBuild(nlohmann::ordered_json& object, const Build& build);

/// Keys that it doesn't know are passed over.
[[nodiscard]] SavedMachine readSavedMachine(ObjectReader& object);
[[nodiscard]] nlohmann::ordered_json savedMachineJson(const SavedMachine& machine);

} // namespace rigwright
