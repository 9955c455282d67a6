// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

constexpr auto kBench = RIGWRIGHT_TEST_DATA "/benchmarks/llama_bench_rtx3090.json";
constexpr auto kSize = "size --model llama-3.1-8b --accelerator rtx-3090 --json";

/// Settings of this test alone, as a user begins.
struct OwnSettings {
    TemporaryFolder folder;
    std::string before;

    OwnSettings()
    {
        const char* set = std::getenv("XDG_CONFIG_HOME");
        before = set == nullptr ? "" : set;
        setenv("XDG_CONFIG_HOME", folder.path().c_str(), 1);
    }
    ~OwnSettings() { setenv("XDG_CONFIG_HOME", before.c_str(), 1); }
    OwnSettings(const OwnSettings&) = delete;
    OwnSettings& operator=(const OwnSettings&) = delete;

    [[nodiscard]] std::filesystem::path file() const
    {
        return folder.path() / "rigwright" / "measurements.json";
    }
};

CliRun calibrate(const std::string& options)
{
    return runCli("calibrate " + options);
}

bool notes(const nlohmann::json& findings, const std::string& id)
{
    return std::any_of(findings.begin(), findings.end(),
                       [&](const nlohmann::json& finding) { return finding["id"] == id; });
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(calibrate_command, OwnSettings)

BOOST_AUTO_TEST_CASE(a_measurement_is_kept_shown_followed_and_removed)
{
    const auto plain = runCli(kSize).json();
    BOOST_TEST(plain["speed"]["corrected"] == false);

    const CliRun kept = calibrate(std::string("--json --from ") + kBench);
    BOOST_TEST(kept.status == 0);
    const auto device = kept.json()["devices"][0];
    BOOST_TEST(kept.json()["schema"] == "rigwright.calibrate/1");
    BOOST_TEST(kept.json()["kept"] == true);
    BOOST_TEST(device["device"] == "rtx-3090");
    BOOST_TEST(device["engine"] == "llama.cpp");
    BOOST_TEST(device["runs"] == 3);
    BOOST_TEST(device["date"] == "2026-02-14");
    BOOST_TEST(device["speeds"].size() == 4);
    BOOST_TEST(device["speeds"][3]["estimated_tokens_per_s"].is_null());

    const auto corrected = runCli(kSize).json();
    BOOST_TEST(corrected["speed"]["corrected"] == true);
    BOOST_TEST(notes(corrected["findings"], "speed-corrected"));
    BOOST_TEST(corrected["speed"]["decode_tokens_per_s"]["mid"].get<double>() ==
                   plain["speed"]["decode_tokens_per_s"]["mid"].get<double>() *
                       device["decode_factor"].get<double>(),
               boost::test_tools::tolerance(1e-9));
    const auto ignored = runCli(std::string(kSize) + " --no-measurements").json();
    BOOST_TEST(ignored["speed"] == plain["speed"]);

    const CliRun list = calibrate("--list");
    BOOST_TEST(list.out.find("rtx-3090") != std::string::npos);
    BOOST_TEST(list.out.find("llama_bench_rtx3090.json") != std::string::npos);
    BOOST_TEST(calibrate("--list --json").json()["corrections"].size() == 1);

    BOOST_TEST(calibrate("--remove RTX-3090").out == "Removed: 1\n");
    BOOST_TEST(calibrate("--list").out == "No measurement is kept.\n");
    BOOST_TEST(runCli(kSize).json()["speed"] == plain["speed"]);
}

BOOST_AUTO_TEST_CASE(a_dry_run_keeps_nothing)
{
    const CliRun run = calibrate(std::string("--dry-run --from ") + kBench);
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.out.find("GeForce RTX 3090, llama.cpp, 2026-02-14:") == 0U);
    BOOST_TEST(run.out.find("left out: prompt and answer are one figure") != std::string::npos);
    BOOST_TEST(run.out.find("Nothing was kept.") != std::string::npos);
    BOOST_TEST(!std::filesystem::exists(file()));
}

BOOST_AUTO_TEST_CASE(builds_costs_and_bills_follow)
{
    BOOST_TEST(calibrate(std::string("--from ") + kBench).status == 0);
    const std::string asked = "--model llama-3.1-8b --vendor nvidia --budget 2500 --min-tokens-per-s 1";
    const auto builds = runCli("builds --json " + asked).json();
    int corrected = 0;
    for (const auto& build : builds["builds"]) {
        // A maker's card counts as the accelerator on it.
        const bool measured = std::any_of(build["parts"].begin(), build["parts"].end(), [](const auto& part) {
            return part["part"] == "rtx-3090" || part.value("accelerator", "") == "rtx-3090";
        });
        BOOST_TEST(build["speed"]["corrected"] == measured);
        BOOST_TEST(notes(build["findings"], "speed-corrected") == measured);
        corrected += measured ? 1 : 0;
    }
    BOOST_TEST(corrected > 0);
    for (const auto& build : runCli("builds --json --no-measurements " + asked).json()["builds"]) {
        BOOST_TEST(build["speed"]["corrected"] == false);
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_leaves_something_open_names_the_option)
{
    const std::string apple = RIGWRIGHT_TEST_DATA "/benchmarks/llama_bench_m2_max.jsonl";
    const CliRun open = calibrate("--from " + apple);
    BOOST_TEST(open.status == 2);
    BOOST_TEST(open.err.find("'Apple M2 Max' may be one of several devices. Give --device ID: m2-max-32gb") !=
               std::string::npos);
    BOOST_TEST(calibrate("--device m2-max-64gb --from " + apple).status == 0);
    const std::string latency = RIGWRIGHT_TEST_DATA "/benchmarks/vllm_latency.json";
    BOOST_TEST(calibrate("--device l40s --model llama-3.1-8b --from " + latency)
                   .err.find("Give --prompt-tokens, --output-tokens and --concurrency") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(bad_requests_are_one_line)
{
    for (const char* options :
         {"", "--list --all", "--from none.json", "--remove rtx-4090", "--all --from x"}) {
        const CliRun run = calibrate(options);
        BOOST_TEST(run.status == 2, options);
        BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
        BOOST_TEST(run.out.empty());
    }
    BOOST_TEST(calibrate(std::string("--device rtx-309 --from ") + kBench).err.find("did you mean") !=
               std::string::npos);
    BOOST_TEST(calibrate(std::string("--weights q9 --from ") + kBench).status == 2);
    BOOST_TEST(calibrate(std::string("--count 0 --from ") + kBench).status == 2);
    BOOST_TEST(calibrate("--all").out == "Removed: 0\n");
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_told_and_the_program_goes_on_without)
{
    std::filesystem::create_directories(file().parent_path());
    std::ofstream(file()) << "{\"schema\": ";
    const auto json = runCli(kSize).json();
    BOOST_TEST(json["speed"]["corrected"] == false);
    BOOST_TEST(notes(json["findings"], "measurements-unread"));
    BOOST_TEST(calibrate(std::string("--from ") + kBench).status == 2);
    BOOST_TEST(calibrate("--list").status == 2);
    const auto builds = runCli("builds --json --model llama-3.1-8b --budget 2000").json();
    BOOST_TEST(notes(builds["findings"], "measurements-unread"));
}

BOOST_AUTO_TEST_SUITE_END()
