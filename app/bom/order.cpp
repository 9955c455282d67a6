// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/order.h"

#include <algorithm>

namespace rigwright {

const PartOrder* OrderDetails::find(const PartId& part) const
{
    const auto found = std::ranges::find(parts, part, &PartOrder::part);
    return found == parts.end() ? nullptr : &*found;
}

PartOrder& OrderDetails::of(const PartId& part)
{
    const auto found = std::ranges::find(parts, part, &PartOrder::part);
    if (found != parts.end()) {
        return *found;
    }
    parts.push_back({part, {}, {}, {}, {}, {}, {}, 0, false});
    return parts.back();
}

} // namespace rigwright
