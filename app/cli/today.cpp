// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/today.h"

#include <chrono>

namespace rigwright {

Date today()
{
    const std::chrono::year_month_day day(
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

} // namespace rigwright
