// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/written_documents.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace rigwright;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string expected(const char* name)
{
    return contents(fs::path(RIGWRIGHT_TEST_DATA) / "document" / name);
}

/// The page without its style sheet.
std::string withoutStyle(std::string html)
{
    const std::size_t begin = html.find("<style>") + 7;
    return html.erase(begin, html.find("</style>") - begin);
}

/// What Python's parser of HTML finds.
json parsed(const std::string& html)
{
    const TemporaryFolder folder;
    const fs::path page = folder.path() / "page.html";
    const fs::path answer = folder.path() / "answer.json";
    std::ofstream(page, std::ios::binary) << html;
    const std::string command = std::string(RIGWRIGHT_PYTHON) + " '" RIGWRIGHT_BOM_TESTS "/check_html.py' '" +
        page.string() + "' > '" + answer.string() + "'";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    return json::parse(contents(answer));
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// The row of a Markdown table that begins so.
std::string rowThatBegins(const std::string& markdown, const std::string& begin)
{
    std::istringstream lines(markdown);
    std::string line;
    while (std::getline(lines, line)) {
        if (line.starts_with(begin)) {
            return line;
        }
    }
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_formats)

BOOST_AUTO_TEST_CASE(a_small_document_in_html_is_as_written_by_hand)
{
    BOOST_TEST(withoutStyle(documentHtml(smallDocument())) == expected("small.html"));
}

BOOST_AUTO_TEST_CASE(a_small_document_in_markdown_is_as_written_by_hand)
{
    BOOST_TEST(documentMarkdown(smallDocument()) == expected("small.md"));
}

BOOST_AUTO_TEST_CASE(a_small_document_in_json_is_as_written_by_hand)
{
    BOOST_TEST(documentJson(smallDocument()) == expected("small.json"));
}

BOOST_AUTO_TEST_CASE(a_page_is_whole_and_names_its_language)
{
    const json page = parsed(documentHtml(chineseDocument()));
    BOOST_TEST(page.at("lang") == "zh-CN");
    BOOST_TEST(page.at("elements").at("svg") == 1);
    BOOST_TEST(page.at("elements").at("table") == 2);
    BOOST_TEST(!page.at("elements").contains("script"));
    // Four heads of the list, four of the memory, one of the group.
    BOOST_TEST(page.at("scopes") == 9);
    BOOST_TEST(contains(page.at("text"), "模型放得下：48 GiB 中占用 40.2 GiB。"));
}

BOOST_AUTO_TEST_CASE(a_page_needs_no_other_file)
{
    const std::string html = documentHtml(smallDocument());
    for (const char* outside : {"<link", "<script", "@import", "url(", " src="}) {
        BOOST_TEST(!contains(html, outside), outside);
    }
}

BOOST_AUTO_TEST_CASE(no_text_becomes_markup_in_html)
{
    const json page = parsed(documentHtml(hostileDocument()));
    for (const char* element : {"script", "img", "b"}) {
        BOOST_TEST(!page.at("elements").contains(element), element);
    }
    BOOST_TEST(page.at("handlers").empty());
    // Of the two links only that to the web is one, and stays within its quotes.
    BOOST_TEST(page.at("links") == json({"https://example.com/%22%20onclick=%22alert(1)%0A%3Cb%3E"}));
    BOOST_TEST(page.at("lang") == "en\"><b>");
    const std::string text = page.at("text");
    BOOST_TEST(contains(text, "<script>alert(1)</script>"));
    BOOST_TEST(contains(text, "nulbyte"));
    BOOST_TEST(contains(text, "broken �� bytes"));
    BOOST_TEST(contains(text, std::string(40'000, 'x')));
}

BOOST_AUTO_TEST_CASE(no_text_becomes_markup_in_markdown)
{
    const std::string text = documentMarkdown(hostileDocument(50));
    BOOST_TEST(contains(text, "# \\<script\\>alert(1)\\</script\\>\n"));
    BOOST_TEST(
        contains(text, "\\# no head\\\n\\- no list\\\n1\\. no list\\\n\\<img src=x onerror=alert(1)\\>\n"));
    BOOST_TEST(contains(text, "### a \\| b\n"));
    BOOST_TEST(rowThatBegins(text, "| a script") == "| a script | ```one \\| two ` three `` four``` |");
    BOOST_TEST(rowThatBegins(text, "| [a link]") ==
               "| [a link](<https://example.com/%22%20onclick=%22alert(1)%0A%3Cb%3E>) | `` ` `` |");
    BOOST_TEST(rowThatBegins(text, "| nul") == "| nulbyte | `broken �� bytes` |");
    BOOST_TEST(contains(text, "`two`<br>`lines` |"));
    BOOST_TEST(contains(text, "`````\n```\nrm -rf\n````\n</code></pre><script>\n`````\n"));
}

BOOST_AUTO_TEST_CASE(every_row_of_a_markdown_table_has_its_columns)
{
    std::istringstream lines(documentMarkdown(hostileDocument()));
    std::string line;
    int rows = 0;
    while (std::getline(lines, line)) {
        if (!line.starts_with("| ")) {
            continue;
        }
        ++rows;
        int bars = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
        }
        BOOST_TEST(bars == 3, line.substr(0, 80));
    }
    BOOST_TEST(rows == 7); // head, rule and five lines
}

BOOST_AUTO_TEST_CASE(hostile_texts_are_json_and_come_back)
{
    const json document = json::parse(documentJson(hostileDocument()));
    BOOST_TEST(document.at("title") == "<script>alert(1)</script>");
    const json& rows = document.at("tables").at("hostile").at("rows");
    BOOST_TEST(rows.at(2).at("cells").at("a") == "nulbyte");
    // Two columns of one key are kept apart.
    BOOST_TEST(rows.at(0).at("cells").at("a_2") == "one | two ` three `` four");
    BOOST_TEST(rows.at(4).at("cells").at("a").get<std::string>().size() == 40'000U);
    BOOST_TEST(rows.at(0).at("links").at("a") == "javascript:alert(1)");
}

BOOST_AUTO_TEST_SUITE_END()
