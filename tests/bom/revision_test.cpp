// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/revision.h"

#include "bom_fixture.h"

#include <boost/test/unit_test.hpp>

#include <map>

using namespace rigwright;

namespace {

Currency eur()
{
    return Currency::parse("EUR").value();
}

BomLine part(const char* id, const char* price, int quantity)
{
    BomLine line = pricedLine(1, id, price, quantity);
    line.part = PartId(id);
    return line;
}

/// Two systems of a card at 1,000 and a drive at 100.
Revision first()
{
    Revision revision;
    revision.number = 1;
    revision.date = Date{2026, 11, 1};
    revision.requirement.model = ModelId("qwen-32b");
    revision.bom = bomOf({part("card", "1000", 2), part("drive", "100", 1)});
    revision.bom.machines.front().systems = 2;
    return revision;
}

std::map<std::string, std::string> causesOf(const Revision& after, const Revision& before = first())
{
    std::map<std::string, std::string> causes;
    const RevisionDifference difference = compareRevisions(before, after);
    Money sum(0, difference.totalAfter.currency());
    for (const auto& [cause, amount] : difference.causes) {
        causes[changeCauseName(cause)] = amount.decimal();
        sum += amount;
    }
    BOOST_TEST((sum == difference.totalAfter - difference.totalBefore));
    return causes;
}

using Causes = std::map<std::string, std::string>;

void quote(BomLine& line, const char* price)
{
    line.unitPrice = money(price);
    line.listedPrice = line.unitPrice;
    line.priceKind = PriceKind::Quote;
    line.priceSource = "Acme, quote 7";
    line.quoteNumber = "7";
}

} // namespace

BOOST_AUTO_TEST_SUITE(revision)

BOOST_AUTO_TEST_CASE(equal_revisions_differ_in_nothing)
{
    const RevisionDifference difference = compareRevisions(first(), first());
    BOOST_TEST(difference.fields.empty());
    BOOST_TEST(difference.lines.empty());
    BOOST_TEST(difference.causes.empty());
    BOOST_TEST((difference.totalBefore == money("4200"))); // 2 × (2 × 1000 + 100)
}

BOOST_AUTO_TEST_CASE(another_machine_is_a_cause_of_its_own_unless_the_requirement_is_another)
{
    Revision after = first();
    after.bom.lines[0].quantityPerSystem = 3;
    BOOST_TEST((causesOf(after) == Causes{{"machine", "2000.00"}})); // 2 × 1000
    after.requirement.workload.context = 131'072;
    BOOST_TEST((causesOf(after) == Causes{{"requirement", "2000.00"}}));
    const RevisionDifference difference = compareRevisions(first(), after);
    BOOST_REQUIRE(difference.fields.size() == 1U);
    BOOST_TEST(difference.fields[0].name == "Context (tokens)");
    BOOST_TEST(difference.fields[0].before == "8,192");
    BOOST_TEST(difference.fields[0].after == "131,072");
    BOOST_REQUIRE(difference.lines.size() == 1U);
    const RevisionLine& line = difference.lines[0];
    BOOST_TEST(line.part == "Maker card");
    BOOST_TEST((line.kind == RevisionLine::Kind::Quantity));
    BOOST_TEST(line.quantityBefore == 4);
    BOOST_TEST(line.quantityAfter == 6);
    BOOST_TEST((line.difference == money("2000")));
    BOOST_TEST((line.cause == ChangeCause::Requirement));
}

BOOST_AUTO_TEST_CASE(more_machines_are_not_another_machine)
{
    Revision after = first();
    after.bom.machines.front().systems = 3;
    after.bom.lines[1].quantityPerSystem = 2;
    // One drive more in each of the two former systems; a third system with two cards and two drives.
    BOOST_TEST((causesOf(after) == Causes{{"machine", "200.00"}, {"systems", "2200.00"}}));
}

BOOST_AUTO_TEST_CASE(parts_come_and_go)
{
    Revision after = first();
    after.bom.lines[1] = part("disk", "80", 1);
    BOOST_TEST((causesOf(after) == Causes{{"machine", "-40.00"}})); // 2 × (80 − 100)
    const RevisionDifference difference = compareRevisions(first(), after);
    BOOST_REQUIRE(difference.lines.size() == 2U);
    BOOST_TEST((difference.lines[0].kind == RevisionLine::Kind::Added));
    BOOST_TEST((difference.lines[0].difference == money("160")));
    BOOST_TEST(!difference.lines[0].priceBefore.has_value());
    BOOST_TEST((difference.lines[1].kind == RevisionLine::Kind::Removed));
    BOOST_TEST((difference.lines[1].difference == money("-200")));
}

BOOST_AUTO_TEST_CASE(a_quote_and_the_catalog_are_told_apart)
{
    Revision after = first();
    quote(after.bom.lines[0], "900");
    after.bom.lines[1].unitPrice = money("110");
    after.bom.lines[1].listedPrice = money("110");
    BOOST_TEST((causesOf(after) == Causes{{"price", "20.00"}, {"quote", "-400.00"}}));
    Revision expired = first();
    BOOST_TEST((causesOf(expired, after) == Causes{{"price", "-20.00"}, {"quote", "400.00"}}));
}

BOOST_AUTO_TEST_CASE(the_same_price_at_another_rate_is_a_matter_of_the_rate)
{
    const auto inEuros = [](const char* card, const char* listed) {
        Revision revision = first();
        revision.bom.currency = eur();
        revision.bom.lines.pop_back();
        revision.bom.lines[0].unitPrice = money(card, eur());
        revision.bom.lines[0].listedPrice = money(listed);
        return revision;
    };
    const Revision before = inEuros("900.00", "1000");
    BOOST_TEST((causesOf(inEuros("950.00", "1000"), before) == Causes{{"exchange-rate", "200.00"}}));
    // 1,100 dollars were 990 euros at the former rate, and are 1,045 now.
    BOOST_TEST((causesOf(inEuros("1045.00", "1100"), before) ==
                Causes{{"exchange-rate", "220.00"}, {"price", "360.00"}}));
    // 999.99 at 0.9 is 899.991, rounded: no change of the rate is made up from that.
    BOOST_TEST((causesOf(inEuros("899.99", "999.99"), before) == Causes{{"price", "-0.04"}}));
}

BOOST_AUTO_TEST_CASE(what_the_purchaser_adds_is_the_order)
{
    Revision after = first();
    BomLine spare = part("card", "1000", 1);
    spare.kind = BomLine::Kind::Spare;
    BomLine service = part("set-up", "250", 1);
    service.kind = BomLine::Kind::Service;
    after.bom.lines.push_back(spare);
    after.bom.lines.push_back(service);
    after.bom.lines[1].discount = Share::parsePercent("10").value();
    after.bom.terms.shipping = money("50");
    after.bom.terms.discount = Share::parsePercent("1").value();
    // 1000 + 250 − 2 × 10 = 1230; 1 % of 5,430 is 54.30 off; 50 for shipping.
    BOOST_TEST((causesOf(after) == Causes{{"order", "1225.70"}}));
}

BOOST_AUTO_TEST_CASE(the_discount_of_the_order_is_taken_off_every_cause)
{
    Revision before = first();
    before.bom.terms.discount = Share::parsePercent("10").value();
    Revision after = before;
    quote(after.bom.lines[0], "900");
    after.bom.machines.front().systems = 3;
    // Quantities at the former price: a system of 2,100 less 10 %; then six cards at 100 less, less 10 %.
    BOOST_TEST((causesOf(after, before) == Causes{{"quote", "-540.00"}, {"systems", "1890.00"}}));
}

BOOST_AUTO_TEST_CASE(a_price_that_was_unknown_has_no_difference)
{
    Revision before = first();
    before.bom.lines[0].unitPrice = std::nullopt;
    BOOST_TEST((causesOf(first(), before) == Causes{{"price", "4000.00"}}));
    const RevisionDifference difference = compareRevisions(before, first());
    BOOST_REQUIRE(difference.lines.size() == 1U);
    BOOST_TEST(!difference.lines[0].difference.has_value());
    BOOST_TEST(!difference.lines[0].priceBefore.has_value());
}

BOOST_AUTO_TEST_CASE(amounts_that_leave_the_range_still_have_causes_that_add_up)
{
    Revision before = first();
    before.bom.lines[0].unitPrice = money("1000000000");
    Revision after = first();
    after.bom.lines[0].unitPrice = money("0.01");
    after.bom.lines[0].quantityPerSystem = 100'000;
    // 10^9 systems' cards at the former price would be 10^20 cents.
    after.bom.machines.front().systems = 10'000;
    BOOST_TEST(!causesOf(after, before).empty());
    const RevisionDifference difference = compareRevisions(before, after);
    BOOST_REQUIRE(difference.lines.size() == 2U);
    BOOST_TEST(!difference.lines[0].difference.has_value());
}

BOOST_AUTO_TEST_CASE(two_currencies_have_no_causes)
{
    Revision after = first();
    after.bom.currency = eur();
    for (BomLine& line : after.bom.lines) {
        line.unitPrice = money("900", eur());
    }
    const RevisionDifference difference = compareRevisions(first(), after);
    BOOST_TEST(difference.causes.empty());
    BOOST_TEST(difference.lines.size() == 2U);
    BOOST_TEST(!difference.lines[0].difference.has_value());
    BOOST_TEST((difference.totalAfter.currency() == eur()));
}

BOOST_AUTO_TEST_CASE(a_second_kind_of_machine_is_more_machines)
{
    Revision after = first();
    after.bom.machines.push_back({"Another", 1, "", ""});
    after.bom.lines.push_back(part("card", "1000", 1));
    after.bom.lines.back().machine = 1;
    BOOST_TEST((causesOf(after) == Causes{{"systems", "1000.00"}}));
}

BOOST_AUTO_TEST_SUITE_END()
