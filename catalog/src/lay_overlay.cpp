// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/lay_overlay.h"

#include "catalog/lay_offers.h"
#include "catalog/names.h"
#include "catalog/same_cell.h"
#include "facts/catalog_parts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace rigwright {

namespace {

using Positions = std::unordered_map<PartId, std::size_t>;

std::vector<PartEntry> shippedEntries(const ShippedCatalog& shipped)
{
    std::unordered_map<PartId, const PartInfo*> infos;
    forEachPart(shipped.catalog, [&](const PartInfo& info) { infos.emplace(info.id, &info); });
    std::vector<PartEntry> entries;
    entries.reserve(shipped.sheets.size());
    for (const PartSheet& sheet : shipped.sheets) {
        PartEntry& entry = entries.emplace_back();
        entry.sheet = sheet;
        if (const auto info = infos.find(sheet.id()); info != infos.end()) {
            entry.offers = info->second->offers;
        }
    }
    return entries;
}

void layCells(PartSheet& sheet, const NamedCells& cells)
{
    for (std::size_t i = 1; i < sheet.cells.size(); ++i) {
        if (const auto cell = cells.find(sheet.spec->columns[i].name); cell != cells.end()) {
            sheet.cells[i] = cell->second;
        }
    }
}

std::vector<UnderlyingChange> changesUnder(const OverlayPart& part, const PartSheet& shipped)
{
    std::vector<UnderlyingChange> changes;
    for (std::size_t i = 1; i < shipped.cells.size(); ++i) {
        const Column& column = shipped.spec->columns[i];
        const auto mine = part.cells.find(column.name);
        if (mine == part.cells.end()) {
            continue;
        }
        const auto replaced = part.replaced.find(column.name);
        const std::string before = replaced == part.replaced.end() ? std::string() : replaced->second;
        const std::string& now = shipped.cells[i];
        // What the user filled in, and the shipped catalog has learnt to be the same, is no change.
        const bool told = replaced != part.replaced.end() || !sameCell(column, now, mine->second);
        if (told && !sameCell(column, before, now)) {
            changes.push_back({column.name, before, now});
        }
    }
    return changes;
}

void layOver(PartEntry& entry, const OverlayPart& part)
{
    entry.marks = part.marks;
    if (part.cells.empty() && !part.own) {
        return;
    }
    entry.origin = PartOrigin::Edited;
    entry.shipped = std::make_shared<const PartSheet>(entry.sheet);
    entry.underneath = changesUnder(part, entry.sheet);
    layCells(entry.sheet, part.cells);
}

PartEntry ownEntry(const OverlayPart& part, const TableSpec& spec)
{
    PartEntry entry;
    entry.sheet = emptySheet(spec, part.id);
    layCells(entry.sheet, part.remembered);
    layCells(entry.sheet, part.cells);
    entry.marks = part.marks;
    entry.origin = PartOrigin::Own;
    return entry;
}

void addPrices(std::vector<PartEntry>& entries, const Positions& positions, std::vector<OverlayPrice> prices)
{
    std::unordered_set<std::size_t> priced;
    for (OverlayPrice& price : prices) {
        if (const auto position = positions.find(price.part); position != positions.end()) {
            entries[position->second].offers.push_back(std::move(price.offer));
            priced.insert(position->second);
        }
    }
    for (const std::size_t position : priced) {
        std::ranges::stable_sort(entries[position].offers, {}, &Offer::date);
    }
}

std::vector<PartEntry> laidEntries(const ShippedCatalog& shipped, OverlayContents& contents)
{
    std::vector<PartEntry> entries = shippedEntries(shipped);
    entries.reserve(entries.size() + contents.parts.size());
    Positions own;
    for (const OverlayPart& part : contents.parts) {
        const auto position = shipped.position.find(part.id);
        const TableSpec* spec = findPartTable(part.table);
        if (position == shipped.position.end()) {
            if (spec != nullptr) {
                own.emplace(part.id, entries.size());
                entries.push_back(ownEntry(part, *spec));
            }
            continue;
        }
        own.emplace(part.id, position->second);
        PartEntry& entry = entries[position->second];
        if (part.own && spec != nullptr && spec != entry.sheet.spec) {
            // Two things of one name: the user's is the one that the user's machines mean.
            entry = ownEntry(part, *spec);
        } else {
            layOver(entry, part);
        }
    }
    addPrices(entries, own, std::move(contents.prices));
    return entries;
}

/// Columns without which no machine can be built of the part: empty ones, and those that an update no longer understands.
void findMissing(std::vector<PartEntry>& entries)
{
    std::unordered_set<PartId> complete;
    const auto unusable = [](const PartSheet& sheet) {
        std::vector<std::string> columns;
        for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
            const Column& column = sheet.spec->columns[i];
            if ((column.required || !sheet.cells[i].empty()) && !column.parse(sheet.cells[i], {})) {
                columns.push_back(column.name);
            }
        }
        return columns;
    };
    for (PartEntry& entry : entries) {
        if (entry.origin != PartOrigin::Shipped) {
            entry.missing = unusable(entry.sheet);
        }
        if (entry.missing.empty()) {
            complete.insert(entry.id());
        }
    }
    for (PartEntry& entry : entries) {
        for (std::size_t i = 0; i < entry.sheet.cells.size(); ++i) {
            const Column& column = entry.sheet.spec->columns[i];
            const std::string& cell = entry.sheet.cells[i];
            if (column.type == CellType::Reference && !cell.empty() && !complete.contains(PartId(cell))) {
                entry.missing.push_back(column.name);
            }
        }
    }
}

/// What a user says of figures they changed.
Provenance provenanceOfEdit(const PartSheet& sheet, const PartSheet& shipped)
{
    if (sheet.cell("source") == shipped.cell("source")) {
        return {"changed by the user", Verification::Unverified};
    }
    const Expected<Date> day = Date::parse(sheet.cell("source_date"));
    return {sheet.cell("source"),
            parseVerification(sheet.cell("verification")).value_or(Verification::Unverified),
            day ? std::optional(*day) : std::nullopt};
}

/// Where each group of an edited part's figures comes from: one with a figure of the user's is theirs.
std::vector<SpecGroup> groupsOf(const PartEntry& entry, const Catalog& shipped)
{
    const PartInfo* info = entry.shipped == nullptr ? nullptr : findAnyPart(shipped, entry.id()).info;
    if (info == nullptr) {
        return {};
    }
    const Provenance own = provenanceOfEdit(entry.sheet, *entry.shipped);
    std::vector<SpecGroup> groups = info->groups;
    for (std::size_t i = 0; i < entry.sheet.cells.size(); ++i) {
        const Column& column = entry.sheet.spec->columns[i];
        if (column.group.empty() || sameCell(column, entry.sheet.cells[i], entry.shipped->cells[i])) {
            continue;
        }
        const auto known = std::ranges::find(groups, column.group, &SpecGroup::name);
        if (known == groups.end()) {
            groups.push_back({column.group, own});
        } else {
            known->provenance = own;
        }
    }
    return groups;
}

PartExtras extrasOf(const PartEntry& entry, const Catalog& shipped)
{
    return {.offers = entry.offers,
            .groups = groupsOf(entry, shipped),
            .own = entry.origin == PartOrigin::Own,
            .edited = entry.origin == PartOrigin::Edited,
            .hidden = entry.marks.hidden,
            .favourite = entry.marks.favourite};
}

/// Parts with other figures are put in anew; of the others only what stands beside the figures changes.
std::shared_ptr<const Catalog> laidCatalog(const ShippedCatalog& shipped,
                                           const std::vector<PartEntry>& entries, OverlayContents& contents)
{
    auto catalog = std::make_shared<Catalog>(shipped.catalog);
    std::vector<LaidPart> laid;
    std::unordered_set<PartId> replaced;
    std::unordered_map<PartId, const PartEntry*> touched;
    for (const OverlayPart& part : contents.parts) {
        touched.emplace(part.id, nullptr);
    }
    for (const PartEntry& entry : entries) {
        const bool shippedFigures = entry.origin == PartOrigin::Shipped;
        if (!shippedFigures || !entry.missing.empty()) {
            replaced.insert(entry.id());
            if (entry.missing.empty()) {
                laid.push_back({&entry.sheet, extrasOf(entry, shipped.catalog)});
            }
        } else if (const auto found = touched.find(entry.id()); found != touched.end()) {
            found->second = &entry;
        }
    }
    eraseParts(*catalog, replaced);
    // Whatever it leaves out is among the missing ones.
    static_cast<void>(putParts(*catalog, laid));
    forEachPart(*catalog, [&](PartInfo& info) {
        const auto found = touched.find(info.id);
        if (found != touched.end() && found->second != nullptr) {
            info.offers = found->second->offers;
            info.hidden = found->second->marks.hidden;
            info.favourite = found->second->marks.favourite;
        }
    });
    layOffers(*catalog, std::move(contents));
    return catalog;
}

auto orderOf(const PartEntry& entry)
{
    // The tables are elements of one vector.
    return std::pair<std::ptrdiff_t, const std::string&>(entry.sheet.spec - partTables().data(),
                                                         entry.sheet.cells.front());
}

} // namespace

CatalogView layOverlay(const ShippedCatalog& shipped, OverlayContents contents)
{
    CatalogView view;
    view.parts = laidEntries(shipped, contents);
    findMissing(view.parts);
    std::ranges::sort(view.parts, {}, orderOf);
    view.catalog = laidCatalog(shipped, view.parts, contents);
    view.index = PartIndex(view.parts);
    return view;
}

const PartEntry* CatalogView::find(const PartId& id) const
{
    for (const TableSpec& spec : partTables()) {
        const std::ptrdiff_t table = &spec - partTables().data();
        const auto order = std::pair<std::ptrdiff_t, const std::string&>(table, id.text());
        const auto found = std::ranges::lower_bound(parts, order, {}, orderOf);
        if (found != parts.end() && orderOf(*found) == order) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace rigwright
