// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

struct BadInput {
    const char* commandLine;
    const char* named; ///< what the message must name
};

std::ostream& operator<<(std::ostream& out, const BadInput& input)
{
    return out << input.commandLine;
}

constexpr BadInput kBadInputs[] = {
    {"", "subcommand"},
    {"conquer", "conquer"},
    {"size", "--model"},
    {"size --model llama-3.3-70b-instrukt --accelerator rtx-4090", "llama-3.3-70b-instruct"},
    {"size --model llama-3.1-8b --accelerator rtx-4909", "rtx-4090"},
    {"size --model llama-3.1-8b --cpu ryzen-5-7601", "ryzen-5-7600"},
    {"size --model llama-3.1-8b", "hardware"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --context -5", "--context"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --context 0", "--context"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --context 99999999999999999999", "--context"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --context 8k", "8k"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --weights q4_k_x", "q4_k_x"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --kv f17", "f17"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --engine triton", "triton"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --engine vllm --weights q4_k_m", "vLLM"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --workload dream", "dream"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --concurrency 4", "serve"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --count 0", "--count"},
    {"size --model llama-3.1-8b --accelerator rtx-4090 --count 2 --count 3", "--count"},
    {"size --model llama-3.1-8b --host-bandwidth nan", "--host-bandwidth"},
    {"size --model llama-3.1-8b --channels 8", "--memory-speed"},
    {"size --model llama-3.1-8b --memory-speed 5600", "--channels"},
    {"size --model llama-3.1-8b --cpu ryzen-5-7600 --channels 3", "--channels"},
    {"size --model llama-3.1-8b --cpu ryzen-5-7600 --memory-speed fast", "--memory-speed"},
    {"size --model llama-3.1-8b --cpu ryzen-5-7600 --dimms-per-channel 3", "--dimms-per-channel"},
    {"size --model llama-3.1-8b --cpu ryzen-5-7600 --channels 2 --host-bandwidth 80", "--host-bandwidth"},
    {"size --model llama-3.1-8b --cpu ryzen-5-7600 --storage-read 0", "--storage-read"},
    {"size --model llama-3.1-8b --build /nowhere/build.json", "/nowhere/build.json"},
    {"size --params 7X --accelerator rtx-4090", "--params"},
    {"size --params 7B --model llama-3.1-8b --accelerator rtx-4090", "more than one"},
    {"size --hf-config /nowhere/config.json --accelerator rtx-4090", "/nowhere/config.json"},
    {"size --gguf /nowhere/model.gguf --accelerator rtx-4090", "/nowhere/model.gguf"},
    {"models import /nowhere/model.gguf", "/nowhere/model.gguf"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload lora --lora-rank 0", "--lora-rank"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload full --zero 4", "--zero"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload full --optimizer adam7", "adam7"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload full --recompute some", "some"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload full --sequence 0", "--sequence"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload full --token-budget many",
     "--token-budget"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload full --token-budget -2B", "-2B"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload full --checkpoint-every 0",
     "--checkpoint-every"},
    {"size --model llama-3.1-8b --accelerator h100-sxm --workload full --matrices int3", "int3"},
    {"builds --model llama-3.1-8b", "--budget"},
    {"claims G9.bench", "G1.bench"},
    {"claims G1.bench.71b", "G1.bench.70b"},
    {"builds --model llama-3.1-8b --budget 3000 --currency XAU", "XAU"},
    {"builds --model llama-3.1-8b --budget -3", "--budget"},
    {"builds --model llama-3.1-8b --budget lots", "lots"},
    {"builds --model llama-3.1-8b --budget 3000 --vendor acme", "acme"},
    {"costs --model llama-3.1-8b --budget 3000 --utilization 1.5", "--utilization"},
    {"costs --model llama-3.1-8b --budget 3000 --years 0", "--years"},
    {"costs --model llama-3.1-8b --budget 3000 --utilization 140%", "--utilization"},
    {"costs --model llama-3.1-8b --budget 3000 --years 11", "--years"},
    {"costs --model llama-3.1-8b --budget 3000 --years many", "--years"},
    {"costs --model llama-3.1-8b --budget 3000 --country ZZ", "--country"},
    {"costs --model llama-3.1-8b --budget 3000 --users 0", "--users"},
    {"costs --model llama-3.1-8b --budget 3000 --users 5 --utilization 0.5", "--utilization"},
    {"costs --model llama-3.1-8b --budget 3000 --users 5 --profile /nowhere.csv", "--profile"},
    {"costs --model llama-3.1-8b --budget 3000 --hours-per-day 25", "--hours-per-day"},
    {"costs --model llama-3.1-8b --budget 3000 --days-per-week 8", "--days-per-week"},
    {"costs --model llama-3.1-8b --budget 3000 --profile /nowhere/day.csv", "/nowhere/day.csv"},
    {"costs --model llama-3.1-8b --budget 3000 --cached-share 2", "--cached-share"},
    {"costs --model llama-3.1-8b --budget 3000 --machines 0", "--machines"},
    {"costs --model llama-3.1-8b --budget 3000 --tax-rate 19", "--tax-rate"},
    {"costs --model llama-3.1-8b --budget 3000 --tax-rate high%", "--tax-rate"},
    {"costs --model llama-3.1-8b --budget 3000 --shipping -5", "--shipping"},
    {"costs --model llama-3.1-8b --budget 3000 --shipping 1.234", "--shipping"},
    {"costs --model llama-3.1-8b --budget 3000 --financing barter", "--financing"},
    {"costs --model llama-3.1-8b --budget 3000 --interest nan", "--interest"},
    {"costs --model llama-3.1-8b --budget 3000 --term-months 0", "--term-months"},
    {"costs --model llama-3.1-8b --budget 3000 --residual -10%", "--residual"},
    {"costs --model llama-3.1-8b --budget 3000 --depreciation never", "--depreciation"},
    {"costs --model llama-3.1-8b --budget 3000 --refresh-years 0.5", "--refresh-years"},
    {"costs --model llama-3.1-8b --budget 3000 --electricity free", "--electricity"},
    {"costs --model llama-3.1-8b --budget 3000 --electricity -0.1", "--electricity"},
    {"costs --model llama-3.1-8b --budget 3000 --electricity-change -60%", "--electricity-change"},
    {"costs --model llama-3.1-8b --budget 3000 --pue 0.9", "--pue"},
    {"costs --model llama-3.1-8b --budget 3000 --idle-share 1e3", "--idle-share"},
    {"costs --model llama-3.1-8b --budget 3000 --rack-per-month x", "--rack-per-month"},
    {"costs --model llama-3.1-8b --budget 3000 --staff-cost 1e400", "--staff-cost"},
    {"costs --model llama-3.1-8b --budget 3000 --billing-minutes -1", "--billing-minutes"},
    {"costs --model llama-3.1-8b --budget 3000 --storage-gb inf", "--storage-gb"},
    {"costs --model llama-3.1-8b --budget 3000 --reserved-months 61", "--reserved-months"},
    {"costs --model llama-3.1-8b --budget 3000 --reserved-discount 101%", "--reserved-discount"},
    {"costs --model llama-3.1-8b --budget 3000 --carbon -1", "--carbon"},
    {"costs --model llama-3.1-8b --budget 3000 --range weather=0.5:2", "weather"},
    {"costs --model llama-3.1-8b --budget 3000 --range electricity", "--range"},
    {"costs --model llama-3.1-8b --budget 3000 --range electricity=1.2:2", "--range"},
    {"costs --model llama-3.1-8b --budget 3000 --range electricity=0.5:0.9", "--range"},
    {"costs --model llama-3.1-8b --budget 3000 --case /nowhere/case.json", "/nowhere/case.json"},
    {"costs --model llama-3.1-8b --budget 3000 --case-name Mine", "--case-name"},
    {"bom --model llama-3.1-8b --budget 3000", "--output"},
    {"bom --model llama-3.1-8b --budget 3000 --output /tmp/x.docx", ".xlsx"},
    {"bom --model llama-3.1-8b --budget 3000 --output /nowhere/x.xlsx", "/nowhere"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.xlsx --systems 0", "--systems"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.odt", ".xlsx, .csv, .pdf, .html, .md or .json"},
    {"bom --model llama-3.1-8b --budget 3000 --output x", ".xlsx"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --language tlh", "--language"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --paper a3", "--paper"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.csv --csv-separator x", "--csv-separator"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.csv --csv-decimal ,", "--csv-separator"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --tax 1001", "--tax"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --discount -1", "--discount"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --contingency ten", "--contingency"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --shipping -5", "--shipping"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --shipping 1.234", "--shipping"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --valid-until 2026-02-30", "--valid-until"},
    {"bom --model llama-3.1-8b --budget 3000 --output x.md --needed-by tomorrow", "--needed-by"},
    {"bom --project /nowhere/a.rigwright --output x.md", "/nowhere/a.rigwright"},
    {"bom --project a.rigwright --budget 5 --output x.md", "a.rigwright"},
    {"bom --model llama-3.1-8b --budget 3000 --machine 1 --output x.md", "--project"},
    {"size --machine Trainer --model llama-3.1-8b", "--project"},
    {"size --project /nowhere/a.rigwright", "/nowhere/a.rigwright"},
    {"builds --project /nowhere/a.rigwright", "/nowhere/a.rigwright"},
    {"costs --project /nowhere/a.rigwright", "/nowhere/a.rigwright"},
    {"launch --project /nowhere/a.rigwright", "/nowhere/a.rigwright"},
    {"quotes request --project a.rigwright --language tlh --output x.csv", "--language"},
    {"launch --model llama-3.1-8b", "--budget"},
    {"launch --model llama-3.1-8b --budget lots", "lots"},
    {"launch --model llama-3.1-8b --budget 3000 --engine triton", "triton"},
    {"launch --model llama-3.1-8b --build /nowhere/build.json", "/nowhere/build.json"},
    {"launch --model llama-3.1-8b --budget 3000 --output /nowhere/x.txt", "/nowhere"},
    {"catalog list spaceship", "spaceship"},
    {"models show gpt-9", "gpt-9"},
    {"check --build /nowhere/build.json", "/nowhere/build.json"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(bad_input)

BOOST_DATA_TEST_CASE(gets_one_clear_line_and_status_two, boost::unit_test::data::make(kBadInputs))
{
    const CliRun run = runCli(sample.commandLine);
    BOOST_TEST(run.status == 2);
    BOOST_TEST(run.out.empty(), run.out);
    BOOST_TEST(std::ranges::count(run.err, '\n') == 1, run.err);
    BOOST_TEST(run.err.find(sample.named) != std::string::npos, run.err);
}

BOOST_AUTO_TEST_CASE(leaves_no_half_written_file)
{
    const TemporaryFolder folder;
    const CliRun run = runCli("bom --model llama-3.1-8b --budget 3000 --output " +
                              (folder.path() / "missing" / "x.xlsx").string());
    BOOST_TEST(run.status == 2);
    BOOST_TEST(folder.entries() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
