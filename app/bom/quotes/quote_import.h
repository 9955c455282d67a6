// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quote.h"
#include "bom/quotes/filled_sheet.h"
#include "bom/quotes/quote_request.h"
#include "facts/catalog.h"
#include "units/finding.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// A row of a filled-in form that is not taken as it is, and why.
struct QuoteImportNote {
    std::size_t row = 0; ///< as a spreadsheet counts, from 1; 0: the file as a whole
    std::string id;      ///< what the row says its line is
    Finding finding;     ///< a blocker: the row is left out
};

/// What a filled-in form says: nothing is guessed.
struct QuoteImport {
    Quote quote;                         ///< of the rows that could be taken
    std::vector<QuoteImportNote> notes;  ///< by row
    std::vector<std::string> unanswered; ///< ids of lines that were asked for and have no price
};

/// Reads a form, .xlsx or .csv (any of the usual separators, decimal marks and date orders that are unambiguous). Lines are matched
/// by id alone. A substitute is looked up in the catalog by its id or part number; one that isn't there is kept in the supplier's
/// words, and its price counts for nothing. The file is from a stranger: it may be damaged, huge or hostile. An error: it can't be read as a form;
/// begins with the path.
[[nodiscard]] Expected<QuoteImport> readQuoteFile(const std::filesystem::path& path,
                                                  const QuoteRequest& asked, const Catalog& catalog);

/// As above, from the content of the file; the error begins with what is wrong.
[[nodiscard]] Expected<QuoteImport> readQuote(std::string_view bytes, const QuoteRequest& asked,
                                              const Catalog& catalog);
/// As above, from sheets that were read.
[[nodiscard]] Expected<QuoteImport> readQuote(std::vector<FilledSheet> sheets, const QuoteRequest& asked,
                                              const Catalog& catalog);

} // namespace rigwright
