// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace rigwright {

/// A value and its name on the command line and in files.
template <class Value>
struct Named {
    Value value;
    const char* name;
};

template <class Value, std::size_t count>
[[nodiscard]] const char* nameOf(const std::array<Named<Value>, count>& table, Value value)
{
    return std::ranges::find(table, value, &Named<Value>::value)->name;
}

/// The value of a name, in any case; an unknown one is an error that lists the known. `what`: "optimizer".
template <class Value, std::size_t count>
[[nodiscard]] Expected<Value> parseNamed(const char* what, const std::array<Named<Value>, count>& table,
                                         std::string_view text)
{
    std::string known;
    for (const Named<Value>& entry : table) {
        if (toLower(text) == entry.name) {
            return entry.value;
        }
        known += (known.empty() ? "" : ", ") + std::string(entry.name);
    }
    return fail("unknown " + std::string(what) + " '" + std::string(text.substr(0, 100)) +
                "': expected one of " + known);
}

} // namespace rigwright
