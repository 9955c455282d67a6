// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart_legend.h"
#include "units/error.h"

#include <QSize>
#include <QString>

#include <vector>

class QWidget;

namespace rigwright {

class PlotView;

/// What stands above a chart that leaves the window.
struct ChartCaption {
    QString title;
    std::vector<LegendEntry> legend; ///< in the colours of the light theme
};

enum class ChartFormat { Svg, Png };

/// Writes a chart with its caption on white, as the light theme has it, whatever the window looks like. SVG keeps its texts as
/// text; PNG has two pixels for each of `size`. The file is there whole or not at all.
[[nodiscard]] Expected<void> writeChart(const QString& path, ChartFormat format, PlotView& chart,
                                        const ChartCaption& caption, QSize size = {960, 540});

/// Asks where to, from the folder that was last chosen on, proposes the title as the name, and writes the chart. What goes wrong
/// is said in a message. Returns the path; empty: nothing was written.
QString exportChart(QWidget* parent, ChartFormat format, PlotView& chart, const ChartCaption& caption);

/// Asks for a file to save to, from the folder that was last chosen on; empty where the user thinks better of it. `suffix`
/// without a dot is added where the name has none.
[[nodiscard]] QString askForFile(QWidget* parent, const QString& title, const QString& name,
                                 const QString& filter, const QString& suffix);

} // namespace rigwright
