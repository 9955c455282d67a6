// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/serving/serving_fit.h"
#include "catalog/catalog_database.h"

#include <fstream>
#include <iostream>

// fit-serving MEASUREMENTS CONSTANTS REPORT: fits the constants of serving engines and writes them and the report.
int main(int argc, char** argv)
{
    using namespace rigwright;
    if (argc != 4) {
        std::cerr << "usage: fit-serving MEASUREMENTS.csv CONSTANTS.inc REPORT.md\n";
        return 2;
    }
    const auto catalog = findCatalog().and_then([](const auto& path) { return readCatalog(path); });
    auto runs =
        catalog.and_then([&](const Catalog& known) { return calibration::readServingRuns(known, argv[1]); });
    if (!runs) {
        std::cerr << runs.error().message << '\n';
        return 2;
    }
    ServingFit fit = calibration::fitServing(*runs);
    const calibration::ServingMisses misses = calibration::leaveOut(*runs);
    calibration::setRanges(fit, misses);
    std::ofstream(argv[2]) << calibration::servingText(fit);
    std::ofstream(argv[3]) << calibration::servingReport(*runs, fit, misses);
    return 0;
}
