// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/cluster.h"
#include "builds/requirement.h"

#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// What a delivered machine must show. Texts are English templates, marked RIGWRIGHT_TEXT("Acceptance", …).
struct AcceptanceCheck {
    std::string id;   ///< stable, lower case: "accelerators", "link-width", "memory-speed", "decode-speed"
    std::string what; ///< "Accelerators and their memory"
    std::string expected;                                      ///< "{count} × {name}, {memory} each"
    std::vector<std::pair<std::string, std::string>> evidence; ///< of both
    std::string command;                                       ///< that shows it; empty: by eye
};

/// A pure function. What the catalog doesn't know is not asked for. An error: an unknown model or part.
[[nodiscard]] Expected<std::vector<AcceptanceCheck>>
acceptanceChecks(const Catalog& catalog, const EvaluatedBuild& build, const Requirement& requirement);
/// What each of several machines must show, and all of them together.
[[nodiscard]] Expected<std::vector<AcceptanceCheck>>
acceptanceChecks(const Catalog& catalog, const ClusterProposal& cluster, const Requirement& requirement);

} // namespace rigwright
