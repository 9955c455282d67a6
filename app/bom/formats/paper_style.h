// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <QColor>
#include <QFont>
#include <QString>

// How documents look on paper. Lengths are in tenths of a point: the pages' own resolution, in which glyphs have whole sizes.
namespace rigwright {

inline constexpr double kPoint = 10;
inline constexpr int kPaperResolution = 720; ///< of an inch

struct PaperColors {
    QColor text{0x1d2129};
    QColor muted{0x5d6675};
    QColor line{0xc8ccd3};
    QColor soft{0xf1f3f6};
    QColor accent{0x2563c9};
};

[[nodiscard]] QColor toneColor(CellTone tone);

/// Glyphs that no screen's pixels have moved, Chinese ones in a face whose texts can be searched. `points` of their size.
[[nodiscard]] QFont paperTextFont(double points, bool bold = false);
[[nodiscard]] QFont paperCodeFont(double points);

/// Well-formed, with its line feeds as breaks of lines.
[[nodiscard]] QString paperString(const std::string& text);

/// What a reader may follow: an address of the web. Empty: none, whatever the cell has.
[[nodiscard]] QString paperLink(const DocumentCell& cell);

} // namespace rigwright
