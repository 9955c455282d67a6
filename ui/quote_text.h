// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quote.h"
#include "facts/catalog.h"

#include <QString>

// How the window names what stands in quotes.
namespace rigwright {

/// "Shop A, quote 4711"
[[nodiscard]] QString quoteText(const Quote& quote);
/// Short enough for the head of a column: a longer name ends in ….
[[nodiscard]] QString shortText(const std::string& name);
/// The part's name; its id where the catalog lacks it.
[[nodiscard]] QString partNameText(const Catalog& catalog, const PartId& part);
/// What is offered in place of the part that was asked for; empty: that part.
[[nodiscard]] QString substituteText(const Catalog& catalog, const QuoteLine& line);

} // namespace rigwright
