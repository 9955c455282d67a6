// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"
#include "bom/export.h"
#include "bom/sheets.h"
#include "bom/whole_file.h"

namespace rigwright {

namespace {

/// The properties carry the date of the document, not of the moment: equal documents are equal files.
void setProperties(const Workbook& workbook, const Bom& bom)
{
    std::string title = cleanText(bom.title);
    constexpr std::int64_t kSecondsPerDay = 86'400;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = bom.preparedOn.daysSince(Date{1970, 1, 1}) * kSecondsPerDay;
    workbook_set_properties(workbook.get(), &properties);
}

} // namespace

Expected<void> writeXlsx(const Bom& bom, const EvaluatedBuild& build, const std::filesystem::path& path)
{
    return writeWholeFile(path, [&](const std::filesystem::path& temporary) {
        Workbook workbook(temporary, bom.currency);
        setProperties(workbook, bom);
        addBomSheet(workbook, bom);
        addSizingSheet(workbook, build);
        addFindingsSheet(workbook, bom);
        addPriceSourcesSheet(workbook, bom);
        return workbook.close();
    });
}

} // namespace rigwright
