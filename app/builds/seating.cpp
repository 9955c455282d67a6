// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/seating.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace rigwright {

namespace {

constexpr int kUsualWidth = 2;

int widthOf(const Accelerator& card)
{
    return card.slotWidth.value_or(kUsualWidth);
}

/// Slots and kinds of cards as a search over them needs them: nothing is allocated for a board.
class Spacing {
public:
    Spacing(std::span<const SlotPlace> places, const CardQueue& cards, int gap)
        : places_(places)
        , cards_(cards)
        , gap_(gap)
    {
        kinds_ = std::min(cards.kinds.size(), left_.size());
        for (std::size_t i = 0; i < kinds_; ++i) {
            left_[i] = cards.kinds[i].quantity;
            wanted_ += cards.kinds[i].quantity;
        }
        for (const SlotPlace& place : places) {
            fastest_ = std::max(fastest_, place.weight());
        }
        tryFrom(0, 0);
    }

    struct Choice {
        int placed = -1;
        double slowest = 0;
        double sum = 0;
        std::array<int, kMostSlots> kindAt{}; ///< of each place; -1: none

        [[nodiscard]] auto rank() const { return std::tuple(placed, slowest, sum); }
    };

    [[nodiscard]] const Choice& best() const { return best_; }

private:
    static constexpr double kNothing = 1e9;

    /// SlotPlaces come in the order of their positions, so that a card only limits where the next may stand.
    void tryFrom(std::size_t index, int freeFrom) // NOLINT(misc-no-recursion): as deep as a board has slots
    {
        const auto rest = static_cast<int>(places_.size() - index);
        if (isBeaten(std::min(rest, wanted_ - now_.placed))) {
            return;
        }
        if (index == places_.size() || now_.placed == wanted_) {
            if (now_.rank() > best_.rank()) {
                best_ = now_;
                std::fill(best_.kindAt.begin() + static_cast<std::ptrdiff_t>(index), best_.kindAt.end(), -1);
            }
            return;
        }
        const SlotPlace& place = places_[index];
        for (std::size_t kind = 0; kind < kinds_ && place.position >= freeFrom; ++kind) {
            if (left_[kind] > 0) {
                put(index, kind);
            }
        }
        now_.kindAt[index] = -1;
        tryFrom(index + 1, freeFrom);
    }

    /// So many more at best can't give a better choice.
    [[nodiscard]] bool isBeaten(int more) const
    {
        const Choice hoped{now_.placed + more, now_.slowest, now_.sum + more * fastest_, {}};
        return hoped.rank() <= best_.rank();
    }

    void put(std::size_t index, std::size_t kind) // NOLINT(misc-no-recursion)
    {
        const SlotPlace& place = places_[index];
        const Accelerator& card = *cards_.kinds[kind].card;
        const Choice before = now_;
        const int generation = std::min(place.generation, card.pcieGeneration.value_or(place.generation));
        const int lanes = std::min(place.lanes, card.pcieLanes.value_or(place.lanes));
        const double weight = lanes * static_cast<double>(1 << generation);
        now_.slowest = std::min(now_.slowest, weight);
        now_.sum += weight;
        ++now_.placed;
        --left_[kind];
        now_.kindAt[index] = static_cast<int>(kind);
        tryFrom(index + 1, place.position + widthOf(card) + gap_);
        ++left_[kind];
        now_ = before;
    }

    std::span<const SlotPlace> places_;
    const CardQueue& cards_;
    int gap_;
    std::array<int, kMostSlots> left_{};
    std::size_t kinds_ = 0;
    int wanted_ = 0;
    double fastest_ = 0;
    Choice now_{0, kNothing, 0, {}};
    Choice best_;
};

struct LongPlaces {
    std::array<SlotPlace, kMostSlots> all;
    std::size_t count = 0;
    bool positionsKnown = true;

    [[nodiscard]] std::span<SlotPlace> span() { return {all.data(), count}; }
};

LongPlaces longPlaces(const SlotPlaces& places)
{
    LongPlaces found;
    for (std::size_t i = 0; i < places.count; ++i) {
        if (places.all[i].isLong()) {
            found.all[found.count++] = places.all[i];
            found.positionsKnown = found.positionsKnown && places.all[i].position > 0;
        }
    }
    found.positionsKnown = found.positionsKnown && found.count > 0;
    return found;
}

void takeFastest(Seating& seating, LongPlaces& places, const CardQueue& cards)
{
    const auto found = places.span();
    std::ranges::stable_sort(found, std::ranges::greater{}, &SlotPlace::weight);
    std::size_t next = 0;
    for (const CardQueue::Kind& kind : cards.kinds) {
        for (int i = 0; i < kind.quantity && next < found.size(); ++i) {
            seating.seats.push_back({found[next++], kind.card});
        }
    }
}

void takeSpaced(Seating& seating, LongPlaces& places, const CardQueue& cards)
{
    const auto found = places.span();
    std::ranges::sort(found, {}, &SlotPlace::position);
    const Spacing close(found, cards, 0);
    const Spacing airy(found, cards, 1);
    const auto quality = [](const Spacing& spacing) {
        return std::tuple(spacing.best().placed, spacing.best().slowest);
    };
    const Spacing::Choice& chosen = quality(airy) == quality(close) ? airy.best() : close.best();
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (chosen.kindAt[i] >= 0) {
            seating.seats.push_back({found[i], cards.kinds[static_cast<std::size_t>(chosen.kindAt[i])].card});
        }
    }
}

bool isFree(const Seating& seating, const SlotPlace& place)
{
    return std::ranges::none_of(seating.seats, [&](const Seating::Seat& taken) {
        const int from = taken.place.position;
        const bool covered =
            from > 0 && place.position >= from && place.position < from + widthOf(*taken.card);
        return taken.place.slot == place.slot || covered;
    });
}

} // namespace

bool Seating::betterThan(const Seating& other) const
{
    if (seats.size() != other.seats.size() || seats.empty()) {
        return seats.size() > other.seats.size();
    }
    const auto rank = [](const Seating& seating) {
        double sum = 0;
        double slowest = seating.seats.front().place.weight();
        for (const Seat& taken : seating.seats) {
            sum += taken.place.weight();
            slowest = std::min(slowest, taken.place.weight());
        }
        return std::pair(slowest, sum);
    };
    return rank(*this) > rank(other);
}

std::optional<SlotPlace> Seating::takeFree(int lanes)
{
    const auto found =
        std::ranges::find_if(free, [&](const SlotPlace& place) { return place.physicalLanes >= lanes; });
    if (found == free.end()) {
        return std::nullopt;
    }
    const SlotPlace taken = *found;
    free.erase(found);
    return taken;
}

Seating seat(const SlotPlaces& places, const CardQueue& cards, bool listFree)
{
    Seating seating;
    LongPlaces candidates = longPlaces(places);
    seating.positionsKnown = candidates.positionsKnown;
    int wanted = 0;
    for (const CardQueue::Kind& kind : cards.kinds) {
        wanted += kind.quantity;
    }
    seating.withoutSlot = std::max(0, wanted - static_cast<int>(candidates.count));
    seating.seats.reserve(static_cast<std::size_t>(wanted - seating.withoutSlot));
    if (wanted > 1 && candidates.positionsKnown) {
        takeSpaced(seating, candidates, cards);
    } else {
        takeFastest(seating, candidates, cards);
    }
    seating.covered = wanted - seating.withoutSlot - static_cast<int>(seating.seats.size());
    for (std::size_t i = 0; listFree && i < places.count; ++i) {
        if (isFree(seating, places.all[i])) {
            seating.free.push_back(places.all[i]);
        }
    }
    std::ranges::stable_sort(seating.free, std::ranges::greater{}, &SlotPlace::weight);
    return seating;
}

} // namespace rigwright
