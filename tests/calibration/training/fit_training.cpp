// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/training/fit.h"
#include "catalog/catalog_database.h"

#include <fstream>
#include <iostream>

// fit-training MEASUREMENTS TABLE REPORT: fits the constants and writes the table and the report.
int main(int argc, char** argv)
{
    using namespace rigwright;
    if (argc != 4) {
        std::cerr << "usage: fit-training MEASUREMENTS.csv TABLE.inc REPORT.md\n";
        return 2;
    }
    const auto catalog = findCatalog().and_then([](const auto& path) { return readCatalog(path); });
    const auto measurements = catalog.and_then(
        [&](const Catalog& known) { return training_calibration::readMeasurements(known, argv[1]); });
    if (!measurements) {
        std::cerr << measurements.error().message << '\n';
        return 2;
    }
    const training_calibration::Fit fit = training_calibration::fitTraining(*measurements);
    std::ofstream(argv[2]) << training_calibration::tableText(fit);
    std::ofstream(argv[3]) << training_calibration::reportText(fit);
    std::cout << training_calibration::reportText(fit);
    return 0;
}
