// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"
#include "units/format.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

namespace rigwright {

/// A whole number from `least` to `most`, or an error that names the option.
[[nodiscard]] Expected<std::int64_t> readWhole(const std::string& option, const std::string& text,
                                               std::int64_t least, std::int64_t most);
/// A decimal from `least` to `most`, or an error that names the option.
[[nodiscard]] Expected<double> readDecimal(const std::string& option, const std::string& text, double least,
                                           double most);

/// One of a few words, in any case, or an error that lists them.
template <class Value>
Expected<Value> readChoice(const std::string& option, const std::string& text,
                           std::initializer_list<std::pair<const char*, Value>> choices)
{
    std::string known;
    for (const auto& [name, value] : choices) {
        if (toLower(text) == name) {
            return value;
        }
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    return fail(option + ": '" + text.substr(0, 60) + "' is not one of " + known);
}

/// Reads an optional number into a field; keeps the first error.
class OptionReader {
public:
    template <class Field>
    void whole(const std::string& option, const std::string& text, std::int64_t least, std::int64_t most,
               Field& field)
    {
        if (text.empty() || error_) {
            return;
        }
        const Expected<std::int64_t> value = readWhole(option, text, least, most);
        if (value) {
            field = static_cast<Field>(*value);
        } else {
            error_ = value.error();
        }
    }

    template <class Whole>
    void whole(const std::string& option, const std::string& text, std::int64_t least, std::int64_t most,
               std::optional<Whole>& field)
    {
        Whole value{};
        whole(option, text, least, most, value);
        if (!text.empty() && !error_) {
            field = value;
        }
    }

    template <class Unit>
    void decimal(const std::string& option, const std::string& text, double least, double most, double scale,
                 std::optional<Unit>& field)
    {
        if (text.empty() || error_) {
            return;
        }
        const Expected<double> value = readDecimal(option, text, least, most);
        if (value) {
            field = Unit(*value * scale);
        } else {
            error_ = value.error();
        }
    }

    template <class Field>
    void take(const Expected<Field>& parsed, Field& field)
    {
        if (error_) {
            return;
        }
        if (parsed) {
            field = *parsed;
        } else {
            error_ = parsed.error();
        }
    }

    void fail(std::string message)
    {
        if (!error_) {
            error_ = Error{std::move(message)};
        }
    }

    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

private:
    std::optional<Error> error_;
};

} // namespace rigwright
