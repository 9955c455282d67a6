// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/fit.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

using namespace rigwright;

namespace {

std::vector<calibration::Measurement> measurements()
{
    const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return calibration::readMeasurements(catalog, RIGWRIGHT_MEASUREMENTS).value();
}

std::string contents(const char* path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(calibration_table)

BOOST_AUTO_TEST_CASE(the_constants_follow_from_the_measurements)
{
    const std::vector<calibration::Measurement> all = measurements();
    const calibration::Fit fit = calibration::fitCalibration(all);
    BOOST_TEST(calibration::tableText(fit) == contents(RIGWRIGHT_CALIBRATION_TABLE));
    BOOST_TEST(calibration::reportText(fit, all) == contents(RIGWRIGHT_CALIBRATION_REPORT));
}

BOOST_AUTO_TEST_CASE(four_of_five_measurements_lie_in_the_range)
{
    int inside = 0;
    int all = 0;
    for (const calibration::Measurement& measurement : measurements()) {
        if (!measurement.fitted) {
            continue;
        }
        const SpeedEstimate speed =
            estimateSpeed(measurement.model, measurement.workload, measurement.hardware, measurement.plan)
                .value();
        const auto& range = measurement.metric == calibration::Metric::Decode ? speed.decode : speed.prefill;
        const double measured = measurement.tokensPerSecond;
        inside += range.low.value() <= measured && measured <= range.high.value() ? 1 : 0;
        ++all;
    }
    const double share = static_cast<double>(inside) / all;
    BOOST_TEST(share >= 0.75);
    BOOST_TEST(share <= 0.95); // wider would say nothing
}

BOOST_AUTO_TEST_SUITE_END()
