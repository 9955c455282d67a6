// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"

#include <QString>

namespace rigwright {

/// What a change of the requirement is called where it can be undone: "Context", "Model: Qwen3 32B", "Requirement" where several
/// fields change at once. Empty: nothing that the user sets is another. `model` is what the model is called afterwards.
[[nodiscard]] QString requirementStepName(const Requirement& before, const Requirement& after,
                                          const QString& model);

} // namespace rigwright
