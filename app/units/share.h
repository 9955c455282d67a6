// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"
#include "units/money.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace rigwright {

/// A part of a whole (a tax rate, a discount) in millionths, so that what it makes of an amount is exact.
class Share {
public:
    constexpr Share() = default;
    constexpr explicit Share(std::int64_t millionths)
        : millionths_(millionths)
    { }
    /// "19", "7.7", "0.25": per cent with up to four decimals, from 0 to 1000. An error says so.
    [[nodiscard]] static Expected<Share> parsePercent(std::string_view text);

    [[nodiscard]] constexpr std::int64_t millionths() const { return millionths_; }
    /// 0.19 for 19 %.
    [[nodiscard]] constexpr double value() const { return static_cast<double>(millionths_) / 1e6; }
    /// "7.7": per cent without trailing zeros.
    [[nodiscard]] std::string percent() const;
    /// So much of an amount, rounded half away from zero to the minor unit.
    [[nodiscard]] Money of(const Money& amount) const;

    auto operator<=>(const Share&) const = default;

private:
    std::int64_t millionths_ = 0;
};

} // namespace rigwright
