// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training_measurements.h"

#include "catalog/catalog_database.h"
#include "sizing/training/training_rules.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <map>

using namespace rigwright;

namespace {

const Catalog& catalog()
{
    static const Catalog shipped =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return shipped;
}

const std::vector<training::Comparison>& comparisons()
{
    static const std::vector<training::Comparison> all =
        training::compare(training::readMeasurements(RIGWRIGHT_TRAINING_MEMORY), catalog());
    return all;
}

std::vector<double> errors(bool total)
{
    std::vector<double> values;
    for (const training::Comparison& comparison : comparisons()) {
        values.push_back(total ? comparison.totalError() : comparison.error());
    }
    return values;
}

} // namespace

BOOST_AUTO_TEST_SUITE(training_accuracy)

BOOST_AUTO_TEST_CASE(measured_peaks_are_met_within_the_bars)
{
    const training::ErrorSummary summary = training::summarize(errors(false));
    BOOST_TEST_MESSAGE("median " << summary.median << ", 90th percentile " << summary.ninetieth << ", n "
                                 << summary.count);
    BOOST_TEST(summary.count >= 50);
    BOOST_TEST(summary.median <= 0.10);
    BOOST_TEST(summary.ninetieth <= 0.25);
    const training::ErrorSummary total = training::summarize(errors(true));
    BOOST_TEST_MESSAGE("total: median " << total.median << ", 90th percentile " << total.ninetieth);
    BOOST_TEST(total.median <= 0.10);
    BOOST_TEST(total.ninetieth <= 0.25);
}

BOOST_AUTO_TEST_CASE(runs_that_ran_out_of_memory_are_not_said_to_fit)
{
    const auto runs =
        training::compare(training::readMeasurements(RIGWRIGHT_TRAINING_OUT_OF_MEMORY), catalog());
    BOOST_TEST(runs.size() == 6U);
    for (const training::Comparison& run : runs) {
        // The measured bytes of these rows are the capacity that the source names.
        BOOST_TEST((run.total > run.measurement.measured), run.measurement.id);
    }
}

BOOST_AUTO_TEST_CASE(a_run_that_is_known_to_fit_is_said_to_fit)
{
    // arXiv:2305.14314: LLaMA 65B, NF4 with double quantisation, adapters of rank 64 on all linear layers, paged AdamW, examples
    // of 512 tokens, on one card of 48 GB.
    training::Measurement run;
    run.model = "llama-65b";
    run.measured = 48_GiB;
    run.workload.kind = WorkloadKind::Qlora;
    run.workload.engine = Engine::Transformers;
    run.workload.weights = WeightFormat::Nf4Dq;
    run.workload.training.sequence = 512;
    run.workload.training.loraRank = 64;
    run.workload.training.optimizer = Optimizer::PagedAdamW;
    run.workload.training.recompute = Recompute::Full;
    BOOST_TEST((training::compare({run}, catalog()).front().total < run.measured));
}

BOOST_AUTO_TEST_CASE(no_framework_is_off_as_a_whole)
{
    std::map<std::string, std::vector<double>> byFramework;
    for (const training::Comparison& comparison : comparisons()) {
        byFramework[comparison.measurement.framework].push_back(comparison.error());
    }
    for (const auto& [framework, values] : byFramework) {
        const training::ErrorSummary summary = training::summarize(values);
        BOOST_TEST_MESSAGE(framework << ": median " << summary.median << ", 90th percentile "
                                     << summary.ninetieth << ", n " << summary.count);
        BOOST_TEST((summary.count < 5 || summary.median <= 0.10), framework);
    }
}

BOOST_AUTO_TEST_CASE(the_share_of_the_allocator_holds_for_a_source_that_was_left_out)
{
    const training::ErrorSummary summary =
        training::summarize(training::errorsLeavingSourceOut(comparisons()));
    BOOST_TEST_MESSAGE("left out: median " << summary.median << ", 90th percentile " << summary.ninetieth);
    // Two sources, of 12 rows and of 2: the share of the small one serves the large one.
    BOOST_TEST(summary.median <= 0.15);
    BOOST_TEST(summary.ninetieth <= 0.25);
}

BOOST_AUTO_TEST_CASE(the_share_of_the_allocator_is_the_fitted_one)
{
    BOOST_TEST_MESSAGE("fitted " << training::fittedAllocatorShare(comparisons()));
    BOOST_TEST(std::abs(training::fittedAllocatorShare(comparisons()) - kShardedAllocatorShare) < 0.01);
}

BOOST_AUTO_TEST_SUITE_END()
