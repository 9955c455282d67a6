// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check_support.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using namespace rigwright::test;

BOOST_AUTO_TEST_SUITE(check_accelerators)

BOOST_AUTO_TEST_CASE(a_sound_catalog_has_no_findings)
{
    BOOST_TEST(findingsOf(soundCatalog()) == std::vector<std::string>(), boost::test_tools::per_element());
}

// 1008 GB/s with a slip of ten: no card reads so fast or so slow.
BOOST_AUTO_TEST_CASE(a_card_has_no_bandwidth_beyond_its_kind_of_memory)
{
    const auto with = [](double gb) {
        return withAccelerator([gb](Accelerator& card) { card.bandwidth = BytesPerSecond::gb(gb); });
    };
    BOOST_TEST(finds(with(10080), "error bandwidth-of-mounting rtx-4090"));
    BOOST_TEST(finds(with(10.08), "error bandwidth-of-mounting rtx-4090"));
    BOOST_TEST(findsNothing(with(1792)));
}

// GDDR6X of 21 Gbit/s on 384 lines makes 1008 GB/s (Micron); on 192 lines it would be 42 Gbit/s a line.
BOOST_AUTO_TEST_CASE(bandwidth_follows_from_memory_type_and_bus)
{
    const auto with = [](const std::string& type, std::optional<int> bits) {
        return withAccelerator([&](Accelerator& card) {
            card.memoryType = type;
            card.memoryBusBits = bits;
        });
    };
    BOOST_TEST(findsNothing(with("GDDR6X", 384)));
    BOOST_TEST(findsOnly(with("GDDR6X", 192), "error bandwidth-beyond-memory-type rtx-4090"));
    BOOST_TEST(findsOnly(with("GDDR5", 384), "error bandwidth-beyond-memory-type rtx-4090"));
    BOOST_TEST(findsNothing(with("GDDR5", std::nullopt)));
    BOOST_TEST(findsNothing(with("", 384)));
}

// 24 GiB are 25.77 GB: at 50 GB/s they take 515 ms, at 15 GB/s 1.7 s.
BOOST_AUTO_TEST_CASE(the_whole_memory_is_read_in_a_plausible_time)
{
    const auto with = [](double gib) {
        return withAccelerator([gib](Accelerator& card) {
            card.memory = Bytes::gib(gib);
            card.bandwidth = BytesPerSecond::gb(50);
        });
    };
    BOOST_TEST(findsNothing(with(24)));
    BOOST_TEST(findsOnly(with(96), "warning memory-read-time rtx-4090"));
}

BOOST_AUTO_TEST_CASE(rates_stand_in_known_ratios)
{
    const auto withInt8 = [](double tera) {
        return withAccelerator([tera](Accelerator& card) { card.int8 = FlopsPerSecond::tera(tera); });
    };
    BOOST_TEST(findsNothing(withInt8(330.4)));
    // 8 times FP16, then 4000 times: a thousand for a unit.
    BOOST_TEST(findsOnly(withInt8(1321.6), "warning rates-out-of-step rtx-4090"));
    BOOST_TEST(findsOnly(withInt8(660'800), "error rates-out-of-step rtx-4090"));
}

BOOST_AUTO_TEST_CASE(fp8_of_nvidia_is_twice_fp16)
{
    const Catalog sparse = withAccelerator([](Accelerator& card) { card.fp8 = FlopsPerSecond::tera(200); });
    BOOST_TEST(findsOnly(sparse, "warning fp8-not-twice-fp16 rtx-4090"));
    const Catalog gaudi = withAccelerator([](Accelerator& card) {
        card.vendor = AcceleratorVendor::Intel;
        card.computeCapability.reset();
        card.fp8 = card.fp16;
    });
    BOOST_TEST(findsNothing(gaudi));
}

BOOST_AUTO_TEST_CASE(no_watt_makes_more_than_five_tflops)
{
    const Catalog catalog = withAccelerator([](Accelerator& card) { card.boardPower = Watts(30); });
    BOOST_TEST(findsOnly(catalog, "error rates-beyond-power rtx-4090"));
}

// Ada came in October 2022 with compute capability 8.9.
BOOST_AUTO_TEST_CASE(a_compute_capability_is_not_older_than_its_chips)
{
    const auto released = [](int year) {
        return withAccelerator([year](Accelerator& card) { card.releaseYear = year; });
    };
    BOOST_TEST(findsNothing(released(2023)));
    BOOST_TEST(findsOnly(released(2021), "error compute-capability-before-its-time rtx-4090"));
}

BOOST_AUTO_TEST_CASE(only_nvidia_has_compute_capabilities)
{
    const Catalog catalog =
        withAccelerator([](Accelerator& card) { card.vendor = AcceleratorVendor::Intel; });
    BOOST_TEST(findsOnly(catalog, "error compute-capability-before-its-time rtx-4090"));
}

// FP8 came with 8.9; a card of 8.6 can't have it.
BOOST_AUTO_TEST_CASE(a_format_is_not_older_than_the_first_chip_with_it)
{
    const Catalog catalog = withAccelerator([](Accelerator& card) { card.computeCapability = 8.6; });
    BOOST_TEST(findsOnly(catalog, "error format-before-its-time rtx-4090"));
}

// The first cards with PCIe 5.0 were sold in 2022.
BOOST_AUTO_TEST_CASE(a_pcie_generation_is_not_older_than_its_first_card)
{
    const auto with = [](int generation) {
        return withAccelerator([generation](Accelerator& card) {
            card.pcieGeneration = generation;
            card.releaseYear = 2022;
        });
    };
    BOOST_TEST(findsNothing(with(5)));
    BOOST_TEST(findsOnly(with(6), "error pcie-before-its-time rtx-4090"));
}

BOOST_AUTO_TEST_CASE(nothing_is_released_long_after_the_catalog)
{
    const auto released = [](int year) {
        return withAccelerator([year](Accelerator& card) {
            card.releaseYear = year;
            card.info.offers = {};
        });
    };
    BOOST_TEST(finds(released(2028), "warning released-in-the-future rtx-4090"));
    BOOST_TEST(!finds(released(2027), "warning released-in-the-future rtx-4090"));
}

BOOST_AUTO_TEST_CASE(direct_links_join_at_least_two_devices)
{
    const auto with = [](std::optional<BytesPerSecond> rate, int devices) {
        return withAccelerator([&](Accelerator& card) {
            card.linkBandwidth = rate;
            card.linkMaxDevices = devices;
        });
    };
    BOOST_TEST(findsNothing(with(BytesPerSecond::gb(112.5), 2)));
    BOOST_TEST(findsOnly(with(BytesPerSecond::gb(112.5), 1), "warning link-without-peers rtx-4090"));
    BOOST_TEST(findsOnly(with(std::nullopt, 2), "warning link-without-peers rtx-4090"));
}

// 75 W from the slot and 300 W from two 8-pin sockets are 375 W; a 16-pin socket gives 600 W.
BOOST_AUTO_TEST_CASE(a_card_draws_no_more_than_slot_and_sockets_give)
{
    const auto with = [](int pin16, int pin8) {
        return withAccelerator([&](Accelerator& card) {
            card.power = PowerConnectors{.pin16 = pin16, .pin8 = pin8, .pin6 = 0};
        });
    };
    BOOST_TEST(findsNothing(with(0, 3)));
    BOOST_TEST(findsOnly(with(0, 2), "error board-power-beyond-sockets rtx-4090"));
    BOOST_TEST(findsOnly(with(0, 0), "error board-power-beyond-sockets rtx-4090"));
}

BOOST_AUTO_TEST_CASE(a_module_has_no_slots)
{
    const Catalog catalog = withAccelerator([](Accelerator& card) { card.mounting = Mounting::Module; });
    BOOST_TEST(findsOnly(catalog, "warning card-figures-of-module rtx-4090"));
}

BOOST_AUTO_TEST_CASE(a_card_is_between_ten_and_thirty_eight_centimetres)
{
    const auto with = [](double length) {
        Catalog catalog = withAccelerator([=](Accelerator& card) { card.length = Millimetres(length); });
        catalog.cases.front().maxCardLength = Millimetres(700);
        return catalog;
    };
    BOOST_TEST(findsNothing(with(358)));
    BOOST_TEST(findsOnly(with(30.4), "warning card-length rtx-4090"));
    BOOST_TEST(findsOnly(with(609), "warning card-length rtx-4090"));
}

BOOST_AUTO_TEST_CASE(one_slot_does_not_cool_450_watts)
{
    const Catalog catalog = withAccelerator([](Accelerator& card) { card.slotWidth = 1; });
    BOOST_TEST(findsOnly(catalog, "warning slots-for-power rtx-4090"));
}

BOOST_AUTO_TEST_CASE(a_card_says_its_link)
{
    const auto with = [](std::optional<int> lanes) {
        return withAccelerator([&](Accelerator& card) { card.pcieLanes = lanes; });
    };
    BOOST_TEST(findsNothing(with(8)));
    BOOST_TEST(findsOnly(with(12), "error card-without-slot-link rtx-4090"));
    BOOST_TEST(findsOnly(with(std::nullopt), "warning card-without-slot-link rtx-4090"));
}

BOOST_AUTO_TEST_CASE(a_makers_card_is_like_its_accelerator)
{
    Catalog catalog = soundCatalog();
    Accelerator card = rtx4090();
    card.info = info("maker-rtx-4090");
    card.variantOf = PartId("rtx-4090");
    catalog.cards = {card};
    BOOST_TEST(findsNothing(catalog));
    catalog.cards.front().boardPower = Watts(300); // two thirds of 450 W
    BOOST_TEST(findsOnly(catalog, "warning card-unlike-its-accelerator maker-rtx-4090"));
    catalog.cards.front() = card;
    catalog.cards.front().memory = Bytes::gib(48);
    BOOST_TEST(findsOnly(catalog, "error card-unlike-its-accelerator maker-rtx-4090"));
    catalog.cards.front() = card;
    catalog.cards.front().variantOf = PartId("rtx-4091");
    BOOST_TEST(findsOnly(catalog, "error card-unlike-its-accelerator maker-rtx-4090"));
}

BOOST_AUTO_TEST_SUITE_END()
