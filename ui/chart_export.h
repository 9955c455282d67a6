// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart_legend.h"
#include "units/error.h"

#include <QSize>
#include <QString>

#include <functional>
#include <vector>

class QPainter;
class QWidget;

namespace rigwright {

class CostPlot;
class PlotView;

/// What stands above a chart that leaves the window.
struct ChartCaption {
    QString title;
    std::vector<LegendEntry> legend; ///< in the colours of the light theme
};

/// Title and legend of a chart of costs.
[[nodiscard]] ChartCaption captionOf(CostPlot& chart);

enum class ChartFormat { Svg, Png };

/// Draws a chart below its caption on white, as the light theme has it, whatever the window looks like.
void paintChart(QPainter& painter, PlotView& chart, const ChartCaption& caption, QSize size);

/// Writes a chart with its caption. SVG keeps its texts as text; PNG has two pixels for each of `size`. The file is there
/// whole or not at all.
[[nodiscard]] Expected<void> writeChart(const QString& path, ChartFormat format, PlotView& chart,
                                        const ChartCaption& caption, QSize size = {960, 540});

/// Asks where to, proposes the title as the name, and writes the chart. What goes wrong is said in a message. Returns the path;
/// empty: nothing was written.
QString exportChart(QWidget* parent, ChartFormat format, PlotView& chart, const ChartCaption& caption);
QString exportChart(QWidget* parent, ChartFormat format, CostPlot& chart);

/// What a file that is exported is called, and what kind it is.
struct ExportFile {
    QString title;  ///< of the dialog: "Export the chart"
    QString name;   ///< proposed; what no file name may hold is left out
    QString filter; ///< "PDF (*.pdf)"
    QString suffix; ///< "pdf"; added where the chosen name has none
};

/// Asks for a file, in the folder that was chosen last, and lets `write` write it. What goes wrong is said in a message. Returns
/// the path; empty: nothing was written.
QString exportFile(QWidget* parent, const ExportFile& file,
                   const std::function<Expected<void>(const QString& path)>& write);

} // namespace rigwright
