// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/build/build_catalog.h"

#include <iostream>

int main(int argc, char** argv)
{
    using namespace rigwright;
    if (argc != 4) {
        std::cerr << "usage: rigwright-catalog-build SCHEMA.sql TABLES-DIRECTORY OUTPUT.sqlite\n";
        return 2;
    }
    const Problems problems = buildCatalog({argv[1], argv[2], argv[3]});
    for (std::size_t i = 0; i < std::min(problems.size(), kMostProblems); ++i) {
        std::cerr << problems[i].text() << '\n';
    }
    if (problems.size() > kMostProblems) {
        std::cerr << "and " << problems.size() - kMostProblems << " more\n";
    }
    return problems.empty() ? 0 : 1;
}
