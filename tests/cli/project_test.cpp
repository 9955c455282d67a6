// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// A copy of the project that the tests of projects keep, in a folder of its own.
struct Plan {
    TemporaryFolder folder;
    std::string file = (folder.path() / "plan.rigwright").string();

    Plan() { std::filesystem::copy_file(RIGWRIGHT_TEST_DATA "/project/lab_machine_1.rigwright", file); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(project_command)

BOOST_AUTO_TEST_CASE(a_project_is_shown_as_it_was_priced)
{
    const Plan plan;
    const auto shown = runCli("project show " + plan.file + " --json");
    BOOST_REQUIRE(shown.status == 0);
    BOOST_TEST(shown.json()["schema"] == "rigwright.project-answer/1");
    BOOST_TEST(shown.json()["priced_on"] == "2026-11-22");
    BOOST_TEST(shown.json()["net"]["amount"] == "2509.28");
    BOOST_TEST(shown.json()["machines"][0]["systems"] == 2);
    BOOST_TEST(runCli("project show " + plan.file).out.find("Two machines for the lab.") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_new_project_is_written_once)
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "new.rigwright").string();
    const std::string command = "project new " + file + " --model llama-3.1-8b --budget 3000 --systems 2";
    const auto made = runCli(command);
    BOOST_TEST(made.status == 0);
    BOOST_TEST(made.out.find("Saved new: 2 × ") == 0U);
    BOOST_TEST(runCli("project show " + file).status == 0);
    const auto again = runCli(command);
    BOOST_TEST(again.status == 2);
    BOOST_TEST(again.err == "rigwright-cli: " + file + ": is there already\n");
}

BOOST_AUTO_TEST_CASE(revisions_are_kept_and_compared)
{
    const Plan plan;
    const auto revised = runCli("project revise " + plan.file + " --note first --author me");
    BOOST_TEST(revised.out == "Revision 1, €2,509.28 before tax\n");
    const auto compared = runCli("project compare " + plan.file + " 1 now --json");
    BOOST_REQUIRE(compared.status == 0);
    BOOST_TEST(compared.json()["before"] == 1);
    BOOST_TEST(compared.json()["lines"].empty());
    const auto unknown = runCli("project compare " + plan.file + " 7");
    BOOST_TEST(unknown.status == 2);
    BOOST_TEST(unknown.err == "rigwright-cli: no revision '7': expected 1, or now\n");
}

BOOST_AUTO_TEST_CASE(differences_are_written_in_every_format)
{
    const Plan plan;
    BOOST_REQUIRE(runCli("project revise " + plan.file).status == 0);
    for (const std::string extension : {".xlsx", ".csv", ".pdf", ".html", ".md", ".json"}) {
        const std::string file = (plan.folder.path() / ("diff" + extension)).string();
        const auto compared = runCli("project compare " + plan.file + " 1 now --output " + file);
        BOOST_TEST(compared.status == 0, compared.err);
        BOOST_TEST(compared.out.ends_with("Differences: " + file + "\n"), compared.out);
        BOOST_TEST(std::filesystem::file_size(file) > 50U, extension);
    }
    const std::string odd = (plan.folder.path() / "diff.docx").string();
    const auto refused = runCli("project compare " + plan.file + " 1 now --output " + odd);
    BOOST_TEST(refused.status == 2);
    BOOST_TEST(refused.err ==
               "rigwright-cli: " + odd +
                   ": unknown format: expected a name that ends in .xlsx, .csv, .pdf, .html, .md or .json\n");
    BOOST_TEST(!std::filesystem::exists(odd));
}

BOOST_AUTO_TEST_CASE(a_dry_run_of_repricing_writes_nothing)
{
    const Plan plan;
    const auto size = std::filesystem::file_size(plan.file);
    const auto dry = runCli("project reprice " + plan.file + " --dry-run --json");
    BOOST_REQUIRE(dry.status == 0);
    BOOST_TEST(dry.json()["net_before"]["amount"] == "2509.28");
    BOOST_TEST(std::filesystem::file_size(plan.file) == size);
    BOOST_TEST(runCli("project reprice " + plan.file).out.find("The project has these prices now.") !=
               std::string::npos);
    BOOST_TEST(std::filesystem::file_size(plan.file) > size); // with all offers of the catalog
}

BOOST_AUTO_TEST_CASE(what_is_no_project_is_refused_in_one_line)
{
    const auto missing = runCli("project show /no/plan.rigwright");
    BOOST_TEST(missing.status == 2);
    BOOST_TEST(missing.err ==
               "rigwright-cli: /no/plan.rigwright: can't be read: No such file or directory\n");
    BOOST_TEST(runCli("project reprice /no/plan.rigwright").status == 2);
}

BOOST_AUTO_TEST_SUITE_END()
