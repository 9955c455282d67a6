// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"
#include "document_fixture.h"
#include "formula_value.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace rigwright;

namespace {

Document simpleDocument(const Texts& texts = {})
{
    return makeDocument(factsOf(bomOf({pricedLine(1, "a", "1.00", 1)})), texts);
}

} // namespace

BOOST_AUTO_TEST_SUITE(document)

BOOST_AUTO_TEST_CASE(every_section_has_a_title_that_a_sheet_may_have)
{
    const Texts verbose("zh-CN", [](const char*, const std::string& english) {
        return "[译]:*?/\\ 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十 " + english;
    });
    for (const Document& document : {simpleDocument(), simpleDocument(verbose)}) {
        std::set<std::string> ids;
        for (const DocumentSection& section : document.sections) {
            BOOST_TEST(!section.title.empty());
            BOOST_TEST(section.title.find_first_of("[]:*?/\\") == std::string::npos);
            const auto characters = std::ranges::count_if(
                section.title, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
            BOOST_TEST(characters <= 31);
            BOOST_TEST(ids.insert(section.id).second);
        }
    }
    BOOST_TEST(simpleDocument(verbose).language == "zh-CN");
}

BOOST_AUTO_TEST_CASE(sections_keep_titles_of_their_own_where_translations_are_alike)
{
    const Texts vague("zh-CN", [](const char*, const std::string&) { return std::string("同"); });
    std::set<std::string> titles;
    for (const DocumentSection& section : simpleDocument(vague).sections) {
        BOOST_TEST(titles.insert(section.title).second, section.title);
    }
}

BOOST_AUTO_TEST_CASE(a_formula_that_comes_to_something_else_is_found)
{
    Document document = simpleDocument();
    BOOST_TEST(wrongFormulas(document).empty());
    auto& table = std::get<DocumentTable>(document.sections.at(1).blocks.at(0));
    for (DocumentCell& cell : table.rows.at(0).cells) {
        if (cell.formula && cell.formula->text == "{0}*{1}") {
            cell.value = std::int64_t{2};
        }
    }
    BOOST_TEST(!wrongFormulas(document).empty());
}

BOOST_AUTO_TEST_CASE(a_machine_that_does_not_do_is_called_so_at_once)
{
    DocumentFacts facts = factsOf(bomOf({pricedLine(1, "a", "1.00", 1)}));
    EvaluatedBuild build = evaluatedBuild();
    build.plan.fits = false;
    facts.machines.front().build = std::make_shared<const EvaluatedBuild>(build);
    const Document document = makeDocument(facts);
    BOOST_TEST(textIn(document, "machines", 0, "verdict") == "the model does not fit");
    BOOST_TEST((cellOf(document, "machines", 0, "verdict").tone == CellTone::Bad));
    const auto& blocks = document.sections.front().blocks;
    BOOST_TEST(std::ranges::any_of(blocks, [](const DocumentBlock& block) {
        const auto* text = std::get_if<DocumentText>(&block);
        return text != nullptr && text->text == "The model does not fit in 2 × RTX 3090 24 GB.";
    }));
}

BOOST_AUTO_TEST_CASE(a_difference_is_a_document_of_its_own)
{
    Revision before;
    before.number = 1;
    before.date = Date{2026, 11, 1};
    before.bom = bomOf({pricedLine(1, "a", "1.00", 1)});
    Revision after = before;
    after.number = 2;
    after.bom.lines.front().unitPrice = money("1.50");
    after.bom.lines.front().listedPrice = money("1.50");
    const Document document = changesDocument(compareRevisions(before, after));
    BOOST_TEST(document.subtitle == "From revision 1 to revision 2");
    BOOST_TEST(document.sections.size() == 1U);
    BOOST_TEST(textIn(document, "change_causes", 0, "amount") == "$1.00");
    BOOST_TEST(textIn(document, "change_causes", 1, "cause") == "prices of the catalog");
    BOOST_TEST(textIn(document, "change_causes", 1, "amount") == "$0.50");
    BOOST_TEST(textIn(document, "change_causes", 2, "amount") == "$1.50");
    BOOST_TEST(textIn(document, "changed_parts", 0, "change") == "price");
    BOOST_TEST(wrongFormulas(document).empty());
}

BOOST_AUTO_TEST_CASE(equal_devices_are_counted_and_what_is_unknown_stays_blank)
{
    const Document document = simpleDocument();
    // Two devices of 24 GiB with 15 + 4 + 0.5 + 0.5 GiB; 1 GiB in RAM of which nobody knows how much there is.
    BOOST_TEST(textIn(document, "memory_1", 0, "count") == "2");
    BOOST_TEST(textIn(document, "memory_1", 0, "kv_cache_gib") == "4.00");
    BOOST_TEST(textIn(document, "memory_1", 0, "used_gib") == "20.00");
    BOOST_TEST(textIn(document, "memory_1", 0, "free_gib") == "4.00");
    BOOST_TEST(textIn(document, "memory_1", 0, "fits") == "yes");
    BOOST_TEST(textIn(document, "memory_1", 1, "capacity_gib") == "");
    BOOST_TEST(textIn(document, "memory_1", 1, "free_gib") == "");
    BOOST_TEST(textIn(document, "memory_1", 1, "fits") == "unverified");
    BOOST_TEST(textIn(document, "memory_1", 2, "used_gib") == "41.00");
    BOOST_TEST(textIn(document, "speed_1", 0, "low") == "20.0");
    BOOST_TEST(textIn(document, "speed_1", 0, "high") == "30.0");
}

BOOST_AUTO_TEST_CASE(an_unknown_speed_is_called_unknown)
{
    DocumentFacts facts = factsOf(bomOf({pricedLine(1, "a", "1.00", 1)}));
    EvaluatedBuild build = evaluatedBuild();
    build.speed.reset();
    facts.machines.front().build = std::make_shared<const EvaluatedBuild>(build);
    const Document document = makeDocument(facts);
    BOOST_TEST(document.findTable("speed_1") == nullptr);
    BOOST_TEST(textIn(document, "machines", 0, "speed") == "unknown");
}

BOOST_AUTO_TEST_CASE(tables_have_ids_of_their_own_and_a_cell_for_each_column)
{
    std::set<std::string> ids;
    const Document document = simpleDocument();
    for (const DocumentTable* table : tablesOf(document)) {
        BOOST_TEST(ids.insert(table->id).second);
        std::set<std::string> keys;
        for (const DocumentColumn& column : table->columns) {
            BOOST_TEST(keys.insert(column.key).second);
        }
        for (const DocumentRow& row : table->rows) {
            BOOST_TEST(row.cells.size() == table->columns.size());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_summary_says_what_is_bought_and_what_it_costs)
{
    Bom bom = bomOf({pricedLine(1, "a", "1.50", 2)});
    bom.machines.front().systems = 3;
    bom.header.documentNumber = "PO-7";
    bom.header.justification = "We need it.";
    const Document document = makeDocument(factsOf(bom));
    BOOST_TEST(document.title == "Purchase of 2 × RTX 3090 24 GB");
    BOOST_TEST(document.subtitle == "PO-7, revision 1");
    BOOST_TEST(textIn(document, "head", 0, "value") == "PO-7");
    BOOST_TEST(textIn(document, "machines", 0, "systems") == "3");
    BOOST_TEST(textIn(document, "machines", 0, "memory") == "40.0 GiB on accelerators, 1.0 GiB in RAM");
    BOOST_TEST(textIn(document, "machines", 0, "verdict") == "fits, and no rule stands against it");
    BOOST_TEST(textIn(document, "summary_totals", 0, "amount") == "$9.00"); // 3 × 2 × 1.50
    BOOST_TEST(document.findTable("approvals")->toFillIn);
}

BOOST_AUTO_TEST_SUITE_END()
