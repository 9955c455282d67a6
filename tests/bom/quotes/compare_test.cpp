// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_compare.h"

#include "bom/quotes/quote_fixture.h"
#include "builds/evaluate.h"
#include "builds/search.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using namespace rigwright::test;

namespace {

const Date kToday{2026, 11, 22};

Money amount(std::int64_t minor, const char* currency)
{
    return Money(minor, Currency::parse(currency).value());
}

QuoteLine lineOf(const char* id, int quantity, const Money& price)
{
    QuoteLine line;
    line.part = PartId(id);
    line.quantity = quantity;
    line.unitPrice = price;
    return line;
}

Quote quoteOf(const char* supplier, std::vector<QuoteLine> lines)
{
    Quote quote;
    quote.supplier = supplier;
    quote.number = "1";
    quote.date = Date{2026, 11, 20};
    quote.validUntil = Date{2026, 12, 31};
    quote.currency = lines.front().unitPrice->currency();
    quote.lines = std::move(lines);
    return quote;
}

Requirement chat(const char* currency = "EUR")
{
    Requirement requirement;
    requirement.model = ModelId("dense");
    requirement.workload.context = 4096;
    requirement.budget = amount(100'000'00, currency);
    requirement.today = kToday;
    return requirement;
}

Build benchBuild()
{
    using enum PartCategory;
    Build build;
    for (const auto& [category, id] : {std::pair(Accelerator, "card"),
                                       {Cpu, "cpu"},
                                       {Board, "board"},
                                       {Memory, "kit"},
                                       {Storage, "drive"},
                                       {PowerSupply, "supply"},
                                       {Case, "case"},
                                       {Cooler, "cooler"}}) {
        build.lines.push_back({category, PartId(id), 1});
    }
    return build;
}

/// Two of the bench's machine, with prices from a catalog.
struct Purchase {
    explicit Purchase(const Catalog& catalog, Requirement wanted = chat())
        : requirement(std::move(wanted))
    {
        const auto build = evaluateBuild(catalog, benchBuild(), requirement);
        BOOST_REQUIRE_MESSAGE(build.has_value(), (build ? "" : build.error().message));
        machines = {{"", std::make_shared<const EvaluatedBuild>(*build), 2}};
    }

    [[nodiscard]] QuoteComparison compare(const Catalog& catalog, const std::vector<Quote>& quotes) const
    {
        const auto bom = makeBom(catalog, machines, requirement, {}, quotes, kToday);
        BOOST_REQUIRE_MESSAGE(bom.has_value(), (bom ? "" : bom.error().message));
        const auto comparison = compareQuotes(catalog, *bom, machines, requirement, quotes, kToday);
        BOOST_REQUIRE(comparison.has_value());
        return *comparison;
    }

    Requirement requirement;
    std::vector<OrderedMachine> machines;
};

const QuotedPart& partOf(const QuoteComparison& comparison, const char* id)
{
    const auto found = std::ranges::find(comparison.parts, PartId(id), &QuotedPart::part);
    BOOST_REQUIRE(found != comparison.parts.end());
    return *found;
}

/// The finding that makes the only price of the card useless; empty: none does.
std::string brokenCard(QuoteLine line)
{
    const Catalog catalog = quoteCatalog();
    const QuoteComparison comparison = Purchase(catalog).compare(catalog, {quoteOf("A", {std::move(line)})});
    const auto& broken = partOf(comparison, "card").prices.at(0).broken;
    BOOST_TEST(partOf(comparison, "card").prices.at(0).isUsable() == !broken);
    return broken ? broken->id : "";
}

QuoteLine substituting(const char* id)
{
    QuoteLine line = lineOf("card", 2, amount(600'00, "EUR"));
    line.substitute = PartId(id);
    line.offered = id;
    return line;
}

/// Euros in which a part is evaluated.
std::int64_t priceIn(const Catalog& catalog, const char* id)
{
    const Purchase purchase(catalog);
    for (const PricedLine& line : purchase.machines[0].build->lines) {
        if (line.line.part == PartId(id)) {
            return line.unitPrice.minorUnits();
        }
    }
    return -1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(quote_comparison)

// 1 USD = 0.80 EUR = 7.00 CNY; two machines. In EUR without quotes: card 640, cpu 160, board 160, kit 80, drive 80, supply 96,
// case 80, cooler 32, together 1,328 each.
// A, in EUR: card 620, kit 70, shipping 50: 2 × 690 + 50 = 1,430.00.
// B, in CNY: card 5,250 = 750 USD = 600 EUR, board 1,225 = 175 USD = 140 EUR, shipping 350 = 40 EUR: 2 × 740 + 40 = 1,520.00.
// C, in USD: kit 100 = 80 EUR, board 190 = 152 EUR: 2 × 232 = 464.00.
// Cheapest mix: card 600 (B), board 140 (B), kit 70 (A), the other five 448: 2 × 1,258 = 2,516.00.
BOOST_AUTO_TEST_CASE(three_suppliers_in_three_currencies_stand_side_by_side)
{
    const Catalog catalog = quoteCatalog();
    std::vector<Quote> quotes{
        quoteOf("A", {lineOf("card", 2, amount(620'00, "EUR")), lineOf("kit", 2, amount(70'00, "EUR"))}),
        quoteOf("B",
                {lineOf("card", 2, amount(5'250'00, "CNY")), lineOf("board", 2, amount(1'225'00, "CNY"))}),
        quoteOf("C", {lineOf("kit", 2, amount(100'00, "USD")), lineOf("board", 2, amount(190'00, "USD"))})};
    quotes[0].shipping = amount(50'00, "EUR");
    quotes[1].shipping = amount(350'00, "CNY");
    const QuoteComparison comparison = Purchase(catalog).compare(catalog, quotes);
    BOOST_TEST(comparison.parts.size() == 8U);
    BOOST_TEST(comparison.suppliers.at(0).total.decimal() == "1430.00");
    BOOST_TEST(comparison.suppliers.at(1).total.decimal() == "1520.00");
    BOOST_TEST(comparison.suppliers.at(2).total.decimal() == "464.00");
    for (const SupplierTotal& supplier : comparison.suppliers) {
        BOOST_TEST(supplier.missing == 6);
    }
    BOOST_TEST(comparison.cheapestMix.decimal() == "2516.00");
    BOOST_TEST(comparison.withoutPrice == 0);
    const QuotedPart& card = partOf(comparison, "card");
    BOOST_TEST(card.quantity == 2);
    BOOST_TEST(card.unitPrice->decimal() == "640.00");
    BOOST_TEST(card.prices.size() == 2U);
    BOOST_TEST(card.prices.at(*card.best).quote == 1U);
    BOOST_TEST(partOf(comparison, "kit").prices.at(*partOf(comparison, "kit").best).quote == 0U);
    BOOST_TEST(!partOf(comparison, "cpu").best);
}

BOOST_AUTO_TEST_CASE(the_price_without_quotes_stays_known_in_a_document_made_with_them)
{
    const std::vector<Quote> quotes{quoteOf("A", {lineOf("card", 2, amount(620'00, "EUR"))})};
    const Catalog catalog = withQuotes(quoteCatalog(), quotes, kToday);
    const QuoteComparison comparison = Purchase(catalog).compare(catalog, quotes);
    BOOST_TEST(partOf(comparison, "card").unitPrice->decimal() == "640.00");
    BOOST_TEST(partOf(comparison, "card").best.has_value());
}

BOOST_AUTO_TEST_CASE(an_expired_price_does_not_count)
{
    const Catalog catalog = quoteCatalog();
    Quote quote =
        quoteOf("A", {lineOf("card", 2, amount(10'00, "EUR")), lineOf("kit", 2, amount(10'00, "EUR"))});
    quote.validUntil = Date{2026, 11, 21};
    quote.lines[1].validUntil = kToday; // the last day still counts
    const QuoteComparison comparison = Purchase(catalog).compare(catalog, {quote});
    BOOST_TEST(partOf(comparison, "card").prices.at(0).expired);
    BOOST_TEST(!partOf(comparison, "card").best);
    BOOST_TEST(partOf(comparison, "kit").best.has_value());
    BOOST_TEST(comparison.suppliers.at(0).missing == 7);
    BOOST_TEST(comparison.suppliers.at(0).total.decimal() == "20.00");
}

BOOST_AUTO_TEST_CASE(a_price_without_a_rate_is_no_price_here)
{
    const Catalog catalog = quoteCatalog();
    const QuoteComparison comparison =
        Purchase(catalog).compare(catalog, {quoteOf("A", {lineOf("card", 2, amount(10'00, "CHF"))})});
    BOOST_TEST(!partOf(comparison, "card").prices.at(0).unitPrice);
    BOOST_TEST(comparison.suppliers.at(0).missing == 8);
}

BOOST_AUTO_TEST_CASE(a_price_for_more_than_is_needed_does_not_count)
{
    BOOST_TEST(brokenCard(lineOf("card", 3, amount(600'00, "EUR"))) == "quote-quantity");
    BOOST_TEST(brokenCard(lineOf("card", 2, amount(600'00, "EUR"))) == "");
    BOOST_TEST(brokenCard(lineOf("card", 1, amount(600'00, "EUR"))) == "");
}

BOOST_AUTO_TEST_CASE(a_substitute_must_keep_the_rules_of_the_machine)
{
    BOOST_TEST(brokenCard(substituting("big-card")) == "");
    BOOST_TEST(brokenCard(substituting("long-card")) == "card-length"); // 500 mm, and 400 fit
    BOOST_TEST(brokenCard(substituting("board")) == "quote-substitute-kind");
    BOOST_TEST(brokenCard(substituting("nobody-knows")) == "quote-substitute-unknown");
    QuoteLine words = lineOf("card", 2, amount(600'00, "EUR"));
    words.offered = "Other Maker X1";
    BOOST_TEST(brokenCard(words) == "quote-substitute-unknown");
}

BOOST_AUTO_TEST_CASE(of_several_quotes_the_cheapest_that_holds_prices_the_machine)
{
    std::vector<Quote> quotes{quoteOf("A", {lineOf("card", 2, amount(620'00, "EUR"))}),
                              quoteOf("B", {lineOf("card", 2, amount(5'250'00, "CNY"))}),
                              quoteOf("C", {lineOf("card", 2, amount(630'00, "EUR"))}),
                              quoteOf("D", {lineOf("card", 2, amount(1'00, "EUR"))}),
                              quoteOf("E", {lineOf("card", 2, amount(1'00, "CHF"))})};
    quotes[2].date = kToday; // newer, and dearer
    quotes[3].validUntil = Date{2026, 11, 21};
    const Catalog catalog = withQuotes(quoteCatalog(), quotes, kToday);
    BOOST_TEST(priceIn(catalog, "card") == 600'00);
    const Offer* offer = currentOffer(catalog.accelerators[0].info.offers);
    BOOST_REQUIRE(offer != nullptr);
    BOOST_TEST(offer->own);
    BOOST_TEST((offer->kind == PriceKind::Quote));
    BOOST_TEST(offer->source == "B, quote 1");
    BOOST_TEST((offer->date == Date{2026, 11, 20}));
    BOOST_TEST((offer->validUntil == Date{2026, 12, 31}));
    BOOST_TEST(catalog.accelerators[0].info.offers.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_price_that_the_user_typed_gives_way_unless_it_is_a_cheaper_quote)
{
    Catalog catalog = quoteCatalog();
    Offer typed;
    typed.price = amount(500'00, "USD"); // 400 EUR
    typed.kind = PriceKind::Street;
    typed.date = Date{2026, 11, 22};
    typed.own = true;
    catalog.accelerators[0].info.offers.push_back(typed);
    Quote old = quoteOf("A", {lineOf("card", 2, amount(620'00, "EUR"))});
    old.date = Date{2026, 1, 1}; // far more than half a year older, and still valid
    BOOST_TEST(priceIn(withQuotes(catalog, {old}, kToday), "card") == 620'00);
    catalog.accelerators[0].info.offers.back().kind = PriceKind::Quote;
    BOOST_TEST(priceIn(withQuotes(catalog, {old}, kToday), "card") == 400'00);
    catalog.accelerators[0].info.offers.back().validUntil = Date{2026, 11, 21};
    BOOST_TEST(priceIn(withQuotes(catalog, {old}, kToday), "card") == 620'00);
}

BOOST_AUTO_TEST_CASE(the_price_of_a_substitute_is_that_of_the_part_offered)
{
    QuoteLine unknown = lineOf("kit", 2, amount(1'00, "EUR"));
    unknown.offered = "a kit of theirs";
    const Catalog catalog =
        withQuotes(quoteCatalog(), {quoteOf("A", {substituting("big-card"), unknown})}, kToday);
    BOOST_TEST(priceIn(catalog, "card") == 640'00);
    BOOST_TEST(priceIn(catalog, "kit") == 80'00);
    BOOST_TEST((currentOffer(catalog.accelerators[1].info.offers)->price == amount(600'00, "EUR")));
}

BOOST_AUTO_TEST_CASE(machines_are_ranked_by_what_was_quoted)
{
    // Without quotes the dearer card makes the dearer machine; at 1 EUR it makes the cheapest.
    const auto cheapest = [](const Catalog& catalog) {
        Requirement onCards = chat();
        onCards.allowHostOffload = false;
        const auto result = searchBuilds(catalog, onCards);
        BOOST_REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().message));
        const auto least = std::ranges::min_element(
            result->builds, [](const auto& a, const auto& b) { return a.price < b.price; });
        BOOST_REQUIRE(least != result->builds.end());
        const auto card =
            std::ranges::find(least->build.lines, PartCategory::Accelerator, &BuildLine::category);
        BOOST_REQUIRE(card != least->build.lines.end());
        return card->part.text();
    };
    BOOST_TEST(cheapest(quoteCatalog()) != "big-card");
    const Quote quote = quoteOf("A", {lineOf("big-card", 2, amount(1'00, "EUR"))});
    BOOST_TEST(cheapest(withQuotes(quoteCatalog(), {quote}, kToday)) == "big-card");
}

BOOST_AUTO_TEST_CASE(the_document_names_the_quote_that_gave_the_price)
{
    std::vector<Quote> quotes{quoteOf("A", {lineOf("card", 2, amount(620'00, "EUR"))})};
    quotes[0].lines[0].leadTimeDays = 14;
    quotes[0].lines[0].supplierPartNumber = "10012345";
    const Catalog catalog = withQuotes(quoteCatalog(), quotes, kToday);
    const Purchase purchase(catalog);
    const auto bom = makeBom(catalog, purchase.machines, purchase.requirement, {}, quotes, kToday);
    BOOST_REQUIRE(bom.has_value());
    const BomLine& card = bom->lines.front();
    BOOST_TEST(card.supplier == "A");
    BOOST_TEST(card.quoteNumber == "1");
    BOOST_TEST(card.leadTimeDays.value_or(0) == 14);
    BOOST_TEST(card.supplierPartNumber == "10012345");
}

BOOST_AUTO_TEST_SUITE_END()
