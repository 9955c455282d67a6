// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quote.h"

namespace rigwright {

std::string sourceOf(const Quote& quote)
{
    return quote.number.empty() ? quote.supplier : quote.supplier + ", quote " + quote.number;
}

} // namespace rigwright
