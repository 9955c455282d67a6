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

/// What one machine costs without quotes and with them.
struct QuotedMachine {
    std::string name;
    int systems = 1;
    Money before; ///< each
    Money after;  ///< each
};

/// A machine that a search proposes with the quotes.
struct ProposedMachine {
    std::string title;
    Money price; ///< of one
};

struct QuotesAnswer {
    std::vector<ImportedQuote> files;
    std::vector<Quote> quotes; ///< those of the files, and of the project
    std::optional<QuoteComparison> comparison;
    std::vector<QuotedMachine> machines; ///< empty: they were not priced
    /// Empty: nobody searched, or no machine meets the requirement.
    std::optional<ProposedMachine> proposed;
    std::vector<Finding> findings;
    std::string saved; ///< the project; empty: nothing was saved
};

[[nodiscard]] Json toJson(const QuotesAnswer& answer);
void printQuotes(std::ostream& out, const QuotesAnswer& answer);

} // namespace rigwright
