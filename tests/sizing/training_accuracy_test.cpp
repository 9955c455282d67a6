// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training_measurements.h"

#include "catalog/catalog_database.h"
#include "sizing/training/training_rules.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <set>

using namespace rigwright;

namespace {

const std::vector<training::Comparison>& comparisons()
{
    static const std::vector<training::Comparison> all = [] {
        const Catalog catalog =
            findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
        return training::compare(training::readMeasurements(RIGWRIGHT_TRAINING_MEMORY), catalog);
    }();
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
    if (std::getenv("RIGWRIGHT_SHOW") != nullptr) {
        for (const training::Comparison& c : comparisons()) {
            std::cout << std::fixed << std::setprecision(2) << std::setw(5) << c.measurement.id << ' '
                      << std::setw(12) << c.measurement.framework << ' ' << std::setw(26)
                      << c.measurement.model << ' ' << std::setw(9)
                      << workloadKindName(c.measurement.workload.kind) << ' ' << std::setw(8)
                      << c.measurement.measured.inGb() << std::setw(8) << c.computed.inGb() << std::setw(8)
                      << 100 * c.error() << std::setw(8) << 100 * c.totalError() << '\n';
        }
    }
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

BOOST_AUTO_TEST_CASE(the_share_of_the_allocator_is_the_fitted_one)
{
    BOOST_TEST_MESSAGE("fitted " << training::fittedAllocatorShare(comparisons()));
    BOOST_TEST(std::abs(training::fittedAllocatorShare(comparisons()) - kShardedAllocatorShare) < 0.01);
}

BOOST_AUTO_TEST_SUITE_END()
