// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/catalog_items.h"
#include "facts/catalog.h"

#include <iosfwd>
#include <string>

namespace rigwright {

/// Cloud offers ("cloud") or hosted models ("api") that have all the words.
void listOffers(const Catalog& catalog, const std::string& category, const std::string& words,
                const PriceAge& age, bool asJson, std::ostream& out);

} // namespace rigwright
