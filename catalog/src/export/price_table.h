// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/tables/tables.h"
#include "facts/offer.h"
#include "units/id.h"

#include <string>
#include <vector>

namespace rigwright {

/// prices.csv as exports write it and imports read it: the columns of the shipped table, then what quotes have.
[[nodiscard]] const TableSpec& priceTable();

/// One cell for each column of priceTable().
[[nodiscard]] std::vector<std::string> priceCells(const PartId& part, const Offer& offer);

} // namespace rigwright
