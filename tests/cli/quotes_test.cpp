// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "cli/user_catalog.h"
#include "project/build_file.h"
#include "project/project_file.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

const std::string kModel = "--model deepseek-r1-distill-qwen-32b --weights q4_k_m --context 8192 ";

/// A machine of the shipped catalog in a folder of its own, and answers of suppliers for it.
struct Shopping {
    Shopping()
    {
        const auto answer = runCli("builds " + kModel + "--budget 3000 --json").json();
        build = answer["builds"][0];
        write("build.json", nlohmann::json{{"parts", build["parts"]}}.dump());
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (folder.path() / name).string(); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(path(name)) << text; }
    [[nodiscard]] std::string wanted() const { return kModel + "--build " + path("build.json") + " "; }

    /// An answer in dollars for the part at an index.
    void answer(const std::string& name, const std::string& supplier, std::size_t part,
                const std::string& price) const
    {
        const auto& line = build["parts"][part];
        write(name,
              "supplier,," + supplier +
                  "\nquote_currency,,USD\nquote_date,,2026-11-20\nline_id,quantity,unit_price\n" +
                  line["part"].get<std::string>() + "," + line["quantity"].dump() + "," + price +
                  "\nno-such-part,1,5\n");
    }

    TemporaryFolder folder;
    nlohmann::json build;
};

double amountOf(const nlohmann::json& money)
{
    return std::stod(money["amount"].get<std::string>());
}

} // namespace

BOOST_AUTO_TEST_SUITE(quotes_command)

BOOST_AUTO_TEST_CASE(a_form_is_written_for_a_machine)
{
    const Shopping shopping;
    for (const char* name : {"rfq.xlsx", "rfq.csv"}) {
        const CliRun run = runCli("quotes request " + shopping.wanted() +
                                  "--supplier Shop --answer-by 2026-12-31 --output " + shopping.path(name));
        BOOST_TEST(run.status == 0, run.err);
        BOOST_TEST(std::filesystem::file_size(shopping.path(name)) > 500U);
        const CliRun back =
            runCli("quotes import " + shopping.path(name) + " " + shopping.wanted() + "--json");
        BOOST_TEST(back.status == 1); // nothing is filled in
        BOOST_TEST(back.json()["files"][0]["quote"]["supplier"] == "Shop");
        BOOST_TEST(back.json()["files"][0]["unanswered"].size() == shopping.build["parts"].size());
    }
}

BOOST_AUTO_TEST_CASE(an_answer_is_previewed_with_what_does_not_match)
{
    const Shopping shopping;
    shopping.answer("a.csv", "Shop", 0, "500");
    const CliRun run = runCli("quotes import " + shopping.path("a.csv") + " " + shopping.wanted() + "--json");
    BOOST_TEST(run.status == 0, run.err);
    const auto file = run.json()["files"][0];
    BOOST_TEST(file["quote"]["lines"].size() == 1U);
    BOOST_TEST(file["quote"]["lines"][0]["unit_price"]["amount"] == "500.00");
    bool isListed = false;
    for (const auto& note : file["notes"]) {
        isListed = isListed ||
            (note["id"] == "quote-unknown-line" && note["line"] == "no-such-part" && note["row"] == 6);
    }
    BOOST_TEST(isListed);
    const CliRun text = runCli("quotes import " + shopping.path("a.csv") + " " + shopping.wanted());
    BOOST_TEST(text.out.find("row 6, not taken: Line “no-such-part” was not asked for (price “5”).") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(suppliers_stand_side_by_side_and_price_the_machine)
{
    const Shopping shopping;
    shopping.answer("a.csv", "Alpha", 0, "500");
    shopping.answer("b.csv", "Beta", 0, "490");
    shopping.answer("c.csv", "Gamma", 1, "1");
    const std::string files =
        shopping.path("a.csv") + " " + shopping.path("b.csv") + " " + shopping.path("c.csv") + " ";
    const CliRun run = runCli("quotes compare " + files + shopping.wanted() + "--json");
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
    const auto answer = run.json();
    const auto& comparison = answer["comparison"];
    BOOST_TEST(comparison["suppliers"].size() == 3U);
    BOOST_TEST(comparison["parts"].size() == shopping.build["parts"].size());
    BOOST_TEST(comparison["parts"][0]["best_quote"] == 1);
    // The machine with Beta's and Gamma's prices: the difference of the two lines, in their quantities.
    const auto saved = [&](std::size_t part, double price) {
        const auto& line = shopping.build["parts"][part];
        return line["quantity"].get<int>() * (amountOf(line["unit_price"]) - price);
    };
    const double before = amountOf(answer["machines"]["price_without_quotes"]);
    const double after = amountOf(answer["machines"]["price_with_quotes"]);
    BOOST_TEST(before - after == saved(0, 490) + saved(1, 1), boost::test_tools::tolerance(1e-6));
    BOOST_TEST(amountOf(comparison["cheapest_mix"]) == after, boost::test_tools::tolerance(1e-6));
    const CliRun text = runCli("quotes compare " + files + shopping.wanted());
    for (const char* words : {"Alpha", "Beta", "Gamma", "lines not offered", "without quotes and"}) {
        BOOST_TEST(text.out.find(words) != std::string::npos, words);
    }
}

BOOST_AUTO_TEST_CASE(quotes_are_kept_in_a_project)
{
    const Shopping shopping;
    const auto opened = openCatalog();
    BOOST_REQUIRE(opened.has_value());
    const auto build = parseBuild(opened->catalog, nlohmann::json{{"parts", shopping.build["parts"]}}.dump());
    BOOST_REQUIRE(build.has_value());
    Project project;
    project.name = "Cluster";
    project.requirement.model = ModelId("deepseek-r1-distill-qwen-32b");
    project.requirement.workload.context = 8192;
    project.requirement.workload.weights = parseWeightFormat("q4_k_m").value();
    project.requirement.budget = Money(3'000'00, Currency::usd());
    project.machines = {{"", *build, 1}};
    const std::string file = shopping.path("cluster.rigwright");
    BOOST_REQUIRE(writeProject(file, project).has_value());
    shopping.answer("a.csv", "Alpha", 0, "500");
    const CliRun run = runCli("quotes import " + shopping.path("a.csv") + " --project " + file + " --save");
    BOOST_TEST(run.status == 0, run.err);
    shopping.answer("a.csv", "Alpha", 0, "480");
    BOOST_TEST(runCli("quotes compare " + shopping.path("a.csv") + " --project " + file + " --save").status ==
               0);
    const auto read = readProject(file);
    BOOST_REQUIRE(read.has_value());
    BOOST_REQUIRE(read->quotes.size() == 1U); // the second took the place of the first
    BOOST_TEST(read->quotes[0].supplier == "Alpha");
    BOOST_TEST((read->quotes[0].lines[0].unitPrice == Money(480'00, Currency::usd())));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_in_one_line)
{
    const Shopping shopping;
    const auto refused = [](const std::string& line, const std::string& message) {
        const CliRun run = runCli(line);
        BOOST_TEST(run.status == 2, line);
        BOOST_TEST(run.out.empty(), line);
        BOOST_TEST(run.err.find(message) != std::string::npos, run.err);
        BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
    };
    shopping.answer("a.csv", "Alpha", 0, "500");
    refused("quotes import " + shopping.path("none.csv") + " " + shopping.wanted(), "none.csv: no such file");
    refused("quotes import " + shopping.path("build.json") + " " + shopping.wanted(),
            "build.json: has no cell 'line_id'");
    refused("quotes import " + shopping.path("a.csv") + " --save " + shopping.wanted(), "--save: ");
    refused("quotes import " + shopping.path("a.csv") + " --project " + shopping.path("none.rigwright"),
            "none.rigwright");
    refused("quotes request " + shopping.wanted() + "--output " + shopping.path("rfq.pdf"),
            "expected a name that ends in .xlsx or .csv");
    refused("quotes request " + shopping.wanted() + "--answer-by soon --output " + shopping.path("rfq.csv"),
            "--answer-by: ");
    refused("quotes", "");
}

BOOST_AUTO_TEST_SUITE_END()
