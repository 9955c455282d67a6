// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/part_options.h"

#include <functional>
#include <vector>

namespace rigwright::test {

/// One way to exchange parts of a kind, found by looking at every part of the catalog.
struct Alternative {
    std::function<void(Machine&)> put;
    std::int64_t price = 0; ///< less what the user has
    std::int64_t weight = 0;
};

/// What `PartKind` says of a kind, in a machine in which earlier kinds are exchanged already.
[[nodiscard]] std::vector<Alternative> alternatives(PartKind kind, const Question& question,
                                                    const Machine& before, const Machine& machine);

/// In minor units: of so many, those that the user doesn't have.
[[nodiscard]] std::int64_t priceToPay(const Requirement& requirement, const PartId& part, std::int64_t each,
                                      int quantity);

/// Articles that an accelerator can be bought as, with their prices.
[[nodiscard]] std::vector<Priced<Accelerator>> articlesOf(const Question& question, const Accelerator& chip);

} // namespace rigwright::test
