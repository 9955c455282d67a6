// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_search.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace rigwright {

namespace {

/// A number, or a text where there is none; neither: unknown.
struct SortKey {
    std::optional<double> number;
    std::string text;

    [[nodiscard]] bool isUnknown() const { return !number && text.empty(); }
};

std::string lowerCase(const std::string& text)
{
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

SortKey keyOfCell(const std::string& cell)
{
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (!cell.empty() && error == std::errc() && end == cell.data() + cell.size()) {
        return {value, {}};
    }
    return {std::nullopt, lowerCase(cell)};
}

SortKey keyOfPrice(const CatalogView& view, const PartEntry& part)
{
    const Offer* offer = currentOffer(part.offers);
    if (offer == nullptr) {
        return {};
    }
    const Expected<Money> dollars = view.catalog->rates.convert(offer->price, Currency::usd());
    return dollars ? SortKey{dollars->toDouble(), {}} : SortKey{};
}

SortKey keyOfAge(const PartEntry& part, const Date& today)
{
    const Offer* offer = currentOffer(part.offers);
    return offer == nullptr ? SortKey{} : SortKey{static_cast<double>(today.daysSince(offer->date)), {}};
}

SortKey keyOf(const CatalogView& view, const PartEntry& part, const std::string& column, const Date& today)
{
    if (column == CatalogOrder::kPrice) {
        return keyOfPrice(view, part);
    }
    if (column == CatalogOrder::kPriceAge) {
        return keyOfAge(part, today);
    }
    if (column == CatalogOrder::kFavourite) {
        return {part.marks.favourite ? 0.0 : 1.0, {}};
    }
    if (column == CatalogOrder::kTable) {
        return {std::nullopt, part.sheet.spec->name};
    }
    const auto& columns = part.sheet.spec->columns;
    const auto found = std::ranges::find(columns, column, &Column::name);
    return found == columns.end()
        ? SortKey{}
        : keyOfCell(part.sheet.cells[static_cast<std::size_t>(found - columns.begin())]);
}

/// Numbers before texts, unknown ones after all.
bool comesBefore(const SortKey& a, const SortKey& b, bool descending)
{
    if (a.isUnknown() || b.isUnknown()) {
        return !a.isUnknown() && b.isUnknown();
    }
    if (a.number && b.number) {
        return descending ? *a.number > *b.number : *a.number < *b.number;
    }
    if (a.number || b.number) {
        return a.number.has_value();
    }
    return descending ? a.text > b.text : a.text < b.text;
}

void sortHits(const CatalogView& view, std::vector<std::size_t>& positions, const CatalogOrder& order,
              const Date& today)
{
    struct Keyed {
        SortKey key;
        std::size_t position;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(positions.size());
    for (const std::size_t position : positions) {
        keyed.push_back({keyOf(view, view.parts[position], order.column, today), position});
    }
    std::ranges::stable_sort(keyed, [&order](const Keyed& a, const Keyed& b) {
        return comesBefore(a.key, b.key, order.descending);
    });
    std::ranges::transform(keyed, positions.begin(), &Keyed::position);
}

bool passes(const CatalogView& view, const PartEntry& part, const CatalogFilter& filter, const Date& today)
{
    if (filter.underneathOnly && part.underneath.empty()) {
        return false;
    }
    if (!filter.oldPriceOnly) {
        return true;
    }
    const Offer* offer = currentOffer(part.offers);
    return offer != nullptr && isOld(offer->date, today, view.catalog->pricePolicy);
}

} // namespace

CatalogHits searchCatalog(const CatalogView& view, const CatalogFilter& filter, const CatalogOrder& order,
                          const Date& today, const std::stop_token& stop)
{
    PartQuery everywhere = filter.query;
    everywhere.table.clear();
    CatalogHits hits;
    const std::vector<std::size_t> found = view.index.find(view.parts, everywhere);
    if (stop.stop_requested()) {
        return {};
    }
    for (const std::size_t position : found) {
        const PartEntry& part = view.parts[position];
        if (passes(view, part, filter, today)) {
            ++hits.counts[part.sheet.spec->name];
            ++hits.total;
            if (filter.query.table.empty() || part.sheet.spec->name == filter.query.table) {
                hits.positions.push_back(position);
            }
        }
    }
    if (!order.column.empty() && !stop.stop_requested()) {
        sortHits(view, hits.positions, order, today);
    }
    return hits;
}

} // namespace rigwright
