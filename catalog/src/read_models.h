// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "facts/model_facts.h"

#include <vector>

namespace rigwright {

[[nodiscard]] std::vector<ModelFacts> readModels(Database& database);

} // namespace rigwright
