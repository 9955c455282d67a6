// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "units/format.h"

namespace rigwright {

Expected<void> exportBom(const Bom& bom, const EvaluatedBuild& build, const std::filesystem::path& path)
{
    const std::string extension = toLower(path.extension().string());
    if (extension == ".xlsx") {
        return writeXlsx(bom, build, path);
    }
    if (extension == ".csv") {
        return writeCsv(bom, path);
    }
    return fail(path.string() + ": unknown format: expected a name that ends in .xlsx or .csv");
}

} // namespace rigwright
