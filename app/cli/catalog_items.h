// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"
#include "cli/json.h"
#include "cli/report.h"
#include "facts/price_standing.h"

#include <string>

// How parts and their prices are shown by the commands of `catalog`.
namespace rigwright {

/// By what a price is judged as old.
struct PriceAge {
    Date today;
    PricePolicy policy;

    template <class AnyOffer>
    [[nodiscard]] PriceStanding standing(const AnyOffer& offer) const
    {
        return standingOf(offer, today, policy);
    }
};

[[nodiscard]] const char* originName(PartOrigin origin);

/// Own and edited parts, and those with a price of the user's.
[[nodiscard]] bool isUsers(const PartEntry& entry);

/// "street, 2026-07-23, 68 days old"; empty without a price.
[[nodiscard]] std::string priceOrigin(const Offer* offer, const PriceAge& age);

[[nodiscard]] Json toJson(const PartEntry& entry, const PriceAge& age);
[[nodiscard]] Json toJson(const Offer& offer, const PriceAge& age);

/// Entries as rows: id, manufacturer, name, price, where the price is from, and what a reader should know of the part.
class ItemTable {
public:
    explicit ItemTable(PriceAge age);
    void add(const PartEntry& entry);
    void print(std::ostream& out) const;

private:
    PriceAge age_;
    TextTable table_;
};

} // namespace rigwright
