// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/share.h"

#include <stdexcept>

namespace rigwright {

namespace {

constexpr std::int64_t kWhole = 1'000'000;
constexpr std::int64_t kMostPercent = 1000;
constexpr std::int64_t kPerPercent = 10'000;
constexpr std::size_t kDecimals = 4;

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Expected<Share> Share::parsePercent(std::string_view text)
{
    const auto refused = [&] {
        return fail("expected per cent from 0 to 1000 with up to four decimals, got '" + std::string(text) +
                    "'");
    };
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals = point == std::string_view::npos ? "0" : text.substr(point + 1);
    if (!isDigits(whole) || whole.size() > 4 || !isDigits(decimals) || decimals.size() > kDecimals) {
        return refused();
    }
    std::string padded(decimals);
    padded.resize(kDecimals, '0');
    const Share share(std::stoll(std::string(whole)) * kPerPercent + std::stoll(padded));
    return share.millionths_ <= kMostPercent * kPerPercent ? Expected<Share>(share) : refused();
}

std::string Share::percent() const
{
    std::string decimals = std::to_string(kPerPercent + millionths_ % kPerPercent).substr(1);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    return std::to_string(millionths_ / kPerPercent) + (decimals.empty() ? "" : "." + decimals);
}

Money Share::of(const Money& amount) const
{
    // Halves are added to the remainder alone, which keeps the product of large amounts in range.
    const std::int64_t whole = amount.minorUnits() / kWhole;
    const std::int64_t rest = amount.minorUnits() % kWhole;
    const std::int64_t part = rest * millionths_;
    const std::int64_t rounded = (part + (part < 0 ? -kWhole : kWhole) / 2) / kWhole;
    std::int64_t product = 0;
    std::int64_t sum = 0;
    if (__builtin_mul_overflow(whole, millionths_, &product) ||
        __builtin_add_overflow(product, rounded, &sum)) {
        throw std::overflow_error("a share of an amount leaves the 64-bit range");
    }
    return {sum, amount.currency()};
}

} // namespace rigwright
