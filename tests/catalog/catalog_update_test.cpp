// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay_samples.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// A copy of the shipped catalog that a new version of the program replaces, under a user's catalog.
class UpdatedCatalog {
public:
    UpdatedCatalog() { std::filesystem::copy_file(findCatalog().value(), shipped()); }
    [[nodiscard]] CatalogStore store() const
    {
        return CatalogStore::open(shipped(), folder_.path() / "own.sqlite").value();
    }
    void apply(const CatalogChanges& changes) const
    {
        BOOST_REQUIRE_EQUAL(messageOf(store().apply(changes, "Change")), "");
    }
    void update(const std::string& sql) const { Database::create(shipped()).execute(sql); }
    [[nodiscard]] PartEntry entry(const char* id) const
    {
        const auto view = store().read().value();
        const PartEntry* found = view->find(PartId(id));
        BOOST_REQUIRE(found != nullptr);
        return *found;
    }

private:
    [[nodiscard]] std::filesystem::path shipped() const { return folder_.path() / "shipped.sqlite"; }
    TemporaryFolder folder_;
};

constexpr const char* kMemoryTo = "UPDATE accelerators SET memory_bytes = 1073741824 * ";

} // namespace

BOOST_AUTO_TEST_SUITE(an_update_of_the_shipped_catalog)

BOOST_AUTO_TEST_CASE(under_an_edit_keeps_the_edit_and_says_what_changed)
{
    const UpdatedCatalog catalog;
    catalog.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "48"})));
    catalog.update(std::string(kMemoryTo) + "32 WHERE id = 'rtx-4090'");
    const PartEntry entry = catalog.entry("rtx-4090");
    BOOST_TEST(entry.sheet.cell("memory_gib") == "48");
    BOOST_TEST(entry.shipped->cell("memory_gib") == "32");
    BOOST_REQUIRE_EQUAL(entry.underneath.size(), 1U);
    BOOST_TEST(entry.underneath[0].column == "memory_gib");
    BOOST_TEST(entry.underneath[0].before == "24");
    BOOST_TEST(entry.underneath[0].now == "32");
}

BOOST_AUTO_TEST_CASE(of_another_figure_of_an_edited_part_shows_through)
{
    const UpdatedCatalog catalog;
    catalog.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "48"})));
    catalog.update("UPDATE accelerators SET board_power_w = 999 WHERE id = 'rtx-4090'");
    const PartEntry entry = catalog.entry("rtx-4090");
    BOOST_TEST(entry.sheet.cell("board_power_w") == "999");
    BOOST_TEST(entry.underneath.empty());
}

BOOST_AUTO_TEST_CASE(is_accepted_by_editing_the_cell_again)
{
    const UpdatedCatalog catalog;
    catalog.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "48"})));
    catalog.update(std::string(kMemoryTo) + "32 WHERE id = 'rtx-4090'");
    catalog.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "48", "48"})));
    BOOST_TEST(catalog.entry("rtx-4090").underneath.empty());
    catalog.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "48", "32"})));
    BOOST_TEST((catalog.entry("rtx-4090").origin == PartOrigin::Shipped));
}

BOOST_AUTO_TEST_CASE(that_has_the_users_own_part_lets_the_users_figures_win_and_says_which_differ)
{
    const UpdatedCatalog catalog;
    catalog.apply(only(ownDrive("rocket")));
    catalog.apply(only(priceOf("rocket", "drives", "99")));
    catalog.update(
        "INSERT INTO parts (id, category, manufacturer, name, part_number, source, verification) VALUES "
        "('rocket', 'storage', 'Acme', 'Rocket rocket', 'RK-4', 'acme.example', 'sourced'); "
        "INSERT INTO drives (id, capacity_bytes, form_factor, interface) VALUES "
        "('rocket', 2000000000000, 'M.2 2280', 'NVMe')");
    const PartEntry entry = catalog.entry("rocket");
    BOOST_TEST((entry.origin == PartOrigin::Edited));
    BOOST_TEST(entry.sheet.cell("capacity_gb") == "4000");
    BOOST_TEST(entry.sheet.cell("part_number") == "RK-4");
    BOOST_TEST(entry.offers.size() == 1U);
    std::vector<std::string> columns;
    for (const UnderlyingChange& change : entry.underneath) {
        columns.push_back(change.column);
        BOOST_TEST(change.before == "");
    }
    BOOST_TEST(columns == (std::vector<std::string>{"capacity_gb", "source", "verification"}),
               boost::test_tools::per_element());
    // Taking back what is the user's leaves the shipped part and the user's price.
    catalog.apply(removal("rocket"));
    const PartEntry shipped = catalog.entry("rocket");
    BOOST_TEST((shipped.origin == PartOrigin::Shipped));
    BOOST_TEST(shipped.sheet.cell("capacity_gb") == "2000");
    BOOST_TEST(shipped.offers.size() == 1U);
}

BOOST_AUTO_TEST_CASE(that_has_a_part_of_another_kind_with_the_id_of_an_own_one_leaves_the_users)
{
    const UpdatedCatalog catalog;
    catalog.apply(only(ownDrive("rocket")));
    catalog.update("INSERT INTO parts (id, category, manufacturer, name, source, verification) VALUES "
                   "('rocket', 'cooler', 'Acme', 'Rocket cooler', 'acme.example', 'sourced'); "
                   "INSERT INTO coolers (id, kind, sockets) VALUES ('rocket', 'air', 'AM5')");
    const PartEntry entry = catalog.entry("rocket");
    BOOST_TEST((entry.origin == PartOrigin::Own));
    BOOST_TEST(entry.sheet.spec->name == "drives");
    const auto laid = catalog.store().read().value()->catalog;
    BOOST_TEST(findPart(laid->drives, PartId("rocket")) != nullptr);
    BOOST_TEST(findPart(laid->coolers, PartId("rocket")) == nullptr);
    catalog.apply(only(edit("rocket", "drives", {"capacity_gb", "4000", "8000"})));
    BOOST_TEST(catalog.entry("rocket").sheet.cell("capacity_gb") == "8000");
    catalog.apply(removal("rocket"));
    BOOST_TEST(catalog.entry("rocket").sheet.spec->name == "coolers");
}

BOOST_AUTO_TEST_CASE(that_drops_a_part_keeps_it_whole_for_whoever_edited_it)
{
    const UpdatedCatalog catalog;
    const std::string id = catalog.store().read().value()->catalog->drives.front().info.id.text();
    const std::string name = catalog.entry(id.c_str()).sheet.cell("name");
    CatalogChanges changes = only(edit(id, "drives", {"read_gb_s", "", "12.5"}));
    changes.prices.push_back(priceOf(id, "drives", "99"));
    catalog.apply(changes);
    catalog.update("DELETE FROM prices WHERE part = '" + id + "'; DELETE FROM drives WHERE id = '" + id +
                   "'; DELETE FROM parts WHERE id = '" + id + "'");
    const PartEntry entry = catalog.entry(id.c_str());
    BOOST_TEST((entry.origin == PartOrigin::Own));
    BOOST_TEST(entry.sheet.cell("name") == name);
    BOOST_TEST(entry.sheet.cell("read_gb_s") == "12.5");
    BOOST_TEST(entry.missing.empty());
    BOOST_TEST(entry.offers.size() == 1U);
    BOOST_TEST(findPart(catalog.store().read().value()->catalog->drives, PartId(id))->info.own);
    // It can be edited on, and removed like any own part.
    catalog.apply(only(edit(id, "drives", {"read_gb_s", "12.5", "13"})));
    BOOST_TEST(catalog.entry(id.c_str()).sheet.cell("read_gb_s") == "13");
    catalog.apply(removal(id));
    BOOST_TEST(catalog.store().read().value()->find(PartId(id)) == nullptr);
}

BOOST_AUTO_TEST_CASE(is_seen_by_a_store_that_has_it_open)
{
    const UpdatedCatalog catalog;
    CatalogStore store = catalog.store();
    BOOST_TEST(store.read().value()->find(PartId("rtx-4090"))->sheet.cell("memory_gib") == "24");
    catalog.update(std::string(kMemoryTo) + "32 WHERE id = 'rtx-4090'; CREATE TABLE more (x INTEGER) STRICT");
    BOOST_TEST(store.read().value()->find(PartId("rtx-4090"))->sheet.cell("memory_gib") == "32");
}

BOOST_AUTO_TEST_SUITE_END()
