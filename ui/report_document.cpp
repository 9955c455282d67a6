// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report_document.h"

#include "ui/report_table.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextObjectInterface>

namespace rigwright {

namespace {

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Report)
};

/// Charts measure in pixels of a usual screen: in the same measure, one layout serves both.
constexpr int kResolution = 96;
constexpr double kMillimetres = 16; ///< of margin on each side
constexpr double kMillimetresOfInch = 25.4;
constexpr double kFooter = 28; ///< pixels
constexpr int kChartObject = QTextFormat::UserObject + 1;
constexpr int kChartIndex = QTextFormat::UserProperty + 1;

constexpr double kPageWidth = (210 - 2 * kMillimetres) / kMillimetresOfInch * kResolution;
constexpr double kPageHeight = (297 - 2 * kMillimetres) / kMillimetresOfInch * kResolution;

QTextCharFormat inkOf(TextSize size, const QColor& color)
{
    QTextCharFormat format;
    format.setFont(paperFont(size));
    format.setForeground(color);
    return format;
}

} // namespace

/// Stands for a chart in the text and draws it there.
class ReportDocument::ChartObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    struct Chart {
        PlotView* chart = nullptr;
        ChartCaption caption;
        QSizeF size;
    };

    /// Returns its index.
    int add(Chart chart)
    {
        charts_.push_back(std::move(chart));
        return static_cast<int>(charts_.size()) - 1;
    }
    QSizeF intrinsicSize(QTextDocument* /*document*/, int /*position*/, const QTextFormat& format) override
    {
        return at(format).size;
    }
    void drawObject(QPainter* painter, const QRectF& place, QTextDocument* /*document*/, int /*position*/,
                    const QTextFormat& format) override
    {
        const Chart& shown = at(format);
        painter->save();
        painter->translate(place.topLeft());
        paintChart(*painter, *shown.chart, shown.caption, shown.size.toSize());
        painter->restore();
    }

private:
    [[nodiscard]] const Chart& at(const QTextFormat& format) const
    {
        return charts_.at(static_cast<std::size_t>(format.intProperty(kChartIndex)));
    }

    std::vector<Chart> charts_;
};

ReportDocument::ReportDocument(const QString& title, const QString& footer)
    : title_(title)
    , footer_(footer)
    , cursor_(&document_)
    , charts_(std::make_unique<ChartObject>())
{
    document_.setDocumentMargin(0);
    QTextOption breaking;
    breaking.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document_.setDefaultTextOption(breaking);
    document_.setDefaultFont(paperFont(TextSize::Text));
    document_.documentLayout()->registerHandler(kChartObject, charts_.get());
    // Laid out once, when it is written: hundreds of rows, each of which lays out all before it, take minutes.
    document_.setUndoRedoEnabled(false);
    cursor_.beginEditBlock();
}

ReportDocument::~ReportDocument() = default;

void ReportDocument::startBlock(double above, double below, bool newPage)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    if (newPage) {
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    }
    // The block behind a table is there already.
    if (cursor_.block().length() == 1) {
        cursor_.setBlockFormat(format);
    } else {
        cursor_.insertBlock(format);
    }
}

void ReportDocument::addTitle(const QString& text)
{
    startBlock(0, 4);
    cursor_.insertText(text, inkOf(TextSize::Figure, lightTheme().text));
}

void ReportDocument::addHeading(const QString& text, bool newPage)
{
    startBlock(newPage ? 0 : 18, 6, newPage);
    cursor_.insertText(text, inkOf(TextSize::Lead, lightTheme().text));
}

void ReportDocument::addParagraph(const QString& text, Tone tone)
{
    startBlock(0, 6);
    const Theme colors = lightTheme();
    cursor_.insertText(text,
                       inkOf(tone == Tone::Lead        ? TextSize::Lead
                                 : tone == Tone::Muted ? TextSize::Hint
                                                       : TextSize::Text,
                             tone == Tone::Muted ? colors.muted : colors.text));
}

void ReportDocument::addTable(const FigureTable& table)
{
    if (!table.rows.empty()) {
        insertReportTable(cursor_, table, kPageWidth);
    }
}

void ReportDocument::addChart(PlotView& chart, const ChartCaption& caption, int height)
{
    startBlock(0, 6);
    QTextCharFormat format;
    format.setObjectType(kChartObject);
    format.setProperty(kChartIndex, charts_->add({&chart, caption, QSizeF(kPageWidth, height)}));
    cursor_.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

Expected<void> ReportDocument::write(const QString& path)
{
    QSaveFile file(path);
    cursor_.endEditBlock();
    const auto failed = [&] {
        return fail(ReportWords::tr("%1 can't be written: %2").arg(path, file.errorString()).toStdString());
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed();
    }
    {
        QPdfWriter writer(&file);
        writer.setTitle(title_);
        writer.setCreator(QStringLiteral("Rigwright"));
        writer.setResolution(kResolution);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                         QMarginsF(kMillimetres, kMillimetres, kMillimetres, kMillimetres),
                                         QPageLayout::Millimeter));
        const QSizeF body(kPageWidth, kPageHeight - kFooter);
        document_.documentLayout()->setPaintDevice(&writer);
        document_.setPageSize(body);
        QPainter painter;
        if (!painter.begin(&writer)) {
            return failed();
        }
        const int pages = document_.pageCount();
        for (int page = 0; page < pages; ++page) {
            if (page > 0) {
                writer.newPage();
            }
            paintPage(painter, page, pages);
        }
        painter.end();
    }
    document_.documentLayout()->setPaintDevice(nullptr);
    if (!file.commit()) {
        return failed();
    }
    return {};
}

void ReportDocument::paintPage(QPainter& painter, int page, int pages)
{
    const double height = kPageHeight - kFooter;
    painter.save();
    painter.translate(0, -page * height);
    QAbstractTextDocumentLayout::PaintContext context;
    // Lines that only touch the page belong to the next one.
    context.clip = QRectF(0, page * height + 1, kPageWidth, height - 2);
    painter.setClipRect(QRectF(0, page * height, kPageWidth, height));
    document_.documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(paperFont(TextSize::Hint));
    painter.setPen(lightTheme().muted);
    const QRectF footer(0, height, kPageWidth, kFooter);
    const QString number = ReportWords::tr("page %1 of %2").arg(page + 1).arg(pages);
    painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom, number);
    const double room = kPageWidth - QFontMetricsF(painter.font()).horizontalAdvance(number) - kFooter;
    painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom,
                     QFontMetricsF(painter.font()).elidedText(footer_, Qt::ElideRight, room));
}

} // namespace rigwright

#include "report_document.moc"
