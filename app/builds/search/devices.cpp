// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/devices.h"

#include <algorithm>
#include <unordered_map>

namespace rigwright {

namespace {

/// Known figures that are no greater. Where one is unknown, rules judge by another measure.
template <class Figure>
bool noGreater(const std::optional<Figure>& figure, const std::optional<Figure>& other)
{
    return figure.has_value() == other.has_value() && (!figure || *figure <= *other);
}

bool needsNoMore(const std::optional<PowerConnectors>& power, const std::optional<PowerConnectors>& other)
{
    return power.has_value() == other.has_value() &&
        (!power ||
         (power->pin16 <= other->pin16 && power->pin8 <= other->pin8 && power->pin6 <= other->pin6));
}

/// Whether no machine is the worse for one card in place of the other.
bool replaces(const Priced<Accelerator>& card, const Priced<Accelerator>& other)
{
    return card.price <= other.price && noGreater(card.part->length, other.part->length) &&
        noGreater(card.part->slotWidth, other.part->slotWidth) &&
        noGreater(card.part->boardPower, other.part->boardPower) &&
        needsNoMore(card.part->power, other.part->power);
}

/// Of equal cards the first stays.
std::vector<Priced<Accelerator>> withoutReplaced(const std::vector<Priced<Accelerator>>& cards)
{
    std::vector<Priced<Accelerator>> kept;
    for (const Priced<Accelerator>& card : cards) {
        const auto beats = [](const Priced<Accelerator>& one) {
            return [&one](const Priced<Accelerator>& other) { return replaces(one, other); };
        };
        if (std::ranges::none_of(kept, [&](const auto& other) { return replaces(other, card); })) {
            std::erase_if(kept, beats(card));
            kept.push_back(card);
        }
    }
    return kept;
}

/// Cards whose price is as new as one of this day; empty: as any.
Expected<std::vector<Priced<Accelerator>>> soldSince(const Question& question,
                                                     const std::vector<const Accelerator*>& cards,
                                                     const std::optional<Date>& day)
{
    std::vector<Priced<Accelerator>> sold;
    for (const Accelerator* card : cards) {
        const Offer* offer = currentOffer(card->info.offers);
        if (offer == nullptr || (day && offer->date < *day)) {
            continue;
        }
        const auto price = priceOf(question, card->info);
        if (!price) {
            return tl::unexpected(price.error());
        }
        sold.push_back({card, (*price)->minorUnits()});
    }
    return sold;
}

} // namespace

Expected<std::vector<Device>> buyableDevices(const Question& question)
{
    std::unordered_map<PartId, std::vector<const Accelerator*>> cardsOf;
    for (const Accelerator& card : question.catalog.cards) {
        if (!card.info.hidden) {
            cardsOf[card.variantOf].push_back(&card);
        }
    }
    std::vector<Device> devices;
    for (const Accelerator& chip : question.catalog.accelerators) {
        if (chip.info.hidden) {
            continue;
        }
        const Offer* own = currentOffer(chip.info.offers);
        const auto sold = soldSince(question, cardsOf[chip.info.id],
                                    own == nullptr ? std::nullopt : std::optional(own->date));
        const auto price = priceOf(question, chip.info);
        if (!sold || !price) {
            return tl::unexpected(!sold ? sold.error() : price.error());
        }
        if (!sold->empty()) {
            devices.push_back({&chip, withoutReplaced(*sold)});
        } else if (*price) {
            devices.push_back({&chip, {{&chip, (*price)->minorUnits()}}});
        }
    }
    return devices;
}

} // namespace rigwright
