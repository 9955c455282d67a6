// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/links/links_fit.h"
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

BOOST_AUTO_TEST_SUITE(link_constants)

BOOST_AUTO_TEST_CASE(the_constants_follow_from_the_measurements)
{
    const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    const auto exchanges = calibration::readExchanges(catalog, RIGWRIGHT_MEASUREMENTS).value();
    BOOST_TEST(calibration::linksText(calibration::fitLinks(exchanges)) == contents(RIGWRIGHT_CONSTANTS));
    BOOST_TEST(calibration::linksReport(exchanges) == contents(RIGWRIGHT_REPORT));
}

BOOST_AUTO_TEST_SUITE_END()
