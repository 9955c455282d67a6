// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/units.h"

#include <string>
#include <vector>

namespace rigwright {

/// What a program of the PATH writes to standard output, up to 1 MiB. Empty: there is none such, it failed, or it took longer
/// than `limit`; then it is stopped, and left alone if even that hangs.
[[nodiscard]] std::string outputOf(std::vector<std::string> words, Seconds limit);

} // namespace rigwright
