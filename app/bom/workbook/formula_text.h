// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"
#include "bom/workbook/book_plan.h"

#include <optional>
#include <string>

namespace rigwright {

/// "=H10*I10": with the names of the cells in the place of {0}, {1} …; nothing where one is not there.
[[nodiscard]] std::optional<std::string> formulaText(const Document& document, const BookPlan& plan,
                                                     const Formula& formula, const std::string& fromTable);

} // namespace rigwright
