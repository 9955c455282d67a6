// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace rigwright {

/// Why an import assumed something or could not know it, or what it assumed, in the language of the window; as it came where
/// the importers say something that is not known here.
[[nodiscard]] QString importReasonText(const std::string& why);

} // namespace rigwright
