// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/pc_parts.h"

#include "catalog/import/known_parts.h"
#include "catalog/import/part_matcher.h"
#include "catalog/import/pc_part_rows.h"
#include "catalog/import/plain_number.h"

#include <algorithm>
#include <map>

namespace rigwright {

namespace {

const PcCategory* categoryOf(const CsvHeader& header)
{
    const auto fits = [&](const PcCategory& category) {
        // Every file of the set has a name and a price.
        const bool same = !category.onlyThese || header.names.size() == category.columns.size() + 2;
        return same && header.find("name") && header.find("price") &&
            std::ranges::all_of(category.columns,
                                [&](std::string_view column) { return header.find(column).has_value(); });
    };
    const auto found = std::ranges::find_if(pcCategories(), fits);
    return found == pcCategories().end() ? nullptr : &*found;
}

bool recognises(const ImportFile& file)
{
    const std::optional<CsvHeader> header = file.path.extension() == ".csv" ? headerOf(file) : std::nullopt;
    return header && !header->find("id") && categoryOf(*header) != nullptr;
}

/// Rows of one file that are the same part.
struct FoundPart {
    PartSheet sheet;                  ///< what all the rows agree on
    const PartEntry* entry = nullptr; ///< of the catalog; null: a new part
    std::optional<Money> price;       ///< the lowest
    std::int64_t rows = 1;
};

class PcImport {
public:
    PcImport(const ImportRequest& request, const CatalogView& view, PreviewBuilder& builder)
        : day_(request.pricesOf.value_or(request.today))
        , today_(request.today)
        , names_{MakerNames(view), AcceleratorNames(view)}
        , known_(view)
        , matcher_(view)
        , builder_(builder)
    { }

    Expected<void> readFile(const std::filesystem::path& path)
    {
        Expected<CsvRows> rows = CsvRows::open(path, builder_);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        const PcCategory* category = categoryOf(rows->header());
        if (category == nullptr) {
            return fail(builder_.fileName() + ": expected the columns of a file of docyx/pc-part-dataset");
        }
        source_ = std::string("docyx/pc-part-dataset ") + category->file;
        found_.clear();
        positions_.clear();
        while (true) {
            const Expected<bool> more = rows->next();
            if (!more) {
                return tl::unexpected(more.error());
            }
            if (!*more) {
                break;
            }
            readRow(*rows, *category);
        }
        for (const FoundPart& part : found_) {
            tell(part);
        }
        return {};
    }

    void summarise(bool dayIsKnown)
    {
        for (const auto& [reason, count] : passedOver_) {
            builder_.note(std::to_string(count) + " passed over: " + reason);
        }
        if (merged_ > 0) {
            builder_.note(std::to_string(merged_) +
                          " repeat a part in another colour or the like: the lowest price counts");
        }
        if (incomplete_ > 0) {
            builder_.note(std::to_string(incomplete_) +
                          " new parts lack figures that a machine needs: they are listed, and no machine is "
                          "built of them until you add these");
        }
        if (!builder_.preview().changes.prices.empty()) {
            builder_.note("prices are in US dollars and dated " + day_.iso() +
                          (dayIsKnown ? "" : ", the day of this import, as the files name none"));
        }
    }

private:
    void readRow(const CsvRows& rows, const PcCategory& category)
    {
        const PcRow row(rows);
        PcResult<PartSheet> sheet = category.read(row, names_);
        if (!sheet) {
            leaveOut(rows.line(), sheet.error());
            return;
        }
        std::optional<Money> price;
        if (!row["price"].empty()) {
            const Expected<Money> read = plainAmount(row["price"], Currency::usd(), DecimalMark::Point)
                                             .and_then([](const std::string& amount) {
                                                 return Money::parse(amount, Currency::usd());
                                             });
            if (!read || read->minorUnits() <= 0) {
                leaveOut(rows.line(),
                         {"price",
                          read ? "expected an amount above zero, got '" + row["price"] + "'"
                               : read.error().message,
                          true});
                return;
            }
            price = *read;
        }
        put(std::move(*sheet), price, rows.header().find("color") ? row["color"] : std::string());
    }

    void leaveOut(std::size_t line, const PcLeftOut& reason)
    {
        if (reason.isProblem) {
            builder_.problem(line, reason.column, reason.reason);
        } else {
            ++builder_.preview().passedOver;
            ++passedOver_[reason.reason];
        }
    }

    void put(PartSheet sheet, const std::optional<Money>& price, const std::string& colour)
    {
        std::string id = sheet.id().text();
        if (!known_.tableOf(id).empty() && known_.tableOf(id) != sheet.spec->name) {
            // Two products of different kinds with one name.
            id += "-" + sheet.spec->name;
            sheet.cells.front() = id;
        }
        const std::vector<const PartEntry*> same = matcher_.find(sheet, colour);
        const PartEntry* entry = known_.find(id);
        if (same.size() == 1 && (entry == nullptr || same.front()->origin != PartOrigin::Own)) {
            entry = same.front();
        }
        if (entry == nullptr && same.size() > 1) {
            ++builder_.preview().passedOver;
            ++passedOver_["several parts of the catalog go by that name"];
            return;
        }
        const std::string key = entry == nullptr ? id : entry->id().text();
        const auto [place, isFirst] = positions_.emplace(key, found_.size());
        if (isFirst) {
            found_.push_back({std::move(sheet), entry, price, 1});
        } else {
            merge(found_[place->second], sheet, price);
        }
    }

    void merge(FoundPart& part, const PartSheet& sheet, const std::optional<Money>& price)
    {
        ++merged_;
        ++part.rows;
        for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
            const bool identifies = i < 3;
            if (!identifies && part.sheet.cells[i] != sheet.cells[i]) {
                part.sheet.cells[i].clear();
            }
        }
        if (price && (!part.price || *price < *part.price)) {
            part.price = price;
        }
    }

    void tell(const FoundPart& part)
    {
        ImportPreview& preview = builder_.preview();
        const PartId id = part.entry == nullptr ? part.sheet.id() : part.entry->id();
        bool changes = part.entry == nullptr;
        if (changes) {
            add(part.sheet);
        } else {
            preview.matched += part.rows;
        }
        if (part.price) {
            const Offer offer{.price = *part.price,
                              .kind = PriceKind::Street,
                              .region = "US",
                              .source = source_,
                              .date = day_};
            const Offer* same = part.entry == nullptr ? nullptr : findSamePrice(*part.entry, offer);
            if (same == nullptr || !saysTheSame(*same, offer)) {
                preview.changes.prices.push_back({id, part.sheet.spec->name, offer, false});
                changes = true;
            }
        }
        preview.unchanged += changes ? 0 : part.rows;
    }

    void add(const PartSheet& read)
    {
        PartSheet sheet = read;
        sheet.cell("source") = source_;
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
        known_.add(sheet.id().text(), sheet.spec->name);
        builder_.preview().changes.parts.push_back(std::move(change));
    }

    Date day_;
    Date today_;
    PcNames names_;
    KnownParts known_;
    PartMatcher matcher_;
    PreviewBuilder& builder_;
    std::string source_;
    std::vector<FoundPart> found_; ///< of the current file, in its order
    std::unordered_map<std::string, std::size_t> positions_;
    std::map<std::string, std::int64_t> passedOver_; ///< by reason
    std::int64_t merged_ = 0;
    std::int64_t incomplete_ = 0;
};

Expected<ImportPreview> preview(const ImportSource& source, const ImportRequest& request,
                                const CatalogView& view, const Progress& progress)
{
    PreviewBuilder builder(source, ImportFormat::PcPartDataset, progress);
    PcImport import(request, view, builder);
    for (const ImportFile& file : source.files) {
        if (const Expected<void> read = import.readFile(file.path); !read) {
            return tl::unexpected(read.error());
        }
    }
    import.summarise(request.pricesOf.has_value());
    return builder.take();
}

} // namespace

ImportReader pcPartDatasetReader()
{
    return {ImportFormat::PcPartDataset, recognises, preview};
}

} // namespace rigwright
