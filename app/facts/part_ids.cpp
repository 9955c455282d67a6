// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/part_ids.h"

namespace rigwright {

namespace {

template <class Part>
void appendIds(std::vector<std::string>& ids, const std::vector<Part>& parts)
{
    for (const Part& part : parts) {
        ids.push_back(part.info.id.text());
    }
}

} // namespace

std::vector<std::string> allPartIds(const Catalog& catalog)
{
    std::vector<std::string> ids;
    ids.reserve(catalog.partCount());
    appendIds(ids, catalog.accelerators);
    appendIds(ids, catalog.cards);
    appendIds(ids, catalog.cpus);
    appendIds(ids, catalog.boards);
    appendIds(ids, catalog.memory);
    appendIds(ids, catalog.drives);
    appendIds(ids, catalog.powerSupplies);
    appendIds(ids, catalog.cases);
    appendIds(ids, catalog.coolers);
    appendIds(ids, catalog.networkCards);
    appendIds(ids, catalog.systems);
    return ids;
}

} // namespace rigwright
