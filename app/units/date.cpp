// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/date.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace rigwright {

namespace {

std::chrono::year_month_day calendarDay(const Date& date)
{
    return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
        std::chrono::day(static_cast<unsigned>(date.day));
}

int digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

Expected<Date> Date::parse(std::string_view iso)
{
    if (iso.size() == 10 && iso[4] == '-' && iso[7] == '-') {
        const Date date{digits(iso.substr(0, 4)), digits(iso.substr(5, 2)), digits(iso.substr(8, 2))};
        if (date.year >= 0 && date.month > 0 && date.day > 0 && calendarDay(date).ok()) {
            return date;
        }
    }
    return fail("'" + std::string(iso) + "' is not a date: expected a day such as 2026-08-18");
}

std::string Date::iso() const
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    return text.data();
}

int Date::daysSince(const Date& earlier) const
{
    const auto days = std::chrono::sys_days(calendarDay(*this)) - std::chrono::sys_days(calendarDay(earlier));
    return static_cast<int>(days.count());
}

} // namespace rigwright
