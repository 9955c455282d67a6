// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_figures.h"

#include "units/format.h"

#include <cmath>

namespace rigwright {

std::string figureText(double value)
{
    constexpr double kWhole = 1000;
    constexpr double kTens = 100;
    constexpr double kOnes = 10;
    const double size = std::abs(value);
    if (size >= kWhole) {
        return formatCount(std::llround(value));
    }
    std::string text = formatFixed(value, size >= kTens ? 0 : size >= kOnes ? 1 : size >= 1 ? 2 : 3);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.find_last_not_of('.') + 1);
    }
    return text;
}

std::string figureRange(double low, double high)
{
    const std::string from = figureText(low);
    const std::string to = figureText(high);
    return from == to ? from : from + "–" + to;
}

std::string figuresWithUnit(double low, double high, ClaimUnit unit)
{
    constexpr double kMilli = 1e3;
    constexpr double kMicro = 1e6;
    if (unit == ClaimUnit::Seconds && high < 1 / kMilli) {
        return figureRange(low * kMicro, high * kMicro) + " µs";
    }
    if (unit == ClaimUnit::Seconds && high < 1) {
        return figureRange(low * kMilli, high * kMilli) + " ms";
    }
    if (unit == ClaimUnit::Devices && high == 1) {
        return "1 GPU";
    }
    return figureRange(low, high) + ' ' + claimUnitName(unit);
}

std::string factorText(double factor)
{
    constexpr double kWhole = 10;
    constexpr double kNearOne = 1.095;
    constexpr double kOne = 1.005;
    if (factor < kOne) {
        return "by less than 1 %";
    }
    if (factor >= kWhole) {
        return formatCount(std::llround(factor)) + " times";
    }
    return formatFixed(factor, factor < kNearOne ? 2 : 1) + " times";
}

std::string claimedText(const Claim& claim)
{
    const double low = claim.low.value_or(claim.high.value_or(0));
    std::string figures = figuresWithUnit(low, claim.high.value_or(low), claim.unit);
    switch (claim.meaning) {
    case ClaimMeaning::Minimum: return "≥ " + figures;
    case ClaimMeaning::Most: return "≤ " + figures;
    case ClaimMeaning::Value:
    case ClaimMeaning::Enough: break;
    }
    return figures;
}

} // namespace rigwright
