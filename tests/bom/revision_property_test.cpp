// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/revision.h"

#include "bom_fixture.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

using namespace rigwright;

namespace {

Money anyMoney(Currency currency)
{
    return {*rc::gen::inRange<std::int64_t>(0, 100'000'000), currency};
}

BomLine anyLine(Currency currency, std::size_t machines)
{
    BomLine line = pricedLine(1, "part", "1", 1);
    line.kind = *rc::gen::element(BomLine::Kind::Part, BomLine::Kind::Part, BomLine::Kind::Spare,
                                  BomLine::Kind::Service);
    line.part = PartId("part-" + std::to_string(*rc::gen::inRange(0, 6)));
    line.machine = *rc::gen::inRange<std::size_t>(0, machines);
    line.quantityPerSystem = *rc::gen::inRange(1, 20);
    line.unitPrice = *rc::gen::arbitrary<bool>() ? std::optional(anyMoney(currency)) : std::nullopt;
    line.listedPrice = anyMoney(*rc::gen::element(Currency::usd(), currency));
    line.priceKind = *rc::gen::element(PriceKind::Quote, PriceKind::Street, PriceKind::List);
    line.priceSource = *rc::gen::element<std::string>("one", "two");
    line.discount = Share(*rc::gen::inRange<std::int64_t>(0, 1'000'001));
    line.owned = *rc::gen::inRange(0, 10) == 0;
    return line;
}

Revision anyRevision(Currency currency)
{
    Revision revision;
    revision.bom = bomOf({});
    revision.bom.currency = currency;
    revision.bom.machines.clear();
    const int machines = *rc::gen::inRange(1, 4);
    for (int i = 0; i < machines; ++i) {
        revision.bom.machines.push_back(
            {*rc::gen::element<std::string>("A", "B", "C"), *rc::gen::inRange(1, 50), "", ""});
    }
    const int lines = *rc::gen::inRange(0, 12);
    for (int i = 0; i < lines; ++i) {
        revision.bom.lines.push_back(anyLine(currency, revision.bom.machines.size()));
    }
    revision.bom.terms.discount = Share(*rc::gen::inRange<std::int64_t>(0, 1'000'001));
    revision.bom.terms.shipping =
        *rc::gen::arbitrary<bool>() ? std::optional(anyMoney(currency)) : std::nullopt;
    revision.requirement.workload.context = *rc::gen::element(8192, 16'384);
    return revision;
}

} // namespace

BOOST_AUTO_TEST_SUITE(revision_properties)

RC_BOOST_PROP(causes_add_up_to_the_difference_of_the_totals, ())
{
    const Currency currency = *rc::gen::elementOf(Currency::all());
    const Revision before = anyRevision(currency);
    const Revision after = anyRevision(currency);
    const RevisionDifference difference = compareRevisions(before, after);
    Money sum(0, currency);
    for (const auto& [cause, amount] : difference.causes) {
        RC_ASSERT(amount.minorUnits() != 0);
        sum += amount;
    }
    RC_ASSERT(sum == after.bom.totals().net - before.bom.totals().net);
}

RC_BOOST_PROP(a_revision_does_not_differ_from_itself, ())
{
    const Revision revision = anyRevision(Currency::usd());
    const RevisionDifference difference = compareRevisions(revision, revision);
    RC_ASSERT(difference.fields.empty());
    RC_ASSERT(difference.lines.empty());
    RC_ASSERT(difference.causes.empty());
}

RC_BOOST_PROP(known_differences_of_lines_are_those_of_their_totals, ())
{
    Revision before = anyRevision(Currency::usd());
    for (BomLine& line : before.bom.lines) {
        line.unitPrice = anyMoney(Currency::usd());
    }
    Revision after = before;
    after.bom.machines.front().systems = *rc::gen::inRange(1, 50);
    const RevisionDifference difference = compareRevisions(before, after);
    Money sum;
    for (const RevisionLine& line : difference.lines) {
        sum += line.difference.value_or(Money());
    }
    RC_ASSERT(sum == after.bom.total() - before.bom.total());
}

BOOST_AUTO_TEST_SUITE_END()
