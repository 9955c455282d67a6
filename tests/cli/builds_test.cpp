// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright::test;

namespace {

constexpr const char* kBuilds = "builds --model deepseek-r1-distill-qwen-32b --weights q4_k_m --context 8192 "
                                "--budget 3000 --currency USD";

double priceOf(const nlohmann::json& build)
{
    return std::stod(build["price"]["amount"].get<std::string>());
}

} // namespace

BOOST_AUTO_TEST_SUITE(builds_options)

BOOST_AUTO_TEST_CASE(a_part_at_hand_is_a_line_of_its_own_that_costs_nothing)
{
    const CliRun run = runCli(std::string(kBuilds) + " --own rtx-3090:1 --json");
    BOOST_TEST(run.status == 0);
    bool found = false;
    const auto answer = run.json();
    for (const auto& build : answer["builds"]) {
        for (const auto& part : build["parts"]) {
            if (part["owned"]) {
                found = true;
                BOOST_TEST(part["part"] == "rtx-3090");
                BOOST_TEST(part["quantity"] == 1);
                BOOST_TEST(part["unit_price"]["amount"] == "0.00");
            }
        }
    }
    BOOST_TEST(found);
}

BOOST_AUTO_TEST_CASE(what_machines_are_ranked_by_widens_the_front)
{
    const auto onFront = [](const CliRun& run) {
        int count = 0;
        const auto answer = run.json();
        for (const auto& build : answer["builds"]) {
            count += build["on_front"] ? 1 : 0;
            BOOST_TEST(build["merits"]["headroom_bytes"] >= 0);
            BOOST_TEST(build["merits"].contains("noise_dba"));
            BOOST_TEST(build["merits"]["room_for_cards"] >= 0);
        }
        return count;
    };
    const CliRun plain = runCli(std::string(kBuilds) + " --json");
    const CliRun ranked = runCli(std::string(kBuilds) + " --rank-by power,noise --json");
    BOOST_TEST(onFront(ranked) > onFront(plain));
    BOOST_TEST(plain.json()["exact"] == true);
    BOOST_TEST(plain.json()["feasible"] == ranked.json()["feasible"]);
    BOOST_TEST(plain.json()["elapsed_ms"] > 0);
}

BOOST_AUTO_TEST_CASE(a_circuit_and_a_form_factor_bound_the_machines)
{
    const CliRun free = runCli(std::string(kBuilds) + " --json");
    const CliRun bound =
        runCli(std::string(kBuilds) + " --circuit 120x5 --form-factor mATX --form-factor ATX --json");
    BOOST_TEST(bound.status == 0);
    BOOST_TEST(bound.json()["feasible"] < free.json()["feasible"]);
    bool circuit = false;
    const auto answer = bound.json();
    for (const auto& exclusion : answer["excluded"]) {
        circuit = circuit || exclusion["reason"] == "circuit";
    }
    BOOST_TEST(circuit);
    for (const auto& build : answer["builds"]) {
        // 120 V × 5 A × 80 %
        BOOST_TEST(build["wall_watts"] <= 480);
        BOOST_TEST(priceOf(build) <= 3000);
    }
}

BOOST_AUTO_TEST_CASE(options_that_can_not_be_are_refused_with_their_name)
{
    for (const char* option : {"--circuit 120", "--circuit 50x10", "--circuit 120xmany", "--rank-by beauty",
                               "--own no-such-part", "--own rtx-3090:0", "--form-factor round"}) {
        const CliRun run = runCli(std::string(kBuilds) + " " + option);
        BOOST_TEST(run.status != 0, option);
        BOOST_TEST(!run.err.empty(), option);
    }
}

BOOST_AUTO_TEST_SUITE_END()
