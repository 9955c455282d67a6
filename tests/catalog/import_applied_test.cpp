// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "foreign_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

const std::filesystem::path kSamples = std::filesystem::path(RIGWRIGHT_TEST_DATA) / "imports";

/// Imports into a user's catalog over the shipped one, and then the same again.
struct Applied {
    ImportPreview first;
    ImportPreview second;
    std::shared_ptr<const CatalogView> view;
};

Applied applied(const std::filesystem::path& path)
{
    const TemporaryFolder folder;
    Expected<CatalogStore> store =
        CatalogStore::open(findCatalog().value(), folder.path() / "overlay.sqlite");
    BOOST_TEST_REQUIRE(store.has_value());
    Applied result;
    result.first = foreignPreview(path, **store->read());
    BOOST_TEST(!result.first.changes.empty());
    const Expected<void> done = store->apply(result.first.changes, result.first.label);
    BOOST_REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().message));
    result.view = store->read().value();
    result.second = foreignPreview(path, *result.view);
    return result;
}

} // namespace

// What the importers promise holds through the user's database and the catalog that is read from it.
BOOST_AUTO_TEST_SUITE(applied_imports)

BOOST_AUTO_TEST_CASE(cloud_offers_come_back_as_they_were_imported)
{
    const Applied done = applied(kSamples / "skypilot");
    BOOST_TEST(cloudLines(done.second.changes) == "");
    const auto& offers = done.view->catalog->cloudOffers;
    BOOST_TEST(std::ranges::any_of(offers, [](const CloudOffer& offer) {
        return offer.id == "lambda-gpu-4x-a6000-us-east-1-on-demand" &&
            offer.accelerator.text() == "rtx-a6000";
    }));
}

BOOST_AUTO_TEST_CASE(parts_come_back_as_they_were_imported)
{
    const Applied done = applied(kSamples / "buildcores");
    BOOST_TEST(partChanges(done.second) == "");
}

BOOST_AUTO_TEST_CASE(hosted_prices_come_back_as_they_were_imported)
{
    const Applied done = applied(kSamples / "models.dev" / "providers");
    BOOST_TEST(done.second.changes.empty());
    BOOST_TEST(done.second.unchanged == 4);
}

BOOST_AUTO_TEST_CASE(rates_come_back_as_they_were_imported)
{
    const ImportFiles files;
    const Applied done = applied(files.write(
        "latest.json", R"({"base": "EUR", "date": "2026-10-01", "rates": {"JPY": 180.3, "USD": 1.17}})"));
    BOOST_TEST(rateLines(done.second.changes) == "");
    BOOST_TEST(done.second.unchanged == 2);
}

BOOST_AUTO_TEST_SUITE_END()
