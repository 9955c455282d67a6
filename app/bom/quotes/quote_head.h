// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/filled_form.h"
#include "bom/quotes/quote_import.h"

#include <optional>

namespace rigwright {

/// What holds for every line of a form.
struct QuoteHead {
    std::optional<Currency> currency; ///< empty: the form names none that is known
    bool validityUnclear = false;     ///< what the form says of it can't be taken
};

/// Reads what stands above the lines into a quote without lines.
[[nodiscard]] QuoteHead readHead(QuoteImport& result, const FilledForm& form, const QuoteRequest& asked,
                                 const Catalog& catalog);

/// What is wrong with the size of an amount that a supplier asks: not above zero, or beyond every price.
[[nodiscard]] std::optional<Finding> oddAmount(const Money& amount, bool canBeZero);
/// A note that amounts in the currency can't be compared.
[[nodiscard]] std::optional<Finding> missingRate(const Catalog& catalog, const Currency& currency);

} // namespace rigwright
