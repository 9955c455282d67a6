// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/formats/pdf_application.h"
#include "bom/written_documents.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>
#include <thread>

using namespace rigwright;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What a program of poppler says of a document.
std::string answerOf(const std::string& program, const Document& document)
{
    const TemporaryFolder folder;
    const fs::path pdf = folder.path() / "采购 list.pdf";
    const fs::path answer = folder.path() / "answer.txt";
    const auto written = writePdf(document, pdf);
    BOOST_REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().message));
    const std::string command = program + " '" + pdf.string() + "' " +
        (program.starts_with("pdftotext") ? "'" + answer.string() + "'" : "> '" + answer.string() + "'");
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    return contents(answer);
}

/// Without blanks and ends of lines, which depend on the layout.
std::string dense(std::string text)
{
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r'; });
    return text;
}

bool says(const std::string& text, const std::string& part)
{
    return dense(text).find(dense(part)) != std::string::npos;
}

std::size_t countOf(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

/// Every text of a table, as it is shown.
void checkTexts(const Document& document, const std::string& text)
{
    for (const DocumentSection& section : document.sections) {
        BOOST_TEST(says(text, section.title), section.title);
        for (const DocumentBlock& block : section.blocks) {
            if (const auto* table = std::get_if<DocumentTable>(&block)) {
                for (const DocumentRow& row : table->rows) {
                    for (const DocumentCell& cell : row.cells) {
                        BOOST_TEST(says(text, cellText(cell.value)), cellText(cell.value));
                    }
                }
            } else if (const auto* paragraph = std::get_if<DocumentText>(&block)) {
                BOOST_TEST(says(text, paragraph->text), paragraph->text);
            } else if (const auto* code = std::get_if<DocumentCode>(&block)) {
                BOOST_TEST(says(text, code->text), code->text);
            }
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(pdf, *boost::unit_test::fixture<PdfApplication>())

BOOST_AUTO_TEST_CASE(every_text_can_be_found_in_english)
{
    const std::string text = answerOf("pdftotext -raw", smallDocument());
    checkTexts(smallDocument(), text);
    BOOST_TEST(says(text, "Prices are estimates."));
    BOOST_TEST(says(text, "1 / 1"));
    // Of the chart: the names of its series, an axis and its title.
    BOOST_TEST(countOf(text, "KV cache") == 2U);
    BOOST_TEST(says(text, "GiB"));
}

BOOST_AUTO_TEST_CASE(every_text_can_be_found_in_chinese)
{
    checkTexts(chineseDocument(), answerOf("pdftotext -raw", chineseDocument()));
}

BOOST_AUTO_TEST_CASE(every_font_is_embedded_and_maps_back_to_characters)
{
    std::istringstream lines(answerOf("pdffonts", chineseDocument()));
    std::string line;
    int fonts = 0;
    while (std::getline(lines, line)) {
        if (line.starts_with("name") || line.starts_with("---")) {
            continue;
        }
        ++fonts;
        // Columns emb, sub and uni; of sub, Qt doesn't say in a font's name that only the glyphs used are there.
        BOOST_TEST(std::regex_search(line, std::regex("yes +(yes|no) +yes +[0-9]+ +[0-9]+ *$")), line);
    }
    BOOST_TEST(fonts >= 2);
}

BOOST_AUTO_TEST_CASE(charts_are_no_pictures)
{
    std::istringstream lines(answerOf("pdfimages -list", smallDocument()));
    std::string line;
    int count = 0;
    while (std::getline(lines, line)) {
        ++count;
    }
    BOOST_TEST(count == 2); // the head of the list
}

BOOST_AUTO_TEST_CASE(pages_have_the_paper_and_stand_as_their_sections_need)
{
    Document document = smallDocument();
    document.sections[1].landscape = true;
    const std::string a4 = answerOf("pdfinfo -f 1 -l 9", document);
    BOOST_TEST(says(a4, "Pages: 2"));
    BOOST_TEST(says(a4, "Page 1 size: 595 x 842 pts (A4)"));
    BOOST_TEST(says(a4, "Page 2 size: 842 x 595 pts (A4)"));
    document.paper = Paper::Letter;
    BOOST_TEST(says(answerOf("pdfinfo -f 1 -l 9", document), "Page 1 size: 612 x 792 pts (letter)"));
}

BOOST_AUTO_TEST_CASE(a_long_wide_table_says_everything_and_repeats_its_head)
{
    const Document document = wideDocument(120);
    const std::string text = answerOf("pdftotext -raw", document);
    checkTexts(document, text);
    const std::size_t pages = countOf(text, "\f");
    BOOST_TEST(pages > 3U);
    BOOST_TEST(countOf(text, "Position") == pages);
    BOOST_TEST(says(text, std::to_string(pages) + " / " + std::to_string(pages)));
}

BOOST_AUTO_TEST_CASE(addresses_of_the_web_can_be_followed_and_no_others)
{
    Document document = smallDocument();
    DocumentTable table;
    table.id = "links";
    table.columns = {{"link", "Link"}};
    for (const char* link :
         {"https://shop.example/a?b=1", "https://shop.example/)/S/JavaScript/JS(app.alert(1))",
          "javascript:alert(1)", "file:///etc/passwd"}) {
        table.rows.push_back({DocumentRow::Kind::Line, {textCell("to it", CellTone::Plain, link)}});
    }
    document.sections.front().blocks.emplace_back(table);
    const TemporaryFolder folder;
    BOOST_REQUIRE(writePdf(document, folder.path() / "links.pdf").has_value());
    const std::string bytes = contents(folder.path() / "links.pdf");
    BOOST_TEST(countOf(bytes, "(https://shop.example/a?b=1)") == 1U);
    // A bracket can't end the address.
    BOOST_TEST(countOf(bytes, "(https://shop.example/%29/S/JavaScript/JS%28app.alert%281%29%29)") == 1U);
    BOOST_TEST(countOf(bytes, "javascript:") == 0U);
    BOOST_TEST(countOf(bytes, "/etc/passwd") == 0U);
}

BOOST_AUTO_TEST_CASE(details_are_left_out_and_the_others_are_listed_with_their_pages)
{
    Document document = smallDocument();
    document.sections.resize(1);
    for (const char* title : {"Second", "Third", "Fourth"}) {
        DocumentSection section;
        section.title = title;
        section.landscape = true;
        section.blocks.emplace_back(DocumentText{std::string("What is said in ") + title});
        document.sections.push_back(section);
    }
    document.sections.back().landscape = false;
    document.sections.push_back(document.sections.back());
    document.sections.back().title = "Behind";
    document.sections.back().detail = true;
    const std::string text = answerOf("pdftotext -layout", document);
    BOOST_TEST(!says(text, "Behind"));
    const std::string first = text.substr(0, text.find('\f'));
    // The landscape sections share the second page, the fourth begins the third.
    for (const char* line : {"Second\\s+2", "Third\\s+2", "Fourth\\s+3"}) {
        BOOST_TEST(std::regex_search(first, std::regex(line)), line);
    }
}

BOOST_AUTO_TEST_CASE(hostile_texts_are_printed_as_they_are)
{
    const std::string text = answerOf("pdftotext -raw", hostileDocument());
    BOOST_TEST(says(text, "<script>alert(1)</script>"));
    BOOST_TEST(says(text, "nulbyte"));
    BOOST_TEST(says(text, "=1+1"));
    // A cell that is higher than a page loses no letter.
    BOOST_TEST(std::ranges::count(text, 'x') >= 40'000);
    // No script is in the file, and no link but the one to the web, whose quotes, brackets and line feed are escaped.
    const TemporaryFolder folder;
    BOOST_REQUIRE(writePdf(hostileDocument(), folder.path() / "a.pdf").has_value());
    const std::string bytes = contents(folder.path() / "a.pdf");
    BOOST_TEST(bytes.find("/JavaScript") == std::string::npos);
    BOOST_TEST(countOf(bytes, "/URI (") >= 1U);
    BOOST_TEST(countOf(bytes, "/URI (") ==
               countOf(bytes, "/URI (https://example.com/%22%20onclick=%22alert%281%29%0A%3Cb%3E)"));
}

BOOST_AUTO_TEST_CASE(a_document_of_nothing_is_a_page)
{
    Document document;
    document.sections = {
        {.id = "s", .title = "S", .landscape = false, .blocks = {DocumentTable{}, DocumentText{}}}};
    BOOST_TEST(says(answerOf("pdfinfo", document), "Pages: 1"));
}

BOOST_AUTO_TEST_CASE(another_thread_can_write)
{
    const TemporaryFolder folder;
    bool written = false;
    std::thread([&] { written = writePdf(chineseDocument(), folder.path() / "a.pdf").has_value(); }).join();
    BOOST_TEST(written);
    BOOST_TEST(contents(folder.path() / "a.pdf").starts_with("%PDF-"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(without_fonts_a_pdf_is_refused_in_one_line)
{
    const TemporaryFolder folder;
    const auto written = writePdf(smallDocument(), folder.path() / "a.pdf");
    BOOST_TEST(written.error().message.ends_with("a.pdf: a PDF can't be written: no fonts are loaded"));
    BOOST_TEST(!fs::exists(folder.path() / "a.pdf"));
}
