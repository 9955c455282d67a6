// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"
#include "bom/formats/chart_layout.h"
#include "bom/formats/chart_painter.h"
#include "bom/formats/paper_flow.h"
#include "bom/formats/paper_style.h"
#include "bom/formats/paper_table.h"
#include "bom/formats/whole_text.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kTextSize = 9;
constexpr double kHeadingSize = 14;
constexpr double kTitleSize = 20;
constexpr double kBandSize = 7.5;

QPageSize pageSizeOf(Paper paper)
{
    return QPageSize(paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4);
}

QPageLayout pageLayoutOf(Paper paper, bool landscape)
{
    return {pageSizeOf(paper), landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(),
            QPageLayout::Point};
}

PaperTextPtr textOf(const PaperFlow& flow, const std::string& text, double points, bool bold,
                    const QColor& color)
{
    return std::make_shared<PaperText>(paperString(text), PaperInk{paperTextFont(points, bold), color},
                                       flow.width());
}

void putTitle(PaperFlow& flow, const Document& document)
{
    flow.putText(textOf(flow, document.title, kTitleSize, true, PaperColors().text));
    const std::string subtitle =
        document.subtitle + (document.subtitle.empty() ? "" : " · ") + document.date.iso();
    flow.putText(textOf(flow, subtitle, kTextSize + 1, false, PaperColors().muted));
    const double width = flow.width();
    flow.put(14 * kPoint, [width](QPainter& painter, const QPointF& place) {
        painter.fillRect(QRectF(place + QPointF(0, 5 * kPoint), QSizeF(width, 1.5 * kPoint)),
                         PaperColors().accent);
    });
}

/// In one line, cut where it has no room.
void drawBand(QPainter& painter, const QRectF& place, const std::string& text, Qt::Alignment alignment)
{
    const QFont font = paperTextFont(kBandSize);
    QString line = paperString(text);
    line.replace(QChar(QChar::LineSeparator), QLatin1Char(' '));
    painter.setFont(font);
    painter.setPen(PaperColors().muted);
    painter.drawText(place, static_cast<int>(alignment) | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(line, Qt::ElideRight, place.width()));
}

using StartPages = std::vector<std::size_t>;

/// The shown sections and the pages on which they begin, in two columns; `starts` is filled until pages are painted.
void putContents(PaperFlow& flow, const Document& document, const std::shared_ptr<const StartPages>& starts)
{
    constexpr std::size_t kFew = 3;
    constexpr double kLine = 13 * kPoint;
    constexpr double kGap = 24 * kPoint;
    std::vector<std::string> titles;
    for (const DocumentSection& section : document.sections) {
        if (!section.detail) {
            titles.push_back(section.title);
        }
    }
    if (titles.size() <= kFew) {
        return;
    }
    const std::size_t rows = (titles.size() + 1) / 2;
    const double width = (flow.width() - kGap) / 2;
    flow.put(static_cast<double>(rows) * kLine + 4 * kPoint, [=](QPainter& painter, const QPointF& place) {
        for (std::size_t i = 0; i < titles.size() && i < starts->size(); ++i) {
            const QPointF corner = place +
                QPointF(static_cast<double>(i / rows) * (width + kGap),
                        static_cast<double>(i % rows) * kLine);
            const QRectF line(corner, QSizeF(width, kLine));
            drawBand(painter, line, titles[i], Qt::AlignLeft | Qt::AlignVCenter);
            drawBand(painter, line, std::to_string((*starts)[i]), Qt::AlignRight | Qt::AlignVCenter);
        }
    });
}

void putParagraph(PaperFlow& flow, const DocumentText& text)
{
    const bool strong = text.tone == CellTone::Strong || text.tone == CellTone::Bad;
    flow.putText(textOf(flow, text.text, kTextSize, strong, toneColor(text.tone)));
    flow.skip(5 * kPoint);
}

void putChart(PaperFlow& flow, const Document& document, const DocumentChart& chart)
{
    constexpr double kWidest = 520; ///< points
    constexpr double kTitle = 16 * kPoint;
    const double width = std::min(flow.width() / kPoint, kWidest);
    const double height = std::min(chartHeight(document, chart, width), (flow.wholeRoom() - kTitle) / kPoint);
    flow.need(kTitle + height * kPoint);
    flow.skip(4 * kPoint);
    if (!chart.title.empty()) {
        flow.putText(textOf(flow, chart.title, kTextSize + 0.5, true, PaperColors().text));
        flow.skip(3 * kPoint);
    }
    const ChartDrawing drawing = layOutChart(document, chart, width, height);
    flow.put(drawing.height * kPoint,
             [drawing](QPainter& painter, const QPointF& place) { paintDrawing(painter, drawing, place); });
    flow.skip(12 * kPoint);
}

void putCode(PaperFlow& flow, const DocumentCode& code)
{
    constexpr double kSize = 7.5;
    constexpr double kIndent = 8 * kPoint;
    flow.need(40 * kPoint);
    if (!code.title.empty()) {
        flow.putText(textOf(flow, code.title, kTextSize, true, PaperColors().text));
        flow.skip(2 * kPoint);
    }
    QString content = paperString(code.text);
    while (content.endsWith(QChar(QChar::LineSeparator))) {
        content.chop(1);
    }
    // A line at a time: each has a piece of the bar at the left beside it.
    for (const QString& line : content.split(QChar(QChar::LineSeparator))) {
        const auto text = std::make_shared<PaperText>(line.isEmpty() ? QStringLiteral(" ") : line,
                                                      PaperInk{paperCodeFont(kSize), PaperColors().text},
                                                      flow.width() - kIndent);
        for (int i = 0; i < text->lines(); ++i) {
            const double height = text->heightOf(i, 1);
            flow.need(height);
            flow.put(height, [=](QPainter& painter, const QPointF& place) {
                painter.fillRect(QRectF(place, QSizeF(2 * kPoint, height)), PaperColors().line);
                text->draw(painter, place + QPointF(kIndent, 0), i, 1);
            });
        }
    }
    flow.skip(8 * kPoint);
}

/// The number of the page on which it begins.
std::size_t putSection(PaperFlow& flow, const Document& document, const DocumentSection& section)
{
    constexpr double kKeptTogether = 150 * kPoint;
    if (flow.isLandscape() != section.landscape) {
        flow.startPage(section.landscape);
    }
    flow.need(kKeptTogether);
    flow.skip(14 * kPoint);
    const std::size_t page = flow.pages().size();
    flow.putText(textOf(flow, section.title, kHeadingSize, true, PaperColors().text));
    flow.skip(5 * kPoint);
    for (const DocumentBlock& block : section.blocks) {
        if (const auto* text = std::get_if<DocumentText>(&block)) {
            putParagraph(flow, *text);
        } else if (const auto* table = std::get_if<DocumentTable>(&block)) {
            putPaperTable(flow, *table);
        } else if (const auto* chart = std::get_if<DocumentChart>(&block)) {
            putChart(flow, document, *chart);
        } else if (const auto* code = std::get_if<DocumentCode>(&block)) {
            putCode(flow, *code);
        }
    }
    return page;
}

PaperFlow layOut(const Document& document)
{
    const QSizeF points = pageSizeOf(document.paper).size(QPageSize::Point);
    PaperFlow flow(points * kPoint);
    // The title stands above the first section, on its page.
    flow.startPage(!document.sections.empty() && document.sections.front().landscape);
    putTitle(flow, document);
    const auto starts = std::make_shared<StartPages>();
    putContents(flow, document, starts);
    for (const DocumentSection& section : document.sections) {
        if (!section.detail) {
            starts->push_back(putSection(flow, document, section));
        }
    }
    return flow;
}

void drawBands(QPainter& painter, const PaperFlow& flow, const Document& document, std::size_t index)
{
    constexpr double kNumber = 60 * kPoint; ///< room for the page's number
    const QSizeF size = flow.pageSize(flow.pages()[index].landscape);
    const double width = size.width() - 2 * PaperFlow::kMargin;
    const QRectF head(PaperFlow::kMargin, PaperFlow::kMargin - 6 * kPoint, width, PaperFlow::kBand);
    const QRectF foot(PaperFlow::kMargin, size.height() - PaperFlow::kMargin - PaperFlow::kBand + 6 * kPoint,
                      width, PaperFlow::kBand);
    if (index > 0) {
        const double half = width * 0.6;
        drawBand(painter, {head.topLeft(), QSizeF(half - kNumber / 2, head.height())}, document.title,
                 Qt::AlignLeft | Qt::AlignTop);
        drawBand(painter, {head.topLeft() + QPointF(half, 0), QSizeF(width - half, head.height())},
                 document.subtitle, Qt::AlignRight | Qt::AlignTop);
    }
    drawBand(painter, {foot.topLeft(), QSizeF(width - kNumber, foot.height())}, document.footer,
             Qt::AlignLeft | Qt::AlignBottom);
    drawBand(painter, foot, std::to_string(index + 1) + " / " + std::to_string(flow.pages().size()),
             Qt::AlignRight | Qt::AlignBottom);
}

/// No bytes where no page could be begun.
QByteArray pdfOf(const Document& document)
{
    const PaperFlow flow = layOut(document);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(paperString(document.title));
    writer.setCreator(QStringLiteral("Rigwright"));
    writer.setResolution(kPaperResolution);
    writer.setPageLayout(pageLayoutOf(document.paper, flow.pages().front().landscape));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return {};
    }
    for (std::size_t i = 0; i < flow.pages().size(); ++i) {
        if (i > 0) {
            writer.setPageLayout(pageLayoutOf(document.paper, flow.pages()[i].landscape));
            writer.newPage();
        }
        for (const auto& item : flow.pages()[i].items) {
            item(painter);
        }
        drawBands(painter, flow, document, i);
    }
    painter.end();
    return buffer.data();
}

} // namespace

Expected<void> writePdf(const Document& document, const std::filesystem::path& path)
{
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr) {
        return fail(path.string() + ": a PDF can't be written: no fonts are loaded");
    }
    // Qt tells of no write that fails: what is whole in memory is written by ourselves.
    const QByteArray bytes = pdfOf(document);
    if (bytes.isEmpty()) {
        return fail(path.string() + ": a PDF can't be made here");
    }
    return writeWholeText(path, {bytes.data(), static_cast<std::size_t>(bytes.size())});
}

} // namespace rigwright
