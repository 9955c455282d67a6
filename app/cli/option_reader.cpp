// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_reader.h"

#include <charconv>
#include <type_traits>

namespace rigwright {

namespace {

template <class Number>
Expected<Number> readNumber(const std::string& option, const std::string& text, Number least, Number most,
                            const char* kind)
{
    Number value{};
    const char* end = text.data() + text.size();
    const auto [stopped, status] = std::from_chars(text.data(), end, value);
    const bool whole = status == std::errc() && stopped == end && !text.empty();
    if (!whole || !(value >= least && value <= most)) {
        const auto bound = [](Number number) {
            return formatFixed(static_cast<double>(number), std::is_integral_v<Number> ? 0 : 2);
        };
        return fail(option + ": '" + text.substr(0, 60) + "' is not " + kind + " from " + bound(least) +
                    " to " + bound(most));
    }
    return value;
}

} // namespace

Expected<std::int64_t> readWhole(const std::string& option, const std::string& text, std::int64_t least,
                                 std::int64_t most)
{
    return readNumber(option, text, least, most, "a whole number");
}

Expected<double> readDecimal(const std::string& option, const std::string& text, double least, double most)
{
    return readNumber(option, text, least, most, "a number");
}

} // namespace rigwright
