// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

// How a figure of the assumptions comes into a field and out of it again.
namespace rigwright {

/// Reads and writes one figure in the unit of its field. Empty: unknown, or left to the program. Money is written in the currency
/// that the fields show.
struct FigureAccess {
    std::function<std::optional<double>(const CostAssumptions&)> read;
    std::function<void(CostAssumptions&, const std::optional<double>&, Currency)> write;
    std::function<void(const CostAssumptions& from, CostAssumptions& to)> copy;
    std::function<bool(const CostAssumptions&, const CostAssumptions&)> isSame;
};

namespace figures {

template <class Value>
struct IsOptional : std::false_type { };
template <class Value>
struct IsOptional<std::optional<Value>> : std::true_type { };

template <class Value>
[[nodiscard]] double plain(const Value& value)
{
    if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>) {
        return static_cast<double>(value);
    } else if constexpr (std::is_same_v<Value, Money> || std::is_same_v<Value, MoneyRate>) {
        return value.toDouble();
    } else {
        return static_cast<double>(value.value());
    }
}

template <class Value>
[[nodiscard]] Value made(double number, Currency currency)
{
    if constexpr (std::is_same_v<Value, bool>) {
        return number != 0;
    } else if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
        return static_cast<Value>(std::lround(number));
    } else if constexpr (std::is_same_v<Value, Money>) {
        return Money::rounded(number, currency);
    } else if constexpr (std::is_same_v<Value, MoneyRate>) {
        constexpr double kMicros = 1e6;
        return MoneyRate(std::llround(number * kMicros), currency);
    } else if constexpr (std::is_same_v<Value, Bytes>) {
        return Bytes(std::llround(number));
    } else {
        return Value(number);
    }
}

} // namespace figures

/// `get` gives a reference to the figure, of constant assumptions too; the field shows `scale` times its value.
template <class Get>
[[nodiscard]] FigureAccess accessTo(Get get, double scale = 1)
{
    using Value = std::remove_cvref_t<decltype(get(std::declval<CostAssumptions&>()))>;
    FigureAccess access;
    if constexpr (figures::IsOptional<Value>::value) {
        using Inner = typename Value::value_type;
        access.read = [get, scale](const CostAssumptions& assumed) -> std::optional<double> {
            const Value& value = get(assumed);
            return value ? std::optional(figures::plain(*value) * scale) : std::nullopt;
        };
        access.write = [get, scale](CostAssumptions& assumed, const std::optional<double>& shown,
                                    Currency currency) {
            get(assumed) = shown ? Value(figures::made<Inner>(*shown / scale, currency)) : std::nullopt;
        };
    } else {
        access.read = [get, scale](const CostAssumptions& assumed) -> std::optional<double> {
            return figures::plain(get(assumed)) * scale;
        };
        access.write = [get, scale](CostAssumptions& assumed, const std::optional<double>& shown,
                                    Currency currency) {
            get(assumed) = figures::made<Value>(shown.value_or(0) / scale, currency);
        };
    }
    access.copy = [get](const CostAssumptions& from, CostAssumptions& to) { get(to) = get(from); };
    access.isSame = [get](const CostAssumptions& one, const CostAssumptions& other) {
        return get(one) == get(other);
    };
    return access;
}

} // namespace rigwright
