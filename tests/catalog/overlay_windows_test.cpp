// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay_samples.h"

#include <boost/test/unit_test.hpp>

#include <thread>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(two_windows_with_one_own_catalog)

BOOST_AUTO_TEST_CASE(each_sees_what_the_other_committed_and_that_it_did)
{
    const OwnCatalog own;
    CatalogStore one = own.store();
    CatalogStore other = own.store();
    BOOST_TEST(!other.changedByOthers());
    BOOST_REQUIRE(one.apply(only(ownDrive("rocket")), "Add"));
    BOOST_TEST(other.changedByOthers());
    BOOST_TEST(!one.changedByOthers());
    BOOST_TEST(other.read().value()->find(PartId("rocket")) != nullptr);
    BOOST_TEST(!other.changedByOthers());
    BOOST_REQUIRE(other.apply(only(edit("rocket", "drives", {"capacity_gb", "4000", "8000"})), "Edit"));
    BOOST_TEST(!other.changedByOthers());
    BOOST_TEST(one.changedByOthers());
    BOOST_TEST(one.read().value()->find(PartId("rocket"))->sheet.cell("capacity_gb") == "8000");
}

BOOST_AUTO_TEST_CASE(what_both_make_at_once_is_one_file)
{
    const OwnCatalog own;
    const auto add = [&own](const std::string& name) {
        CatalogStore store = own.store();
        for (int i = 0; i < 20; ++i) {
            if (!store.apply(only(ownDrive(name + std::to_string(i))), "Add")) {
                return;
            }
        }
    };
    std::thread one(add, "one-");
    std::thread other(add, "other-");
    one.join();
    other.join();
    BOOST_TEST(own.overlay().read()->parts.size() == 40U);
    const std::filesystem::directory_iterator all(own.path().parent_path());
    BOOST_TEST(std::distance(begin(all), end(all)) >= 1);
}

BOOST_AUTO_TEST_CASE(undo_takes_back_the_step_that_the_window_showed)
{
    const OwnCatalog own;
    CatalogStore one = own.store();
    BOOST_REQUIRE(one.apply(only(ownDrive("first")), "Add first"));
    CatalogStore other = own.store();
    BOOST_TEST(one.read().value()->undoLabel.value() == "Add first");
    BOOST_REQUIRE(other.apply(only(ownDrive("second")), "Add second"));
    BOOST_REQUIRE_EQUAL(messageOf(one.undo()), "");
    const auto view = one.read().value();
    BOOST_TEST(view->find(PartId("first")) == nullptr);
    BOOST_TEST(view->find(PartId("second")) != nullptr);
    BOOST_TEST(view->redoLabel.value() == "Add first");
    BOOST_REQUIRE_EQUAL(messageOf(one.redo()), "");
    BOOST_TEST(one.read().value()->find(PartId("first")) != nullptr);
}

BOOST_AUTO_TEST_CASE(a_step_on_which_another_window_built_is_not_undone)
{
    const OwnCatalog own;
    CatalogStore one = own.store();
    BOOST_REQUIRE(one.apply(only(ownDrive("rocket")), "Add"));
    CatalogStore other = own.store();
    BOOST_TEST(one.read().value()->undoLabel.value() == "Add");
    BOOST_REQUIRE(other.apply(only(edit("rocket", "drives", {"capacity_gb", "4000", "8000"})), "Edit"));
    BOOST_TEST(messageOf(one.undo()) == "can't undo 'Add': another window has changed the same things since");
    BOOST_TEST(one.read().value()->find(PartId("rocket"))->sheet.cell("capacity_gb") == "8000");
    // Having read, it shows the other's step, and may take that back.
    BOOST_REQUIRE_EQUAL(messageOf(one.undo()), "");
    BOOST_TEST(one.read().value()->find(PartId("rocket"))->sheet.cell("capacity_gb") == "4000");
}

BOOST_AUTO_TEST_CASE(a_part_that_another_window_priced_is_not_undone_away)
{
    const OwnCatalog own;
    CatalogStore one = own.store();
    BOOST_REQUIRE(one.apply(only(ownDrive("rocket")), "Add"));
    CatalogStore other = own.store();
    BOOST_TEST(one.read().value()->undoLabel.value() == "Add");
    BOOST_REQUIRE(other.apply(only(priceOf("rocket", "drives", "99")), "Price"));
    BOOST_TEST(messageOf(one.undo()) == "can't undo 'Add': another window has changed the same things since");
    BOOST_TEST(one.read().value()->find(PartId("rocket"))->offers.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_step_that_another_window_undid_is_not_undone_twice)
{
    const OwnCatalog own;
    CatalogStore one = own.store();
    BOOST_REQUIRE(one.apply(only(ownDrive("rocket")), "Add"));
    CatalogStore other = own.store();
    BOOST_TEST(one.read().value()->undoLabel.value() == "Add");
    BOOST_REQUIRE_EQUAL(messageOf(other.undo()), "");
    BOOST_TEST(messageOf(one.undo()) == "can't undo 'Add': another window has changed the same things since");
}

BOOST_AUTO_TEST_CASE(a_new_step_drops_what_was_undone)
{
    const OwnCatalog own;
    Overlay overlay = own.overlay();
    BOOST_REQUIRE(overlay.apply(only(ownDrive("one")), "Add one"));
    BOOST_REQUIRE(overlay.undo());
    BOOST_TEST(overlay.redoLabel().value().value() == "Add one");
    BOOST_REQUIRE(overlay.apply(only(ownDrive("two")), "Add two"));
    BOOST_TEST(!overlay.redoLabel().value());
    BOOST_TEST(messageOf(overlay.redo()) == "there is nothing to redo");
}

BOOST_AUTO_TEST_CASE(the_same_new_part_of_two_windows_is_refused_for_the_second)
{
    const OwnCatalog own;
    CatalogStore one = own.store();
    CatalogStore other = own.store();
    BOOST_REQUIRE(one.apply(only(ownDrive("rocket")), "Add"));
    BOOST_TEST(messageOf(other.apply(only(ownDrive("rocket", "8000")), "Add")) ==
               "a part called 'rocket' exists already");
    BOOST_TEST(other.read().value()->find(PartId("rocket"))->sheet.cell("capacity_gb") == "4000");
}

BOOST_AUTO_TEST_CASE(edits_of_one_part_by_two_windows_are_both_kept)
{
    const OwnCatalog own;
    CatalogStore one = own.store();
    CatalogStore other = own.store();
    BOOST_REQUIRE(one.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "48"})), "Edit"));
    BOOST_REQUIRE(other.apply(only(edit("rtx-4090", "accelerators", {"length_mm", "304", "310"})), "Edit"));
    const auto view = one.read().value();
    BOOST_TEST(view->find(PartId("rtx-4090"))->sheet.cell("memory_gib") == "48");
    BOOST_TEST(view->find(PartId("rtx-4090"))->sheet.cell("length_mm") == "310");
}

BOOST_AUTO_TEST_SUITE_END()
