// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tables/problem.h"

namespace rigwright {

std::string Problem::text() const
{
    std::string text = file + ":";
    if (line > 0) {
        text += std::to_string(line) + ":";
    }
    if (!column.empty()) {
        text += column + ":";
    }
    return text + " " + message;
}

} // namespace rigwright
