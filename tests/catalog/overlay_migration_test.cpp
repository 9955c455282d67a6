// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/migrations.h"

#include "overlay_samples.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

using namespace rigwright;

namespace {

/// A database as version `version` of the schema wrote it, from tests/data/overlay.
std::filesystem::path oldOverlay(const TemporaryFolder& folder, int version)
{
    const auto fixture = std::filesystem::path(RIGWRIGHT_TEST_DATA) / "overlay" /
        ("version_" + std::to_string(version) + ".sql");
    std::ifstream file(fixture);
    BOOST_REQUIRE(file.good());
    std::ostringstream sql;
    sql << file.rdbuf();
    std::filesystem::path path = folder.path() / "catalog.sqlite";
    Database::create(path).execute(sql.str());
    return path;
}

} // namespace

BOOST_AUTO_TEST_SUITE(an_own_catalog_of_an_earlier_version)

BOOST_AUTO_TEST_CASE(every_version_before_this_one_has_a_fixture_and_keeps_all_its_rows)
{
    for (int version = 1; version < kOverlaySchemaVersion; ++version) {
        const TemporaryFolder folder;
        const std::filesystem::path path = oldOverlay(folder, version);
        Expected<Overlay> overlay = Overlay::open(path);
        BOOST_REQUIRE_EQUAL(messageOf(overlay), "");
        const OverlayContents contents = overlay->read().value();
        BOOST_REQUIRE_EQUAL(contents.parts.size(), 2U);
        BOOST_TEST(contents.parts[0].id.text() == "my-drive");
        BOOST_TEST(contents.parts[0].own);
        BOOST_TEST(contents.parts[0].cells.at("capacity_gb") == "4000");
        BOOST_TEST(contents.parts[0].marks.favourite);
        BOOST_TEST(contents.parts[0].marks.note == "fast");
        BOOST_TEST(contents.parts[1].id.text() == "rtx-4090");
        BOOST_TEST(contents.parts[1].replaced.at("memory_gib") == "24");
        BOOST_REQUIRE_EQUAL(contents.prices.size(), 1U);
        BOOST_TEST(contents.prices[0].offer.price.decimal() == "199.99");
        BOOST_TEST((contents.prices[0].offer.validUntil == Date{2026, 9, 30}));
        BOOST_TEST(contents.cloudOffers.size() == 1U);
        BOOST_TEST(contents.apiOffers.size() == 1U);
        BOOST_TEST(contents.rates.size() == 1U);
        BOOST_TEST(contents.pricePolicy.oldAfterDays == 90);
    }
}

BOOST_AUTO_TEST_CASE(it_ends_with_the_schema_of_a_new_one)
{
    const auto schemaOf = [](const std::filesystem::path& path) {
        Database database = Database::create(path);
        Statement columns(database,
                          "SELECT t.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk "
                          "FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' "
                          "ORDER BY t.name, c.cid");
        std::string schema;
        while (columns.step()) {
            for (int i = 0; i < 6; ++i) {
                schema += columns.text(i) + "|";
            }
            schema += "\n";
        }
        return schema;
    };
    const OwnCatalog fresh;
    BOOST_REQUIRE(Overlay::open(fresh.path()));
    for (int version = 1; version < kOverlaySchemaVersion; ++version) {
        const TemporaryFolder folder;
        const std::filesystem::path path = oldOverlay(folder, version);
        BOOST_REQUIRE(Overlay::open(path));
        BOOST_TEST(schemaOf(path) == schemaOf(fresh.path()));
    }
}

BOOST_AUTO_TEST_CASE(a_copy_with_everything_committed_lies_beside_it)
{
    const TemporaryFolder folder;
    const std::filesystem::path path = oldOverlay(folder, 1);
    // What is still in the write-ahead log of a window that has it open belongs to the copy.
    Database other = Database::create(path);
    other.execute("PRAGMA journal_mode = WAL; UPDATE parts SET note = 'late' WHERE id = 'my-drive'");
    BOOST_REQUIRE(Overlay::open(path));
    const std::filesystem::path backup = folder.path() / "catalog.sqlite.v1.backup";
    BOOST_TEST(overlayBackup(path, 1) == backup);
    Database copy = Database::openReadOnly(backup);
    BOOST_TEST(copy.integer("PRAGMA user_version") == 1);
    BOOST_TEST(copy.integer("PRAGMA application_id") == kOverlayApplicationId);
    BOOST_TEST(copy.text("SELECT note FROM parts WHERE id = 'my-drive'") == "late");
    BOOST_TEST(copy.text("PRAGMA integrity_check") == "ok");
}

BOOST_AUTO_TEST_CASE(a_copy_can_be_put_back_and_is_brought_up_to_date_again)
{
    const TemporaryFolder folder;
    const std::filesystem::path path = oldOverlay(folder, 1);
    BOOST_REQUIRE(Overlay::open(path));
    std::filesystem::rename(overlayBackup(path, 1), path);
    Expected<Overlay> overlay = Overlay::open(path);
    BOOST_REQUIRE_EQUAL(messageOf(overlay), "");
    BOOST_TEST(overlay->read()->parts.size() == 2U);
    BOOST_TEST(std::filesystem::exists(overlayBackup(path, 1)));
}

BOOST_AUTO_TEST_CASE(without_a_place_for_the_copy_nothing_is_changed)
{
    const TemporaryFolder folder;
    const std::filesystem::path path = oldOverlay(folder, 1);
    std::filesystem::create_directories(overlayBackup(path, 1) / "in the way");
    BOOST_TEST(messageOf(Overlay::open(path))
                   .starts_with("can't put a copy of your catalog at '" + overlayBackup(path, 1).string() +
                                "' before it is brought up to date: "));
    BOOST_TEST(Database::create(path).integer("PRAGMA user_version") == 1);
    BOOST_TEST(folder.entries() == 2U);
}

BOOST_AUTO_TEST_CASE(a_migration_that_fails_leaves_the_old_version)
{
    const TemporaryFolder folder;
    const std::filesystem::path path = oldOverlay(folder, 1);
    Database::create(path).execute("CREATE TABLE steps (something TEXT)");
    BOOST_TEST(!messageOf(Overlay::open(path)).empty());
    Database database = Database::create(path);
    BOOST_TEST(database.integer("PRAGMA user_version") == 1);
    BOOST_TEST(
        database.integer("SELECT count(*) FROM pragma_table_info('parts') WHERE name = 'remembered'") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
