// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_figures.h"
#include "ui/theme.h"

#include <QFont>

class QTextCursor;

namespace rigwright {

/// Glyphs that are moved to whole pixels of a screen stand unevenly on paper.
[[nodiscard]] QFont paperFont(TextSize size);

/// Inserts a table of full width behind the block of the cursor and leaves the cursor behind it. Its head is repeated on each
/// page. Amounts stay in one line: where they have no room, the font becomes smaller.
void insertReportTable(QTextCursor& cursor, const FigureTable& table, double pageWidth);

} // namespace rigwright
