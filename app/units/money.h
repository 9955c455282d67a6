// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// An ISO 4217 currency that the program knows, with its number of decimal places (0 for JPY, 2 for USD).
class Currency {
public:
    /// Accepts "usd" or "USD"; unknown codes are an error that lists the known ones.
    [[nodiscard]] static Expected<Currency> parse(std::string_view code);
    [[nodiscard]] static Currency usd();
    [[nodiscard]] static std::vector<Currency> all();

    [[nodiscard]] std::string code() const;
    [[nodiscard]] int decimals() const;
    /// What stands before an amount, such as "$" or "¥"; the code and a space where a sign would be ambiguous.
    [[nodiscard]] std::string sign() const;

    bool operator==(const Currency&) const = default;

private:
    explicit Currency(std::size_t index)
        : index_(index)
    { }
    std::size_t index_;
};

/// A whole number of minor units (cents, fen, yen) of one currency. Never floating point. Adding or comparing two
/// currencies is a mistake of ours and throws std::logic_error; convert first. Sums and products that leave the
/// 64-bit range throw std::overflow_error.
class Money {
public:
    /// Zero US dollars.
    Money();
    Money(std::int64_t minorUnits, Currency currency);
    /// A decimal such as "3149", "3149.5" or "-0.07"; more decimals than the currency has are an error.
    [[nodiscard]] static Expected<Money> parse(std::string_view decimal, Currency currency);
    /// The nearest minor unit to a real number of major units (half away from zero); for results of rates.
    [[nodiscard]] static Money rounded(double major, Currency currency);

    [[nodiscard]] std::int64_t minorUnits() const { return minor_; }
    [[nodiscard]] Currency currency() const { return currency_; }
    /// For charts and ratios only, never for sums.
    [[nodiscard]] double toDouble() const;
    /// "3149.00": point as decimal mark, no grouping, all decimals of the currency.
    [[nodiscard]] std::string decimal() const;

    Money& operator+=(const Money& other);
    Money& operator-=(const Money& other);
    friend Money operator+(Money a, const Money& b) { return a += b; }
    friend Money operator-(Money a, const Money& b) { return a -= b; }
    friend Money operator*(const Money& a, std::int64_t factor);
    /// Times a real factor (a rate, a share), rounded half away from zero.
    [[nodiscard]] Money scaled(double factor) const;

    bool operator==(const Money&) const = default;
    /// Throws std::logic_error for two currencies.
    std::strong_ordering operator<=>(const Money& other) const;

private:
    std::int64_t minor_ = 0;
    Currency currency_;
};

/// An amount that needs more decimals than its currency has: electricity per kWh, cloud per hour, API per million
/// tokens. Held in millionths of the major unit.
class MoneyRate {
public:
    MoneyRate();
    MoneyRate(std::int64_t micros, Currency currency);
    /// Up to six decimals.
    [[nodiscard]] static Expected<MoneyRate> parse(std::string_view decimal, Currency currency);

    [[nodiscard]] std::int64_t micros() const { return micros_; }
    [[nodiscard]] Currency currency() const { return currency_; }
    [[nodiscard]] double toDouble() const { return static_cast<double>(micros_) / 1e6; }
    /// Without trailing zeros, at least two decimals: "0.18", "21.957642".
    [[nodiscard]] std::string decimal() const;
    /// This rate for so many units (hours, kWh), rounded half away from zero to the minor unit.
    [[nodiscard]] Money times(double units) const;

    bool operator==(const MoneyRate&) const = default;

private:
    std::int64_t micros_ = 0;
    Currency currency_;
};

} // namespace rigwright
