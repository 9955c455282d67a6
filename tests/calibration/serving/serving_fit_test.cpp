// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/serving/serving_fit.h"
#include "catalog/catalog_database.h"
#include "speed/estimate.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

using namespace rigwright;

namespace {

std::deque<calibration::ServingRun> runs()
{
    const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return calibration::readServingRuns(catalog, RIGWRIGHT_MEASUREMENTS).value();
}

std::string contents(const char* path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Count {
    int inside = 0;
    int all = 0;

    void add(const Range<Seconds>& range, Seconds measured)
    {
        inside += range.low <= measured && measured <= range.high ? 1 : 0;
        ++all;
    }
    [[nodiscard]] double share() const { return static_cast<double>(inside) / all; }
};

} // namespace

BOOST_AUTO_TEST_SUITE(serving_constants)

BOOST_AUTO_TEST_CASE(the_constants_follow_from_the_measurements)
{
    auto all = runs();
    ServingFit fit = calibration::fitServing(all);
    // Ranges come from dozens of further fits: the target alone takes the time for those.
    const ServingFit& compiled = fittedServing();
    for (const auto member : {&ServingFit::vllm, &ServingFit::sgLang, &ServingFit::tensorRtLlm}) {
        (fit.*member).tokenLow = (compiled.*member).tokenLow;
        (fit.*member).tokenHigh = (compiled.*member).tokenHigh;
        (fit.*member).firstLow = (compiled.*member).firstLow;
        (fit.*member).firstHigh = (compiled.*member).firstHigh;
    }
    BOOST_TEST(calibration::servingText(fit) == contents(RIGWRIGHT_CONSTANTS));
}

BOOST_AUTO_TEST_CASE(most_measurements_lie_in_the_range)
{
    Count token;
    Count first;
    for (const calibration::ServingRun& run : runs()) {
        const SpeedEstimate speed =
            estimateSpeed(run.quantized, run.workload, run.hardware, run.plan).value();
        token.add(speed.timePerOutputToken, run.tokenTime);
        if (run.firstToken) {
            first.add(speed.timeToFirstToken, *run.firstToken);
        }
    }
    BOOST_TEST(token.share() >= 0.75);
    BOOST_TEST(token.share() <= 0.95); // wider would say nothing
    BOOST_TEST(first.share() >= 0.75);
    BOOST_TEST(first.share() <= 0.95);
}

BOOST_AUTO_TEST_SUITE_END()
