// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "bom/quote.h"
#include "facts/catalog.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// What one supplier offers for one part.
struct QuotedPrice {
    std::size_t quote = 0;          ///< index among the quotes
    std::size_t line = 0;           ///< index in the quote
    std::optional<Money> unitPrice; ///< in the document's currency; empty: not offered, or no rate
    bool expired = false;
    /// Of a substitute: the first rule that the machine with it breaks; an unknown part is a blocker of its own.
    std::optional<Finding> broken;

    [[nodiscard]] bool isUsable() const { return unitPrice && !expired && !broken; }
};

struct QuotedPart {
    PartId part;
    std::string description;
    int quantity = 1;
    std::optional<Money> unitPrice;  ///< without quotes, in the document's currency
    std::vector<QuotedPrice> prices; ///< one for each quote that has a line for it
    std::optional<std::size_t> best; ///< index in `prices`: usable and cheapest; empty: none is usable
};

/// One supplier for everything.
struct SupplierTotal {
    std::size_t quote = 0;
    Money total;     ///< of the lines that it offers, with its shipping
    int missing = 0; ///< lines that were asked for and it doesn't offer, or can't be used
};

struct QuoteComparison {
    std::vector<QuotedPart> parts;
    std::vector<SupplierTotal> suppliers;
    Money
        cheapestMix; ///< of each part the best price, without shipping; parts without a quote at their price
    int withoutPrice = 0; ///< parts that have neither

    /// False: the supplier's total is its shipping alone, which would look like the cheapest offer.
    [[nodiscard]] bool offersAny(const SupplierTotal& supplier) const
    {
        return std::cmp_less(supplier.missing, parts.size());
    }
};

/// Suppliers side by side for the machines of a document. Substitutes are put in place of the part and checked by the rules. An error:
/// a requirement that can't be.
[[nodiscard]] Expected<QuoteComparison> compareQuotes(const Catalog& catalog, const Bom& bom,
                                                      const std::vector<OrderedMachine>& machines,
                                                      const Requirement& requirement,
                                                      const std::vector<Quote>& quotes, const Date& today);

/// The catalog with every quoted price that still holds as an own offer of its part: of several, the cheapest counts. Machines are
/// ranked by it then. Substitutes count for the part that is offered.
[[nodiscard]] Catalog withQuotes(Catalog catalog, const std::vector<Quote>& quotes, const Date& today);

} // namespace rigwright
