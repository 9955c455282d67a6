// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <string>
#include <vector>

// The accuracy report, a section for each kind of figure. A new one is a function in a file of its own and a line in
// sections.cpp.
namespace rigwright::accuracy {

using SectionFunction = std::string (*)(const Catalog& catalog);

[[nodiscard]] std::string llamaCppSection(const Catalog& catalog);
[[nodiscard]] std::string ggufSection(const Catalog& catalog);
[[nodiscard]] std::string servingEnginesSection(const Catalog& catalog);
[[nodiscard]] std::string trainingSection(const Catalog& catalog);
[[nodiscard]] std::string peersSection(const Catalog& catalog);

/// All sections, in their order in the report.
[[nodiscard]] const std::vector<SectionFunction>& sections();

} // namespace rigwright::accuracy
