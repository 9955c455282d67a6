// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quote.h"

namespace rigwright {

std::string sourceOf(const Quote& quote)
{
    const std::string supplier = quote.supplier.empty() ? "a supplier without a name" : quote.supplier;
    return quote.number.empty() ? supplier : supplier + ", quote " + quote.number;
}

} // namespace rigwright
