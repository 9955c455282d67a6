// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart_export.h"
#include "ui/cost_figures.h"
#include "units/error.h"

#include <QTextCursor>
#include <QTextDocument>

#include <memory>

namespace rigwright {

/// A report on A4 pages: headings, paragraphs, tables whose heads are repeated on each page, and charts as vectors. Fonts are
/// embedded and texts stay texts.
class ReportDocument {
public:
    /// `footer` stands below each page, beside its number.
    ReportDocument(const QString& title, const QString& footer);
    ~ReportDocument();
    ReportDocument(const ReportDocument&) = delete;
    ReportDocument& operator=(const ReportDocument&) = delete;

    enum class Tone { Plain, Lead, Muted };

    void addTitle(const QString& text);
    /// `newPage`: what belongs together stays together.
    void addHeading(const QString& text, bool newPage = false);
    void addParagraph(const QString& text, Tone tone = Tone::Plain);
    /// Nothing where the table has no rows.
    void addTable(const FigureTable& table);
    /// As wide as the page; the chart must outlive the document.
    void addChart(PlotView& chart, const ChartCaption& caption, int height);

    /// The file is there whole or not at all.
    [[nodiscard]] Expected<void> write(const QString& path);

private:
    class ChartObject;

    void paintPage(QPainter& painter, int page, int pages);
    void startBlock(double above, double below, bool newPage = false);

    QString title_;
    QString footer_;
    QTextDocument document_;
    QTextCursor cursor_;
    std::unique_ptr<ChartObject> charts_;
};

} // namespace rigwright
