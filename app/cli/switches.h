// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace rigwright {

/// An option without a value: it sets `value` to `meaning`, and the name that has '!' before it ("--no-mmap,!--mmap") to the
/// opposite. Empty: neither was given.
void addSwitch(CLI::App& command, const std::string& names, std::optional<bool>& value, bool meaning,
               const std::string& help);

/// Leaves the field as it is where nothing was said.
template <class Field>
void takeSwitch(const std::optional<bool>& value, Field& field)
{
    if (value) {
        field = *value;
    }
}

} // namespace rigwright
