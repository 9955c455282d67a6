// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace rigwright {

/// The name of a country of the shipped catalog in the window's language; any other as it stands.
[[nodiscard]] QString countryText(const std::string& name);

} // namespace rigwright
