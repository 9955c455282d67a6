// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/price_spread.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kLowest = 0.1;

/// Of hardware, by PriceKind.
constexpr std::array<Spread, 5> kOfKind{{
    // Its seller must hold it to its last day.
    {1, 1, RIGWRIGHT_TEXT("Costs", "a quote that still holds is firm")},
    // Judged: shops differ by about a tenth on one day.
    {0.9, 1.1, RIGWRIGHT_TEXT("Costs", "street prices differ by about a tenth from shop to shop")},
    // Judged: servers and data-centre cards are sold below their list price, seldom above.
    {0.8, 1.05, RIGWRIGHT_TEXT("Costs", "list prices of servers and their cards are negotiated down")},
    // Of 41 accelerators in the shipped catalog that have both, street prices are 0.99 to 1.59 times the maker's.
    {0.99, 1.59,
     RIGWRIGHT_TEXT("Costs",
                    "accelerators are sold for 0.99 to 1.59 times the price that their makers name")},
    // Judged: nobody was asked.
    {0.7, 1.4, RIGWRIGHT_TEXT("Costs", "some prices are estimates that nobody was asked for")},
}};

// 43 kits of the shipped catalog with a price of July 2025 and one of August 2026 rose to 3.67 times as much in the middle
// (10th and 90th percentile 2.31 and 4.74): 1.105 a month over 13 months.
constexpr double kMemoryRiseAMonth = 1.105;
constexpr double kMostMemoryRise = 4.74;
constexpr double kDaysAMonth = 365.0 / 12;
constexpr const char* kMemoryReason =
    RIGWRIGHT_TEXT("Costs", "memory became dearer by a tenth each month since its price was asked");
/// Younger memory prices are still what they were.
constexpr int kMemoryFreshDays = 30;

constexpr const char* kOldReason =
    RIGWRIGHT_TEXT("Costs", "some prices are old and count as twice as uncertain");

Spread spreadOfKind(PriceKind kind)
{
    return kOfKind.at(static_cast<std::size_t>(kind));
}

/// Judged: past the limit of the user's policy a price is twice as far off as a fresh one.
Spread widened(const Spread& spread, const char* reason)
{
    return {std::max(kLowest, 1 - 2 * (1 - spread.low)), 1 + 2 * (spread.high - 1), reason};
}

Spread ofMemory(Spread spread, int ageDays)
{
    if (ageDays > kMemoryFreshDays) {
        spread.high *= std::min(kMostMemoryRise, std::pow(kMemoryRiseAMonth, ageDays / kDaysAMonth));
        spread.reason = kMemoryReason;
    }
    return spread;
}

/// Of prices that a provider lists, and of those that somebody estimated.
Spread ofListed(const Spread& listed, PriceKind kind, const PriceStanding& standing)
{
    const Spread spread = kind == PriceKind::Estimate ? spreadOfKind(kind) : listed;
    return standing.old ? widened(spread, kOldReason) : spread;
}

} // namespace

Spread spreadOf(const PricedLine& line)
{
    // What the user has is paid for.
    if (!line.offer || line.owned) {
        return {};
    }
    const bool expired = line.offer->kind == PriceKind::Quote && line.standing.expired;
    const Spread spread = spreadOfKind(expired ? PriceKind::Street : line.offer->kind);
    if (line.offer->kind == PriceKind::Quote && !expired) {
        return spread;
    }
    if (line.line.category == PartCategory::Memory) {
        return ofMemory(spread, line.standing.ageDays);
    }
    return line.standing.old ? widened(spread, kOldReason) : spread;
}

Spread spreadOfRent(PriceKind kind, const PriceStanding& standing)
{
    // 270 on-demand offers of the shipped catalog whose instance is listed in three or more regions cost 0.80 to 1.16 times
    // what it costs in the middle one.
    constexpr Spread kListed{
        0.8, 1.16, RIGWRIGHT_TEXT("Costs", "one instance costs 0.8 to 1.16 times as much in other regions")};
    return ofListed(kListed, kind, standing);
}

Spread spreadOfHosted(PriceKind kind, const PriceStanding& standing)
{
    // 390 offers of models that more than three providers host, in the shipped catalog, cost 0.60 to 1.25 times what the
    // middle one asks for output.
    constexpr Spread kListed{
        0.6, 1.25,
        RIGWRIGHT_TEXT("Costs", "providers of one model ask 0.6 to 1.25 times what the middle one asks")};
    return ofListed(kListed, kind, standing);
}

void WeightedSpread::add(double weight, const Spread& spread)
{
    weight_ += weight;
    low_ += weight * spread.low;
    high_ += weight * spread.high;
    const double width = weight * (spread.high - spread.low);
    if (width > most_) {
        most_ = width;
        reason_ = spread.reason;
    }
}

Spread WeightedSpread::sum() const
{
    return weight_ > 0 ? Spread{low_ / weight_, high_ / weight_, reason_} : Spread{};
}

} // namespace rigwright
