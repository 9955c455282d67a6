// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/quote_compare.h"
#include "bom/quotes/quote_import.h"
#include "cli/json.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

// What `rigwright-cli quotes` answers: "rigwright.quotes/1".
namespace rigwright {

struct ImportedQuote {
    std::string file;
    QuoteImport import;
};

/// What machines cost without quotes and with them, and the machine that a search proposes with them.
struct QuotedMachines {
    Money before;
    Money after;
    std::optional<std::string> proposed; ///< empty: nobody searched, or no machine meets the requirement
    std::optional<Money> proposedPrice;
};

struct QuotesAnswer {
    std::vector<ImportedQuote> files;
    std::vector<Quote> quotes; ///< those of the files, and of the project
    std::optional<QuoteComparison> comparison;
    std::optional<QuotedMachines> machines;
    std::vector<Finding> findings;
    std::string saved; ///< the project; empty: nothing was saved
};

[[nodiscard]] Json toJson(const QuotesAnswer& answer);
void printQuotes(std::ostream& out, const QuotesAnswer& answer);

} // namespace rigwright
