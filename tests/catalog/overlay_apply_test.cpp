// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay_samples.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include <limits>

using namespace rigwright;

namespace {

/// The error of a change over the shipped catalog; nothing may have been kept after one.
std::string refusal(const CatalogChanges& changes)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    std::string message = messageOf(store.apply(changes, "Change"));
    const OverlayContents contents = own.overlay().read().value();
    BOOST_TEST((message.empty() || (contents.parts.empty() && contents.prices.empty())));
    return message;
}

std::string refusedCell(const std::string& column, const std::string& cell)
{
    return refusal(only(edit("rtx-4090", "accelerators", {column, "", cell})));
}

std::string refusedOffer(const Offer& offer)
{
    return refusal(only(PriceChange{.part = PartId("rtx-4090"), .table = "accelerators", .offer = offer}));
}

CloudOffer cloudOffer(const std::string& id)
{
    return {.id = id,
            .provider = "cloud",
            .instance = "gpu.8x",
            .gpuName = "H100",
            .accelerator = PartId("h100-sxm"),
            .gpuCount = 8,
            .gpuMemoryEach = Bytes::gib(80),
            .vcpus = 192,
            .memory = std::nullopt,
            .pricePerHour = MoneyRate(21'957'642, Currency::usd()),
            .pricing = PricingModel::Spot,
            .region = "eu-1",
            .kind = PriceKind::List,
            .source = "cloud.example",
            .date = {2026, 8, 2}};
}

ApiOffer apiOffer(const std::string& id)
{
    return {.id = id,
            .provider = "host",
            .providerModel = "model-70b",
            .modelName = "Model 70B",
            .family = "model",
            .model = ModelId("llama-3.3-70b-instruct"),
            .aggregator = true,
            .input = MoneyRate(0, Currency::usd()),
            .output = MoneyRate(600'000, Currency::usd()),
            .cachedInput = std::nullopt,
            .context = 131'072,
            .maxOutput = std::nullopt,
            .kind = PriceKind::List,
            .source = "host.example",
            .date = {2026, 8, 3}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(what_is_written_to_the_own_catalog)

BOOST_AUTO_TEST_CASE(an_unknown_table_or_column_is_refused)
{
    BOOST_TEST(refusal(only(edit("rtx-4090", "gpus", {"memory_gib", "24", "48"}))) ==
               "no table of parts is called 'gpus'");
    BOOST_TEST(refusal(only(edit("rtx-4090", "cpus", {"cores", "", "8"}))) ==
               "'rtx-4090' is a part of the table accelerators, not of cpus");
    BOOST_TEST(refusedCell("cores", "8") == "rtx-4090: the table accelerators has no column 'cores'");
    BOOST_TEST(refusedCell("id", "rtx-4091") == "rtx-4090: the id of a part can't be changed");
}

BOOST_AUTO_TEST_CASE(a_bad_cell_is_refused_with_what_was_expected)
{
    BOOST_TEST(refusedCell("memory_gib", "lots") ==
               "rtx-4090: memory_gib: expected a number from 1 to 10000, got 'lots'");
    BOOST_TEST(refusedCell("memory_gib", "1e3").starts_with("rtx-4090: memory_gib: expected a number"));
    BOOST_TEST(refusedCell("name", "two\nlines") ==
               "rtx-4090: name: expected one line of text without control characters");
    BOOST_TEST(refusedCell("name", "\xff\xfe") == "rtx-4090: name: expected UTF-8 text");
    BOOST_TEST(refusedCell("name", std::string(70'000, 'x')) ==
               "rtx-4090: name: expected at most 65536 bytes of text, got 70000");
}

BOOST_AUTO_TEST_CASE(hostile_quotes_are_kept_as_they_are)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    const std::string name = R"('"; DROP TABLE parts; --{"a":"b"}\\)";
    BOOST_REQUIRE_EQUAL(
        messageOf(store.apply(only(edit("rtx-4090", "accelerators", {"name", "", name})), name)), "");
    BOOST_TEST(store.read().value()->find(PartId("rtx-4090"))->sheet.cell("name") == name);
    BOOST_TEST(store.read().value()->undoLabel.value() == name);
}

BOOST_AUTO_TEST_CASE(a_part_that_exists_nowhere_is_not_changed)
{
    BOOST_TEST(refusal(only(edit("rtx-4091", "accelerators", {"memory_gib", "24", "48"}))) ==
               "no part is called 'rtx-4091'");
    BOOST_TEST(refusal(removal("rtx-4091")) == "no part is called 'rtx-4091'");
    BOOST_TEST(refusal(only(MarksChange{.id = PartId("rtx-4091"), .table = "accelerators", .marks = {}})) ==
               "no part is called 'rtx-4091'");
}

BOOST_AUTO_TEST_CASE(a_new_part_needs_an_id_that_is_free)
{
    PartEdit taken = ownDrive("rtx-4090");
    BOOST_TEST(refusal(only(taken)) == "a part called 'rtx-4090' exists already");
    BOOST_TEST(refusal(only(ownDrive("My Drive"))).starts_with("id of a part: expected an id of lower-case"));
    BOOST_TEST(refusal(only(ownDrive(""))).starts_with("id of a part: expected an id of lower-case"));
    CatalogChanges twice = only(ownDrive("rocket"));
    twice.parts.push_back(ownDrive("rocket"));
    BOOST_TEST(refusal(twice) == "a part called 'rocket' exists already");
}

BOOST_AUTO_TEST_CASE(a_price_needs_an_amount_a_region_and_a_source)
{
    Offer offer = offerOf("10");
    offer.price = Money(0, Currency::usd());
    BOOST_TEST(refusedOffer(offer) == "price of rtx-4090: expected an amount above zero, got 0.00");
    offer = offerOf("10");
    offer.source.clear();
    BOOST_TEST(refusedOffer(offer) == "price of rtx-4090: source: expected a text, got nothing");
    offer = offerOf("10");
    offer.region = "U\tS";
    BOOST_TEST(refusedOffer(offer) ==
               "price of rtx-4090: region: expected one line of text without control characters");
}

BOOST_AUTO_TEST_CASE(the_same_price_again_replaces_the_first_and_can_be_removed)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    BOOST_REQUIRE(store.apply(only(priceOf("rtx-4090", "accelerators", "1500")), "Price"));
    BOOST_REQUIRE(store.apply(only(priceOf("rtx-4090", "accelerators", "1600")), "Price"));
    const OverlayContents contents = own.overlay().read().value();
    BOOST_REQUIRE_EQUAL(contents.prices.size(), 1U);
    BOOST_TEST(contents.prices[0].offer.price.decimal() == "1600.00");
    PriceChange gone = priceOf("rtx-4090", "accelerators", "1");
    gone.removed = true;
    BOOST_REQUIRE(store.apply(only(gone), "Remove"));
    // The row of a shipped part that only carried the price goes with it.
    BOOST_TEST(own.overlay().read()->parts.empty());
    BOOST_REQUIRE_EQUAL(messageOf(store.undo()), "");
    BOOST_TEST(own.overlay().read()->prices.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_price_of_a_published_list_counts_like_the_shipped_ones)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    const std::string kit = "crucial-ct2k16g56c46u5-2x16gb-ddr5-5600-cl46";
    CatalogChanges changes;
    changes.prices = {{PartId(kit), "memory", offerOf("78.00", "2025-07-24"), false}};
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(changes, "Import of memory.csv")), "");
    // The shipped estimate of 2026-08-18 is more than 180 days newer than a shop's price of July 2025.
    const auto view = store.read().value();
    const PartEntry* entry = view->find(PartId(kit));
    BOOST_REQUIRE(entry != nullptr);
    BOOST_TEST(entry->offers.size() == 3U);
    BOOST_TEST(currentOffer(entry->offers)->price.decimal() == "350.00");
}

BOOST_AUTO_TEST_CASE(a_price_keeps_its_validity_and_address)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    PriceChange quote = priceOf("rtx-4090", "accelerators", "1500");
    quote.offer.own = true;
    quote.offer.validUntil = Date{2026, 9, 30};
    quote.offer.url = "https://shop.example/?q=1&r=2";
    BOOST_REQUIRE(store.apply(only(quote), "Quote"));
    const auto view = store.read().value();
    const Offer* counts = currentOffer(view->find(PartId("rtx-4090"))->offers);
    BOOST_TEST((counts->validUntil == Date{2026, 9, 30}));
    BOOST_TEST(counts->url == quote.offer.url);
    BOOST_TEST(counts->own);
}

BOOST_AUTO_TEST_CASE(marks_are_kept_and_default_ones_leave_no_row)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    const PartMarks marks{
        .hidden = true, .favourite = true, .url = "https://a.example", .note = "two\nlines"};
    const MarksChange mark{.id = PartId("rtx-4090"), .table = "accelerators", .marks = marks};
    BOOST_REQUIRE(store.apply(only(mark), "Hide"));
    const auto view = store.read().value();
    BOOST_TEST((view->find(PartId("rtx-4090"))->marks == marks));
    const Accelerator* card = findPart(view->catalog->accelerators, PartId("rtx-4090"));
    BOOST_TEST(card->info.hidden);
    BOOST_TEST(card->info.favourite);
    BOOST_REQUIRE(store.apply(
        only(MarksChange{.id = PartId("rtx-4090"), .table = "accelerators", .marks = {}}), "Show"));
    BOOST_TEST(own.overlay().read()->parts.empty());
}

BOOST_AUTO_TEST_CASE(removing_a_shipped_part_takes_back_its_edits_and_keeps_prices_and_marks)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    CatalogChanges changes = only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "48"}));
    changes.prices.push_back(priceOf("rtx-4090", "accelerators", "1500"));
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(changes, "Edit")), "");
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(removal("rtx-4090"), "Take back")), "");
    const OverlayContents contents = own.overlay().read().value();
    BOOST_REQUIRE_EQUAL(contents.parts.size(), 1U);
    BOOST_TEST(contents.parts[0].cells.empty());
    BOOST_TEST(contents.prices.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_part_whose_needed_figure_is_emptied_is_proposed_no_more)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    BOOST_REQUIRE_EQUAL(
        messageOf(store.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", ""})), "Edit")), "");
    const auto view = store.read().value();
    BOOST_TEST(view->find(PartId("rtx-4090"))->missing == std::vector<std::string>{"memory_gib"},
               boost::test_tools::per_element());
    BOOST_TEST(findPart(view->catalog->accelerators, PartId("rtx-4090")) == nullptr);
    // Systems of that accelerator can't be judged either.
    for (const CompleteSystem& system : view->catalog->systems) {
        BOOST_TEST(system.accelerator.text() != "rtx-4090");
    }
}

BOOST_AUTO_TEST_CASE(cloud_and_api_offers_replace_those_with_their_id)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    const auto shipped = store.read().value()->catalog;
    CatalogChanges changes;
    changes.cloudOffers = {cloudOffer("own:1"), cloudOffer(shipped->cloudOffers.front().id)};
    changes.apiOffers = {apiOffer("own:model")};
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(changes, "Import")), "");
    const auto laid = store.read().value()->catalog;
    BOOST_TEST(laid->cloudOffers.size() == shipped->cloudOffers.size() + 1);
    const auto byId = [&](const std::string& id) {
        return *std::ranges::find(laid->cloudOffers, id, &CloudOffer::id);
    };
    BOOST_TEST(byId(shipped->cloudOffers.front().id).provider == "cloud");
    BOOST_TEST(byId("own:1").pricePerHour.decimal() == "21.957642");
    BOOST_TEST((byId("own:1").gpuMemoryEach == Bytes::gib(80)));
    BOOST_TEST(!byId("own:1").memory);
    const auto api = *std::ranges::find(laid->apiOffers, "own:model", &ApiOffer::id);
    BOOST_TEST(api.input.micros() == 0);
    BOOST_TEST(api.output.decimal() == "0.60");
    BOOST_TEST(api.aggregator);
    BOOST_TEST(!api.cachedInput);
    BOOST_TEST(api.context.value() == 131'072);
}

BOOST_AUTO_TEST_CASE(bad_offers_and_rates_are_refused)
{
    CatalogChanges changes;
    changes.cloudOffers = {cloudOffer("own:1")};
    changes.cloudOffers[0].gpuCount = 0;
    BOOST_TEST(refusal(changes) == "cloud offer 'own:1': expected GPUs with memory");
    changes = {};
    changes.apiOffers = {apiOffer("own:1")};
    changes.apiOffers[0].output = MoneyRate(1, Currency::parse("EUR").value());
    BOOST_TEST(refusal(changes) == "API offer 'own:1': expected all its prices in one currency");
    changes = {};
    changes.rates = {{Currency::parse("EUR").value(), std::numeric_limits<double>::quiet_NaN(), {}, "bank"}};
    BOOST_TEST(refusal(changes) == "exchange rate of EUR: expected a number above zero");
}

BOOST_AUTO_TEST_CASE(the_users_newest_rate_of_a_currency_counts)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    const std::size_t shipped = store.read().value()->catalog->rates.all().size();
    const Currency euro = Currency::parse("EUR").value();
    CatalogChanges changes;
    changes.rates = {{euro, 0.8, {2026, 8, 2}, "bank"}, {euro, 0.7, {2026, 8, 1}, "bank"}};
    BOOST_REQUIRE_EQUAL(messageOf(store.apply(changes, "Rates")), "");
    const auto laid = store.read().value()->catalog;
    BOOST_TEST(laid->rates.find(euro)->perUsd == 0.8);
    BOOST_TEST(laid->rates.all().size() == shipped);
}

BOOST_AUTO_TEST_CASE(the_age_of_a_price_that_is_old_is_kept_and_is_no_step)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    BOOST_TEST(store.read().value()->catalog->pricePolicy.oldAfterDays == 180);
    BOOST_REQUIRE_EQUAL(messageOf(store.setPricePolicy({.oldAfterDays = 30})), "");
    const auto view = own.store().read().value();
    BOOST_TEST(view->catalog->pricePolicy.oldAfterDays == 30);
    BOOST_TEST(!view->undoLabel);
    BOOST_TEST(messageOf(store.setPricePolicy({.oldAfterDays = -1})) ==
               "a price can be old after 0 to 100000 days, not after -1");
}

BOOST_AUTO_TEST_CASE(whoever_stops_an_import_has_nothing_changed)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    CatalogChanges changes;
    for (int i = 0; i < 3'500; ++i) {
        changes.parts.push_back(ownDrive("drive-" + std::to_string(i)));
    }
    std::vector<std::int64_t> told;
    const auto stopAt3000 = [&](std::int64_t done, std::int64_t total) {
        BOOST_TEST(total == 3'500);
        told.push_back(done);
        return done < 3'000;
    };
    BOOST_TEST(messageOf(store.apply(changes, "Import", stopAt3000)) == "stopped; nothing was changed");
    BOOST_TEST(told == (std::vector<std::int64_t>{1'000, 2'000, 3'000}), boost::test_tools::per_element());
    BOOST_TEST(own.overlay().read()->parts.empty());
    BOOST_TEST(!own.overlay().undoLabel().value());
    BOOST_TEST(messageOf(store.apply(changes, "Import", [](auto, auto) { return true; })) == "");
    BOOST_TEST(own.overlay().read()->parts.size() == 3'500U);
}

BOOST_AUTO_TEST_CASE(a_change_that_changes_nothing_is_no_step)
{
    const OwnCatalog own;
    CatalogStore store = own.store();
    BOOST_REQUIRE(store.apply(only(edit("rtx-4090", "accelerators", {"memory_gib", "24", "24"})), "Nothing"));
    BOOST_REQUIRE(store.apply({}, "Nothing"));
    BOOST_TEST(!store.read().value()->undoLabel);
}

BOOST_AUTO_TEST_CASE(the_last_hundred_steps_can_be_undone)
{
    const OwnCatalog own;
    Overlay overlay = own.overlay();
    for (int i = 0; i < 110; ++i) {
        BOOST_REQUIRE(overlay.apply(only(ownDrive("drive-" + std::to_string(i))), "Add"));
    }
    int undone = 0;
    while (overlay.undo()) {
        ++undone;
    }
    BOOST_TEST(undone == kMostSteps);
    BOOST_TEST(overlay.read()->parts.size() == 10U);
}

BOOST_AUTO_TEST_SUITE_END()
