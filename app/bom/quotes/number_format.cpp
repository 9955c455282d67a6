// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/number_format.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace rigwright {

namespace {

/// The text between brackets: a currency "$€-407", elapsed hours "h", a colour, a condition.
void takeBracket(NumberFormat& format, std::string_view content)
{
    if (content.starts_with('$')) {
        format.literal += content.substr(1, content.substr(1).find('-'));
    }
}

bool isDayLetter(char c)
{
    // Minutes and months share a letter, and a month never stands alone in a form's date.
    return c == 'd' || c == 'D' || c == 'y' || c == 'Y';
}

std::string withoutBlanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

} // namespace

NumberFormat parseNumberFormat(std::string_view code)
{
    NumberFormat format;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"' || c == '[') {
            const std::size_t end = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
            const std::string_view content = code.substr(i + 1, end - i - 1);
            if (c == '"') {
                format.literal += content;
            } else {
                takeBracket(format, content);
            }
            i = end;
        } else if (c == '\\' && i + 1 < code.size()) {
            format.literal += code[++i];
        } else if ((c == '_' || c == '*') && i + 1 < code.size()) {
            ++i; // a blank as wide as the next character, or filled with it
        } else if (isDayLetter(c)) {
            format.isDay = true;
        } else if (c == '%') {
            format.isPercent = true;
        } else if (c == '$' || static_cast<unsigned char>(c) >= 0x80) {
            format.literal += c;
        }
    }
    format.literal = withoutBlanks(std::move(format.literal));
    return format;
}

NumberFormat builtInNumberFormat(int id)
{
    NumberFormat format;
    // 27 to 36 and 50 to 58 are days in the East Asian editions and unused in the others.
    format.isDay = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    format.isPercent = id == 9 || id == 10;
    return format;
}

std::optional<Date> dayOfSerial(double serial, bool from1904)
{
    constexpr double kBeyond = 2'958'466; // 1 January 10000
    constexpr int kMissingDay = 60;       // 29 February 1900
    if (!(serial >= 0) || serial >= kBeyond) {
        return std::nullopt;
    }
    const int days = static_cast<int>(std::floor(serial));
    if (!from1904 && (days == 0 || days == kMissingDay)) {
        return std::nullopt;
    }
    using namespace std::chrono;
    const sys_days first =
        from1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / (days < kMissingDay ? 31 : 30));
    const year_month_day day(first + std::chrono::days(days));
    const Date date{int(day.year()), static_cast<int>(unsigned(day.month())),
                    static_cast<int>(unsigned(day.day()))};
    return date.year <= 9999 ? std::optional(date) : std::nullopt;
}

} // namespace rigwright
