// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

constexpr const char* kModel = " --model deepseek-r1-distill-qwen-32b --weights q4_k_m --context 8192";

/// A desktop machine with this accelerator and power supply.
std::string desktop(const TemporaryFolder& folder, const std::string& card, const std::string& supply,
                    const std::string& more = "", int cards = 1)
{
    const std::string path = (folder.path() / "build.json").string();
    std::ofstream(path)
        << R"({"parts": [{"part": ")" << card << R"(", "quantity": )" << cards << "},"
        << R"({"part": "ryzen-5-7600", "quantity": 1}, {"part": "b650-aorus-elite-ax", "quantity": 1},)"
        << R"({"part": "crucial-classic-2x32gb-ddr5-5600-cl46", "quantity": 1},)"
        << R"({"part": ")" << supply << R"(", "quantity": 1}, {"part": "nzxt-h7-flow", "quantity": 1},)"
        << R"({"part": "noctua-nh-d15", "quantity": 1}, {"part": "crucial-t500-2tb", "quantity": 1}])" << more
        << "}";
    return path;
}

bool names(const nlohmann::json& findings, const char* id)
{
    return std::ranges::any_of(findings, [&](const auto& finding) { return finding["id"] == id; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(changes)

BOOST_AUTO_TEST_CASE(check_without_a_model_says_what_it_always_said)
{
    const TemporaryFolder folder;
    const CliRun run = runCli("check --json --build " + desktop(folder, "rtx-4090", "corsair-rm1000x"));
    BOOST_TEST(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["schema"] == "rigwright.check/1");
    BOOST_TEST(json["verdict"] == "compatible");
    BOOST_TEST(!json.contains("repairs"));
    BOOST_TEST(!json.contains("build"));
}

BOOST_AUTO_TEST_CASE(check_for_a_model_gives_memory_and_speed)
{
    const TemporaryFolder folder;
    const CliRun run =
        runCli("check --json --build " + desktop(folder, "rtx-4090", "corsair-rm1000x") + kModel);
    BOOST_TEST(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["needs_repair"] == false);
    BOOST_TEST(json["build"]["fits"] == true);
    BOOST_TEST(json["build"]["speed"]["decode_tokens_per_s"]["mid"] > 5);
}

BOOST_AUTO_TEST_CASE(a_supply_that_is_too_weak_is_repaired_by_another_one)
{
    // Two cards of 450 W: beyond 80 % of 1,000 W before anything else draws power.
    const TemporaryFolder folder;
    const std::string build = desktop(folder, "rtx-4090", "corsair-rm1000x", "", 2);
    const CliRun run = runCli("check --json --repair --build " + build + kModel);
    BOOST_TEST(run.status == 1);
    const auto json = run.json();
    BOOST_TEST(json["verdict"] == "incompatible");
    BOOST_TEST(names(json["findings"], "psu-wattage"));
    BOOST_REQUIRE(!json["repairs"].empty());
    for (const auto& repair : json["repairs"]) {
        BOOST_TEST(repair["parts"].size() + repair["settings"].size() >= 1);
        BOOST_TEST(repair["build"]["fits"] == true);
        BOOST_TEST(!names(repair["build"]["findings"], "psu-wattage"));
        BOOST_TEST(repair["cost"]["currency"] == "USD");
    }
    BOOST_TEST(std::ranges::any_of(json["repairs"], [](const auto& repair) {
        return repair["parts"].size() == 1 && repair["parts"][0]["before"]["part"] == "corsair-rm1000x";
    }));
    BOOST_TEST(std::ranges::any_of(json["repairs"], [](const auto& repair) {
        return repair["settings"].size() == 1 && repair["settings"][0]["setting"] == "power-cap";
    }));
    const CliRun person = runCli("check --repair --build " + build + kModel);
    BOOST_TEST(person.status == 1);
    BOOST_TEST(person.out.find("What would mend it:") != std::string::npos);
    BOOST_TEST(person.out.find("     take out ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_repair_without_a_model_is_a_bad_request)
{
    const TemporaryFolder folder;
    const CliRun run = runCli("check --repair --build " + desktop(folder, "rtx-4090", "corsair-rm1000x"));
    BOOST_TEST(run.status == 2);
    BOOST_TEST(run.err.find("--repair needs to know what the machine is for") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_power_cap_of_the_build_file_counts_and_comes_back)
{
    const TemporaryFolder folder;
    const std::string build = desktop(folder, "rtx-4090", "corsair-rm1000x", R"(, "power_cap_watts": 300)");
    const CliRun run = runCli("check --json --build " + build + kModel);
    BOOST_TEST(run.json()["build"]["power_cap_watts"] == 300);
    const CliRun strange = runCli(
        "check --build " + desktop(folder, "rtx-4090", "corsair-rm1000x", R"(, "power_cap_watts": -1)"));
    BOOST_TEST(strange.status == 2);
    BOOST_TEST(strange.err.find("power_cap_watts: expected watts above 0") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(upgrades_cost_no_more_than_the_budget_and_each_is_faster)
{
    const TemporaryFolder folder;
    const std::string build = desktop(folder, "rtx-3060-12gb", "corsair-rm1000x");
    const CliRun run = runCli("upgrade --json --budget 900 --build " + build + kModel);
    BOOST_TEST(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["schema"] == "rigwright.upgrade/1");
    BOOST_TEST(json["exact"] == true);
    BOOST_REQUIRE(!json["steps"].empty());
    double fastest = json["now"]["speed"]["decode_tokens_per_s"]["mid"];
    double dearest = 0;
    for (const auto& step : json["steps"]) {
        const double cost = std::stod(step["cost"]["amount"].get<std::string>());
        const double speed = step["build"]["speed"]["decode_tokens_per_s"]["mid"];
        BOOST_TEST(cost <= 900);
        BOOST_TEST(cost >= dearest);
        BOOST_TEST(speed > fastest);
        BOOST_TEST(step["meets_targets"] == true);
        dearest = cost;
        fastest = speed;
    }
    const CliRun person = runCli("upgrade --budget 900 --build " + build + kModel);
    BOOST_TEST(person.out.find("     buy      ") != std::string::npos);
}

// No graphics card writes a hundred thousand tokens a second to one user.
BOOST_AUTO_TEST_CASE(upgrades_that_stay_slower_than_asked_for_are_marked)
{
    const TemporaryFolder folder;
    const std::string ask = "--budget 900 --min-tokens-per-s 100000 --build " +
        desktop(folder, "rtx-3060-12gb", "corsair-rm1000x") + kModel;
    const auto json = runCli("upgrade --json " + ask).json();
    BOOST_REQUIRE(!json["steps"].empty());
    for (const auto& step : json["steps"]) {
        BOOST_TEST(step["meets_targets"] == false);
    }
    BOOST_TEST(runCli("upgrade " + ask).out.find("(slower than asked for)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_upgrade_that_nothing_pays_for_is_no_answer)
{
    const TemporaryFolder folder;
    const CliRun run =
        runCli("upgrade --budget 1 --build " + desktop(folder, "rtx-4090", "corsair-rm1000x") + kModel);
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.out.find("No step within $1.00 makes it faster.") != std::string::npos);
    const CliRun without =
        runCli("upgrade --build " + desktop(folder, "rtx-4090", "corsair-rm1000x") + kModel);
    BOOST_TEST(without.status == 2);
    BOOST_TEST(without.err.find("--budget is required") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(limits_are_priced_on_demand)
{
    const std::string builds =
        std::string("builds --json --budget 2000 --explain --max-watts 200") + kModel + " --limit 1";
    const auto json = runCli(builds).json();
    BOOST_REQUIRE(json.contains("limits"));
    BOOST_REQUIRE(!json["limits"].empty());
    for (const auto& limit : json["limits"]) {
        BOOST_TEST(!limit["message"].get<std::string>().empty());
        BOOST_TEST(limit["build"]["fits"] == true);
    }
    const CliRun person = runCli(std::string("builds --budget 2000 --explain --max-watts 200") + kModel);
    BOOST_TEST(person.out.find("What limits keep out:") != std::string::npos);
    BOOST_TEST(!runCli(std::string("builds --json --budget 2000") + kModel).json().contains("limits"));
}

BOOST_AUTO_TEST_SUITE_END()
