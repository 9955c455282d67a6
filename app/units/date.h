// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <compare>
#include <string>
#include <string_view>

namespace rigwright {

/// A calendar day of the proleptic Gregorian calendar.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;

    auto operator<=>(const Date&) const = default;

    /// "2026-08-18" only; a day that does not exist is an error.
    [[nodiscard]] static Expected<Date> parse(std::string_view iso);
    [[nodiscard]] std::string iso() const;
    /// Days from `earlier` to this day; negative where it is later.
    [[nodiscard]] int daysSince(const Date& earlier) const;
};

} // namespace rigwright
