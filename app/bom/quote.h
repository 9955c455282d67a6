// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"
#include "units/id.h"
#include "units/money.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// What a supplier offers for one part.
struct QuoteLine {
    PartId part;                      ///< that was asked for: the id of the line in a request
    std::optional<PartId> substitute; ///< another part of the catalog, offered in its place
    std::string offered;              ///< a substitute in the supplier's words; empty: none
    int quantity = 1;                 ///< for which the price holds
    std::optional<Money> unitPrice;   ///< before tax; empty: not offered
    std::string partNumber;           ///< the manufacturer's, as the supplier states it
    std::string supplierPartNumber;
    std::optional<int> leadTimeDays;
    std::optional<Date> validUntil; ///< empty: that of the quote
    std::string remarks;

    bool operator==(const QuoteLine&) const = default;

    /// What the price is for: the substitute, else the part.
    [[nodiscard]] const PartId& offeredPart() const { return substitute ? *substitute : part; }
};

/// One supplier's answer to a request for quotation.
struct Quote {
    std::string supplier;
    std::string number; ///< the supplier's; empty: unknown
    Date date;
    std::optional<Date> validUntil;
    Currency currency = Currency::usd();
    std::optional<Money> shipping; ///< of the whole order
    std::vector<QuoteLine> lines;

    bool operator==(const Quote&) const = default;

    [[nodiscard]] std::optional<Date> validUntilOf(const QuoteLine& line) const
    {
        return line.validUntil ? line.validUntil : validUntil;
    }
};

/// What the source of a price is called that a quote gave: "Supplier, quote 4711".
[[nodiscard]] std::string sourceOf(const Quote& quote);

} // namespace rigwright
