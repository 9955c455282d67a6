// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace rigwright;
using namespace rigwright::test;
using nlohmann::json;

namespace {

constexpr auto kCosts = "costs --model deepseek-r1-distill-qwen-32b --budget 3000 ";

CliRun costs(const std::string& options)
{
    return runCli(kCosts + options);
}

/// Minor units, so that sums are exact.
std::int64_t cents(const json& amount)
{
    const std::string text =
        amount.is_object() ? amount["amount"].get<std::string>() : amount.get<std::string>();
    return std::llround(std::stod(text) * 100);
}

bool says(const std::string& text, const std::string& words)
{
    return text.find(words) != std::string::npos;
}

/// What an option does to the assumptions of the answer.
struct OptionEffect {
    const char* option;
    const char* key;
    json value;
};

json dollars(const char* amount)
{
    return {{"amount", amount}, {"currency", "USD"}};
}

const std::vector<OptionEffect> kEffects{
    {"--years 4", "years", 4},
    {"--users 12", "users", 12},
    {"--requests-per-user 30", "requests_per_user_per_day", 30},
    {"--hours-per-day 10", "hours_per_day", 10},
    {"--days-per-week 6", "days_per_week", 6},
    {"--cached-share 25%", "cached_prompt_share", 0.25},
    {"--machines 2", "machines", 2},
    {"--tax-rate 19%", "tax_rate", 0.19},
    {"--tax-not-recoverable", "tax_recoverable", false},
    {"--shipping 120", "shipping", dollars("120.00")},
    {"--installation 80.50", "installation", dollars("80.50")},
    {"--spares 0.05", "spares_share", 0.05},
    {"--financing loan", "financing", "loan"},
    {"--interest 4.5%", "interest_per_year", 0.045},
    {"--term-months 24", "term_months", 24},
    {"--down-payment 20%", "down_payment_share", 0.2},
    {"--residual 10%", "residual_share", 0.1},
    {"--depreciation-years 5", "depreciation_years", 5},
    {"--depreciation declining-balance", "depreciation", "declining-balance"},
    {"--refresh-years 3", "refresh_years", 3},
    {"--electricity 0.31", "electricity_per_kwh", "0.31"},
    {"--night-electricity 0.22", "night_electricity_per_kwh", dollars("0.22")},
    {"--electricity-change -2%", "electricity_change_per_year", -0.02},
    {"--pue 1.4", "pue", 1.4},
    {"--idle-share 30%", "idle_share", 0.3},
    {"--rack-per-month 45", "room_per_machine_month", dollars("45.00")},
    {"--support 8%", "support_share_per_year", 0.08},
    {"--software-per-gpu 4500", "software_per_gpu_year", dollars("4500.00")},
    {"--staff 0.1", "staff_share", 0.1},
    {"--staff-cost 90000", "staff_per_year", dollars("90000.00")},
    {"--cloud-region us-", "cloud_region", "us-"},
    {"--spot-interruption 15%", "spot_interruption_share", 0.15},
    {"--reserved-discount 35%", "reserved_discount", 0.35},
    {"--reserved-months 24", "reserved_term_months", 24},
    {"--billing-minutes 60", "billing_unit_hours", 1.0},
    {"--storage-gb 100", "cloud_storage_bytes", 100'000'000'000},
    {"--storage-price 0.1", "cloud_storage_per_gb_month", dollars("0.10")},
    {"--egress-price 0.05", "cloud_egress_per_gb", dollars("0.05")},
    {"--cloud-price-change -10%", "cloud_price_change_per_year", -0.1},
    {"--batch-discount 50%", "api_batch_discount", 0.5},
    {"--no-aggregators", "api_aggregators", false},
    {"--api-price-change -20%", "api_price_change_per_year", -0.2},
    {"--discount-rate 7%", "discount_rate", 0.07},
    {"--carbon 0.05", "carbon_kg_per_kwh", 0.05},
    {"--range electricity=0.8:1.5", "ranges", {{{"factor", "electricity"}, {"low", 0.8}, {"high", 1.5}}}},
};

void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(costs_answers)

BOOST_AUTO_TEST_CASE(every_option_reaches_the_assumptions)
{
    std::string options;
    for (const OptionEffect& effect : kEffects) {
        options += std::string(effect.option) + " ";
    }
    const CliRun run = costs(options + "--json");
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
    const json assumptions = run.json()["assumptions"];
    for (const OptionEffect& effect : kEffects) {
        BOOST_TEST((assumptions[effect.key] == effect.value),
                   effect.option << " gave " << assumptions[effect.key].dump());
    }
    BOOST_TEST(assumptions["use"] == "users");
}

BOOST_AUTO_TEST_CASE(the_keys_of_before_are_kept)
{
    const json answer = costs("--electricity 0.30 --utilization 0.4 --json").json();
    BOOST_TEST(answer["schema"] == "rigwright.costs/1");
    BOOST_TEST(answer["assumptions"]["utilization"] == 0.4);
    BOOST_TEST(answer["assumptions"]["electricity_per_kwh"] == "0.30");
    BOOST_TEST(answer["assumptions"]["electricity_currency"] == "USD");
    BOOST_TEST(answer["assumptions"]["pue"] == 1.0);
    BOOST_TEST(answer["assumptions"]["monthly_electricity"]["currency"] == "USD");
    BOOST_TEST(answer.contains("break_even_months"));
    BOOST_TEST(answer["break_even_months"].is_null() == answer.contains("no_break_even_reason"));
    for (const char* key : {"break_even_range_months", "api_break_even", "traffic", "utilization_curve",
                            "sensitivity", "ranges", "sources", "findings", "cases", "excluded_cloud_offers",
                            "break_even_return", "break_even_against"}) {
        BOOST_TEST(answer.contains(key), key);
    }
    BOOST_TEST(answer["cases"].empty());
}

BOOST_AUTO_TEST_CASE(items_and_years_add_up_to_each_total_to_the_cent)
{
    const json answer = costs("--json").json();
    BOOST_TEST(answer["scenarios"].size() > 10U);
    for (const json& scenario : answer["scenarios"]) {
        std::int64_t items = 0;
        for (const json& item : scenario["items"]) {
            items += cents(item["total"]);
        }
        std::int64_t years = 0;
        for (const json& year : scenario["years"]) {
            years += cents(year["capital"]) + cents(year["operating"]);
        }
        BOOST_TEST(items == cents(scenario["total"]), scenario["name"]);
        BOOST_TEST(years == cents(scenario["total"]), scenario["name"]);
        BOOST_TEST(cents(scenario["monthly"].back()) == cents(scenario["total"]), scenario["name"]);
        BOOST_TEST(scenario["years"].size() == 3U);
        const bool rented = scenario["kind"] == "cloud" || scenario["kind"] == "burst";
        BOOST_TEST(rented == scenario.contains("offer"), scenario["name"]);
        BOOST_TEST((scenario["kind"] == "api") == !scenario["hosted"].is_null(), scenario["name"]);
    }
}

BOOST_AUTO_TEST_CASE(traffic_follows_from_users_and_their_requests)
{
    // 10 users × 20 requests on 5 of 7 days: 1,000 a week, 1,000 / 7 × 365 / 12 = 4,345.24 a month, each with 512 tokens in
    // and 256 out. In 8 hours 200 requests come: 200 / 28,800 = 0.00694 a second.
    const json traffic = costs("--users 10 --requests-per-user 20 --hours-per-day 8 --days-per-week 5 --json")
                             .json()["traffic"];
    BOOST_TEST(traffic["requests_per_month"].get<double>() == 4345.238, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(traffic["input_tokens_per_month"].get<double>() == 4345.238 * 512,
               boost::test_tools::tolerance(1e-6));
    BOOST_TEST(traffic["output_tokens_per_month"].get<double>() == 4345.238 * 256,
               boost::test_tools::tolerance(1e-6));
    BOOST_TEST(traffic["requests_per_day"].get<double>() == 1000.0 / 7, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(traffic["peak_requests_per_s"].get<double>() == 200.0 / 28800,
               boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(what_is_uncertain_has_ranges_and_what_is_stated_has_sources)
{
    const json answer = costs("--range electricity=0.5:2 --json").json();
    for (const json& scenario : answer["scenarios"]) {
        if (scenario["name"] == answer["break_even_against"] || scenario["kind"] == "own") {
            BOOST_REQUIRE(scenario["monthly_low"].size() == scenario["monthly"].size());
            BOOST_TEST(cents(scenario["monthly_low"].back()) < cents(scenario["total"]));
            BOOST_TEST(cents(scenario["monthly_high"].back()) > cents(scenario["total"]));
        }
    }
    const auto own = [](const json& list) {
        return std::ranges::find_if(list, [](const json& range) { return range["factor"] == "electricity"; });
    };
    const auto range = own(answer["ranges"]);
    BOOST_REQUIRE(range != answer["ranges"].end());
    BOOST_TEST((*range)["low"] == 0.5);
    BOOST_TEST((*range)["high"] == 2.0);
    BOOST_TEST((*range)["reason"].is_null());
    BOOST_TEST(answer["sensitivity"]["effects"].size() >= 5U);
    BOOST_TEST(answer["utilization_curve"]["points"].size() >= 10U);
    BOOST_TEST(answer["sources"].size() > 10U);
    for (const json& source : answer["sources"]) {
        BOOST_TEST(!source["what"].get<std::string>().empty());
        BOOST_TEST(says(source["what"].get<std::string>(), "{") == false, source["what"]);
        if (source["kind"] == "catalog") {
            BOOST_TEST(source["source"].is_string(), source["what"]);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_profile_is_read_from_a_file)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "day.csv";
    write(file, "hour,requests\n9,100\n10,140\n");
    // 240 requests a day, 365 / 12 days.
    const json answer = costs("--json --profile " + file.string()).json();
    BOOST_TEST(answer["assumptions"]["use"] == "profile");
    BOOST_TEST(answer["assumptions"]["profile_requests_by_hour"].size() == 24U);
    BOOST_TEST(answer["traffic"]["requests_per_day"].get<double>() == 240.0,
               boost::test_tools::tolerance(1e-6));
    write(file, "hour,requests\n9,100\n10,many\n");
    const CliRun refused = costs("--profile " + file.string());
    BOOST_TEST(refused.status == 2);
    BOOST_TEST(says(refused.err, "--profile: " + file.string() + ": "), refused.err);
    BOOST_TEST(says(refused.err, "line 3"), refused.err);
}

BOOST_AUTO_TEST_CASE(a_country_brings_its_tariff_tax_and_carbon)
{
    const json germany = costs("--country de --json").json()["assumptions"];
    BOOST_TEST(germany["country"] == "DE");
    BOOST_TEST(germany["electricity_currency"] == "USD");
    BOOST_TEST(germany["tax_rate"] == 0.19);
    BOOST_TEST(germany["carbon_kg_per_kwh"].is_number());
    BOOST_TEST(costs("--country DE --tax-rate 7% --json").json()["assumptions"]["tax_rate"] == 0.07);
}

BOOST_AUTO_TEST_CASE(a_cloud_of_unknown_speed_is_shown_apart_and_never_compared)
{
    const json answer = costs("--json").json();
    bool unverified = false;
    for (const json& scenario : answer["scenarios"]) {
        BOOST_TEST((!unverified || scenario["service"] == "unverified" || scenario["kind"] == "api"));
        unverified = unverified || scenario["service"] == "unverified";
        if (scenario["service"] == "unverified") {
            BOOST_TEST(scenario["capacity_requests_per_s"].is_null(), scenario["name"]);
            BOOST_TEST(scenario["name"] != answer["break_even_against"]);
        }
    }
    BOOST_TEST(unverified);
}

BOOST_AUTO_TEST_CASE(more_requests_than_the_machine_answers_ask_for_the_cloud_beside_it)
{
    const CliRun run =
        runCli("costs --model llama-3.1-8b --budget 3000 --currency EUR --workload serve --concurrency 16 "
               "--users 2000 --requests-per-user 300 --machines 2 --json");
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
    const json answer = run.json();
    const json& own = answer["scenarios"][0];
    const json& burst = answer["scenarios"][1];
    BOOST_TEST(own["kind"] == "own");
    BOOST_TEST(own["served_share"].get<double>() < 1);
    BOOST_TEST(own["total"]["currency"] == "EUR");
    BOOST_TEST(burst["kind"] == "burst");
    BOOST_TEST(burst["served_share"] == 1.0);
    BOOST_TEST(cents(burst["total"]) > cents(own["total"]));
    BOOST_TEST(burst["offer"]["pricing"] == "on-demand");
    BOOST_TEST(answer["break_even_months"].is_null());
}

BOOST_AUTO_TEST_CASE(a_person_reads_the_verdict_first)
{
    const std::string text = costs("").out;
    const std::string first = text.substr(0, text.find('\n'));
    BOOST_TEST(
        (says(first, "Buying has cost less than the cloud") || says(first, "No break-even within 36 months")),
        first);
    std::size_t at = 0;
    for (const char* part :
         {"a hosted API", "To do: ", "Owned:", "Cloud, the same work:", "more (--all)", "By year",
          "Hardware ", "today's money", "Per million output tokens, at 40 % use",
          "Owning is cheaper than the cloud", "CO2e", "what matters most", "Assumed", "electricity: "}) {
        const std::size_t found = text.find(part, at);
        BOOST_TEST(found != std::string::npos, part);
        at = found == std::string::npos ? at : found;
    }
    BOOST_TEST(!says(text, "Sources"));
}

BOOST_AUTO_TEST_CASE(all_offers_are_shown_where_the_user_asks_for_them)
{
    const std::string some = costs("").out;
    const std::string all = costs("--all --sources").out;
    BOOST_TEST(std::ranges::count(all, '\n') > std::ranges::count(some, '\n') + 20);
    BOOST_TEST(!says(all, "more (--all)"));
    BOOST_TEST(says(all, "\nSources\n"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(costs_cases)

BOOST_AUTO_TEST_CASE(a_saved_case_gives_the_same_answer_again)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "careful.json";
    const CliRun saved =
        costs("--years 5 --utilization 20% --residual 15% --json --save-case " + file.string());
    BOOST_REQUIRE_MESSAGE(saved.status == 0, saved.err);
    BOOST_TEST(saved.json()["case"].is_null());
    json again = costs("--json --case " + file.string()).json();
    BOOST_TEST(again["case"] == "careful");
    again["case"] = nullptr;
    BOOST_TEST((again == saved.json()));
}

BOOST_AUTO_TEST_CASE(options_override_a_case)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "a.json";
    const auto other = folder.path() / "b.json";
    BOOST_TEST(
        costs("--years 5 --tax-not-recoverable --save-case " + file.string() + " --case-name Büro").status ==
        0);
    const CliRun run = costs("--json --years 2 --tax-recoverable --case " + file.string() + " --save-case " +
                             other.string());
    BOOST_TEST(run.json()["case"] == "Büro");
    BOOST_TEST(run.json()["assumptions"]["years"] == 2);
    BOOST_TEST(run.json()["assumptions"]["tax_recoverable"] == true);
    std::ifstream in(other);
    const json written = json::parse(in);
    BOOST_TEST(written["schema"] == "rigwright.cost-case/1");
    BOOST_TEST(written["name"] == "Büro");
    BOOST_TEST(written["assumptions"]["years"] == 2);
}

BOOST_AUTO_TEST_CASE(up_to_three_cases_are_compared_side_by_side)
{
    const TemporaryFolder folder;
    std::string files;
    for (const char* years : {"2", "3", "5"}) {
        const auto file = folder.path() / (std::string("years-") + years + ".json");
        BOOST_TEST(costs("--years " + std::string(years) + " --save-case " + file.string()).status == 0);
        files += " --case " + file.string();
    }
    const CliRun text = costs(files);
    BOOST_TEST(says(text.out, "years-2"), text.out);
    BOOST_TEST(says(text.out, "break-even with the cloud"), text.out);
    BOOST_TEST(says(text.out, "Assumed differently:"), text.out);
    BOOST_TEST(!says(text.out, "discount rate"), text.out);
    const json answer = costs("--json" + files).json();
    BOOST_REQUIRE(answer["cases"].size() == 3U);
    BOOST_TEST(answer["case"] == "years-2");
    BOOST_TEST(answer["scenarios"] == answer["cases"][0]["scenarios"]);
    BOOST_TEST(answer["cases"][2]["case"] == "years-5");
    BOOST_TEST(answer["cases"][2]["scenarios"][0]["monthly"].size() == 61U);
    const CliRun four = costs(files + " --case " + (folder.path() / "years-2.json").string());
    BOOST_TEST(four.status == 2);
    BOOST_TEST(says(four.err, "--case: at most 3"), four.err);
    const CliRun saving = costs(files + " --save-case " + (folder.path() / "x.json").string());
    BOOST_TEST(saving.status == 2);
    BOOST_TEST(says(saving.err, "--save-case"), saving.err);
    BOOST_TEST(folder.entries() == 3U);
}

BOOST_AUTO_TEST_CASE(a_damaged_case_is_refused_by_file_and_key)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "case.json";
    write(file, R"({"schema": "rigwright.cost-case/1", "name": "A", "assumptions": {"yers": 3}})");
    const CliRun run = costs("--case " + file.string());
    BOOST_TEST(run.status == 2);
    BOOST_TEST(run.out.empty());
    BOOST_TEST(
        says(run.err, "--case: " + file.string() + ": assumptions: unknown key 'yers': did you mean years"),
        run.err);
}

BOOST_AUTO_TEST_CASE(a_case_that_cannot_be_written_leaves_nothing_behind)
{
    const TemporaryFolder folder;
    write(folder.path() / "file", "");
    const CliRun run = costs("--save-case " + (folder.path() / "file" / "case.json").string());
    BOOST_TEST(run.status == 2);
    BOOST_TEST(run.out.empty());
    BOOST_TEST(says(run.err, "--save-case: "), run.err);
    BOOST_TEST(folder.entries() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
