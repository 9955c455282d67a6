// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/revision_lines.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace rigwright {

namespace {

/// Lines that are compared as one: the same part in whichever machine, apart from its spares and from those at hand.
struct PartKey {
    BomLine::Kind kind = BomLine::Kind::Part;
    bool owned = false;
    PartId part;
    auto operator<=>(const PartKey&) const = default;
};

using LinesByPart = std::map<PartKey, std::vector<const BomLine*>>;

LinesByPart linesByPart(const Bom& bom)
{
    LinesByPart lines;
    for (const BomLine& line : bom.lines) {
        lines[{line.kind, line.owned, line.part}].push_back(&line);
    }
    return lines;
}

std::string nameOf(const BomLine& line)
{
    return line.manufacturer.empty() ? line.description : line.manufacturer + " " + line.description;
}

bool isFromQuote(const BomLine& line)
{
    return line.unitPrice && line.priceKind == PriceKind::Quote;
}

bool isSameQuote(const BomLine& one, const BomLine& other)
{
    return isFromQuote(one) && isFromQuote(other) && one.priceSource == other.priceSource &&
        one.quoteNumber == other.quoteNumber;
}

/// What a part of today's price would be at the rate at which it was exchanged before; today's price itself where no rate can be
/// seen to have changed.
Money atFormerRate(const BomLine& before, const BomLine& after)
{
    const Money& now = *after.unitPrice;
    if (!before.listedPrice || !after.listedPrice ||
        before.listedPrice->currency() != after.listedPrice->currency() ||
        before.listedPrice->minorUnits() == 0) {
        return now;
    }
    if (before.listedPrice == after.listedPrice) {
        return *before.unitPrice;
    }
    const double grown = static_cast<double>(after.listedPrice->minorUnits()) /
        static_cast<double>(before.listedPrice->minorUnits());
    const Money former = before.unitPrice->scaled(grown);
    // The price before was rounded to its minor unit; what this makes of it is no change of the rate.
    const double noise = std::abs(grown) / 2 + 1;
    const bool isSame = std::abs(static_cast<double>((now - former).minorUnits())) <= noise;
    return isSame ? now : former;
}

/// Machines of two documents that are taken for the same: by name, then by place.
class MachinePairs {
public:
    MachinePairs(const Bom& before, const Bom& after)
        : partner_(before.machines.size())
        , isTaken_(after.machines.size())
    {
        for (std::size_t i = 0; i < before.machines.size(); ++i) {
            for (std::size_t j = 0; j < after.machines.size() && !partner_[i]; ++j) {
                if (!isTaken_[j] && before.machines[i].name == after.machines[j].name) {
                    pair(i, j);
                }
            }
        }
        for (std::size_t i = 0; i < std::min(partner_.size(), isTaken_.size()); ++i) {
            if (!partner_[i] && !isTaken_[i]) {
                pair(i, i);
            }
        }
    }

    /// Nothing: the machine is gone.
    [[nodiscard]] std::optional<std::size_t> partnerOf(std::size_t before) const
    {
        return partner_.at(before);
    }

private:
    void pair(std::size_t before, std::size_t after)
    {
        partner_[before] = after;
        isTaken_[after] = true;
    }

    std::vector<std::optional<std::size_t>> partner_;
    std::vector<bool> isTaken_;
};

std::vector<std::int64_t> perSystem(const std::vector<const BomLine*>& lines, std::size_t machines)
{
    std::vector<std::int64_t> quantities(machines);
    for (const BomLine* line : lines) {
        quantities.at(line->machine) += line->quantityPerSystem;
    }
    return quantities;
}

/// One part before and after; either side may lack it.
class PartChange {
public:
    PartChange(const Bom& before, const Bom& after, const MachinePairs& pairs, ChangeCause partsCause)
        : before_(before)
        , after_(after)
        , pairs_(pairs)
        , partsCause_(partsCause)
        , causes_(after.currency)
    { }

    void compare(const std::vector<const BomLine*>& was, const std::vector<const BomLine*>& is)
    {
        was_ = &was;
        is_ = &is;
        const BomLine& any = was.empty() ? *is.front() : *was.front();
        line_.part = nameOf(is.empty() ? *was.front() : *is.front());
        line_.quantityBefore = quantityOf(before_, was);
        line_.quantityAfter = quantityOf(after_, is);
        line_.priceBefore = was.empty() ? std::nullopt : before_.netUnitPrice(*was.front());
        line_.priceAfter = is.empty() ? std::nullopt : after_.netUnitPrice(*is.front());
        isMachinePart_ = any.kind == BomLine::Kind::Part;
        isService_ = any.kind == BomLine::Kind::Service;
        if (before_.currency == after_.currency) {
            attribute();
        } else {
            line_.cause = !isMachinePart_ ? ChangeCause::Order : partsCause_;
        }
        line_.kind = kindOfChange();
    }

    [[nodiscard]] bool isChange() const
    {
        return line_.quantityBefore != line_.quantityAfter || line_.priceBefore != line_.priceAfter;
    }
    [[nodiscard]] const RevisionLine& line() const { return line_; }
    [[nodiscard]] const CauseAmounts& causes() const { return causes_; }

private:
    static int quantityOf(const Bom& bom, const std::vector<const BomLine*>& lines)
    {
        int quantity = 0;
        for (const BomLine* line : lines) {
            quantity += bom.quantity(*line);
        }
        return quantity;
    }

    static Money totalOf(const Bom& bom, const std::vector<const BomLine*>& lines)
    {
        Money total(0, bom.currency);
        for (const BomLine* line : lines) {
            total += bom.lineTotal(*line).value_or(Money(0, bom.currency));
        }
        return total;
    }

    [[nodiscard]] RevisionLine::Kind kindOfChange() const
    {
        if (was_->empty()) {
            return RevisionLine::Kind::Added;
        }
        if (is_->empty()) {
            return RevisionLine::Kind::Removed;
        }
        if (line_.priceBefore == line_.priceAfter) {
            return RevisionLine::Kind::Quantity;
        }
        return line_.quantityBefore == line_.quantityAfter ? RevisionLine::Kind::Price
                                                           : RevisionLine::Kind::QuantityAndPrice;
    }

    void attribute()
    {
        line_.difference = std::nullopt;
        try {
            attributeAmounts();
        } catch (const std::overflow_error&) {
            // What one price makes of the other's quantity has no bound; the whole still has its difference.
            causes_ = CauseAmounts(after_.currency);
            line_.cause = !isMachinePart_ ? ChangeCause::Order : partsCause_;
        }
    }

    void attributeAmounts()
    {
        const Money nothing(0, after_.currency);
        // A part that wasn't there is valued at today's price; one without a price then was worth nothing then.
        attributeQuantity(was_->empty() ? line_.priceAfter.value_or(nothing)
                                        : line_.priceBefore.value_or(nothing));
        const ChangeCause ofQuantity = line_.cause;
        if (!was_->empty() && !is_->empty()) {
            attributePrice();
        }
        const Money difference = totalOf(after_, *is_) - totalOf(before_, *was_);
        // Lines of one part have one price in documents that the program made; in others the rest is a matter of prices.
        causes_.of(ChangeCause::Price) += difference - causes_.sum();
        const bool isKnown = (was_->empty() || line_.priceBefore) && (is_->empty() || line_.priceAfter);
        line_.difference = isKnown ? std::optional(difference) : std::nullopt;
        line_.cause = causes_.isNothing() ? ofQuantity : causes_.largest();
    }

    void attributeQuantity(const Money& price)
    {
        if (!isMachinePart_) {
            line_.cause = ChangeCause::Order;
            causes_.of(ChangeCause::Order) += price * (line_.quantityAfter - line_.quantityBefore);
            return;
        }
        const std::int64_t byParts = quantityByParts();
        const std::int64_t bySystems = line_.quantityAfter - line_.quantityBefore - byParts;
        line_.cause = std::abs(byParts) >= std::abs(bySystems) ? partsCause_ : ChangeCause::Systems;
        causes_.of(partsCause_) += price * byParts;
        causes_.of(ChangeCause::Systems) += price * bySystems;
    }

    /// How much of the quantity differs because machines have more or fewer of the part, in as many machines as before.
    [[nodiscard]] std::int64_t quantityByParts() const
    {
        const std::vector<std::int64_t> had = perSystem(*was_, before_.machines.size());
        const std::vector<std::int64_t> has = perSystem(*is_, after_.machines.size());
        std::int64_t quantity = 0;
        for (std::size_t i = 0; i < had.size(); ++i) {
            if (const std::optional<std::size_t> partner = pairs_.partnerOf(i)) {
                quantity += (has[*partner] - had[i]) * before_.machines[i].systems;
            }
        }
        return quantity;
    }

    void attributePrice()
    {
        const BomLine& was = *was_->front();
        const BomLine& is = *is_->front();
        const Money nothing(0, after_.currency);
        const auto unitPrice = [&](const Money& price, const BomLine& line) {
            return price - line.discount.of(price);
        };
        const Money former = line_.priceBefore.value_or(nothing);
        const Money today = line_.priceAfter.value_or(nothing);
        if (!line_.priceBefore || !line_.priceAfter) {
            give(priceCause(was, is), today - former);
            return;
        }
        const Money atOldRate = unitPrice(atFormerRate(was, is), was);
        const Money beforeDiscount = unitPrice(*is.unitPrice, was);
        give(priceCause(was, is), atOldRate - former);
        give(ChangeCause::ExchangeRate, beforeDiscount - atOldRate);
        give(ChangeCause::Order, today - beforeDiscount);
    }

    void give(ChangeCause cause, const Money& ofEach) { causes_.of(cause) += ofEach * line_.quantityAfter; }

    [[nodiscard]] ChangeCause priceCause(const BomLine& was, const BomLine& is) const
    {
        if (isService_) {
            return ChangeCause::Order;
        }
        const bool isQuoted = isFromQuote(was) || isFromQuote(is);
        return isQuoted && !isSameQuote(was, is) ? ChangeCause::Quote : ChangeCause::Price;
    }

    const Bom& before_;
    const Bom& after_;
    const MachinePairs& pairs_;
    ChangeCause partsCause_;
    const std::vector<const BomLine*>* was_ = nullptr;
    const std::vector<const BomLine*>* is_ = nullptr;
    bool isMachinePart_ = true;
    bool isService_ = false;
    RevisionLine line_;
    CauseAmounts causes_;
};

/// Without the second where the sum leaves the range of money.
CauseAmounts sumOf(const CauseAmounts& all, const CauseAmounts& one)
{
    CauseAmounts sum = all;
    try {
        for (std::size_t i = 0; i < kChangeCauses; ++i) {
            sum.amounts.at(i) += one.amounts.at(i);
        }
        return sum;
    } catch (const std::overflow_error&) {
        return all;
    }
}

} // namespace

CauseAmounts::CauseAmounts(Currency currency)
{
    amounts.fill(Money(0, currency));
}

Money CauseAmounts::sum() const
{
    Money sum(0, amounts.front().currency());
    for (const Money& amount : amounts) {
        sum += amount;
    }
    return sum;
}

bool CauseAmounts::isNothing() const
{
    return std::ranges::all_of(amounts, [](const Money& amount) { return amount.minorUnits() == 0; });
}

ChangeCause CauseAmounts::largest() const
{
    const auto largest = std::ranges::max_element(
        amounts, {}, [](const Money& amount) { return std::abs(amount.minorUnits()); });
    return static_cast<ChangeCause>(largest - amounts.begin());
}

LineChanges compareLines(const Bom& before, const Bom& after, ChangeCause partsCause)
{
    LineChanges changes{{}, CauseAmounts(after.currency)};
    const LinesByPart was = linesByPart(before);
    LinesByPart all = linesByPart(after);
    const MachinePairs pairs(before, after);
    const LinesByPart is = all;
    for (const auto& [key, lines] : was) {
        all.insert({key, {}});
    }
    const std::vector<const BomLine*> none;
    for (const auto& [key, lines] : all) {
        const auto former = was.find(key);
        const auto today = is.find(key);
        PartChange change(before, after, pairs, partsCause);
        change.compare(former == was.end() ? none : former->second, today == is.end() ? none : today->second);
        if (change.isChange()) {
            changes.lines.push_back(change.line());
        }
        changes.causes = sumOf(changes.causes, change.causes());
    }
    return changes;
}

} // namespace rigwright
