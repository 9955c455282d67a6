// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/training/fit.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

using namespace rigwright;

namespace {

std::vector<training_calibration::Measurement> measurements()
{
    const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return training_calibration::readMeasurements(catalog, RIGWRIGHT_TRAINING_MEASUREMENTS).value();
}

std::string contents(const char* path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(training_calibration_table)

BOOST_AUTO_TEST_CASE(the_constants_follow_from_the_measurements)
{
    const training_calibration::Fit fit = training_calibration::fitTraining(measurements());
    BOOST_TEST(training_calibration::tableText(fit) == contents(RIGWRIGHT_TRAINING_TABLE));
    BOOST_TEST(training_calibration::reportText(fit) == contents(RIGWRIGHT_TRAINING_REPORT));
    BOOST_TEST(fit.all.medianError < 0.15);
    BOOST_TEST(fit.inside >= 0.75);
    BOOST_TEST(fit.inside <= 0.92);
}

BOOST_AUTO_TEST_SUITE_END()
