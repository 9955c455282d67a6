// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright::test;

BOOST_AUTO_TEST_SUITE(cluster_answer)

BOOST_AUTO_TEST_CASE(where_no_machine_is_enough_several_are_proposed)
{
    const CliRun run = runCli("builds --model deepseek-r1 --weights fp8 --engine vllm --workload serve "
                              "--concurrency 8 --no-host-offload --budget 400000 --json");
    BOOST_TEST(run.status == 1);
    const auto json = run.json();
    BOOST_TEST(json["builds"].empty());
    BOOST_TEST(!json["clusters"].empty());
    const auto& cluster = json["clusters"][0];
    BOOST_TEST(cluster["kind"] == "pipeline");
    BOOST_TEST(cluster["nodes"].get<int>() >= 2);
    BOOST_TEST(cluster["price"]["currency"] == "USD");
    BOOST_TEST(!cluster["node"]["parts"].empty());
    BOOST_TEST(!cluster["findings"].empty());
}

BOOST_AUTO_TEST_CASE(where_one_is_enough_none_are)
{
    const auto json = runCli("builds --model qwen3-8b --budget 3000 --limit 1 --json").json();
    BOOST_TEST(json["builds"].size() == 1U);
    BOOST_TEST(json["clusters"].empty());
}

BOOST_AUTO_TEST_SUITE_END()
