// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/devices.h"

#include <algorithm>
#include <set>
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
    return card.noDearerThan(other) && noGreater(card.part->length, other.part->length) &&
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

/// Whether a card has a price as new as one of this day; empty: as any.
bool soldSince(const Accelerator& card, const std::optional<Date>& day)
{
    const Offer* offer = currentOffer(card.info.offers);
    return offer != nullptr && (!day || !(offer->date < *day));
}

using Articles = std::vector<Priced<Accelerator>>;

/// What a chip is bought or at hand as. Cards of a chip that the user hid are used where they are at hand.
Expected<Articles> articlesOf(const Question& question, const Accelerator& chip,
                              const std::vector<const Accelerator*>& cards)
{
    const Offer* own = currentOffer(chip.info.offers);
    const auto newest = own == nullptr ? std::nullopt : std::optional(own->date);
    Articles articles;
    bool anySold = false;
    for (const Accelerator* card : cards) {
        auto priced = pricedPart(question, *card);
        if (!priced) {
            return tl::unexpected(priced.error());
        }
        if (!*priced) {
            continue;
        }
        (*priced)->sold = !card->info.hidden && !chip.info.hidden && soldSince(*card, newest);
        anySold = anySold || (*priced)->sold;
        if ((*priced)->sold || (*priced)->owned > 0) {
            articles.push_back(**priced);
        }
    }
    auto priced = pricedPart(question, chip);
    if (!priced) {
        return tl::unexpected(priced.error());
    }
    if (*priced) {
        (*priced)->sold = (*priced)->sold && !anySold && !chip.info.hidden;
        if ((*priced)->sold || (*priced)->owned > 0) {
            articles.push_back(**priced);
        }
    }
    return articles;
}

} // namespace

std::optional<std::int64_t> Device::leastCostOf(int count) const
{
    std::optional<std::int64_t> least;
    for (const Priced<Accelerator>& card : cards) {
        const auto cost = card.costOf(count);
        least = cost && (!least || *cost < *least) ? cost : least;
    }
    return least;
}

std::vector<const Accelerator*> usableChips(const Question& question)
{
    std::set<PartId> atHand;
    for (const Accelerator& card : question.catalog.cards) {
        if (ownedOf(question.requirement, card.info.id) > 0) {
            atHand.insert(card.variantOf);
        }
    }
    std::vector<const Accelerator*> chips;
    for (const Accelerator& chip : question.catalog.accelerators) {
        if (isUsable(question, chip.info) || atHand.contains(chip.info.id)) {
            chips.push_back(&chip);
        }
    }
    return chips;
}

Expected<std::vector<Device>> buyableDevices(const Question& question)
{
    std::unordered_map<PartId, std::vector<const Accelerator*>> cardsOf;
    for (const Accelerator& card : question.catalog.cards) {
        if (isUsable(question, card.info)) {
            cardsOf[card.variantOf].push_back(&card);
        }
    }
    std::vector<Device> devices;
    for (const Accelerator* chip : usableChips(question)) {
        const auto articles = articlesOf(question, *chip, cardsOf[chip->info.id]);
        if (!articles) {
            return tl::unexpected(articles.error());
        }
        if (!articles->empty()) {
            devices.push_back({chip, withoutReplaced(*articles)});
        }
    }
    return devices;
}

} // namespace rigwright
