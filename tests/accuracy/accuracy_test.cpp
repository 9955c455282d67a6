// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/llama_cpp_prints.h"
#include "accuracy/table.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright::accuracy;

namespace {

std::vector<LlamaCppComparison> ofMode(const std::vector<LlamaCppComparison>& all, bool server)
{
    std::vector<LlamaCppComparison> some;
    std::ranges::copy_if(all, std::back_inserter(some),
                         [server](const auto& one) { return one.server == server; });
    return some;
}

Errors totals(const std::vector<LlamaCppComparison>& all)
{
    return errorsOf("total", all, [](const auto& one) { return one.total; });
}

Errors buffers(const std::vector<LlamaCppComparison>& all)
{
    return errorsOf("compute buffer", all, [](const auto& one) { return std::optional(one.compute); });
}

Errors caches(const std::vector<LlamaCppComparison>& all)
{
    return errorsOf("cache", all, [](const auto& one) { return std::optional(one.cache); });
}

} // namespace

BOOST_AUTO_TEST_SUITE(llama_cpp_accuracy)

BOOST_AUTO_TEST_CASE(prints_of_the_library_are_met)
{
    const auto prints = ofMode(compareLlamaCppPrints(RIGWRIGHT_TEST_DATA), false);
    BOOST_TEST(prints.size() > 280);
    const Errors weights = errorsOf("weights", prints, [](const auto& one) { return one.weights; });
    BOOST_TEST(weights.quantile(1) <= 0.001);
    BOOST_TEST(caches(prints).quantile(1) <= 0.001);
    BOOST_TEST(buffers(prints).quantile(0.5) <= 0.05);
    BOOST_TEST(buffers(prints).quantile(0.9) <= 0.20);
    BOOST_TEST(totals(prints).quantile(0.5) <= 0.005);
    BOOST_TEST(totals(prints).quantile(0.9) <= 0.02);
}

BOOST_AUTO_TEST_CASE(prints_of_the_server_are_met)
{
    const auto prints = ofMode(compareLlamaCppPrints(RIGWRIGHT_TEST_DATA), true);
    BOOST_TEST(prints.size() >= 12);
    BOOST_TEST(totals(prints).quantile(0.5) <= 0.01);
    BOOST_TEST(totals(prints).quantile(0.9) <= 0.03);
}

BOOST_AUTO_TEST_CASE(dry_runs_of_many_architectures_are_met)
{
    const auto runs = compareLlamaCppDryRuns(RIGWRIGHT_TEST_DATA);
    BOOST_TEST(runs.size() > 800);
    BOOST_TEST(caches(runs).quantile(1) <= 0.001);
    BOOST_TEST(buffers(runs).quantile(0.5) <= 0.05);
    BOOST_TEST(buffers(runs).quantile(0.9) <= 0.20);
    for (const bool server : {false, true}) {
        BOOST_TEST(totals(ofMode(runs, server)).quantile(0.5) <= 0.005);
        BOOST_TEST(totals(ofMode(runs, server)).quantile(0.9) <= 0.02);
    }
}

BOOST_AUTO_TEST_CASE(repacked_copies_and_resident_memory_are_met)
{
    const auto prints = compareLlamaCppPrints(RIGWRIGHT_TEST_DATA);
    const Errors repacked = errorsOf("repacked", prints, [](const auto& one) { return one.repacked; });
    BOOST_TEST(repacked.quantile(0.9) <= 0.01);
    const Errors peak = errorsOf("peak", prints, [](const auto& one) { return one.peak; });
    BOOST_TEST(peak.quantile(0.5) <= 0.05);
}

BOOST_AUTO_TEST_SUITE_END()
