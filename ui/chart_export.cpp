// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart_export.h"

#include "ui/cost_plot.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QMessageBox>
#include <QPainter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QScreen>
#include <QSvgGenerator>

namespace rigwright {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(rigwright::ChartExport)
};

constexpr int kMargin = 16;
constexpr int kGap = 8;

/// Sizes of fonts are in points: a file that is thought of with other dots per inch would have them too large or too small.
int screenResolution()
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    constexpr int kUsual = 96;
    return screen == nullptr ? kUsual : qRound(screen->logicalDotsPerInch());
}

bool writeSvg(QIODevice& device, PlotView& chart, const ChartCaption& caption, QSize size)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(screenResolution());
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(caption.title);
    generator.setDescription(chart.accessibleDescription());
    QPainter painter;
    if (!painter.begin(&generator)) {
        return false;
    }
    paintChart(painter, chart, caption, size);
    return painter.end();
}

bool writePng(QIODevice& device, PlotView& chart, const ChartCaption& caption, QSize size)
{
    constexpr int kScale = 2;
    QImage image(size * kScale, QImage::Format_RGB32);
    if (image.isNull()) {
        return false;
    }
    image.setDevicePixelRatio(kScale);
    QPainter painter(&image);
    paintChart(painter, chart, caption, size);
    painter.end();
    return image.save(&device, "PNG");
}

QString fileName(QString name)
{
    static const QRegularExpression unfit(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    return name.replace(unfit, QStringLiteral(" ")).simplified();
}

} // namespace

ChartCaption captionOf(CostPlot& chart)
{
    return {chart.title(), chart.printedLegend()};
}

void paintChart(QPainter& painter, PlotView& chart, const ChartCaption& caption, QSize size)
{
    const Theme colors = lightTheme();
    const int width = size.width() - 2 * kMargin;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(), size), colors.card);
    int top = kMargin;
    if (!caption.title.isEmpty()) {
        painter.setFont(fontFor(TextSize::Lead));
        painter.setPen(colors.text);
        const int height = QFontMetrics(painter.font()).height();
        painter.drawText(QRect(kMargin, top, width, height), Qt::AlignLeft | Qt::AlignVCenter, caption.title);
        top += height + kGap;
    }
    if (!caption.legend.empty()) {
        const int height = legendHeight(caption.legend, width);
        paintLegend(painter, caption.legend, QRect(kMargin, top, width, height), colors.text);
        top += height + kGap;
    }
    painter.save();
    painter.translate(kMargin, top);
    chart.print(painter, QSizeF(width, size.height() - top - kMargin));
    painter.restore();
}

Expected<void> writeChart(const QString& path, ChartFormat format, PlotView& chart,
                          const ChartCaption& caption, QSize size)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return fail(ExportWords::tr("%1 can't be written: %2").arg(path, file.errorString()).toStdString());
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed();
    }
    const bool drawn = format == ChartFormat::Svg ? writeSvg(file, chart, caption, size)
                                                  : writePng(file, chart, caption, size);
    if (!drawn || !file.commit()) {
        return failed();
    }
    return {};
}

QString exportChart(QWidget* parent, ChartFormat format, PlotView& chart, const ChartCaption& caption)
{
    const bool svg = format == ChartFormat::Svg;
    return exportFile(parent,
                      {ExportWords::tr("Export the chart"), caption.title,
                       svg ? ExportWords::tr("Scalable graphic (*.svg)") : ExportWords::tr("Picture (*.png)"),
                       svg ? QStringLiteral("svg") : QStringLiteral("png")},
                      [&](const QString& path) { return writeChart(path, format, chart, caption); });
}

QString exportChart(QWidget* parent, ChartFormat format, CostPlot& chart)
{
    return exportChart(parent, format, chart, captionOf(chart));
}

QString exportFile(QWidget* parent, const ExportFile& file,
                   const std::function<Expected<void>(const QString& path)>& write)
{
    // Without a folder, the dialog opens in the one that was chosen last, also by an earlier run of the program.
    QFileDialog dialog(parent, file.title, {}, file.filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(file.suffix);
    dialog.selectFile(fileName(file.name) + QLatin1Char('.') + file.suffix);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return {};
    }
    const QString path = dialog.selectedFiles().front();
    if (const Expected<void> written = write(path); !written) {
        QMessageBox::warning(parent, file.title, QString::fromStdString(written.error().message));
        return {};
    }
    return path;
}

} // namespace rigwright
