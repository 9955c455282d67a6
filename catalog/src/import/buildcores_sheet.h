// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/accelerator_names.h"
#include "catalog/import/json_fields.h"
#include "catalog/import/part_names.h"
#include "catalog/part_sheet.h"

#include <string>
#include <vector>

namespace rigwright {

struct BuildcoresNames {
    MakerNames makers;
    AcceleratorNames accelerators;
};

/// A part as one file of buildcores-open-db states it.
struct BuildcoresPart {
    PartSheet sheet;                   ///< without an id
    std::string passOver;              ///< why there is no place for it here; empty: there is
    std::vector<CellProblem> problems; ///< figures that are left unknown
};

/// The kind of part, named as the data set's folder, that a file's fields show; empty: none that the catalog has.
[[nodiscard]] std::string buildcoresKind(const nlohmann::json& document);

/// An error: a file of that kind has no place here, or no name.
[[nodiscard]] Expected<BuildcoresPart>
readBuildcoresPart(const std::string& kind, const nlohmann::json& document, const BuildcoresNames& names);

/// Whether the data set's folder of this name holds parts that the catalog has tables for.
[[nodiscard]] bool isBuildcoresKind(std::string_view folder);

} // namespace rigwright
