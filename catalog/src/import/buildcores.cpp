// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/buildcores_sheet.h"
#include "catalog/import/figure_merge.h"
#include "catalog/import/foreign_cells.h"
#include "catalog/import/foreign_readers.h"
#include "catalog/import/known_parts.h"
#include "catalog/import/part_matcher.h"
#include "catalog/import/strict_json.h"
#include "catalog/import/text_file.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace rigwright {

namespace {

using nlohmann::json;

/// The longest of the data set's files is shorter than 10 kB.
constexpr std::size_t kLargestFile = std::size_t{256} << 10;
constexpr std::size_t kIdDigits = 8;

class BuildcoresFiles {
public:
    BuildcoresFiles(const ImportRequest& request, const CatalogView& view, PreviewBuilder& builder)
        : today_(request.today)
        , builder_(builder)
        , names_{MakerNames(view), AcceleratorNames(view)}
        , known_(view)
        , numbers_(view)
        , matcher_(view)
    { }

    void takeFile(const std::filesystem::path& path)
    {
        ++builder_.preview().rows;
        const Expected<json> document = readTextFile(path, kLargestFile).and_then(parseStrictJson);
        if (!document || !document->is_object()) {
            builder_.problem(0, "",
                             document ? std::string("expected an object, got ") + jsonKind(*document)
                                      : document.error().message);
            return;
        }
        const std::string folder = path.parent_path().filename().string();
        const std::string kind = isBuildcoresKind(folder) ? folder : buildcoresKind(*document);
        if (kind.empty()) {
            passOver("parts of kinds that the catalog has no table for");
            return;
        }
        Expected<BuildcoresPart> part = readBuildcoresPart(kind, *document, names_);
        if (!part) {
            builder_.problem(0, "", part.error().message);
        } else if (!part->passOver.empty()) {
            passOver(part->passOver);
        } else {
            takePart(*part, *document);
        }
    }

    void noteCounts()
    {
        for (const auto& [reason, count] : passedOver_) {
            builder_.note(std::to_string(count) + " files passed over: " + reason);
        }
        if (differences_ > 0) {
            builder_.note(std::to_string(differences_) +
                          " figures differ from the catalog's, which are kept: see the problems");
        }
        if (incomplete_ > 0) {
            builder_.note(
                std::to_string(incomplete_) +
                " new parts lack figures that a machine needs: they are listed, and no machine is built of "
                "them until you add these");
        }
        builder_.note(
            "Contains information from buildcores-open-db, made available under the Open Data Commons "
            "Attribution Licence (ODC-By 1.0).");
    }

private:
    void passOver(const std::string& reason)
    {
        ++builder_.preview().passedOver;
        ++passedOver_[reason];
    }

    void takePart(BuildcoresPart& part, const json& document)
    {
        JsonFields fields(document);
        const std::string key = nameKey(fields.text("opendb_id").value_or(""));
        PartSheet& sheet = part.sheet;
        sheet.cells.front() =
            slug({sheet.cell("manufacturer"), sheet.cell("name"), key.substr(0, kIdDigits)});
        for (const CellProblem& problem : part.problems) {
            builder_.problem(0, problem.column, problem.message);
        }
        if (const std::vector<CellProblem> bad = badCells(sheet); !bad.empty()) {
            builder_.problem(0, bad.front().column, bad.front().message);
            return;
        }
        if (const auto own = added_.find(sheet.id().text()); own != added_.end()) {
            ++builder_.preview().unchanged;
            return;
        }
        const std::vector<const PartEntry*> same = sameAs(sheet, fields.texts("metadata.part_numbers"));
        if (same.size() > 1) {
            passOver("several parts of the catalog go by that name");
        } else if (same.size() == 1) {
            fill(*same.front(), sheet);
        } else if (!known_.tableOf(sheet.id().text()).empty()) {
            builder_.problem(0, "",
                             "its id " + quotedCell(sheet.id().text()) + " is that of another kind of part");
        } else {
            add(sheet);
        }
    }

    /// By the id that an earlier import gave it, by a part number, or by maker and name.
    std::vector<const PartEntry*> sameAs(const PartSheet& sheet,
                                         const std::vector<std::string>& numbers) const
    {
        const PartEntry* entry = known_.find(sheet.id().text());
        if (entry != nullptr && entry->sheet.spec == sheet.spec) {
            return {entry};
        }
        for (const std::string& number : numbers) {
            if (const PartEntry* byNumber = numbers_.find(sheet.spec->name, number)) {
                return {byNumber};
            }
        }
        // Of the same name and another number: another edition, such as another colour.
        std::vector<const PartEntry*> byName = matcher_.find(sheet);
        std::erase_if(byName, [&](const PartEntry* named) {
            return !named->sheet.cell("part_number").empty() && !sheet.cell("part_number").empty();
        });
        return byName;
    }

    void fill(const PartEntry& entry, const PartSheet& stated)
    {
        ImportPreview& preview = builder_.preview();
        ++preview.matched;
        const auto [place, isFirst] = matched_.try_emplace(entry.id().text());
        Matched& part = place->second;
        if (isFirst) {
            part.sheet = entry.sheet;
        }
        const FigureMerge merge = mergeFigures(part.sheet, stated);
        for (const FigureDifference& difference : merge.differences) {
            ++differences_;
            builder_.problem(0, difference.column,
                             "the catalog says " + quotedCell(difference.known) + " of " + entry.id().text() +
                                 ", the file " + quotedCell(difference.stated) + ": kept");
        }
        if (merge.filled.empty()) {
            ++preview.unchanged;
            return;
        }
        if (!part.change) {
            part.change = preview.changes.parts.size();
            preview.changes.parts.push_back({entry.id(), entry.sheet.spec->name, false, {}});
        }
        std::vector<CellChange>& cells = preview.changes.parts[*part.change].cells;
        cells.insert(cells.end(), merge.filled.begin(), merge.filled.end());
    }

    void add(PartSheet& sheet)
    {
        sheet.cell("source") = "buildcores-open-db " + tidied(builder_.fileName());
        sheet.cell("verification") = verificationName(Verification::Sourced);
        PartEdit change{sheet.id(), sheet.spec->name, true, {}};
        for (std::size_t i = 1; i < sheet.cells.size(); ++i) {
            if (sheet.spec->columns[i].name == "source_date") {
                sheet.cells[i] = today_.iso();
            }
            if (!sheet.cells[i].empty()) {
                change.cells.push_back({sheet.spec->columns[i].name, "", sheet.cells[i]});
            }
        }
        incomplete_ += missingCells(sheet).empty() ? 0 : 1;
        added_.insert(sheet.id().text());
        builder_.preview().changes.parts.push_back(std::move(change));
    }

    /// A part of the catalog with what this import has filled so far.
    struct Matched {
        PartSheet sheet;
        std::optional<std::size_t> change;
    };

    Date today_;
    PreviewBuilder& builder_;
    BuildcoresNames names_;
    KnownParts known_;
    PartNumbers numbers_;
    PartMatcher matcher_;
    std::unordered_map<std::string, Matched> matched_; ///< by id
    std::unordered_set<std::string> added_;            ///< ids
    std::map<std::string, std::int64_t> passedOver_;   ///< by reason
    std::int64_t differences_ = 0;
    std::int64_t incomplete_ = 0;
};

bool recognises(const ImportFile& file)
{
    return file.path.extension() == ".json" && file.head.find("\"opendb_id\"") != std::string::npos;
}

Expected<ImportPreview> preview(const ImportSource& source, const ImportRequest& request,
                                const CatalogView& view, const Progress& progress)
{
    PreviewBuilder builder(source, ImportFormat::Buildcores, progress);
    BuildcoresFiles files(request, view, builder);
    for (const ImportFile& file : source.files) {
        builder.startFile(file.path);
        if (Expected<void> going = builder.advance(0); !going) {
            return tl::unexpected(going.error());
        }
        files.takeFile(file.path);
    }
    files.noteCounts();
    return builder.take();
}

} // namespace

ImportReader buildcoresReader()
{
    return {ImportFormat::Buildcores, recognises, preview};
}

} // namespace rigwright
