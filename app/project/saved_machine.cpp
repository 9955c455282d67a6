// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/evaluate.h"
#include "project/machine_set.h"

#include <random>
#include <set>

namespace rigwright {

namespace {

/// 64 random bits as hexadecimal digits: two programs that save at once choose differently.
std::string newId()
{
    constexpr auto kDigits = "0123456789abcdef";
    constexpr int kLength = 16;
    std::random_device random;
    std::uniform_int_distribution<std::size_t> digit(0, 15);
    std::string id = "m-";
    for (int i = 0; i < kLength; ++i) {
        id += kDigits[digit(random)];
    }
    return id;
}

/// The price that counts now; nothing where there is none.
Expected<std::optional<Money>> priceNow(const Catalog& catalog, const PartInfo& part, Currency currency)
{
    const Offer* offer = currentOffer(part.offers);
    if (offer == nullptr) {
        return std::optional<Money>();
    }
    return catalog.rates.convert(offer->price, currency).map([](const Money& price) {
        return std::optional<Money>(price);
    });
}

} // namespace

std::optional<SavedDifference> priceDifference(const std::string& part, const std::optional<Money>& before,
                                               const std::optional<Money>& after)
{
    using Kind = SavedDifference::Kind;
    if (before == after) {
        return std::nullopt;
    }
    if (!before || !after) {
        return SavedDifference{before ? Kind::PriceGone : Kind::PriceNew, part, before, after};
    }
    return SavedDifference{*after > *before ? Kind::PriceUp : Kind::PriceDown, part, before, after};
}

SavedMachine savedMachine(const EvaluatedBuild& build, std::string name, const Date& today)
{
    SavedMachine saved;
    saved.id = newId();
    saved.name = std::move(name);
    saved.build = build.build;
    saved.savedOn = today;
    saved.price = build.price;
    for (const PricedLine& priced : build.lines) {
        SavedMachine::Line line;
        line.line = priced.line;
        line.name = priced.name;
        line.owned = priced.owned;
        if (priced.offer) {
            line.unitPrice = priced.unitPrice;
            line.priceDate = priced.offer->date;
        }
        saved.lines.push_back(std::move(line));
    }
    return saved;
}

Expected<SavedMachine> savedBuild(const Catalog& catalog, const Build& build, std::string name,
                                  Currency currency, const Date& today)
{
    auto lines = pricedLines(catalog, build, today);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    EvaluatedBuild priced;
    priced.build = build;
    priced.price = Money(0, currency);
    for (PricedLine& line : *lines) {
        const auto price = catalog.rates.convert(line.unitPrice, currency);
        if (!price) {
            return tl::unexpected(price.error());
        }
        line.unitPrice = *price;
        priced.price += *price * line.line.quantity;
    }
    priced.lines = *std::move(lines);
    return savedMachine(priced, std::move(name), today);
}

Expected<std::vector<SavedDifference>> differencesSince(const SavedMachine& saved, const Catalog& catalog)
{
    std::vector<SavedDifference> differences;
    std::set<PartId> gone; // a part at hand of which more were bought has two lines
    for (const SavedMachine::Line& line : saved.lines) {
        const PartReference found = findAnyPart(catalog, line.line.part);
        if (found.info == nullptr) {
            if (gone.insert(line.line.part).second) {
                differences.push_back(
                    {SavedDifference::Kind::PartGone, line.name, line.unitPrice, std::nullopt});
            }
            continue;
        }
        if (line.owned) {
            continue;
        }
        const auto price = priceNow(catalog, *found.info, saved.price.currency());
        if (!price) {
            return tl::unexpected(price.error());
        }
        if (auto difference = priceDifference(line.name, line.unitPrice, *price)) {
            differences.push_back(*std::move(difference));
        }
    }
    return differences;
}

} // namespace rigwright
