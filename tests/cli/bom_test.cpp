// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

using namespace rigwright;
using namespace rigwright::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr auto kBom = "bom --model deepseek-r1-distill-qwen-32b --budget 3000 ";

std::string contents(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What a command wrote to a file of that name.
std::string written(const std::string& name, const std::string& options = "")
{
    const TemporaryFolder folder;
    const CliRun run = runCli(kBom + options + " --output " + (folder.path() / name).string());
    BOOST_TEST(run.status == 0, run.err);
    BOOST_TEST(run.err.empty(), run.err);
    BOOST_TEST(folder.entries() == 1U);
    return contents(folder.path() / name);
}

bool says(const std::string& text, const std::string& words)
{
    return text.find(words) != std::string::npos;
}

json documentWith(const std::string& options)
{
    return json::parse(written("bom.json", options));
}

/// Minor units of {"amount": "3149.00"}.
std::int64_t cents(const json& amount)
{
    std::string digits = amount.at("amount");
    std::erase(digits, '.');
    return std::stoll(digits);
}

} // namespace

BOOST_AUTO_TEST_SUITE(bom_command)

BOOST_AUTO_TEST_CASE(every_format_is_written_from_a_search)
{
    BOOST_TEST(written("bom.xlsx").starts_with("PK"));
    BOOST_TEST(written("BOM.CSV").starts_with("\xEF\xBB\xBF"));
    BOOST_TEST(written("bom.pdf").starts_with("%PDF-"));
    BOOST_TEST(written("bom.html").starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    BOOST_TEST(written("bom.md").starts_with("# "));
    BOOST_TEST(json::parse(written("bom.json")).at("schema") == "rigwright.document/1");
}

BOOST_AUTO_TEST_CASE(totals_follow_the_terms)
{
    const TemporaryFolder folder;
    const CliRun run =
        runCli(kBom +
               ("--systems 2 --discount 3 --shipping 120 --tax 19 --contingency 5 --json --output " +
                (folder.path() / "bom.md").string()));
    BOOST_TEST(run.status == 0, run.err);
    const json answer = run.json();
    BOOST_TEST(answer.at("schema") == "rigwright.bom/1");
    BOOST_TEST(answer.at("systems") == 2);
    BOOST_TEST(answer.at("written") == (folder.path() / "bom.md").string());
    const json& totals = answer.at("totals");
    const std::int64_t lines = cents(totals.at("lines"));
    BOOST_TEST(lines > 0);
    // Three hundredths, rounded half up; tax of what is left with the shipping.
    BOOST_TEST(cents(totals.at("discount")) == (lines * 3 + 50) / 100);
    BOOST_TEST(cents(totals.at("shipping")) == 12'000);
    const std::int64_t net = lines - cents(totals.at("discount")) + 12'000;
    BOOST_TEST(cents(totals.at("net")) == net);
    BOOST_TEST(cents(totals.at("tax")) == (net * 19 + 50) / 100);
    BOOST_TEST(cents(totals.at("gross")) == net + cents(totals.at("tax")));
    BOOST_TEST(cents(totals.at("contingency")) == (net * 5 + 50) / 100);
}

BOOST_AUTO_TEST_CASE(what_is_unknown_of_the_totals_is_null)
{
    const TemporaryFolder folder;
    const json answer = runCli(kBom + ("--json --output " + (folder.path() / "bom.md").string())).json();
    BOOST_TEST(answer.at("totals").at("tax").is_null());
    BOOST_TEST(answer.at("totals").at("shipping").is_null());
    BOOST_TEST(answer.at("language") == "en");
    BOOST_TEST(answer.at("sections").at(0) == "summary");
}

BOOST_AUTO_TEST_CASE(the_head_of_the_order_is_in_the_document)
{
    const std::string text = written("bom.md",
                                     "--document-number PO-4711 --project-name Assistant --cost-centre CC-9 "
                                     "--requester Ada --approver Grace --ship-to Berlin "
                                     "--bill-to Bonn --incoterm DAP --payment-terms 30-days --justification "
                                     "privacy --valid-until 2031-12-30 "
                                     "--needed-by 2031-12-31");
    for (const char* said : {"PO-4711", "Assistant", "CC-9", "Ada", "Grace", "Berlin", "Bonn", "DAP",
                             "30-days", "privacy", "2031-12-30", "2031-12-31"}) {
        BOOST_TEST(says(text, said), said);
    }
}

BOOST_AUTO_TEST_CASE(a_document_is_written_in_chinese)
{
    const json document = documentWith("--language zh_CN");
    BOOST_TEST(document.at("language") == "zh-CN");
    const json english = documentWith("--language en");
    BOOST_TEST(document.at("sections").size() == english.at("sections").size());
    BOOST_TEST(document.at("sections").at(0).at("title") != english.at("sections").at(0).at("title"));
}

BOOST_AUTO_TEST_CASE(a_chinese_pdf_has_its_texts)
{
    const TemporaryFolder folder;
    const fs::path pdf = folder.path() / "bom.pdf";
    const CliRun run = runCli(kBom + ("--language zh-cn --paper letter --output " + pdf.string()));
    BOOST_TEST(run.status == 0, run.err);
    const fs::path text = folder.path() / "bom.txt";
    BOOST_REQUIRE(std::system(("pdftotext -raw '" + pdf.string() + "' '" + text.string() + "'").c_str()) ==
                  0);
    const json document = documentWith("--language zh_CN");
    // A report on paper leaves out the figures behind others.
    const std::set<std::string> details{"cost_figures", "cost_sources", "offers"};
    for (const json& section : document.at("sections")) {
        if (!details.contains(section.at("id").get<std::string>())) {
            BOOST_TEST(says(contents(text), section.at("title")), section.at("title"));
        }
    }
    BOOST_REQUIRE(std::system(("pdfinfo '" + pdf.string() + "' > '" + text.string() + "'").c_str()) == 0);
    BOOST_TEST(says(contents(text), "(letter)"));
}

BOOST_AUTO_TEST_CASE(a_full_disk_keeps_the_old_file)
{
    const TemporaryFolder folder;
    const fs::path old = folder.path() / "bom.html";
    std::ofstream(old) << "the last good one";
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    const CliRun run = runCli(kBom + ("--output " + old.string()));
    fs::permissions(folder.path(), fs::perms::owner_all);
    // Root may write everywhere.
    if (run.status != 0) {
        BOOST_TEST(run.status == 2);
        BOOST_TEST(says(run.err, old.string()));
        BOOST_TEST(contents(old) == "the last good one");
    }
    const CliRun device = runCli(std::string(kBom) + "--output /dev/full");
    BOOST_TEST(device.status == 2);
    BOOST_TEST(says(device.err, "/dev/full"));
}

BOOST_AUTO_TEST_CASE(nothing_is_written_where_no_machine_is_found)
{
    const TemporaryFolder folder;
    const CliRun run = runCli("bom --model llama-3.1-405b --budget 100 --json --output " +
                              (folder.path() / "bom.pdf").string());
    BOOST_TEST(run.status == 1, run.err);
    BOOST_TEST(run.json().at("written").is_null());
    BOOST_TEST(folder.entries() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
