// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include "catalog/catalog_database.h"
#include "catalog/read_offers.h"
#include "catalog/read_parts.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <map>

namespace rigwright {

namespace {

CatalogView readShipped()
{
    CatalogView view;
    view.catalog = std::make_shared<const Catalog>(readCatalog(findCatalog().value()).value());
    Database database = Database::openReadOnly(findCatalog().value());
    auto prices = readPrices(database);
    for (PartSheet& sheet : readSheets(database)) {
        PartEntry entry;
        entry.offers = prices[sheet.id().text()];
        entry.sheet = std::move(sheet);
        view.parts.push_back(std::move(entry));
    }
    return view;
}

PartEntry& entryFor(std::vector<PartEntry>& parts, std::map<std::string, std::size_t>& positions,
                    const PartId& id, const std::string& table)
{
    const auto [found, isNew] = positions.emplace(id.text(), parts.size());
    if (isNew) {
        PartEntry entry;
        entry.sheet = emptySheet(*findPartTable(table), id);
        entry.origin = PartOrigin::Own;
        parts.push_back(std::move(entry));
    }
    return parts[found->second];
}

} // namespace

const CatalogView& shippedView()
{
    static const CatalogView view = readShipped();
    return view;
}

CatalogView laidOver(const CatalogView& view, const CatalogChanges& changes)
{
    CatalogView after;
    after.catalog = view.catalog;
    after.parts = view.parts;
    std::map<std::string, std::size_t> positions;
    for (std::size_t i = 0; i < after.parts.size(); ++i) {
        positions.emplace(after.parts[i].id().text(), i);
    }
    for (const PartEdit& change : changes.parts) {
        PartEntry& entry = entryFor(after.parts, positions, change.id, change.table);
        for (const CellChange& cell : change.cells) {
            entry.sheet.cell(cell.column) = cell.after;
        }
    }
    for (const PriceChange& price : changes.prices) {
        PartEntry& entry = entryFor(after.parts, positions, price.part, price.table);
        std::erase_if(entry.offers, [&](const Offer& offer) {
            return offer.own && offer.date == price.offer.date && offer.kind == price.offer.kind &&
                offer.region == price.offer.region && offer.source == price.offer.source;
        });
        entry.offers.push_back(price.offer);
    }
    return after;
}

std::filesystem::path ImportFiles::write(const std::string& name, std::string_view content) const
{
    const std::filesystem::path path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

Expected<ImportPreview> importOf(const std::filesystem::path& path, const CatalogView& view,
                                 const Progress& progress)
{
    ImportRequest request;
    request.path = path;
    request.today = {2026, 10, 1};
    return previewImport(request, view, progress);
}

ImportPreview previewOf(const std::string& name, std::string_view content, const CatalogView& view)
{
    const ImportFiles files;
    Expected<ImportPreview> preview = importOf(files.write(name, content), view);
    BOOST_REQUIRE_MESSAGE(preview.has_value(), (preview ? "" : preview.error().message));
    return std::move(*preview);
}

std::string errorOf(const std::string& name, std::string_view content)
{
    const ImportFiles files;
    const Expected<ImportPreview> preview = importOf(files.write(name, content), shippedView());
    if (preview) {
        return {};
    }
    std::string message = preview.error().message;
    const std::string folder = files.folder().string() + "/";
    return message.starts_with(folder) ? message.substr(folder.size()) : message;
}

std::string partChanges(const ImportPreview& preview)
{
    std::string text;
    for (const PartEdit& part : preview.changes.parts) {
        for (const CellChange& cell : part.cells) {
            text += (text.empty() ? "" : "\n") + part.id.text() + ": " + (part.isNew ? "new " : "") +
                cell.column + " " + cell.before + " -> " + cell.after;
        }
    }
    return text;
}

std::string problemsOf(const ImportPreview& preview)
{
    std::string text;
    for (const Problem& problem : preview.problems) {
        text += (text.empty() ? "" : "\n") + problem.text();
    }
    return text;
}

} // namespace rigwright
