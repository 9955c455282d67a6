// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_store.h"

#include "overlay_samples.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(the_two_catalogs_together)

BOOST_AUTO_TEST_CASE(without_an_overlay_the_shipped_catalog_is_shown_and_no_file_is_made)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    const auto view = store.read().value();
    const Catalog shipped = readCatalog(findCatalog().value()).value();
    BOOST_TEST(view->catalog->partCount() == shipped.partCount());
    BOOST_TEST(view->find(PartId("rtx-4090"))->sheet.cell("memory_gib") == "24");
    BOOST_TEST(view->find(PartId("no-such-part")) == nullptr);
    BOOST_TEST(!store.overlayProblem());
    BOOST_TEST(!view->undoLabel);
    BOOST_TEST(own.folder().entries() == 0U);
}

BOOST_AUTO_TEST_CASE(an_own_part_is_found_in_the_list_and_in_the_catalog)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(only(ownDrive("rocket-4tb")), "Add a drive")), "");
    const auto view = store.read().value();
    const PartEntry* entry = view->find(PartId("rocket-4tb"));
    BOOST_REQUIRE(entry != nullptr);
    BOOST_TEST((entry->origin == PartOrigin::Own));
    BOOST_TEST(entry->missing.empty());
    const Drive* drive = findPart(view->catalog->drives, PartId("rocket-4tb"));
    BOOST_REQUIRE(drive != nullptr);
    BOOST_TEST((drive->capacity == Bytes::gb(4000)));
    BOOST_TEST(drive->info.own);
    BOOST_TEST(view->undoLabel.value() == "Add a drive");
}

BOOST_AUTO_TEST_CASE(a_part_with_an_unknown_figure_that_a_machine_needs_is_in_the_list_alone)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    PartEdit drive = ownDrive("rocket");
    std::erase_if(drive.cells, [](const CellChange& cell) { return cell.column == "form_factor"; });
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(only(drive), "Add")), "");
    const auto view = store.read().value();
    BOOST_TEST(view->find(PartId("rocket"))->missing == std::vector<std::string>{"form_factor"},
               boost::test_tools::per_element());
    BOOST_TEST(findPart(view->catalog->drives, PartId("rocket")) == nullptr);
}

BOOST_AUTO_TEST_CASE(an_edit_is_laid_over_the_shipped_part)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    BOOST_REQUIRE_EQUAL(
        messageOf(store.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "48"})), "Edit")),
        "");
    const auto view = store.read().value();
    const PartEntry* entry = view->find(PartId("rtx-4090"));
    BOOST_TEST((entry->origin == PartOrigin::Edited));
    BOOST_TEST(entry->sheet.cell("memory_gib") == "48");
    BOOST_TEST(entry->shipped->cell("memory_gib") == "24");
    BOOST_TEST(entry->underneath.empty());
    const Accelerator* card = findPart(view->catalog->accelerators, PartId("rtx-4090"));
    BOOST_TEST((card->memory == Bytes::gib(48)));
    BOOST_TEST(card->info.edited);
}

BOOST_AUTO_TEST_CASE(a_makers_card_follows_the_edit_of_its_accelerator)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    const auto shipped = store.read().value()->catalog;
    BOOST_REQUIRE(!shipped->cards.empty());
    const Accelerator card = shipped->cards.front();
    const std::string edited = card.variantOf.text();
    BOOST_REQUIRE_EQUAL(
        messageOf(store.apply(only(edit(edited, "accelerators", {"memory_gib", "", "77"})), "Edit")), "");
    const auto laid = store.read().value()->catalog;
    BOOST_TEST((findPart(laid->cards, card.info.id)->memory == Bytes::gib(77)));
    BOOST_TEST(laid->cards.size() == shipped->cards.size());
    BOOST_REQUIRE_EQUAL(
        messageOf(store.apply(only(edit(edited, "accelerators", {"memory_gib", "77", ""})), "Empty")), "");
    const auto view = store.read().value();
    BOOST_TEST(findPart(view->catalog->cards, card.info.id) == nullptr);
    BOOST_TEST(view->find(card.info.id)->missing == std::vector<std::string>{"accelerator"},
               boost::test_tools::per_element());
}

const Provenance& groupOf(const PartInfo& info, const char* name)
{
    return std::ranges::find(info.groups, name, &SpecGroup::name)->provenance;
}

BOOST_AUTO_TEST_CASE(a_group_with_an_edited_figure_has_no_longer_its_shipped_source)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    BOOST_REQUIRE_EQUAL(
        messageOf(store.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "48"})), "Edit")),
        "");
    const auto view = store.read().value();
    const PartInfo& info = findPart(view->catalog->accelerators, PartId("rtx-4090"))->info;
    BOOST_TEST(groupOf(info, "memory").source == "changed by the user");
    BOOST_TEST((groupOf(info, "memory").state == Verification::Unverified));
    BOOST_TEST((groupOf(info, "compute").state == Verification::Compared));
    for (const Accelerator& card : view->catalog->cards) {
        if (card.variantOf.text() == "rtx-4090") {
            BOOST_TEST((card.memory == Bytes::gib(48)), card.info.id.text());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_cell_edited_back_to_what_is_shipped_is_no_edit)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    BOOST_REQUIRE_EQUAL(
        messageOf(store.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "48"})), "Edit")),
        "");
    BOOST_REQUIRE_EQUAL(
        messageOf(store.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "48", "24.0"})), "Back")),
        "");
    const auto view = store.read().value();
    BOOST_TEST((view->find(PartId("rtx-4090"))->origin == PartOrigin::Shipped));
    BOOST_TEST(own.overlay().read()->parts.empty());
}

BOOST_AUTO_TEST_CASE(an_own_price_stands_beside_the_shipped_ones_and_counts)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    const std::size_t before = store.read().value()->find(PartId("rtx-4090"))->offers.size();
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(only(priceOf("rtx-4090", "accelerators", "1234.50")), "Price")),
                        "");
    const auto view = store.read().value();
    const PartEntry* entry = view->find(PartId("rtx-4090"));
    BOOST_TEST(entry->offers.size() == before + 1);
    BOOST_TEST((entry->origin == PartOrigin::Shipped));
    const Accelerator* card = findPart(view->catalog->accelerators, PartId("rtx-4090"));
    BOOST_TEST(currentOffer(card->info.offers)->price.decimal() == "1234.50");
    BOOST_TEST(!card->info.edited);
}

BOOST_AUTO_TEST_CASE(a_price_of_no_part_is_refused_and_nothing_is_kept)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    CatalogChanges changes = only(ownDrive("rocket"));
    changes.prices.push_back(priceOf("rocker", "drives", "99"));
    BOOST_TEST(messageOf(store.apply(changes, "Import")) == "price of 'rocker': no part is called 'rocker'");
    BOOST_TEST(store.read().value()->find(PartId("rocket")) == nullptr);
}

BOOST_AUTO_TEST_CASE(steps_are_undone_and_redone_also_after_a_restart)
{
    const OwnCatalog own;
    {
        CatalogStore store = own.store();
        BOOST_REQUIRE(store.apply(only(ownDrive("one")), "Add one"));
        BOOST_REQUIRE(store.apply(only(priceOf("one", "drives", "80")), "Price it"));
    }
    CatalogStore store = own.store();
    BOOST_TEST(store.read().value()->undoLabel.value() == "Price it");
    BOOST_REQUIRE_EQUAL(messageOf(store.undo()), "");
    BOOST_TEST(store.read().value()->find(PartId("one"))->offers.empty());
    BOOST_REQUIRE_EQUAL(messageOf(store.undo()), "");
    auto view = store.read().value();
    BOOST_TEST(view->find(PartId("one")) == nullptr);
    BOOST_TEST(view->redoLabel.value() == "Add one");
    BOOST_TEST(messageOf(store.undo()) == "there is nothing to undo");
    BOOST_REQUIRE_EQUAL(messageOf(store.redo()), "");
    BOOST_REQUIRE_EQUAL(messageOf(store.redo()), "");
    BOOST_TEST(messageOf(store.redo()) == "there is nothing to redo");
    BOOST_TEST(store.read().value()->find(PartId("one"))->offers.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_removed_own_part_goes_with_its_prices_and_comes_back_with_them)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    CatalogChanges changes = only(ownDrive("rocket"));
    changes.prices.push_back(priceOf("rocket", "drives", "99"));
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(changes, "Import")), "");
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(removal("rocket"), "Remove")), "");
    BOOST_TEST(store.read().value()->find(PartId("rocket")) == nullptr);
    BOOST_REQUIRE_EQUAL(messageOf(store.undo()), "");
    BOOST_TEST(store.read().value()->find(PartId("rocket"))->offers.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
