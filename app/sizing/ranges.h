// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"
#include "units/format.h"

#include <cstdint>
#include <string>

namespace rigwright {

/// An error that names what is out of range, or success. `what`: "the micro-batch".
[[nodiscard]] inline Expected<void> checkRange(const char* what, std::int64_t value, std::int64_t smallest,
                                               std::int64_t largest)
{
    if (value < smallest || value > largest) {
        return fail(std::string(what) + " is " + std::to_string(value) + ": expected a number from " +
                    std::to_string(smallest) + " to " + formatCount(largest));
    }
    return {};
}

} // namespace rigwright
