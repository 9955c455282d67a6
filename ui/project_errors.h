// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <QString>

namespace rigwright {

/// Why a project can't be opened, saved or changed, in the language of the window.
[[nodiscard]] QString projectErrorText(const Error& error);

} // namespace rigwright
