// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// A user of this test alone, as they begin: without a catalog of their own.
struct NewUser {
    TemporaryFolder folder;
    std::string before;

    NewUser()
    {
        const char* set = std::getenv("XDG_DATA_HOME");
        before = set == nullptr ? "" : set;
        setenv("XDG_DATA_HOME", data().c_str(), 1);
    }
    ~NewUser() { setenv("XDG_DATA_HOME", before.c_str(), 1); }
    NewUser(const NewUser&) = delete;
    NewUser& operator=(const NewUser&) = delete;

    [[nodiscard]] std::filesystem::path data() const { return folder.path() / "data"; }
    [[nodiscard]] std::filesystem::path overlay() const { return data() / "rigwright" / "catalog.sqlite"; }

    /// A file of this test with this content.
    [[nodiscard]] std::string file(const std::string& name, const std::string& content) const
    {
        const std::filesystem::path path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }

    /// A kit of memory that no shop sells, and its price.
    [[nodiscard]] std::string kitFile() const
    {
        return file(
            "memory.csv",
            "id,manufacturer,name,part_number,memory_type,module_type,modules,module_gib,mt_s,cas_latency,"
            "source,verification,note\n"
            "my-kit,Maker,My Kit,,DDR5,UDIMM,2,32,5600,40,a data sheet,unverified,\n");
    }

    [[nodiscard]] std::string priceFile() const
    {
        return file("prices.csv",
                    "part,date,kind,amount,currency,region,source\n"
                    "rtx-4090,2026-11-01,quote,1999,USD,US,a shop's offer\n");
    }
};

CliRun catalog(const std::string& words)
{
    return runCli("catalog " + words);
}

nlohmann::json item(const nlohmann::json& answer, const std::string& id)
{
    for (const auto& each : answer["items"]) {
        if (each["id"] == id) {
            return each;
        }
    }
    return {};
}

bool oneLine(const CliRun& run)
{
    return run.out.empty() && std::ranges::count(run.err, '\n') == 1;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(catalog_commands, NewUser)

BOOST_AUTO_TEST_CASE(reading_creates_no_catalog_of_the_user)
{
    for (const char* words : {"info", "list cpu", "list card", "list cloud", "list api", "search epyc",
                              "check", "history rtx-4090", "settings"}) {
        const CliRun run = catalog(words);
        BOOST_TEST(run.status == 0, words << ": " << run.err);
        BOOST_TEST(run.err.empty(), run.err);
    }
    BOOST_TEST(runCli("models list").status == 0);
    BOOST_TEST(!std::filesystem::exists(data()));
}

BOOST_AUTO_TEST_CASE(info_says_where_the_users_catalog_is_and_what_it_holds)
{
    const auto empty = catalog("info --json").json();
    BOOST_TEST(empty["overlay"]["path"] == overlay().string());
    BOOST_TEST(empty["overlay"]["own_parts"] == 0);
    BOOST_TEST(empty["overlay"]["last_step"].is_null());
    BOOST_REQUIRE(catalog("import " + kitFile()).status == 0);
    const auto filled = catalog("info --json").json();
    BOOST_TEST(filled["overlay"]["own_parts"] == 1);
    BOOST_TEST(filled["overlay"]["last_step"] == "Import of memory.csv");
    BOOST_TEST(filled["rows"]["memory"] == empty["rows"]["memory"].get<int>() + 1);
    BOOST_TEST(catalog("info").out.find("Last step: Import of memory.csv") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_dry_run_writes_nothing)
{
    const auto preview = catalog("import --dry-run --json " + kitFile()).json();
    BOOST_TEST(preview["applied"] == false);
    BOOST_TEST(preview["rows"] == 1);
    BOOST_TEST(preview["changes"]["new_parts"] == 1);
    BOOST_TEST(!std::filesystem::exists(data()));
}

BOOST_AUTO_TEST_CASE(an_import_is_one_step_that_is_undone_and_redone)
{
    BOOST_TEST(catalog("import " + kitFile()).status == 0);
    BOOST_TEST(item(catalog("list memory --json").json(), "my-kit")["origin"] == "own");
    BOOST_TEST(catalog("undo").out == "Undone: Import of memory.csv\n");
    BOOST_TEST(item(catalog("list memory --json").json(), "my-kit").is_null());
    BOOST_TEST(catalog("redo --json").json()["step"] == "Import of memory.csv");
    BOOST_TEST(!item(catalog("list memory --json").json(), "my-kit").is_null());
    const CliRun nothing = catalog("redo");
    BOOST_TEST(nothing.status == 2);
    BOOST_TEST(oneLine(nothing), nothing.err);
}

BOOST_AUTO_TEST_CASE(good_rows_are_taken_and_bad_ones_told_by_line)
{
    const std::string path = file("memory.csv",
                                  "id,manufacturer,name,memory_type,module_type,modules,module_gib,source,"
                                  "verification\n"
                                  "my-kit,Maker,My Kit,DDR5,UDIMM,2,32,a data sheet,unverified\n"
                                  "bad-kit,Maker,Bad Kit,DDR9,UDIMM,2,32,a data sheet,unverified\n");
    const CliRun run = catalog("import " + path);
    BOOST_TEST(run.status == 0, run.err);
    BOOST_TEST(run.out.find("memory.csv:3:memory_type:") != std::string::npos, run.out);
    const auto items = catalog("list memory --own --json").json()["items"];
    BOOST_TEST(items.size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_import_of_nothing_readable_is_refused)
{
    const CliRun run =
        catalog("import " +
                file("memory.csv",
                     "id,manufacturer,name,memory_type,module_type,modules,module_gib,source,"
                     "verification\nbad-kit,Maker,Bad Kit,DDR9,UDIMM,2,32,a data sheet,unverified\n"));
    BOOST_TEST(run.status == 2);
    BOOST_TEST(oneLine(run), run.err);
    BOOST_TEST(!std::filesystem::exists(data()));
}

BOOST_AUTO_TEST_CASE(wrong_files_get_one_line)
{
    const std::string words[] = {"import /nowhere/cpus.csv",
                                 "import " + file("picture.csv", std::string("\x89PNG\r\n\x1a\n\0\0", 10)),
                                 "import " + file("table.csv", "colour,size\nred,3\n"),
                                 "import " + file("empty.csv", ""),
                                 "import --format tsv " + kitFile(),
                                 "import --prices-of yesterday " + kitFile(),
                                 "export --table spaceships " + (folder.path() / "out").string(),
                                 "export /nowhere/out.csv --table cpus",
                                 "history rtx-4091",
                                 "settings --old-after 0",
                                 "undo"};
    for (const std::string& each : words) {
        const CliRun run = catalog(each);
        BOOST_TEST(run.status == 2, each);
        BOOST_TEST(oneLine(run), each << ": " << run.err);
    }
    BOOST_TEST(!std::filesystem::exists(data()));
}

BOOST_AUTO_TEST_CASE(what_is_exported_imports_without_a_change)
{
    const std::string out = (folder.path() / "cpus.csv").string();
    BOOST_TEST(catalog("export --table cpus " + out).status == 0);
    const auto preview = catalog("import --dry-run --json " + out).json();
    BOOST_TEST(preview["rows"].get<int>() >= 100);
    BOOST_TEST(preview["unchanged"] == preview["rows"]);
    BOOST_TEST(preview["problem_count"] == 0);
}

BOOST_AUTO_TEST_CASE(history_names_the_price_that_counts_and_why)
{
    BOOST_REQUIRE(catalog("import " + priceFile()).status == 0);
    const auto prices = catalog("history rtx-4090 --json").json()["prices"];
    BOOST_TEST(prices.size() >= 2U);
    for (const auto& price : prices) {
        const bool own = price["own"].get<bool>();
        BOOST_TEST((price["counts"] == own));
        BOOST_TEST((price["standing"] == (own ? "counts" : "yours come first")));
    }
    BOOST_TEST(catalog("history rtx-4090").out.find("own quote") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(lists_are_filtered)
{
    BOOST_REQUIRE(catalog("import " + priceFile()).status == 0);
    const auto own = catalog("list accelerator --own --json").json()["items"];
    BOOST_TEST(own.size() == 1U);
    BOOST_TEST(own[0]["price"]["amount"] == "1999.00");
    BOOST_TEST(own[0]["price_kind"] == "quote");
    BOOST_TEST(own[0]["price_own"] == true);
    const auto found = catalog("search geforce 4090 --json").json()["items"];
    BOOST_TEST(!item({{"items", found}}, "rtx-4090").is_null());
    for (const auto& each : catalog("list cloud --search spot --json").json()["items"]) {
        BOOST_TEST(each["pricing"] == "spot");
    }
}

BOOST_AUTO_TEST_CASE(a_part_that_lacks_figures_is_listed_and_in_no_catalog)
{
    const std::string path =
        file("cpus.csv",
             "id,manufacturer,name,socket,source,verification\nmy-cpu,Maker,My CPU,AM5,a box,unverified\n");
    BOOST_REQUIRE(catalog("import " + path).status == 0);
    const auto items = catalog("list cpu --incomplete --json").json()["items"];
    BOOST_TEST(items.size() == 1U);
    BOOST_TEST(items[0]["id"] == "my-cpu");
    BOOST_TEST(!items[0]["missing"].empty());
    BOOST_TEST(runCli("size --model llama-3.1-8b --cpu my-cpu").status == 2);
}

// The user's price is the only one that is old after a day less than it has.
BOOST_AUTO_TEST_CASE(the_limit_of_old_prices_is_the_users)
{
    BOOST_TEST(catalog("settings --json").json()["prices_old_after_days"] == 180);
    BOOST_TEST(catalog("settings --old-after 36500").status == 0);
    BOOST_TEST(catalog("settings --json").json()["prices_old_after_days"] == 36'500);
    for (const auto& each : catalog("list accelerator --json").json()["items"]) {
        BOOST_TEST(each["price_old"] == false);
    }
    BOOST_TEST(catalog("settings --old-after 1").status == 0);
    BOOST_TEST(item(catalog("list accelerator --json").json(), "rtx-4090")["price_old"] == true);
}

BOOST_AUTO_TEST_CASE(every_command_answers_from_the_users_catalog)
{
    BOOST_REQUIRE(catalog("import " + kitFile()).status == 0);
    const std::string build = file("build.json", R"({"parts": [{"part": "my-kit", "quantity": 1}]})");
    const CliRun checked = runCli("check --json --build " + build);
    BOOST_TEST(checked.status != 2, checked.err);
    BOOST_REQUIRE(catalog("undo").status == 0);
    BOOST_TEST(runCli("check --json --build " + build).status == 2);
}

BOOST_AUTO_TEST_CASE(the_shipped_catalog_passes_its_check)
{
    const CliRun run = catalog("check --json");
    BOOST_TEST(run.status == 0);
    const auto answer = run.json();
    BOOST_TEST(answer["errors"] == 0);
    BOOST_TEST(answer["schema"] == "rigwright.catalog/1");
    BOOST_TEST(catalog("check").out.find("0 errors") != std::string::npos);
}

// DDR5 of 500 MT/s can't be.
BOOST_AUTO_TEST_CASE(check_finds_what_the_user_mistyped)
{
    const std::string path =
        file("memory.csv",
             "id,manufacturer,name,memory_type,module_type,modules,module_gib,mt_s,source,"
             "verification\n"
             "my-kit,Maker,My Kit,DDR5,UDIMM,2,32,1000,a data sheet,unverified\n");
    BOOST_REQUIRE(catalog("import " + path).status == 0);
    const CliRun run = catalog("check --own --json");
    BOOST_TEST(run.status == 1);
    const auto findings = run.json()["findings"];
    BOOST_TEST(findings.size() == 1U);
    BOOST_TEST(findings[0]["rule"] == "memory-speed");
    BOOST_TEST(findings[0]["subject"] == "my-kit");
}

BOOST_AUTO_TEST_SUITE_END()
