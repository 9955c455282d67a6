// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bom_page.h"

namespace rigwright {

/// Asks for a file of one of the formats of a purchasing document.
[[nodiscard]] ExportTarget chooseExport(QWidget* parent, const QString& suggestedName);

} // namespace rigwright
