// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/texts.h"
#include "facts/catalog.h"

#include <string>
#include <vector>

namespace rigwright {

/// One figure of a part's key specifications.
struct SpecificationFigure {
    std::string text;         ///< English template, marked RIGWRIGHT_TEXT("Document", …)
    Texts::Evidence evidence; ///< what to fill it with
};
using SpecificationFigures = std::vector<SpecificationFigure>;

/// In the reader's language.
[[nodiscard]] std::string specificationsText(const SpecificationFigures& specifications, const Texts& texts);

/// Only what the catalog knows; empty for a part that it lacks.
[[nodiscard]] SpecificationFigures specificationFigures(const Catalog& catalog, PartCategory category,
                                                        const PartId& part);

/// In English: the figures by which a purchaser knows the right part: "16 cores, 32 threads, socket AM5, 170 W". Only what the catalog
/// knows; empty for a part that it lacks.
[[nodiscard]] std::string keySpecifications(const Catalog& catalog, PartCategory category,
                                            const PartId& part);

} // namespace rigwright
