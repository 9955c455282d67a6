// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_estimates.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Shops differ by about this much from the one that was asked.
constexpr double kShopSpread = 0.1;
constexpr int kDaysThatCount = 2 * 365;

Currency currencyOf(const Claim& claim)
{
    return claim.unit == ClaimUnit::Cny ? Currency::parse("CNY").value_or(Currency::usd()) : Currency::usd();
}

bool isRecent(const Date& day, const Date& today)
{
    return today.daysSince(day) <= kDaysThatCount;
}

/// The cheapest, the current and the dearest of the prices that count.
struct PartPrice {
    double low = 0;
    double mid = 0;
    double high = 0;
    const Offer* current = nullptr;
    std::string name;
};

Expected<PartPrice> priceOf(const Catalog& catalog, const PartId& id, Currency currency)
{
    const PartReference part = findAnyPart(catalog, id);
    const Offer* current = part.info == nullptr ? nullptr : currentOffer(part.info->offers);
    if (current == nullptr) {
        return fail("nobody has a price of '" + id.text() + "'");
    }
    PartPrice price;
    price.current = current;
    price.name = part.info->name;
    for (const Offer& offer : part.info->offers) {
        const Expected<Money> amount = catalog.rates.convert(offer.price, currency);
        if (!amount) {
            return tl::unexpected(amount.error());
        }
        const double value = amount->toDouble();
        if (&offer == current) {
            price.mid = value;
        }
        if (&offer == current || isRecent(offer.date, catalog.date)) {
            price.low = price.low > 0 ? std::min(price.low, value) : value;
            price.high = std::max(price.high, value);
        }
    }
    return price;
}

ClaimText priceReason(const Claim& claim, const PartPrice& last, double sum, const Date& oldest)
{
    const bool one = claim.parts.size() == 1;
    const char* unit = claimUnitName(claim.unit);
    if (one && claim.parts.front().count == 1) {
        return {RIGWRIGHT_TEXT("Claims", "The price in the catalog is {price} {unit}, of {date}"),
                {{"price", figureText(sum)}, {"unit", unit}, {"date", last.current->date.iso()}}};
    }
    if (one) {
        return {RIGWRIGHT_TEXT("Claims", "{count} at the catalog's price, of {date}, are {price} {unit}"),
                {{"count", std::to_string(claim.parts.front().count)},
                 {"price", figureText(sum)},
                 {"unit", unit},
                 {"date", last.current->date.iso()}}};
    }
    return {
        RIGWRIGHT_TEXT("Claims",
                       "{count} kinds of parts add up to {price} {unit} at the catalog's prices, the oldest "
                       "of {date}"),
        {{"count", std::to_string(claim.parts.size())},
         {"price", figureText(sum)},
         {"unit", unit},
         {"date", oldest.iso()}}};
}

/// Providers sell an instance whole; tables compare by the GPU, and whoever reads one for the other is off by their number.
ClaimText hourlyReason(const Claim& claim, const ClaimRange& ours, int devices)
{
    std::vector<std::pair<std::string, std::string>> evidence = {{"instance", claim.instance},
                                                                 {"count", std::to_string(devices)},
                                                                 {"ours", figureRange(ours.low, ours.high)}};
    if (devices <= 1) {
        return {RIGWRIGHT_TEXT("Claims", "{instance} costs {ours} USD/h on demand"), std::move(evidence)};
    }
    const ClaimRange each{ours.low / devices, ours.mid / devices, ours.high / devices};
    evidence.emplace_back("each", figureRange(each.low, each.high));
    const bool isOfOne = judge(claim, ours).verdict != ClaimVerdict::Agrees &&
        judge(claim, each).verdict == ClaimVerdict::Agrees;
    return isOfOne
        ? ClaimText{RIGWRIGHT_TEXT("Claims",
                                   "{instance} with its {count} GPUs costs {ours} USD/h on demand; the claim "
                                   "fits the price of one of these GPUs, {each} USD/h"),
                    std::move(evidence)}
        : ClaimText{RIGWRIGHT_TEXT("Claims",
                                   "{instance} with its {count} GPUs costs {ours} USD/h on demand, {each} "
                                   "for each GPU"),
                    std::move(evidence)};
}

} // namespace

Expected<ClaimAnswer> answerPrice(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    if (claim.parts.empty()) {
        return fail("the claim names no parts");
    }
    ClaimRange ours;
    PartPrice last;
    Date oldest = question.catalog.date;
    std::vector<ClaimPrice> prices;
    for (const PartCount& part : claim.parts) {
        const Expected<PartPrice> price = priceOf(question.catalog, part.part, currencyOf(claim));
        if (!price) {
            return tl::unexpected(price.error());
        }
        last = *price;
        oldest = std::min(oldest, price->current->date);
        prices.push_back({price->name, price->current->kind, price->current->date,
                          standingOf(*price->current, question.today, question.catalog.pricePolicy)});
        ours.low += price->low * part.count * (1 - kShopSpread);
        ours.mid += price->mid * part.count;
        ours.high += price->high * part.count * (1 + kShopSpread);
    }
    return ClaimAnswer{
        ours, judge(claim, ours), priceReason(claim, last, ours.mid, oldest), {}, std::move(prices)};
}

Expected<ClaimAnswer> answerHourlyPrice(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    std::vector<double> prices;
    std::vector<ClaimPrice> asked;
    int devices = 1;
    for (const CloudOffer& offer : question.catalog.cloudOffers) {
        if (offer.instance == claim.instance && offer.pricing == PricingModel::OnDemand &&
            offer.pricePerHour.currency() == Currency::usd()) {
            prices.push_back(offer.pricePerHour.toDouble());
            devices = offer.gpuCount;
            asked.push_back({offer.instance + ", " + offer.region, offer.kind, offer.date,
                             standingOf(offer, question.today, question.catalog.pricePolicy)});
        }
    }
    if (prices.empty()) {
        return fail("the catalog has no on-demand offer of '" + claim.instance + "'");
    }
    const auto [cheapest, dearest] = std::ranges::minmax(prices);
    const ClaimRange ours{cheapest, (cheapest + dearest) / 2, dearest};
    return ClaimAnswer{ours, judge(claim, ours), hourlyReason(claim, ours, devices), {}, std::move(asked)};
}

} // namespace rigwright
