// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/known_parts.h"

#include <algorithm>

namespace rigwright {

namespace {

bool isSamePrice(const Offer& a, const Offer& b)
{
    return a.date == b.date && a.kind == b.kind && a.region == b.region && a.source == b.source;
}

} // namespace

KnownParts::KnownParts(const CatalogView& view)
{
    parts_.reserve(view.parts.size());
    for (const PartEntry& entry : view.parts) {
        parts_.emplace(entry.id().text(), Known{&entry, entry.sheet.spec->name});
    }
}

const PartEntry* KnownParts::find(const std::string& id) const
{
    const auto found = parts_.find(id);
    return found == parts_.end() ? nullptr : found->second.entry;
}

std::string_view KnownParts::tableOf(const std::string& id) const
{
    const auto found = parts_.find(id);
    return found == parts_.end() ? std::string_view() : found->second.table;
}

void KnownParts::add(const std::string& id, const std::string& table)
{
    // The name of a table lives as long as the program, unlike the caller's copy of it.
    parts_.emplace(id, Known{nullptr, findPartTable(table)->name});
}

const Offer* findSamePrice(const PartEntry& entry, const Offer& offer)
{
    // The user's own is the one that counts where both say something.
    const Offer* found = nullptr;
    for (const Offer& known : entry.offers) {
        if (isSamePrice(known, offer) && (found == nullptr || known.own)) {
            found = &known;
        }
    }
    return found;
}

bool saysTheSame(const Offer& a, const Offer& b)
{
    return isSamePrice(a, b) && a.price.currency() == b.price.currency() &&
        a.price.minorUnits() == b.price.minorUnits() && a.validUntil == b.validUntil && a.url == b.url;
}

} // namespace rigwright
