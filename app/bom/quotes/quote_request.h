// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "bom/texts.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rigwright {

/// One part to quote, of all machines and spares together.
struct QuoteRequestLine {
    std::string id; ///< by which the answer is matched: the part's id
    std::string manufacturer;
    std::string description;
    std::string partNumber; ///< empty: unknown
    std::string specifications;
    int quantity = 1;
};

/// What a supplier is asked for.
struct QuoteRequest {
    std::string supplier;
    std::string documentNumber; ///< the buyer's; empty: none
    Date date;
    std::optional<Date> answerBy;
    std::string shipTo;
    Currency currency = Currency::usd(); ///< wished for
    std::vector<QuoteRequestLine> lines;
};

/// Of the parts that are to be bought from this supplier, those without a supplier among them; of no supplier: all. Parts at
/// hand and services are left out.
[[nodiscard]] QuoteRequest makeQuoteRequest(const Bom& bom, const std::string& supplier);

/// A form to fill in, .xlsx or .csv: prices, part numbers, lead times, validity, remarks, substitutions. Cells that are not to be
/// filled in say what is asked for; ids of lines stand in a column of their own. The file appears whole or not at all.
[[nodiscard]] Expected<void> writeQuoteRequest(const QuoteRequest& request, const std::filesystem::path& path,
                                               const Texts& texts = {});

} // namespace rigwright
