// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/tables_copy.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

/// A network card that sorts after all others.
std::string networkCard(const std::string& ports, const std::string& verification = "unverified")
{
    return networkCardRow("zzz-card", ports, verification);
}

std::string price(const std::string& part, const std::string& date, const std::string& amount,
                  const std::string& currency = "USD")
{
    return part + "," + date + ",list," + amount + "," + currency + ",US,a shop";
}

/// A claim that sorts after all shipped ones.
std::string claim(const std::string& quantity, const std::string& accelerators, const std::string& terms,
                  const std::string& model)
{
    return "Z9.x,Z9.x,five,五," + quantity + ",value,5,,CNY," + model + ",,,,,,,,,,,," + accelerators +
        ",,,,,,,,," + terms + ",,,,,,,,,,";
}

/// The beginning of the message on a row with more or fewer cells than the table has columns.
std::string cellsExpected(const std::string& table)
{
    const auto columns = std::ranges::count(tableRow(table, {}), ',') + 1;
    return " expected " + std::to_string(columns) + " cells";
}

/// Expects one problem, at the end of a table, and that nothing was written.
void expectRefused(const std::string& table, const std::string& row, const std::string& columnAndMessage)
{
    const TablesCopy copy;
    const std::size_t line = copy.append(table, row);
    BOOST_TEST(copy.problems() == copy.file(table) + ":" + std::to_string(line) + ":" + columnAndMessage);
    BOOST_TEST(copy.leftNothing());
}

} // namespace

BOOST_AUTO_TEST_SUITE(building_the_catalog)

BOOST_AUTO_TEST_CASE(the_shipped_tables_have_no_problem)
{
    const TablesCopy copy;
    BOOST_TEST(copy.problems() == "");
    BOOST_TEST(readCatalog(copy.output()).has_value());
}

BOOST_AUTO_TEST_CASE(a_new_line_is_a_new_part)
{
    const TablesCopy copy;
    BOOST_TEST(copy.append("network_cards", networkCard("2")) > 1U);
    BOOST_TEST(copy.append("prices", price("zzz-card", "2026-01-31", "12.50")) > 1U);
    BOOST_TEST(copy.problems() == "");
    const Catalog catalog = readCatalog(copy.output()).value();
    const NetworkCard* card = findPart(catalog.networkCards, PartId("zzz-card"));
    BOOST_REQUIRE(card != nullptr);
    BOOST_TEST(card->ports == 2);
    BOOST_REQUIRE(card->info.offers.size() == 1U);
    BOOST_TEST(card->info.offers.front().price.minorUnits() == 1250);
    BOOST_TEST(card->info.offers.front().date.iso() == "2026-01-31");
}

BOOST_AUTO_TEST_CASE(a_claim_names_parts_models_and_words_that_exist)
{
    expectRefused("claims", claim("decode", "rtx-4909", "", ""),
                  "accelerators: expected ids of accelerators such as rtx-4090;epyc-9655*2, got 'rtx-4909'");
    expectRefused(
        "claims", claim("decode", "rtx-4090*0", "", ""),
        "accelerators: expected ids of accelerators such as rtx-4090;epyc-9655*2, got 'rtx-4090*0'");
    expectRefused("claims", claim("decode", "", "12*x", ""),
                  "terms: expected amounts such as 7799;49000*2, got '12*x'");
    expectRefused("claims", claim("decode", "", "", "no-such-model"),
                  "model: expected an id of models, got 'no-such-model'");
    const TablesCopy copy;
    BOOST_TEST(copy.append("claims", claim("hearsay", "", "", "")) > 1U);
    BOOST_TEST(copy.problems().find(":quantity: expected one of decode, first-token,") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_claim_is_read_as_it_is_written)
{
    const TablesCopy copy;
    BOOST_TEST(copy.append("claims", claim("sum", "rtx-4090*2", "7799;49000*2", "")) > 1U);
    BOOST_TEST(copy.problems() == "");
    const Catalog catalog = readCatalog(copy.output()).value();
    const Claim& read = catalog.claims.back();
    BOOST_TEST(read.id == "Z9.x");
    BOOST_TEST(read.guide() == "Z9");
    BOOST_TEST((read.quantity == ClaimQuantity::Sum));
    BOOST_TEST((read.unit == ClaimUnit::Cny));
    BOOST_TEST(read.low.value() == 5.0);
    BOOST_TEST(!read.high.has_value());
    BOOST_TEST(read.accelerators.front().part.text() == "rtx-4090");
    BOOST_TEST(read.accelerators.front().count == 2);
    BOOST_TEST(read.terms.at(1).first == 49000.0);
    BOOST_TEST(read.terms.at(1).second == 2);
    BOOST_TEST(!read.measurement.has_value());
}

BOOST_AUTO_TEST_CASE(a_claim_without_a_figure_is_refused)
{
    const TablesCopy copy;
    std::string row = claim("decode", "", "", "");
    row.replace(row.find(",5,"), 3, ",,");
    BOOST_TEST(copy.append("claims", row) > 1U);
    BOOST_TEST(copy.problems().find("a_claim_has_a_figure") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_bad_number_is_refused)
{
    expectRefused("network_cards", networkCard("two"),
                  "ports: expected a whole number from 1 to 16, got 'two'");
}

BOOST_AUTO_TEST_CASE(a_number_out_of_range_is_refused)
{
    expectRefused("network_cards", networkCard("17"),
                  "ports: expected a whole number from 1 to 16, got '17'");
}

BOOST_AUTO_TEST_CASE(a_missing_cell_is_refused)
{
    expectRefused("network_cards", networkCard(""),
                  "ports: expected a whole number from 1 to 16, got an empty cell");
}

BOOST_AUTO_TEST_CASE(an_unknown_word_is_refused)
{
    expectRefused("network_cards", networkCard("1", "perhaps"),
                  "verification: expected one of sourced, compared, unverified, got 'perhaps'");
}

BOOST_AUTO_TEST_CASE(a_row_with_too_few_cells_is_refused)
{
    expectRefused("network_cards", "zzz-card,Maker,Card", cellsExpected("network_cards") + ", got 3");
}

BOOST_AUTO_TEST_CASE(an_empty_line_is_refused)
{
    expectRefused("network_cards", "", cellsExpected("network_cards") + ", got 1");
}

BOOST_AUTO_TEST_CASE(an_open_quote_is_refused)
{
    expectRefused("network_cards", "zzz-card,\"Maker,Card", " a quote is not closed on its line");
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf_8_is_refused)
{
    expectRefused("network_cards", "zzz-card,M\xe4ker,Card", " the line is not valid UTF-8");
}

BOOST_AUTO_TEST_CASE(a_currency_in_lower_case_is_refused)
{
    expectRefused("exchange_rates", "usd,1,2026-01-01,a bank",
                  "currency: expected a currency code such as USD, got 'usd'");
}

BOOST_AUTO_TEST_CASE(a_day_that_does_not_exist_is_refused)
{
    expectRefused("prices", price(kKnownPart, "2026-02-30", "1"),
                  "date: expected a date such as 2026-08-18, got '2026-02-30'");
}

BOOST_AUTO_TEST_CASE(a_negative_price_is_refused)
{
    expectRefused(
        "prices", price(kKnownPart, "2026-02-28", "-1"),
        "amount: expected an amount above zero such as 1599.99, in the decimals of its currency, got '-1'");
}

BOOST_AUTO_TEST_CASE(a_price_of_zero_is_refused)
{
    expectRefused(
        "prices", price(kKnownPart, "2026-02-28", "0"),
        "amount: expected an amount above zero such as 1599.99, in the decimals of its currency, got '0'");
}

BOOST_AUTO_TEST_CASE(more_decimals_than_the_currency_has_are_refused)
{
    expectRefused(
        "prices", price(kKnownPart, "2026-02-28", "1.5", "JPY"),
        "amount: expected an amount above zero such as 1599.99, in the decimals of its currency, got '1.5'");
}

BOOST_AUTO_TEST_CASE(an_unknown_currency_is_the_only_problem_of_its_row)
{
    expectRefused("prices", price(kKnownPart, "2026-02-28", "1", "XYZ"),
                  "currency: expected a currency code such as USD, got 'XYZ'");
}

BOOST_AUTO_TEST_CASE(a_price_of_a_part_that_does_not_exist_is_refused)
{
    expectRefused("prices", price("zzz-no-such-part", "2026-02-28", "1"),
                  "part: expected an id of accelerators, cards, cpus, boards, memory, drives, "
                  "power_supplies, cases, coolers, "
                  "network_cards, systems, got 'zzz-no-such-part'");
}

BOOST_AUTO_TEST_CASE(a_system_names_an_accelerator_and_no_other_part)
{
    expectRefused("systems",
                  partRow("systems",
                          {{"id", "zz-system"},
                           {"accelerator", "ryzen-5-7600"},
                           {"accelerator_count", "1"},
                           {"unified_memory", "no"}}),
                  "accelerator: expected an id of accelerators, got 'ryzen-5-7600'");
}

BOOST_AUTO_TEST_CASE(a_card_names_an_accelerator_that_exists)
{
    expectRefused("cards", partRow("cards", {{"id", "zz-card"}, {"accelerator", "rtx-4909"}}),
                  "accelerator: expected an id of accelerators, got 'rtx-4909'");
    // Nor is a card an accelerator: no card is a variant of another.
    expectRefused("cards", partRow("cards", {{"id", "zz-card"}, {"accelerator", "nvidia-rtx-4080-founders"}}),
                  "accelerator: expected an id of accelerators, got 'nvidia-rtx-4080-founders'");
}

BOOST_AUTO_TEST_CASE(a_source_is_of_a_group_that_the_table_has)
{
    expectRefused("provenance", "zz-known,memory,a shop,2026-01-31,sourced",
                  "group: expected one of ports, pcie, power, got 'memory'");
    expectRefused(
        "provenance", "zz-unknown,ports,a shop,2026-01-31,sourced",
        "part: expected an id of accelerators, cards, cpus, boards, memory, drives, power_supplies, "
        "cases, coolers, network_cards, systems, got 'zz-unknown'");
    expectRefused("provenance", "zz-known,ports,a shop,,sourced",
                  "source_date: expected a date such as 2026-08-18, got an empty cell");
}

BOOST_AUTO_TEST_CASE(a_group_has_one_source)
{
    const TablesCopy copy;
    BOOST_TEST(copy.append("provenance", "zz-known,ports,a shop,2026-01-31,sourced") > 1U);
    BOOST_TEST(copy.problems() == "");
    const std::size_t line = copy.append("provenance", "zz-known,ports,another,2026-01-31,sourced");
    BOOST_TEST(
        copy.problems().starts_with(copy.file("provenance") + ":" + std::to_string(line) + ": UNIQUE"));
}

BOOST_AUTO_TEST_CASE(a_hosted_model_is_not_free_and_of_a_known_model)
{
    const auto offer = [](const std::string& model, const std::string& input) {
        return "zz-offer,zz,m,M,Family," + model + ",no," + input +
            ",1.25,,USD,,,list,a price list,2026-01-31";
    };
    expectRefused("api_offers", offer("", "0"),
                  "input_per_million: expected an amount above zero with at most six decimals, got '0'");
    expectRefused("api_offers", offer("no-such-model", "0.5"),
                  "model: expected an id of models, got 'no-such-model'");
    const TablesCopy copy;
    BOOST_TEST(copy.append("api_offers", offer("", "0.000001")) > 1U);
    BOOST_TEST(copy.problems() == "");
}

BOOST_AUTO_TEST_CASE(the_same_price_twice_is_refused)
{
    const TablesCopy copy;
    const std::string row = price(kKnownPart, "2026-02-28", "1");
    BOOST_TEST(copy.append("prices", row) > 1U);
    const std::size_t line = copy.append("prices", row);
    BOOST_TEST(copy.problems().starts_with(copy.file("prices") + ":" + std::to_string(line) + ": UNIQUE"));
    BOOST_TEST(copy.leftNothing());
}

BOOST_AUTO_TEST_CASE(an_id_that_is_taken_in_another_table_is_refused)
{
    const TablesCopy copy;
    const std::size_t line = copy.append("systems",
                                         partRow("systems",
                                                 {{"id", kKnownPart},
                                                  {"accelerator", "rtx-4090"},
                                                  {"accelerator_count", "1"},
                                                  {"unified_memory", "no"}}));
    BOOST_TEST(copy.problems() ==
               copy.file("systems") + ":" + std::to_string(line) + ":id: 'zz-known' is taken by " +
                   copy.file("network_cards") + ":" + std::to_string(copy.lines("network_cards").size()));
    BOOST_TEST(copy.leftNothing());
}

BOOST_AUTO_TEST_CASE(a_row_out_of_order_is_refused)
{
    const TablesCopy copy;
    const std::vector<std::string> cards = copy.lines("network_cards");
    const std::string last = cards.back().substr(0, cards.back().find(','));
    const std::size_t line = copy.append("network_cards", networkCardRow("azzz-card", "1"));
    BOOST_TEST(copy.problems() ==
               copy.file("network_cards") + ":" + std::to_string(line) +
                   ":id: rows are sorted: 'azzz-card' stands before '" + last + "'");
}

BOOST_AUTO_TEST_CASE(power_sockets_are_given_all_or_none)
{
    const TablesCopy copy;
    const std::size_t line = copy.append("accelerators",
                                         partRow("accelerators",
                                                 {{"id", "zz-card"},
                                                  {"vendor", "other"},
                                                  {"segment", "consumer"},
                                                  {"release_year", "2026"},
                                                  {"memory_gib", "8"},
                                                  {"pcie_generation", "4"},
                                                  {"pcie_lanes", "16"},
                                                  {"mounting", "card"},
                                                  {"power_16pin", "1"}}));
    BOOST_TEST(copy.problems() ==
               copy.file("accelerators") + ":" + std::to_string(line) +
                   ": CHECK constraint failed: power_sockets_all_or_none");
    BOOST_TEST(copy.leftNothing());
}

BOOST_AUTO_TEST_CASE(a_wrong_header_is_refused)
{
    const TablesCopy copy;
    std::vector<std::string> cards = copy.lines("network_cards");
    cards.front().replace(cards.front().find("ports"), 5, "sockets");
    copy.write("network_cards", cards);
    BOOST_TEST(copy.problems().starts_with(copy.file("network_cards") +
                                           ":1:header: expected 'ports' as column 6, got 'sockets'"));
    BOOST_TEST(copy.leftNothing());
}

BOOST_AUTO_TEST_CASE(a_missing_table_is_refused)
{
    const TablesCopy copy;
    std::filesystem::remove(copy.file("countries"));
    BOOST_TEST(copy.problems() == copy.file("countries") + ": can't read the file");
    BOOST_TEST(copy.leftNothing());
}

BOOST_AUTO_TEST_CASE(every_problem_is_reported_at_once)
{
    const TablesCopy copy;
    BOOST_TEST(copy.append("network_cards", networkCard("two", "perhaps")) > 1U);
    BOOST_TEST(copy.append("prices", price(kKnownPart, "soon", "free")) > 1U);
    BOOST_TEST(copy.build().size() == 4U);
}

BOOST_AUTO_TEST_CASE(an_old_catalog_stays_when_the_tables_are_bad)
{
    const TablesCopy copy;
    BOOST_TEST(copy.problems() == "");
    BOOST_TEST(copy.append("network_cards", "nonsense") > 1U);
    BOOST_TEST(copy.problems() != "");
    BOOST_TEST(readCatalog(copy.output()).has_value());
}

BOOST_AUTO_TEST_CASE(an_output_that_can_not_be_written_is_reported)
{
    const TablesCopy copy;
    const Problems problems =
        buildCatalog({std::filesystem::path(RIGWRIGHT_CATALOG_FOLDER) / "schema.sql", copy.tables(),
                      copy.tables() / "no such folder" / "catalog.sqlite"});
    BOOST_REQUIRE(problems.size() == 1U);
    BOOST_TEST(problems.front().message.starts_with("can't write the catalog: "));
}

BOOST_AUTO_TEST_CASE(line_ends_of_windows_and_a_byte_order_mark_are_passed_over)
{
    const TablesCopy copy;
    std::string text = "\xef\xbb\xbf";
    for (const std::string& line : copy.lines("exchange_rates")) {
        text += line + "\r\n";
    }
    copy.write("exchange_rates", text);
    BOOST_TEST(copy.problems() == "");
}

BOOST_AUTO_TEST_SUITE_END()
