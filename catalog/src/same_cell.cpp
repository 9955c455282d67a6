// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/same_cell.h"

namespace rigwright {

bool sameCell(const Column& column, const std::string& one, const std::string& other)
{
    if (one == other) {
        return true;
    }
    const Expected<SqlValue> first = column.parse(one, {});
    const Expected<SqlValue> second = column.parse(other, {});
    return first && second && *first == *second;
}

} // namespace rigwright
