// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/question.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rigwright {

/// A part that is sold or at hand, with its price in minor units of the answer's currency.
template <class Part>
struct Priced {
    const Part* part = nullptr;
    std::int64_t price = 0; ///< of one that is bought
    int owned = 0;          ///< so many cost nothing
    bool sold = true;       ///< false: there are those at hand and no more

    /// Of so many; nothing: they can't be had.
    [[nodiscard]] std::optional<std::int64_t> costOf(int quantity) const
    {
        if (quantity <= owned) {
            return 0;
        }
        return sold ? std::optional(price * (quantity - owned)) : std::nullopt;
    }
    /// Whether any number of these costs as little as as many of the other.
    [[nodiscard]] bool noDearerThan(const Priced& other) const
    {
        return owned >= other.owned && (sold ? !other.sold || price <= other.price : !other.sold);
    }
};

/// A part as it can be had; nothing: it is neither sold nor at hand. An error: an offer in a currency without a rate.
template <class Part>
[[nodiscard]] Expected<std::optional<Priced<Part>>> pricedPart(const Question& question, const Part& part)
{
    const auto price = priceOf(question, part.info);
    if (!price) {
        return tl::unexpected(price.error());
    }
    Priced<Part> priced{&part, 0, ownedOf(question.requirement, part.info.id), price->has_value()};
    if (*price) {
        priced.price = (*price)->minorUnits();
    }
    return priced.sold || priced.owned > 0 ? std::optional(priced) : std::nullopt;
}

/// Whether the search may use a part: the user did not hide it, or has one.
[[nodiscard]] inline bool isUsable(const Question& question, const PartInfo& part)
{
    return !part.hidden || ownedOf(question.requirement, part.id) > 0;
}

/// An accelerator and what it is bought as.
struct Device {
    const Accelerator* chip = nullptr;
    std::vector<Priced<Accelerator>> cards; ///< makers' cards with it, or the accelerator itself; never empty

    [[nodiscard]] std::optional<std::int64_t> leastCostOf(int count) const;
};

/// The accelerators that can be had, in the order of the catalog. One that makers' cards are sold of, at prices as new as
/// its own, is bought as one of these: its own price is of no article. What is at hand is used as what it is. Left out are cards that another of the same
/// accelerator is no dearer than, needs no more room, power or sockets than, and about which as much is known. An error: an
/// offer in a currency without a rate.
[[nodiscard]] Expected<std::vector<Device>> buyableDevices(const Question& question);

/// The accelerators that machines may have: those which the user did not hide, or has, or has a card of.
[[nodiscard]] std::vector<const Accelerator*> usableChips(const Question& question);

} // namespace rigwright
