// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/host/fit_host.h"
#include "catalog/catalog_database.h"

#include <fstream>
#include <iostream>

// fit-host MEASUREMENTS TABLE REPORT: writes the constants of CPUs and the report of errors.
int main(int argc, char** argv)
{
    using namespace rigwright;
    if (argc != 4) {
        std::cerr << "usage: fit-host MEASUREMENTS.csv TABLE.inc REPORT.md\n";
        return 2;
    }
    const auto catalog = findCatalog().and_then([](const auto& path) { return readCatalog(path); });
    const auto measurements = catalog.and_then(
        [&](const Catalog& known) { return calibration::readHostMeasurements(known, argv[1]); });
    if (!measurements) {
        std::cerr << measurements.error().message << '\n';
        return 2;
    }
    const calibration::HostFit fit = calibration::fitHost(*measurements);
    std::ofstream(argv[2]) << calibration::hostTableText(fit);
    std::ofstream(argv[3]) << calibration::hostReportText(fit);
    std::cout << calibration::hostReportText(fit);
    return 0;
}
