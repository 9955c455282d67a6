// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <type_traits>
#include <unordered_set>

namespace rigwright {

/// Hands every table of parts of a catalog to a function.
template <class Catalogue, class Visit>
void forEachTable(Catalogue& catalog, Visit&& visit)
{
    static_assert(std::is_same_v<std::remove_const_t<Catalogue>, Catalog>);
    visit(catalog.accelerators);
    visit(catalog.cards);
    visit(catalog.cpus);
    visit(catalog.boards);
    visit(catalog.memory);
    visit(catalog.drives);
    visit(catalog.powerSupplies);
    visit(catalog.cases);
    visit(catalog.coolers);
    visit(catalog.networkCards);
    visit(catalog.systems);
}

/// Hands the PartInfo of every part to a function.
template <class Catalogue, class Visit>
void forEachPart(Catalogue& catalog, Visit&& visit)
{
    forEachTable(catalog, [&](auto& parts) {
        for (auto& part : parts) {
            visit(part.info);
        }
    });
}

inline void eraseParts(Catalog& catalog, const std::unordered_set<PartId>& ids)
{
    if (ids.empty()) {
        return;
    }
    forEachTable(catalog, [&](auto& parts) {
        std::erase_if(parts, [&](const auto& part) { return ids.contains(part.info.id); });
    });
}

} // namespace rigwright
