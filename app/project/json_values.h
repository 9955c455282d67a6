// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/object_reader.h"
#include "units/share.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>

// How values that all our files have are written. ObjectReader reads them.
namespace rigwright {

/// Two spaces a level, so that versions of a file can be compared line by line.
[[nodiscard]] std::string documentText(const nlohmann::ordered_json& document);

/// The same, with each element of a list that nests no deeper than its amounts in one line: long lists stay readable, and a
/// changed record is one changed line.
[[nodiscard]] std::string recordsText(const nlohmann::ordered_json& document);

[[nodiscard]] nlohmann::ordered_json valueJson(const Money& amount);
[[nodiscard]] nlohmann::ordered_json valueJson(const MoneyRate& rate);
[[nodiscard]] nlohmann::ordered_json valueJson(const Date& date);
/// A share as "7.7": per cent, exactly.
[[nodiscard]] nlohmann::ordered_json valueJson(const Share& share);

/// Null where there is none.
template <class Value>
[[nodiscard]] nlohmann::ordered_json valueJson(const std::optional<Value>& value)
{
    return value ? valueJson(*value) : nlohmann::ordered_json();
}
/// What is not finite becomes a text that no reader takes for a number; JSON would say null, as of what is unknown.
[[nodiscard]] nlohmann::ordered_json finiteJson(double number);
/// A number that may be unknown.
template <class Number>
[[nodiscard]] nlohmann::ordered_json numberJson(const std::optional<Number>& number)
{
    if (!number) {
        return {};
    }
    if constexpr (std::is_floating_point_v<Number>) {
        return finiteJson(*number);
    } else {
        return *number;
    }
}
/// The number of a quantity, such as watts.
template <class Amount>
[[nodiscard]] nlohmann::ordered_json quantityJson(const std::optional<Amount>& amount)
{
    return amount ? numberJson(std::optional(amount->value())) : nlohmann::ordered_json();
}
/// The name of a value that may be left open.
template <class Value>
[[nodiscard]] nlohmann::ordered_json nameJson(const std::optional<Value>& value,
                                              const char* (*nameOf)(Value value))
{
    return value ? nlohmann::ordered_json(nameOf(*value)) : nlohmann::ordered_json();
}

/// An object for each value of a list.
template <class List, class ToJson>
[[nodiscard]] nlohmann::ordered_json listJson(const List& values, const ToJson& toJson)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& value : values) {
        list.push_back(toJson(value));
    }
    return list;
}

/// The value of a key, read by `read`, unless it is null or missing.
template <class Read>
[[nodiscard]] auto readOptional(ObjectReader& object, const char* key, const Read& read)
    -> std::optional<decltype(read(object, key))>
{
    if (object.valueOf(key) == nullptr) {
        return std::nullopt;
    }
    return read(object, key);
}

} // namespace rigwright
