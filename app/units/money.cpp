// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/money.h"

#include "units/format.h"

#include <array>
#include <cmath>
#include <stdexcept>

namespace rigwright {

namespace {

struct CurrencyRow {
    const char* code;
    int decimals;
    const char* sign;
};

// ISO 4217 minor units. Only the US dollar goes by a bare sign: "$" and "¥" mean several currencies elsewhere.
constexpr std::array kCurrencies{
    CurrencyRow{"USD", 2, "$"},    CurrencyRow{"CNY", 2, "CN¥"},  CurrencyRow{"EUR", 2, "€"},
    CurrencyRow{"GBP", 2, "£"},    CurrencyRow{"JPY", 0, "JP¥"},  CurrencyRow{"AUD", 2, "A$"},
    CurrencyRow{"BRL", 2, "R$"},   CurrencyRow{"CAD", 2, "CA$"},  CurrencyRow{"CHF", 2, "CHF "},
    CurrencyRow{"DKK", 2, "DKK "}, CurrencyRow{"HKD", 2, "HK$"},  CurrencyRow{"INR", 2, "₹"},
    CurrencyRow{"KRW", 0, "₩"},    CurrencyRow{"MXN", 2, "MX$"},  CurrencyRow{"NOK", 2, "NOK "},
    CurrencyRow{"NZD", 2, "NZ$"},  CurrencyRow{"PLN", 2, "PLN "}, CurrencyRow{"SEK", 2, "SEK "},
    CurrencyRow{"SGD", 2, "S$"},   CurrencyRow{"TWD", 2, "NT$"},  CurrencyRow{"ZAR", 2, "ZAR "},
};

constexpr std::int64_t kMicros = 1'000'000;

std::int64_t powerOfTen(int exponent)
{
    std::int64_t result = 1;
    for (int i = 0; i < exponent; ++i) {
        result *= 10;
    }
    return result;
}

std::int64_t roundedToInteger(double value)
{
    const double rounded = std::round(value);
    // 2^63 is exact as a double; everything below it fits.
    if (!(std::abs(rounded) < 9223372036854775808.0)) {
        throw std::overflow_error("an amount of money is out of range");
    }
    return static_cast<std::int64_t>(rounded);
}

tl::unexpected<Error> badDecimal(std::string_view text, int decimals)
{
    return fail("'" + std::string(text) + "' is not an amount: expected digits with at most " +
                std::to_string(decimals) + " decimals");
}

/// Parses a decimal into units of 10^-decimals.
Expected<std::int64_t> parseDecimal(std::string_view text, int decimals)
{
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative) {
        rest.remove_prefix(1);
    }
    std::int64_t value = 0;
    int seenDigits = 0;
    int seenDecimals = -1;
    for (const char c : rest) {
        if (c == '.' && seenDecimals < 0 && seenDigits > 0) {
            seenDecimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || (seenDecimals >= 0 && ++seenDecimals > decimals)) {
            return badDecimal(text, decimals);
        }
        ++seenDigits;
        if (__builtin_mul_overflow(value, std::int64_t{10}, &value) ||
            __builtin_add_overflow(value, std::int64_t{c - '0'}, &value)) {
            return fail("'" + std::string(text) + "' is too large for an amount of money");
        }
    }
    if (seenDigits == 0 || seenDecimals == 0) {
        return badDecimal(text, decimals);
    }
    if (__builtin_mul_overflow(value, powerOfTen(decimals - (seenDecimals < 0 ? 0 : seenDecimals)), &value)) {
        return fail("'" + std::string(text) + "' is too large for an amount of money");
    }
    return negative ? -value : value;
}

/// Writes units of 10^-decimals as a decimal.
std::string writeDecimal(std::int64_t value, int decimals)
{
    const bool negative = value < 0;
    // The magnitude of INT64_MIN does not fit a signed integer.
    const std::uint64_t magnitude =
        negative ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
    std::string digits = std::to_string(magnitude);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    if (decimals > 0) {
        digits.insert(digits.size() - places, ".");
    }
    return negative ? "-" + digits : digits;
}

void requireSameCurrency(const Money& a, const Money& b)
{
    if (!(a.currency() == b.currency())) {
        throw std::logic_error("amounts in " + a.currency().code() + " and " + b.currency().code() +
                               " need a conversion first");
    }
}

} // namespace

Expected<Currency> Currency::parse(std::string_view code)
{
    std::string known;
    for (std::size_t i = 0; i < kCurrencies.size(); ++i) {
        if (toLower(code) == toLower(kCurrencies[i].code)) {
            return Currency(i);
        }
        known += (known.empty() ? "" : ", ") + std::string(kCurrencies[i].code);
    }
    return fail("unknown currency '" + std::string(code) + "': expected one of " + known);
}

Currency Currency::usd()
{
    return Currency(0);
}

std::vector<Currency> Currency::all()
{
    std::vector<Currency> result;
    for (std::size_t i = 0; i < kCurrencies.size(); ++i) {
        result.push_back(Currency(i));
    }
    return result;
}

std::string Currency::code() const
{
    return kCurrencies[index_].code;
}

int Currency::decimals() const
{
    return kCurrencies[index_].decimals;
}

std::string Currency::sign() const
{
    return kCurrencies[index_].sign;
}

Money::Money()
    : currency_(Currency::usd())
{ }

Money::Money(std::int64_t minorUnits, Currency currency)
    : minor_(minorUnits)
    , currency_(currency)
{ }

Expected<Money> Money::parse(std::string_view decimal, Currency currency)
{
    return parseDecimal(decimal, currency.decimals()).map([&](std::int64_t minor) {
        return Money(minor, currency);
    });
}

Money Money::rounded(double major, Currency currency)
{
    const auto scale = static_cast<double>(powerOfTen(currency.decimals()));
    return {roundedToInteger(major * scale), currency};
}

double Money::toDouble() const
{
    return static_cast<double>(minor_) / static_cast<double>(powerOfTen(currency_.decimals()));
}

std::string Money::decimal() const
{
    return writeDecimal(minor_, currency_.decimals());
}

Money& Money::operator+=(const Money& other)
{
    requireSameCurrency(*this, other);
    if (__builtin_add_overflow(minor_, other.minor_, &minor_)) {
        throw std::overflow_error("a sum of money is out of range");
    }
    return *this;
}

Money& Money::operator-=(const Money& other)
{
    requireSameCurrency(*this, other);
    if (__builtin_sub_overflow(minor_, other.minor_, &minor_)) {
        throw std::overflow_error("a difference of money is out of range");
    }
    return *this;
}

Money operator*(const Money& a, std::int64_t factor)
{
    Money result = a;
    if (__builtin_mul_overflow(a.minor_, factor, &result.minor_)) {
        throw std::overflow_error("a product of money is out of range");
    }
    return result;
}

Money Money::scaled(double factor) const
{
    return {roundedToInteger(static_cast<double>(minor_) * factor), currency_};
}

std::strong_ordering Money::operator<=>(const Money& other) const
{
    requireSameCurrency(*this, other);
    return minor_ <=> other.minor_;
}

MoneyRate::MoneyRate()
    : currency_(Currency::usd())
{ }

MoneyRate::MoneyRate(std::int64_t micros, Currency currency)
    : micros_(micros)
    , currency_(currency)
{ }

Expected<MoneyRate> MoneyRate::parse(std::string_view decimal, Currency currency)
{
    return parseDecimal(decimal, 6).map([&](std::int64_t micros) { return MoneyRate(micros, currency); });
}

std::string MoneyRate::decimal() const
{
    std::string text = writeDecimal(micros_, 6);
    const std::size_t shortest = text.find('.') + 3;
    while (text.size() > shortest && text.back() == '0') {
        text.pop_back();
    }
    return text;
}

Money MoneyRate::times(double units) const
{
    const auto minorPerMajor = static_cast<double>(powerOfTen(currency_.decimals()));
    return {
        roundedToInteger(static_cast<double>(micros_) * units * minorPerMajor / static_cast<double>(kMicros)),
        currency_};
}

} // namespace rigwright
