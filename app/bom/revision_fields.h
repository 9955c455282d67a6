// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/revision.h"

#include <vector>

namespace rigwright {

/// What is asked for otherwise: model, workload, limits.
[[nodiscard]] std::vector<RevisionField> requirementFields(const Requirement& before,
                                                           const Requirement& after);

/// What the purchaser says otherwise, beside lines: terms, head, numbers of machines, currency and catalog.
[[nodiscard]] std::vector<RevisionField> orderFields(const Bom& before, const Bom& after);

} // namespace rigwright
