// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/host/fit_host.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

using namespace rigwright;

namespace {

std::string contents(const char* path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(host_calibration)

BOOST_AUTO_TEST_CASE(the_constants_of_hosts_follow_from_the_measurements)
{
    const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    const auto measurements = calibration::readHostMeasurements(catalog, RIGWRIGHT_MEASUREMENTS);
    BOOST_REQUIRE(measurements.has_value());
    const calibration::HostFit fit = calibration::fitHost(*measurements);
    BOOST_TEST(calibration::hostTableText(fit) == contents(RIGWRIGHT_HOST_TABLE));
    BOOST_TEST(calibration::hostReportText(fit) == contents(RIGWRIGHT_HOST_REPORT));
    for (const calibration::HostError& error : fit.errors) {
        BOOST_TEST(error.inside >= 0.70);
        BOOST_TEST(error.inside <= 0.95); // wider would say nothing
    }
}

BOOST_AUTO_TEST_SUITE_END()
