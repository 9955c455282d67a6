// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/switches.h"

#include <CLI/CLI.hpp>

#include <cstdint>

namespace rigwright {

void addSwitch(CLI::App& command, const std::string& names, std::optional<bool>& value, bool meaning,
               const std::string& help)
{
    command.add_flag_function(
        names, [&value, meaning](std::int64_t count) { value = (count > 0) == meaning; }, help);
}

} // namespace rigwright
