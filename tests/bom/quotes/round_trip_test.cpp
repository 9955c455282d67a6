// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_fixture.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

using namespace rigwright;
using namespace rigwright::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const Currency kEuro = Currency::parse("EUR").value();

json fullAnswer()
{
    return {{"fields",
             {{"quote_number", "Q-4711"},
              {"quote_date", "day:2026-11-22"},
              {"quote_valid_until", "day:2026-12-31"},
              {"shipping", 49.9}}},
            {"lines",
             {{"card",
               {{"unit_price", 789.95},
                {"lead_time_days", 14},
                {"supplier_part_number", 10012345},
                {"offered_part_number", "pn a"},
                {"remarks", "in stock\nship today"}}},
              {"board",
               {{"unit_price", 1500},
                {"currency", "CNY"},
                {"valid_until", "day:2026-12-15"},
                {"substitute", "Acme Big Card"}}}}}};
}

Quote expected()
{
    Quote quote;
    quote.supplier = "Shop Ltd";
    quote.number = "Q-4711";
    quote.date = Date{2026, 11, 22};
    quote.validUntil = Date{2026, 12, 31};
    quote.currency = kEuro;
    quote.shipping = Money(4990, kEuro);
    QuoteLine card;
    card.part = PartId("card");
    card.quantity = 4;
    card.unitPrice = Money(78995, kEuro);
    card.partNumber = "pn a";
    card.supplierPartNumber = "10012345";
    card.leadTimeDays = 14;
    card.remarks = "in stock ship today";
    QuoteLine board;
    board.part = PartId("board");
    board.quantity = 2;
    board.unitPrice = Money(150000, Currency::parse("CNY").value());
    board.validUntil = Date{2026, 12, 15};
    board.offered = "Acme Big Card";
    board.substitute = PartId("big-card");
    quote.lines = {card, board};
    return quote;
}

void checkExpected(const Expected<QuoteImport>& read)
{
    BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message));
    for (const QuoteImportNote& note : read->notes) {
        BOOST_TEST_MESSAGE(note.row << " " << note.finding.message());
    }
    BOOST_TEST(read->notes.empty());
    BOOST_TEST((read->quote == expected()));
    BOOST_TEST((read->unanswered == std::vector<std::string>{"kit"}));
}

/// What LibreOffice makes of a file; empty where there is none.
fs::path converted(const fs::path& file, const std::string& format)
{
    if (std::string(RIGWRIGHT_SOFFICE).empty()) {
        return {};
    }
    const fs::path folder = file.parent_path() / format.substr(0, format.find(':'));
    const std::string command = "HOME='" + file.parent_path().string() +
        "' '" RIGWRIGHT_SOFFICE "' -env:UserInstallation=file://" + file.parent_path().string() +
        "/profile --headless --convert-to '" + format + "' --outdir '" + folder.string() + "' '" +
        file.string() + "' >/dev/null 2>&1";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    return folder / file.stem().concat("." + format.substr(0, format.find(':')));
}

} // namespace

BOOST_AUTO_TEST_SUITE(quote_round_trip)

BOOST_AUTO_TEST_CASE(a_form_filled_in_and_saved_by_openpyxl_is_read)
{
    const TemporaryFolder folder;
    const fs::path filled = filledForm(folder.path(), smallRequest(), fullAnswer());
    checkExpected(readQuoteFile(filled, smallRequest(), quoteCatalog()));
}

BOOST_AUTO_TEST_CASE(a_form_in_another_language_is_read_alike)
{
    const TemporaryFolder folder;
    const Texts chinese("zh-CN", [](const char*, const std::string&) { return std::string("报价"); });
    const fs::path filled = filledForm(folder.path(), smallRequest(), fullAnswer(), chinese);
    checkExpected(readQuoteFile(filled, smallRequest(), quoteCatalog()));
}

BOOST_AUTO_TEST_CASE(a_form_saved_again_by_libreoffice_is_read_alike)
{
    const TemporaryFolder folder;
    const fs::path filled = filledForm(folder.path(), smallRequest(), fullAnswer());
    const fs::path saved = converted(filled, "xlsx");
    if (saved.empty()) {
        BOOST_TEST_MESSAGE("skipped: there is no LibreOffice here");
        return;
    }
    checkExpected(readQuoteFile(saved, smallRequest(), quoteCatalog()));
    // Separated by commas, by semicolons and by tabs, in UTF-8.
    for (const char* separator : {"44", "59", "9"}) {
        const fs::path text =
            converted(filled, std::string("csv:Text - txt - csv (StarCalc):") + separator + ",34,76");
        BOOST_TEST_CONTEXT("separator " << separator)
        {
            checkExpected(readQuoteFile(text, smallRequest(), quoteCatalog()));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_form_among_other_sheets_is_found)
{
    const TemporaryFolder folder;
    const fs::path filled = filledForm(folder.path(), smallRequest(), fullAnswer());
    const fs::path more = folder.path() / "more.xlsx";
    const std::string command = std::string(RIGWRIGHT_PYTHON) +
        " -c \"import openpyxl; b = openpyxl.load_workbook('" + filled.string() +
        "'); s = b.create_sheet('Terms', 0); s['A1'] = 'line_id'; b.save('" + more.string() + "')\"";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    checkExpected(readQuoteFile(more, smallRequest(), quoteCatalog()));
}

BOOST_AUTO_TEST_CASE(a_formula_counts_with_the_result_that_was_stored)
{
    const TemporaryFolder folder;
    auto answers = fullAnswer();
    answers["lines"] = {{"card", {{"unit_price", "=1000*0.79"}}}};
    const fs::path filled = filledForm(folder.path(), smallRequest(), answers);
    // openpyxl reckons nothing: nobody has a result yet.
    const auto without = readQuoteFile(filled, smallRequest(), quoteCatalog());
    BOOST_REQUIRE(without.has_value());
    BOOST_TEST((noteIds(*without) == std::vector<std::string>{"quote-price-unclear"}));
    const fs::path saved = converted(filled, "xlsx");
    if (!saved.empty()) {
        const auto read = readQuoteFile(saved, smallRequest(), quoteCatalog());
        BOOST_REQUIRE(read.has_value());
        BOOST_REQUIRE(read->quote.lines.size() == 1U);
        BOOST_TEST((read->quote.lines[0].unitPrice == Money(79000, kEuro)));
    }
}

BOOST_AUTO_TEST_CASE(the_currency_that_a_cell_shows_is_looked_at)
{
    const TemporaryFolder folder;
    auto answers = fullAnswer();
    answers["lines"] = {{"card", {{"unit_price", {{"value", 790}, {"format", "[$$-409]#,##0.00"}}}}},
                        {"kit", {{"unit_price", {{"value", 0.19}, {"format", "0%"}}}}},
                        {"board", {{"unit_price", {{"value", 790}, {"format", "#,##0.00 [$€-407]"}}}}}};
    const auto read =
        readQuoteFile(filledForm(folder.path(), smallRequest(), answers), smallRequest(), quoteCatalog());
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((noteIds(*read) == std::vector<std::string>{"quote-currency", "quote-price-unclear"}));
    BOOST_REQUIRE(read->quote.lines.size() == 1U);
    BOOST_TEST((read->quote.lines[0].part == PartId("board")));
}

BOOST_AUTO_TEST_CASE(a_price_joined_over_two_lines_is_asked_about)
{
    const TemporaryFolder folder;
    auto answers = fullAnswer();
    answers["merge"] = {"G11:G12"};
    const auto read =
        readQuoteFile(filledForm(folder.path(), smallRequest(), answers), smallRequest(), quoteCatalog());
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((noteIds(*read) == std::vector<std::string>{"quote-merged", "quote-merged"}));
    BOOST_TEST(read->quote.lines.empty());
}

BOOST_AUTO_TEST_SUITE_END()
