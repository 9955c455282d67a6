// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// A user of this test alone, who has saved nothing yet.
struct Keeper {
    TemporaryFolder folder;
    std::string before;

    Keeper()
    {
        const char* set = std::getenv("XDG_DATA_HOME");
        before = set == nullptr ? "" : set;
        setenv("XDG_DATA_HOME", (folder.path() / "data").c_str(), 1);
    }
    ~Keeper() { setenv("XDG_DATA_HOME", before.c_str(), 1); }
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    [[nodiscard]] std::filesystem::path kept() const
    {
        return folder.path() / "data" / "rigwright" / "machines.json";
    }
    [[nodiscard]] std::string file(const std::string& name, const std::string& content) const
    {
        const std::filesystem::path path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }
    [[nodiscard]] std::string build(int cards = 2) const
    {
        return file("build.json",
                    R"({"parts": [{"part": "rtx-3090", "quantity": )" + std::to_string(cards) +
                        R"(}, {"part": "ryzen-9-7950x", "quantity": 1}]})");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(machine_command, Keeper)

BOOST_AUTO_TEST_CASE(a_saved_machine_is_listed_shown_as_a_build_file_and_removed)
{
    BOOST_TEST(runCli("machine list").out == "No machine is saved.\n");
    BOOST_TEST(!std::filesystem::exists(kept()));
    BOOST_TEST(runCli("machine save home --build " + build() + " --note mine").status == 0);
    const auto list = runCli("machine list --json").json();
    BOOST_TEST(list["schema"] == "rigwright.machines/1");
    BOOST_TEST(list["machines"].size() == 1U);
    BOOST_TEST(list["machines"][0]["name"] == "home");
    BOOST_TEST(list["machines"][0]["note"] == "mine");
    BOOST_TEST(list["machines"][0]["differences"].empty());
    const CliRun shown = runCli("machine show home --json");
    BOOST_TEST(shown.json()["parts"][0]["part"] == "rtx-3090");
    BOOST_TEST(shown.json()["parts"][0]["quantity"] == 2);
    const CliRun checked = runCli("check --json --build " + file("shown.json", shown.out));
    BOOST_TEST(checked.json()["parts"].size() == 2U);
    BOOST_TEST(runCli("machine remove " + list["machines"][0]["id"].get<std::string>()).out ==
               "Removed home\n");
    BOOST_TEST(runCli("machine list").out == "No machine is saved.\n");
}

BOOST_AUTO_TEST_CASE(a_name_is_taken_over_only_when_that_is_said)
{
    BOOST_TEST(runCli("machine save home --build " + build()).status == 0);
    const CliRun again = runCli("machine save home --build " + build(4));
    BOOST_TEST(again.status == 2);
    BOOST_TEST(again.err ==
               "rigwright-cli: a machine 'home' is saved already: choose another name, or --replace it\n");
    const auto first = runCli("machine list --json").json()["machines"][0];
    BOOST_TEST(runCli("machine save home --replace --build " + build(4)).status == 0);
    const auto after = runCli("machine list --json").json()["machines"];
    BOOST_TEST(after.size() == 1U);
    BOOST_TEST(after[0]["id"] == first["id"]);
    BOOST_TEST(after[0]["parts"][0]["quantity"] == 4);
}

BOOST_AUTO_TEST_CASE(a_machine_whose_prices_the_catalog_has_outgrown_says_so)
{
    BOOST_TEST(runCli("machine save home --build " + build()).status == 0);
    std::string text;
    {
        std::ifstream in(kept());
        text.assign(std::istreambuf_iterator<char>(in), {});
    }
    // As if the first part had cost a dollar, and the second were of another catalog.
    const std::size_t amount = text.find("\"amount\"", text.find("unit_price"));
    const std::size_t end = text.find(',', amount);
    text.replace(amount, end - amount, "\"amount\": \"1.00\"");
    const std::size_t other = text.rfind("ryzen-9-7950x");
    text.replace(other, 13, "ryzen-9-none!");
    std::ofstream(kept()) << text;
    const auto differences = runCli("machine list --json").json()["machines"][0]["differences"];
    BOOST_TEST(differences.size() == 2U);
    BOOST_TEST(differences[0]["kind"] == "price-up");
    BOOST_TEST(differences[0]["before"]["amount"] == "1.00");
    BOOST_TEST(differences[1]["kind"] == "part-gone");
    const CliRun shown = runCli("machine show home");
    BOOST_TEST(shown.out.find("GeForce RTX 3090: $1.00 then, ") != std::string::npos, shown.out);
    BOOST_TEST(shown.out.find("Ryzen 9 7950X: the catalog has it no more") != std::string::npos, shown.out);
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_said_to_be_and_kept)
{
    std::filesystem::create_directories(kept().parent_path());
    std::ofstream(kept()) << "{";
    for (const char* words : {"machine list", "machine show home"}) {
        const CliRun run = runCli(words);
        BOOST_TEST(run.status == 2);
        BOOST_TEST(run.err == "rigwright-cli: " + kept().string() + ": not valid JSON at line 1, column 1\n");
    }
    BOOST_TEST(runCli("machine save home --build " + build()).status == 2);
    BOOST_TEST(std::filesystem::file_size(kept()) == 1U);
}

BOOST_AUTO_TEST_CASE(bad_requests_are_one_line)
{
    BOOST_TEST(runCli("machine show home").err == "rigwright-cli: no machine is saved\n");
    BOOST_TEST(runCli("machine save home --build " + build()).status == 0);
    BOOST_TEST(runCli("machine remove hom").err.find("did you mean home") != std::string::npos);
    BOOST_TEST(runCli("machine save x --currency pounds --build " + build())
                   .err.starts_with("rigwright-cli: --currency: "));
    BOOST_TEST(runCli("machine").status == 2);
    BOOST_TEST(runCli("machine detct").err.find("detect") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(this_computer_is_told_as_json_whatever_it_is)
{
    const CliRun run = runCli("machine detect --json");
    BOOST_TEST((run.status == 0 || run.status == 1));
    const auto json = run.json();
    BOOST_TEST(json["schema"] == "rigwright.machine/1");
    BOOST_TEST(json["parts"].empty() == (run.status == 1));
    BOOST_TEST(json["detected"].is_array());
    BOOST_TEST(json["findings"].is_array());
}

BOOST_AUTO_TEST_CASE(a_mac_is_recognized_by_its_report_and_written_as_a_build_file)
{
    const std::string report =
        file("mac.txt",
             "Hardware:\n      Model Name: Mac Studio\n      Chip: Apple M3 Ultra\n      Memory: 96 GB\n");
    const std::string output = (folder.path() / "mac.json").string();
    const CliRun run = runCli("machine detect --mac-report " + report + " --output " + output);
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.out.find("Mac Studio M3 Ultra") != std::string::npos, run.out);
    BOOST_TEST(runCli("check --json --build " + output).json()["parts"][0]["part"] ==
               "mac-studio-m3-ultra-96gb");
    const CliRun unknown =
        runCli("machine detect --mac-report " + file("none.txt", "nothing") + " --output " + output + "2");
    BOOST_TEST(unknown.status == 1);
    BOOST_TEST(!std::filesystem::exists(output + "2"));
    BOOST_TEST(runCli("machine detect --mac-report /nonexistent").status == 2);
}

BOOST_AUTO_TEST_SUITE_END()
