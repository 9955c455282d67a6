// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/seating.h"

#include "builds/bench.h"

#include <boost/test/unit_test.hpp>

#include <random>

using namespace rigwright;
using rigwright::test::Bench;

namespace {

/// Long slots of these lanes, at these positions.
SlotPlaces longSlots(const std::vector<std::pair<int, int>>& lanesAndPositions)
{
    SlotPlaces places;
    for (const auto& [lanes, position] : lanesAndPositions) {
        places.all[places.count] = {static_cast<int>(places.count) + 1, 4, lanes, 16, true, position};
        ++places.count;
    }
    return places;
}

Accelerator cardOfWidth(int width)
{
    Accelerator card;
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    card.slotWidth = width;
    return card;
}

std::vector<int> slotsOf(const Seating& seating)
{
    std::vector<int> slots;
    for (const Seating::Seat& each : seating.seats) {
        slots.push_back(each.place.slot);
    }
    return slots;
}

/// The most cards of these widths that positions allow, by trying every order of every choice.
int mostBy(const SlotPlaces& places, std::vector<int> widths)
{
    int most = 0;
    std::ranges::sort(widths);
    do {
        for (unsigned mask = 0; mask < 1U << places.count; ++mask) {
            int freeFrom = 0;
            std::size_t card = 0;
            bool fits = true;
            for (std::size_t i = 0; i < places.count && fits; ++i) {
                if ((mask >> i & 1U) == 0) {
                    continue;
                }
                fits = card < widths.size() && places.all[i].position >= freeFrom;
                freeFrom = fits ? places.all[i].position + widths[card++] : 0;
            }
            most = fits ? std::max(most, static_cast<int>(card)) : most;
        }
    } while (std::ranges::next_permutation(widths).found);
    return most;
}

} // namespace

BOOST_AUTO_TEST_SUITE(seating)

BOOST_AUTO_TEST_CASE(thick_cards_cover_their_neighbours)
{
    const SlotPlaces seven = longSlots({{16, 1}, {16, 2}, {16, 3}, {16, 4}, {16, 5}, {16, 6}, {16, 7}});
    const Accelerator two = cardOfWidth(2);
    const Accelerator three = cardOfWidth(3);
    BOOST_TEST(slotsOf(seat(seven, {{{&two, 4}}}, false)) == (std::vector{1, 3, 5, 7}),
               boost::test_tools::per_element());
    BOOST_TEST(slotsOf(seat(seven, {{{&three, 3}}}, false)) == (std::vector{1, 4, 7}),
               boost::test_tools::per_element());
    const Seating five = seat(seven, {{{&two, 5}}}, false);
    BOOST_TEST(five.seats.size() == 4U);
    BOOST_TEST(five.covered == 1);
    BOOST_TEST(five.withoutSlot == 0);
    BOOST_TEST(seat(seven, {{{&two, 8}}}, false).withoutSlot == 1);
}

BOOST_AUTO_TEST_CASE(cards_stand_apart_where_that_costs_no_lanes)
{
    const Accelerator two = cardOfWidth(2);
    BOOST_TEST(slotsOf(seat(longSlots({{16, 1}, {16, 3}, {16, 5}}), {{{&two, 2}}}, false)) ==
                   (std::vector{1, 3}),
               boost::test_tools::per_element());
    // The second slot of sixteen lanes is right behind the first card; the third has eight.
    BOOST_TEST(slotsOf(seat(longSlots({{16, 1}, {16, 3}, {8, 5}}), {{{&two, 2}}}, false)) ==
                   (std::vector{1, 2}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_thick_card_leaves_its_neighbour_a_slower_slot)
{
    const SlotPlaces places = longSlots({{16, 1}, {16, 3}, {8, 4}});
    const Accelerator two = cardOfWidth(2);
    const Accelerator three = cardOfWidth(3);
    BOOST_TEST(seat(places, {{{&two, 2}}}, false).seats.back().place.lanes == 16);
    BOOST_TEST(seat(places, {{{&three, 2}}}, false).seats.back().place.lanes == 8);
}

BOOST_AUTO_TEST_CASE(what_is_free_is_neither_taken_nor_covered)
{
    const Accelerator three = cardOfWidth(3);
    Seating seating = seat(longSlots({{16, 1}, {16, 2}, {8, 3}, {4, 4}}), {{{&three, 1}}}, true);
    // A single card takes the fastest slot, wherever it is.
    BOOST_TEST(seating.seats.front().place.slot == 1);
    BOOST_REQUIRE(seating.free.size() == 1U);
    BOOST_TEST(seating.takeFree(16).value().slot == 4);
    BOOST_TEST(!seating.takeFree(1).has_value());
}

BOOST_AUTO_TEST_CASE(as_many_cards_are_seated_as_any_order_allows)
{
    std::mt19937 random(7);
    const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)) + 1; };
    for (int round = 0; round < 300; ++round) {
        std::vector<std::pair<int, int>> slots;
        for (int position = pick(2); slots.size() < 6; position += pick(3)) {
            slots.emplace_back(pick(2) * 8, position);
        }
        const SlotPlaces places = longSlots(slots);
        const Accelerator first = cardOfWidth(pick(4));
        const Accelerator second = cardOfWidth(pick(4));
        const int ofFirst = pick(3);
        const int ofSecond = pick(2);
        std::vector<int> widths(static_cast<std::size_t>(ofFirst), *first.slotWidth);
        widths.insert(widths.end(), static_cast<std::size_t>(ofSecond), *second.slotWidth);
        const Seating seating = seat(places, {{{&first, ofFirst}, {&second, ofSecond}}}, false);
        BOOST_TEST(static_cast<int>(seating.seats.size()) == mostBy(places, widths));
    }
}

BOOST_AUTO_TEST_CASE(a_slot_that_takes_lanes_from_another_is_used_where_that_pays)
{
    // The second slot leaves eight of sixteen lanes to the first.
    Bench bench;
    bench.board.slotsSplit = false;
    bench.board.slots = {{4, 16, 16, true}, {4, 8, 16, true}, {4, 4, 16, true}};
    bench.board.laneSharing = {{{BoardPort::Kind::Slot, 2}, {BoardPort::Kind::Slot, 1}, 8}};
    BOOST_TEST(planSlots(bench.machine()).slowest->lanes == 16);
    bench.cards = 2;
    BOOST_TEST(planSlots(bench.machine()).slowest->lanes == 8);
    bench.cards = 3;
    BOOST_TEST(planSlots(bench.machine()).cardsWithoutSlot == 0);
    BOOST_TEST(planSlots(bench.machine()).slowest->lanes == 4);
}

BOOST_AUTO_TEST_SUITE_END()
