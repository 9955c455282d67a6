// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace rigwright {

/// Arithmetic for a number whose unit is its type. Unit is the class that derives from this one: quantities of one unit
/// add and compare, a bare number never turns into one by itself, and two units never mix.
template <class Unit, class Rep>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(Rep value)
        : value_(value)
    { }

    [[nodiscard]] constexpr Rep value() const { return value_; }

    friend constexpr auto operator<=>(const Unit& a, const Unit& b) { return a.value_ <=> b.value_; }
    friend constexpr bool operator==(const Unit& a, const Unit& b) { return a.value_ == b.value_; }

    friend constexpr Unit& operator+=(Unit& a, Unit b) { return a = Unit(a.value_ + b.value_); }
    friend constexpr Unit& operator-=(Unit& a, Unit b) { return a = Unit(a.value_ - b.value_); }
    friend constexpr Unit operator+(Unit a, Unit b) { return Unit(a.value_ + b.value_); }
    friend constexpr Unit operator-(Unit a, Unit b) { return Unit(a.value_ - b.value_); }
    friend constexpr Unit operator*(Unit a, Rep factor) { return Unit(a.value_ * factor); }
    friend constexpr Unit operator*(Rep factor, Unit a) { return Unit(a.value_ * factor); }
    friend constexpr Unit operator/(Unit a, Rep divisor) { return Unit(a.value_ / divisor); }
    /// The ratio of two quantities of one unit, a plain number.
    friend constexpr double operator/(Unit a, Unit b)
    {
        return static_cast<double>(a.value_) / static_cast<double>(b.value_);
    }

private:
    Rep value_{};
};

} // namespace rigwright
