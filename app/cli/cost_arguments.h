// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"
#include "units/error.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

/// What the command line says of costs. Empty: as it would be without the option.
struct CostArguments {
    std::string country;
    std::vector<std::string> values; ///< of the other options, as many as there are
    std::vector<std::string> ranges; ///< "factor=low:high"
    std::vector<std::string> caseFiles;
    std::string saveAs; ///< a file
    std::string caseName;
};

void addCostOptions(CLI::App& command, CostArguments& arguments);

/// Assumptions with what the options change of them; amounts are in the currency of the answer. An error names the option.
[[nodiscard]] Expected<CostAssumptions> withOptions(CostAssumptions assumptions,
                                                    const CostArguments& arguments, Currency currency);

/// The value of one option; empty where it isn't given.
[[nodiscard]] const std::string& costOption(const CostArguments& arguments, const std::string& name);

} // namespace rigwright
