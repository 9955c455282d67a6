// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"
#include "document_fixture.h"
#include "formula_value.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

#include <algorithm>
#include <array>

using namespace rigwright;

namespace {

/// A share of whole hundredths of a per cent.
Share anyShare(int mostPercent)
{
    return Share(*rc::gen::inRange(0, mostPercent * 100 + 1) * std::int64_t{100});
}

BomLine anyLine(int number, Currency currency, std::size_t machines)
{
    BomLine line = pricedLine(number, "part", "1", *rc::gen::inRange(1, 9));
    line.kind = *rc::gen::element(BomLine::Kind::Part, BomLine::Kind::Part, BomLine::Kind::Spare,
                                  BomLine::Kind::Service);
    line.category = static_cast<PartCategory>(*rc::gen::inRange(0, 10));
    line.machine = *rc::gen::inRange<std::size_t>(0, machines);
    line.supplier = *rc::gen::element<std::string>("", "Acme", "acme", "=1+1", "*", "<>", "\"");
    line.unitPrice = std::nullopt;
    if (*rc::gen::inRange(0, 5) != 0) {
        line.unitPrice = Money(*rc::gen::inRange<std::int64_t>(0, 10'000'000), currency);
    }
    line.discount = anyShare(100);
    return line;
}

Bom anyBom()
{
    Bom bom = bomOf({});
    bom.currency = *rc::gen::elementOf(Currency::all());
    bom.machines.clear();
    const int machines = *rc::gen::inRange(1, 5);
    for (int i = 0; i < machines; ++i) {
        bom.machines.push_back({"M" + std::to_string(i % 3), *rc::gen::inRange(1, 40), "", ""});
    }
    const int lines = *rc::gen::inRange(0, 25);
    for (int i = 1; i <= lines; ++i) {
        bom.lines.push_back(anyLine(i, bom.currency, bom.machines.size()));
    }
    if (*rc::gen::arbitrary<bool>()) {
        bom.terms.taxRate = anyShare(30);
        bom.terms.shipping = Money(*rc::gen::inRange<std::int64_t>(0, 1'000'000), bom.currency);
    }
    bom.terms.discount = anyShare(100);
    bom.terms.contingency = anyShare(50);
    return bom;
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_properties)

RC_BOOST_PROP(every_formula_comes_to_the_stored_value, ())
{
    const Document document = makeDocument(factsOf(anyBom()));
    for (const std::string& wrong : wrongFormulas(document)) {
        RC_LOG(wrong);
    }
    RC_ASSERT(wrongFormulas(document).empty());
}

RC_BOOST_PROP(the_document_s_totals_are_those_of_the_bill, ())
{
    const Bom bom = anyBom();
    const BomTotals totals = bom.totals();
    const Document document = makeDocument(factsOf(bom));
    const Money nothing(0, bom.currency);
    const std::array expected{
        totals.lines, nothing - totals.discount, totals.shipping, totals.net, totals.tax,
        totals.gross, totals.contingency,        totals.budget};
    for (std::size_t row = 0; row < expected.size(); ++row) {
        const auto* amount = std::get_if<Money>(&cellOf(document, "totals", row, "amount").value);
        RC_ASSERT((amount == nullptr ? nothing : *amount) == expected[row]);
    }
}

RC_BOOST_PROP(every_line_is_there_once, ())
{
    const Bom bom = anyBom();
    const Document document = makeDocument(factsOf(bom));
    std::vector<std::int64_t> numbers;
    for (const DocumentRow& row : document.findTable("bom")->rows) {
        if (const auto* number = std::get_if<std::int64_t>(&row.cells.front().value)) {
            numbers.push_back(*number);
        }
    }
    std::ranges::sort(numbers);
    RC_ASSERT(numbers.size() == bom.lines.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        RC_ASSERT(numbers[i] == static_cast<std::int64_t>(i) + 1);
    }
}

BOOST_AUTO_TEST_SUITE_END()
