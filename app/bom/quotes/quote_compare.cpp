// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_compare.h"

#include "bom/amount_limits.h"
#include "bom/quotes/quote_request.h"
#include "bom/quotes/substitute_check.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

/// What one comparison looks at.
struct QuoteQuestion {
    const Catalog& catalog;
    const Bom& bom;
    const std::vector<OrderedMachine>& machines;
    const Requirement& requirement;
    const std::vector<Quote>& quotes;
    Date today;
};

std::optional<Money> inDocumentCurrency(const QuoteQuestion& question, const std::optional<Money>& amount)
{
    if (!amount) {
        return std::nullopt;
    }
    const Expected<Money> converted = question.catalog.rates.convert(*amount, question.bom.currency);
    return converted && !isBeyondEveryPrice(*converted) ? std::optional(*converted) : std::nullopt;
}

bool isFromQuotes(const QuoteQuestion& question, PriceKind kind, const std::string& source)
{
    return kind == PriceKind::Quote &&
        std::ranges::any_of(question.quotes, [&](const Quote& quote) { return sourceOf(quote) == source; });
}

/// The price that the document would have if there were no quotes: it may have been made with them.
std::optional<Money> priceWithoutQuotes(const QuoteQuestion& question, const BomLine& line)
{
    if (!isFromQuotes(question, line.priceKind, line.priceSource)) {
        return line.unitPrice;
    }
    const PartReference part = findAnyPart(question.catalog, line.part);
    if (part.info == nullptr) {
        return std::nullopt;
    }
    std::vector<Offer> offers = part.info->offers;
    std::erase_if(offers,
                  [&](const Offer& offer) { return isFromQuotes(question, offer.kind, offer.source); });
    const Offer* offer = currentOffer(offers);
    return inDocumentCurrency(question, offer == nullptr ? std::nullopt : std::optional(offer->price));
}

/// What speaks against a line beside its age.
std::optional<Finding> brokenBy(const QuoteQuestion& question, const QuoteLine& line, int needed)
{
    if (!line.substitute && !line.offered.empty()) {
        return Finding{"quote-substitute-unknown",
                       Severity::Blocker,
                       RIGWRIGHT_TEXT("Finding", "The catalog doesn't know {offered}."),
                       {{"offered", line.offered}}};
    }
    if (line.quantity > needed) {
        return Finding{"quote-quantity",
                       Severity::Blocker,
                       RIGWRIGHT_TEXT("Finding", "The price is for {quoted} units, and {needed} are needed."),
                       {{"quoted", formatCount(line.quantity)}, {"needed", formatCount(needed)}}};
    }
    return line.substitute ? checkSubstitute(question.catalog, question.machines, question.requirement,
                                             line.part, *line.substitute)
                           : std::nullopt;
}

QuotedPrice priceOf(const QuoteQuestion& question, std::size_t quote, std::size_t index, int needed)
{
    const Quote& given = question.quotes[quote];
    const QuoteLine& line = given.lines[index];
    const std::optional<Date> until = given.validUntilOf(line);
    QuotedPrice price;
    price.quote = quote;
    price.line = index;
    price.unitPrice = inDocumentCurrency(question, line.unitPrice);
    price.expired = until && *until < question.today;
    price.broken = brokenBy(question, line, needed);
    return price;
}

void findBest(QuotedPart& part)
{
    for (std::size_t i = 0; i < part.prices.size(); ++i) {
        const bool isCheaper = part.prices[i].isUsable() &&
            (!part.best || *part.prices[i].unitPrice < *part.prices[*part.best].unitPrice);
        if (isCheaper) {
            part.best = i;
        }
    }
}

std::vector<QuotedPart> partsOf(const QuoteQuestion& question)
{
    std::vector<QuotedPart> parts;
    for (const QuoteRequestLine& asked : makeQuoteRequest(question.bom, {}).lines) {
        const auto line = std::ranges::find_if(question.bom.lines, [&](const BomLine& candidate) {
            return candidate.kind != BomLine::Kind::Service && !candidate.owned &&
                candidate.part.text() == asked.id;
        });
        QuotedPart part;
        part.part = line->part;
        part.description = line->description;
        part.quantity = asked.quantity;
        part.unitPrice = priceWithoutQuotes(question, *line);
        for (std::size_t q = 0; q < question.quotes.size(); ++q) {
            const std::vector<QuoteLine>& lines = question.quotes[q].lines;
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (lines[i].part == part.part) {
                    part.prices.push_back(priceOf(question, q, i, part.quantity));
                    break;
                }
            }
        }
        findBest(part);
        parts.push_back(std::move(part));
    }
    return parts;
}

SupplierTotal totalOf(const QuoteQuestion& question, const std::vector<QuotedPart>& parts, std::size_t quote)
{
    SupplierTotal total;
    total.quote = quote;
    total.total = Money(0, question.bom.currency);
    for (const QuotedPart& part : parts) {
        const auto price = std::ranges::find(part.prices, quote, &QuotedPrice::quote);
        if (price == part.prices.end() || !price->isUsable()) {
            ++total.missing;
        } else {
            total.total += *price->unitPrice * part.quantity;
        }
    }
    if (const auto shipping = inDocumentCurrency(question, question.quotes[quote].shipping)) {
        total.total += *shipping;
    }
    return total;
}

} // namespace

Expected<QuoteComparison> compareQuotes(const Catalog& catalog, const Bom& bom,
                                        const std::vector<OrderedMachine>& machines,
                                        const Requirement& requirement, const std::vector<Quote>& quotes,
                                        const Date& today)
{
    if (const auto model = findModel(catalog, requirement.model.text()); !model) {
        return tl::unexpected(model.error());
    }
    const QuoteQuestion question{catalog, bom, machines, requirement, quotes, today};
    QuoteComparison comparison;
    comparison.parts = partsOf(question);
    comparison.cheapestMix = Money(0, bom.currency);
    for (const QuotedPart& part : comparison.parts) {
        const std::optional<Money> price = part.best ? part.prices[*part.best].unitPrice : part.unitPrice;
        if (price) {
            comparison.cheapestMix += *price * part.quantity;
        } else {
            ++comparison.withoutPrice;
        }
    }
    for (std::size_t i = 0; i < quotes.size(); ++i) {
        comparison.suppliers.push_back(totalOf(question, comparison.parts, i));
    }
    return comparison;
}

} // namespace rigwright
