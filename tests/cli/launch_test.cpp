// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

const std::string kWanted = "--model deepseek-r1-distill-qwen-32b --weights q4_k_m --context 8192 ";
const std::string kLaunch = "launch " + kWanted + "--budget 3000 ";

bool says(const std::string& text, const std::string& words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(launch_command)

BOOST_AUTO_TEST_CASE(the_text_starts_the_server_and_lists_what_to_see_to)
{
    const CliRun run = runCli(kLaunch);
    BOOST_TEST(run.status == 0, run.err);
    BOOST_TEST(run.err.empty(), run.err);
    // llama-server's own names: -c is the context, -m the file of the weights.
    for (const char* words :
         {"llama-server", "-c 8192", "-m ", "To see to, in this order:", "Acceptance, what the delivered"}) {
        BOOST_TEST(says(run.out, words), words);
    }
}

BOOST_AUTO_TEST_CASE(the_object_names_its_schema_the_commands_and_the_checks)
{
    const CliRun run = runCli(kLaunch + "--json");
    BOOST_TEST(run.status == 0, run.err);
    const auto answer = run.json();
    BOOST_TEST(answer.at("schema") == "rigwright.launch/1");
    BOOST_TEST(answer.at("fits") == true);
    BOOST_REQUIRE(!answer.at("texts").empty());
    for (const auto& text : answer.at("texts")) {
        BOOST_TEST((text.at("kind") == "command" || text.at("kind") == "compose"));
        BOOST_TEST(!text.at("program").get<std::string>().empty());
    }
    BOOST_TEST(answer["texts"][0]["program"] == "llama-server");
    BOOST_TEST(says(answer["texts"][0]["text"], "llama-server"));
    for (const char* list : {"checklist", "acceptance"}) {
        BOOST_TEST(!answer.at(list).empty(), list);
        for (const auto& entry : answer.at(list)) {
            BOOST_TEST(!entry.at("id").get<std::string>().empty(), list);
            // Every figure is in its place.
            const std::string text =
                list == std::string("checklist") ? entry.at("text") : entry.at("expected");
            for (const auto& [key, value] : entry.at("evidence").items()) {
                BOOST_TEST(!says(text, "{" + key + "}"), text);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(another_engine_is_another_program)
{
    // Eight billion weights of eight bits in the memory of one card: what vLLM serves.
    const CliRun run = runCli("launch --model llama-3.1-8b --weights fp8 --engine vllm --workload serve "
                              "--context 4096 --budget 5000 --json");
    BOOST_TEST(run.status == 0, run.err);
    const auto texts = run.json().at("texts");
    BOOST_REQUIRE(!texts.empty());
    BOOST_TEST(says(texts[0].at("program"), "vllm"));
    BOOST_TEST(says(texts[0].at("text"), "--max-model-len 4096"));
}

BOOST_AUTO_TEST_CASE(several_machines_get_a_command_each_where_one_is_not_enough)
{
    // As `builds` answers: no machine, and a proposal of several.
    const CliRun run = runCli("launch --model deepseek-r1 --weights fp8 --engine vllm --workload serve "
                              "--concurrency 8 --no-host-offload --budget 400000 --json");
    BOOST_TEST(run.status == 1, run.err);
    const auto answer = run.json();
    BOOST_TEST(answer.at("build").is_null());
    const int nodes = answer.at("cluster").at("nodes");
    const auto& texts = answer.at("texts");
    BOOST_REQUIRE(static_cast<int>(texts.size()) == nodes);
    for (int node = 0; node < nodes; ++node) {
        const auto& text = texts.at(static_cast<std::size_t>(node));
        BOOST_TEST(text.at("node") == node);
        BOOST_TEST(says(text.at("text"), "--node-rank " + std::to_string(node)));
    }
    // Stages within a machine times machines.
    BOOST_TEST(answer.at("placement") == answer.at("cluster").at("placement"));
    BOOST_TEST(!answer.at("acceptance").empty());
}

BOOST_AUTO_TEST_CASE(a_given_machine_is_the_one_that_is_started)
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "build.json").string();
    const auto build = runCli("builds " + kWanted + "--budget 3000 --json").json().at("builds").at(0);
    std::ofstream(file) << nlohmann::json{{"parts", build.at("parts")}};
    const std::string output = (folder.path() / "launch.txt").string();
    const CliRun run = runCli("launch " + kWanted + "--build " + file + " --output " + output);
    BOOST_TEST(run.status == 0, run.err);
    BOOST_TEST(run.out.empty());
    std::ostringstream text;
    text << std::ifstream(output).rdbuf();
    BOOST_TEST(says(text.str(), "llama-server"));
    BOOST_TEST(says(text.str(), build.at("title").get<std::string>()));
}

BOOST_AUTO_TEST_CASE(no_machine_for_the_money_is_said_and_is_no_error)
{
    const std::string poor = "launch " + kWanted + "--budget 10 ";
    const CliRun text = runCli(poor);
    BOOST_TEST(text.status == 1);
    BOOST_TEST(text.err.empty(), text.err);
    BOOST_TEST(std::count(text.out.begin(), text.out.end(), '\n') == 1, text.out);
    const CliRun object = runCli(poor + "--json");
    BOOST_TEST(object.status == 1);
    BOOST_TEST(object.json().at("schema") == "rigwright.launch/1");
    BOOST_TEST(object.json().at("build").is_null());
}

BOOST_AUTO_TEST_SUITE_END()
