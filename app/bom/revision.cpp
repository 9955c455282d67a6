// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/revision.h"

#include "bom/revision_fields.h"
#include "bom/revision_lines.h"

#include <algorithm>
#include <stdexcept>

namespace rigwright {

namespace {

/// Takes the order's own discount off what the lines differ by, so that the causes add up to the difference of the totals.
void applyTerms(CauseAmounts& causes, const Bom& before, const Bom& after)
{
    const Share& former = before.terms.discount;
    const Money lines = after.total();
    for (Money& amount : causes.amounts) {
        amount -= former.of(amount);
    }
    causes.of(ChangeCause::Order) += former.of(lines) - after.terms.discount.of(lines);
    const BomTotals was = before.totals();
    const BomTotals is = after.totals();
    causes.of(ChangeCause::Order) += is.shipping - was.shipping;
    // Each share was rounded on its own; the largest amount takes the cents.
    causes.of(causes.largest()) += is.net - was.net - causes.sum();
}

/// On whichever day it was asked.
bool asksForTheSame(Requirement before, const Requirement& after)
{
    before.today = after.today;
    return before == after;
}

} // namespace

const char* changeCauseName(ChangeCause cause)
{
    switch (cause) {
    case ChangeCause::Requirement: return "requirement";
    case ChangeCause::Machine: return "machine";
    case ChangeCause::Systems: return "systems";
    case ChangeCause::Order: return "order";
    case ChangeCause::Quote: return "quote";
    case ChangeCause::Price: return "price";
    case ChangeCause::ExchangeRate: return "exchange-rate";
    }
    return "";
}

RevisionDifference compareRevisions(const Revision& before, const Revision& after)
{
    RevisionDifference difference;
    difference.before = before.number;
    difference.after = after.number;
    difference.dateBefore = before.date;
    difference.dateAfter = after.date;
    difference.fields = requirementFields(before.requirement, after.requirement);
    const ChangeCause partsCause = asksForTheSame(before.requirement, after.requirement)
        ? ChangeCause::Machine
        : ChangeCause::Requirement;
    std::ranges::move(orderFields(before.bom, after.bom), std::back_inserter(difference.fields));
    difference.totalBefore = before.bom.totals().net;
    difference.totalAfter = after.bom.totals().net;
    LineChanges changes = compareLines(before.bom, after.bom, partsCause);
    difference.lines = std::move(changes.lines);
    if (before.bom.currency != after.bom.currency) {
        return difference;
    }
    try {
        applyTerms(changes.causes, before.bom, after.bom);
    } catch (const std::overflow_error&) {
        return difference;
    }
    for (std::size_t i = 0; i < kChangeCauses; ++i) {
        const Money& amount = changes.causes.amounts[i];
        if (amount.minorUnits() != 0) {
            difference.causes.emplace_back(static_cast<ChangeCause>(i), amount);
        }
    }
    return difference;
}

} // namespace rigwright
