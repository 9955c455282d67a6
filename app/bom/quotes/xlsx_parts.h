// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/filled_sheet.h"
#include "bom/quotes/number_format.h"
#include "units/error.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QXmlStreamReader;

// The files inside a workbook (ECMA-376, part 1, 18), each from its text.
namespace rigwright {

struct WorkbookIndex {
    bool from1904 = false;
    std::vector<std::pair<std::string, std::string>> sheets; ///< name, id of its relation
};

struct PackageRelation {
    std::string id;
    std::string kind;   ///< the last word of its type: "worksheet", "styles"
    std::string target; ///< as written
};

/// What the cells of a sheet refer to.
struct WorkbookTables {
    bool from1904 = false;
    std::vector<std::string> strings;
    std::vector<NumberFormat> styles; ///< by the index that a cell names
};

[[nodiscard]] Expected<WorkbookIndex> parseWorkbookIndex(const std::string& xml);
[[nodiscard]] Expected<std::vector<PackageRelation>> parseRelations(const std::string& xml);
[[nodiscard]] Expected<std::vector<std::string>> parseSharedStrings(const std::string& xml);
[[nodiscard]] Expected<std::vector<NumberFormat>> parseStyles(const std::string& xml);
/// Up to so many cells; `cells` counts them down.
[[nodiscard]] Expected<FilledSheet> parseSheet(const std::string& xml, const WorkbookTables& tables,
                                               std::size_t& cells);

/// Calls `visit` on each start of an element. An error: XML that isn't well-formed, a document type, elements too deep inside
/// each other, or what `visit` says.
[[nodiscard]] Expected<void> visitElements(const std::string& xml,
                                           const std::function<Expected<void>(QXmlStreamReader&)>& visit);
/// The text of an item with all its runs, without phonetic hints; the reader stands on its start.
[[nodiscard]] Expected<std::string> readRichText(QXmlStreamReader& xml);

} // namespace rigwright
