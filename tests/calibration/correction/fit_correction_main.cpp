// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/correction/fit_correction.h"
#include "catalog/catalog_database.h"

#include <fstream>
#include <iostream>

// fit-correction MEASUREMENTS TABLE REPORT: writes the spread that corrected speeds keep, and the report.
int main(int argc, char** argv)
{
    using namespace rigwright;
    if (argc != 4) {
        std::cerr << "usage: fit-correction MEASUREMENTS.csv TABLE.inc REPORT.md\n";
        return 2;
    }
    const auto catalog = findCatalog().and_then([](const auto& path) { return readCatalog(path); });
    const auto measurements =
        catalog.and_then([&](const Catalog& known) { return calibration::readMeasurements(known, argv[1]); });
    if (!measurements) {
        std::cerr << measurements.error().message << '\n';
        return 2;
    }
    const calibration::CorrectionFit fit = calibration::fitCorrection(*measurements);
    std::ofstream(argv[2]) << calibration::correctionTableText(fit);
    std::ofstream(argv[3]) << calibration::correctionReportText(fit);
    std::cout << calibration::correctionReportText(fit);
    return 0;
}
