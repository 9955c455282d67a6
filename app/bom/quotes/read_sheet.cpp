// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/read_sheet.h"

#include "bom/quotes/delimited_text.h"
#include "bom/quotes/xlsx_parts.h"

#include <algorithm>

namespace rigwright {

namespace {

const std::string kUsualWorkbook = "xl/workbook.xml";

/// A target is relative to the folder of the file that names it, or begins at the root.
std::string resolve(const std::string& folder, const std::string& target)
{
    return target.starts_with('/') ? target.substr(1) : folder + target;
}

std::string folderOf(const std::string& name)
{
    return name.substr(0, name.rfind('/') + 1);
}

Expected<std::string> findWorkbook(const ReadPackagePart& part)
{
    return part("_rels/.rels")
        .and_then([](const std::string& xml) {
            return xml.empty() ? std::vector<PackageRelation>() : parseRelations(xml);
        })
        .map([](const std::vector<PackageRelation>& relations) {
            const auto found = std::ranges::find(relations, "officeDocument", &PackageRelation::kind);
            return found == relations.end() ? kUsualWorkbook : resolve("", found->target);
        });
}

/// The content of the first relation of a kind; empty where there is none.
Expected<std::string> contentOf(const ReadPackagePart& part, const std::string& folder,
                                const std::vector<PackageRelation>& relations, const char* kind)
{
    const auto found = std::ranges::find(relations, kind, &PackageRelation::kind);
    return found == relations.end() ? std::string() : part(resolve(folder, found->target));
}

/// What the package is instead, where it says so.
tl::unexpected<Error> noWorkbook(const ReadPackagePart& part)
{
    const Expected<std::string> type = part("mimetype");
    return type && type->starts_with("application/vnd.oasis.opendocument")
        ? fail("is an OpenDocument file: save it as .xlsx")
        : fail("is no workbook (.xlsx)");
}

Expected<WorkbookTables> readTables(const ReadPackagePart& part, const std::string& folder,
                                    const std::vector<PackageRelation>& relations)
{
    WorkbookTables tables;
    const Expected<std::string> strings = contentOf(part, folder, relations, "sharedStrings");
    const Expected<std::string> styles = contentOf(part, folder, relations, "styles");
    if (!strings || !styles) {
        return tl::unexpected(!strings ? strings.error() : styles.error());
    }
    if (!strings->empty()) {
        Expected<std::vector<std::string>> parsed = parseSharedStrings(*strings);
        if (!parsed) {
            return tl::unexpected(parsed.error());
        }
        tables.strings = std::move(*parsed);
    }
    if (!styles->empty()) {
        Expected<std::vector<NumberFormat>> parsed = parseStyles(*styles);
        if (!parsed) {
            return tl::unexpected(parsed.error());
        }
        tables.styles = std::move(*parsed);
    }
    return tables;
}

Expected<std::vector<FilledSheet>> readAll(const ReadPackagePart& part, const std::string& folder,
                                           const WorkbookIndex& index,
                                           const std::vector<PackageRelation>& relations)
{
    Expected<WorkbookTables> tables = readTables(part, folder, relations);
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    tables->from1904 = index.from1904;
    std::vector<FilledSheet> sheets;
    std::size_t cells = SheetLimits::kCells;
    for (const auto& [name, id] : index.sheets) {
        const auto relation = std::ranges::find(relations, id, &PackageRelation::id);
        if (relation == relations.end() || relation->kind != "worksheet") {
            continue; // a sheet that is one chart
        }
        Expected<FilledSheet> sheet =
            part(resolve(folder, relation->target)).and_then([&](const std::string& xml) {
                return xml.empty() ? Expected<FilledSheet>(fail("names a sheet that it doesn't have"))
                                   : parseSheet(xml, *tables, cells);
            });
        if (!sheet) {
            return tl::unexpected(sheet.error());
        }
        sheet->name = name;
        sheets.push_back(std::move(*sheet));
    }
    return sheets;
}

} // namespace

Expected<std::vector<FilledSheet>> readWorkbook(const ReadPackagePart& part)
{
    const Expected<std::string> name = findWorkbook(part);
    if (!name) {
        return tl::unexpected(name.error());
    }
    const std::string folder = folderOf(*name);
    const Expected<std::string> xml = part(*name);
    const Expected<std::string> related = part(folder + "_rels/" + name->substr(folder.size()) + ".rels");
    if (!xml || !related) {
        return tl::unexpected(!xml ? xml.error() : related.error());
    }
    if (xml->empty() || related->empty()) {
        return noWorkbook(part);
    }
    const Expected<WorkbookIndex> index = parseWorkbookIndex(*xml);
    const Expected<std::vector<PackageRelation>> relations = parseRelations(*related);
    if (!index || !relations) {
        return tl::unexpected(!index ? index.error() : relations.error());
    }
    return readAll(part, folder, *index, *relations);
}

Expected<std::vector<FilledSheet>> readSheets(std::string_view bytes, std::string_view sample)
{
    if (bytes.empty()) {
        return fail("is empty");
    }
    if (bytes.size() > SheetLimits::kFileBytes) {
        return fail("is too large for a form");
    }
    if (bytes.starts_with("PK")) {
        return openPackage(bytes).and_then(readWorkbook);
    }
    // The container of old office files, and of new ones with a password.
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return fail("is an old or protected workbook: save it as .xlsx without a password");
    }
    return readDelimitedText(bytes, sample).map([](FilledSheet sheet) {
        return std::vector<FilledSheet>{std::move(sheet)};
    });
}

} // namespace rigwright
