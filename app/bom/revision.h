// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "builds/requirement.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// A state of the purchase that was kept: what was to be bought, and for what.
struct Revision {
    int number = 1; ///< 1, 2, 3 …
    Date date;
    std::string author; ///< may be empty
    std::string note;   ///< may be empty
    Requirement requirement;
    Bom bom;
};

/// Why an amount or a number of parts is another.
enum class ChangeCause {
    Requirement,  ///< model, precision, workload, limits: the machine is another
    Machine,      ///< the same requirement, other parts chosen
    Systems,      ///< more or fewer machines
    Order,        ///< spares, services, discounts, tax, shipping
    Quote,        ///< a supplier's quote counts now, or no longer
    Price,        ///< the catalog has another price
    ExchangeRate, ///< the same price in its own currency
};

/// The name in JSON: "requirement", "machine", "systems", "order", "quote", "price", "exchange-rate".
[[nodiscard]] const char* changeCauseName(ChangeCause cause);

/// One part or service that is not as it was.
struct RevisionLine {
    enum class Kind { Added, Removed, Quantity, Price, QuantityAndPrice };
    Kind kind = Kind::Added;
    std::string part; ///< its name
    int quantityBefore = 0;
    int quantityAfter = 0;
    std::optional<Money> priceBefore; ///< of one; empty: not there, or no price known
    std::optional<Money> priceAfter;
    std::optional<Money> difference; ///< of the line's total; empty: a price is unknown, or currencies differ
    ChangeCause cause = ChangeCause::Machine;
};

/// A field of requirement, terms or header that is not as it was. Texts are English templates marked
/// RIGWRIGHT_TEXT("Revision", …).
struct RevisionField {
    std::string name;   ///< "Context (tokens)"
    std::string before; ///< "8,192", the user's own text, or a marked one; empty: nothing was set
    std::string after;
};

struct RevisionDifference {
    int before = 0; ///< numbers of the revisions; 0: the present state
    int after = 0;
    Date dateBefore;
    Date dateAfter;
    std::vector<RevisionField> fields;
    std::vector<RevisionLine> lines;
    Money totalBefore; ///< before tax, each in its own currency
    Money totalAfter;
    /// By how much the total differs for each cause, those that are not nothing; they add up to the difference. Empty where the
    /// currencies differ.
    std::vector<std::pair<ChangeCause, Money>> causes;
};

[[nodiscard]] RevisionDifference compareRevisions(const Revision& before, const Revision& after);

} // namespace rigwright
