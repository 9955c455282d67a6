// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/sections.h"
#include "catalog/catalog_database.h"

#include <fstream>
#include <iostream>

// accuracy-report REPORT: compares what the program computes with what others measured, and writes the report.
int main(int argc, char** argv)
{
    using namespace rigwright;
    if (argc != 2) {
        std::cerr << "usage: accuracy-report REPORT.md\n";
        return 2;
    }
    const auto catalog = findCatalog().and_then([](const auto& path) { return readCatalog(path); });
    if (!catalog) {
        std::cerr << catalog.error().message << '\n';
        return 2;
    }
    std::string text =
        "# How exact the sizes are\n\nWritten by the target `accuracy-report` from the tables in "
        "tests/data. Errors are relative to what was printed or measured.\n";
    for (const accuracy::SectionFunction section : accuracy::sections()) {
        text += "\n" + section(*catalog);
    }
    std::ofstream(argv[1]) << text;
    std::cout << text;
    return 0;
}
