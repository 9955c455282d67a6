// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

namespace rigwright {

/// Calls `visit` with each table of parts of a catalog, constant or not.
template <class SomeCatalog, class Visit>
void forEachPartTable(SomeCatalog& catalog, Visit visit)
{
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

} // namespace rigwright
