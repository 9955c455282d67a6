// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/links/links_fit.h"
#include "catalog/catalog_database.h"

#include <fstream>
#include <iostream>

// fit-links MEASUREMENTS CONSTANTS REPORT: fits the constants of links and writes them and the report.
int main(int argc, char** argv)
{
    using namespace rigwright;
    if (argc != 4) {
        std::cerr << "usage: fit-links MEASUREMENTS.csv CONSTANTS.inc REPORT.md\n";
        return 2;
    }
    const auto catalog = findCatalog().and_then([](const auto& path) { return readCatalog(path); });
    const auto exchanges =
        catalog.and_then([&](const Catalog& known) { return calibration::readExchanges(known, argv[1]); });
    if (!exchanges) {
        std::cerr << exchanges.error().message << '\n';
        return 2;
    }
    std::ofstream(argv[2]) << calibration::linksText(calibration::fitLinks(*exchanges));
    std::ofstream(argv[3]) << calibration::linksReport(*exchanges);
    return 0;
}
