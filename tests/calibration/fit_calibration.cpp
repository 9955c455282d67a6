// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/fit.h"
#include "catalog/catalog_database.h"

#include <fstream>
#include <iostream>

// fit-calibration MEASUREMENTS TABLE REPORT: fits the constants and writes the table and the report.
int main(int argc, char** argv)
{
    using namespace rigwright;
    if (argc != 4) {
        std::cerr << "usage: fit-calibration MEASUREMENTS.csv TABLE.inc REPORT.md\n";
        return 2;
    }
    const auto catalog = findCatalog().and_then([](const auto& path) { return readCatalog(path); });
    const auto measurements =
        catalog.and_then([&](const Catalog& known) { return calibration::readMeasurements(known, argv[1]); });
    if (!measurements) {
        std::cerr << measurements.error().message << '\n';
        return 2;
    }
    const calibration::Fit fit = calibration::fitCalibration(*measurements);
    std::ofstream(argv[2]) << calibration::tableText(fit);
    const std::string report = calibration::reportText(fit, *measurements);
    std::ofstream(argv[3]) << report;
    std::cout << report;
    return 0;
}
