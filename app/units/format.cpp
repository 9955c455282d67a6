// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

std::string grouped(std::string decimal)
{
    const std::size_t start = decimal.starts_with('-') ? 1 : 0;
    std::size_t position = std::min(decimal.find('.'), decimal.size());
    while (position > start + 3) {
        position -= 3;
        decimal.insert(position, ",");
    }
    return decimal;
}

} // namespace

std::string formatFixed(double value, int decimals)
{
    // Large enough for any double in fixed notation.
    std::array<char, 400> text{};
    const auto result =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    return {text.data(), result.ptr};
}

std::string shortNumber(double value)
{
    std::string number = formatFixed(value, 6);
    number.erase(number.find_last_not_of('0') + 1);
    number.erase(number.find_last_not_of('.') + 1);
    return number;
}

std::string formatMemory(Bytes amount)
{
    // What rounds to 1024.0 MiB is written as 1.0 GiB.
    if (std::abs(amount.inMib()) < 1023.95) {
        return formatFixed(amount.inMib(), 1) + " MiB";
    }
    return grouped(formatFixed(amount.inGib(), 1)) + " GiB";
}

std::string formatMoney(const Money& amount)
{
    std::string number = grouped(amount.decimal());
    const bool negative = number.starts_with('-');
    return (negative ? "-" : "") + amount.currency().sign() + number.substr(negative ? 1 : 0);
}

std::string formatCount(std::int64_t count)
{
    return grouped(std::to_string(count));
}

std::string formatParameters(std::int64_t count)
{
    const double billions = static_cast<double>(count) / 1e9;
    if (billions >= 99.95) {
        return formatFixed(billions, 0) + " B";
    }
    // What rounds to 1000 M is written as 1.0 B.
    return billions >= 0.9995 ? formatFixed(billions, 1) + " B" : formatFixed(billions * 1e3, 0) + " M";
}

std::string formatRate(double perSecond)
{
    return formatFixed(perSecond, perSecond < 9.95 ? 1 : 0);
}

std::string toLower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

} // namespace rigwright
