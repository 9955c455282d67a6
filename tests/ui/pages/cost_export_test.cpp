// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart_export.h"
#include "ui/cost_chart.h"
#include "ui/cost_report.h"
#include "ui/tornado_chart.h"
#include "ui/utilization_chart.h"
#include "ui/year_chart.h"

#include "ui/pages/cost_sample.h"
#include "ui/pages/page_window.h"

#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

#include <set>

using namespace rigwright;

namespace {

struct Fixture : PageWindow<CostChart> {
    Fixture()
    {
        page->show(sample::sharedCostComparison(), {0, 1, 2});
        QApplication::processEvents();
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] static QByteArray read(const QString& path)
    {
        QFile file(path);
        BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    [[nodiscard]] static CostReportFacts facts()
    {
        return {QStringLiteral("a model on a machine"),
                {QStringLiteral("Owning pays.")},
                {2026, 11, 22},
                {2026, 9, 29}};
    }
    /// Accepts the file dialog that opens next, with this path, and says which folder it opened in.
    void acceptDialog(const QString& path)
    {
        QTimer::singleShot(0, page, [this, path] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            BOOST_REQUIRE(dialog != nullptr);
            openedIn = dialog->directory().path();
            proposed = dialog->selectedFiles().value(0);
            dialog->setDirectory(QFileInfo(path).path());
            dialog->selectFile(QFileInfo(path).fileName());
            QMetaObject::invokeMethod(dialog, "accept");
        });
    }

    QTemporaryDir folder;
    QString openedIn;
    QString proposed;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cost_export, Fixture)

BOOST_AUTO_TEST_CASE(an_svg_file_has_its_texts_as_text)
{
    BOOST_REQUIRE(writeChart(path("chart.svg"), ChartFormat::Svg, *page, captionOf(*page)).has_value());
    const QString svg = QString::fromUtf8(read(path("chart.svg")));
    for (const char* text : {"Cumulative cost", "Own: RTX 3090 24 GB", "Nimbus g1.large", "12 months (10–15)",
                             "$10,000", "USD", "months"}) {
        BOOST_TEST(svg.contains(QLatin1Char('>') + QString::fromUtf8(text) + QLatin1Char('<')), text);
    }
    BOOST_TEST(!svg.contains(QStringLiteral("<image")));
    BOOST_TEST(svg.contains(QStringLiteral("<title>Cumulative cost</title>")));
}

BOOST_AUTO_TEST_CASE(hatching_is_lines_in_an_svg_file)
{
    YearChart years;
    years.show(sample::sharedCostComparison(), {0, 1});
    BOOST_REQUIRE(writeChart(path("years.svg"), ChartFormat::Svg, years, captionOf(years)).has_value());
    const QByteArray svg = read(path("years.svg"));
    BOOST_TEST(!svg.contains("<pattern"));
    BOOST_TEST(svg.contains("hatched: operating"));
    BOOST_TEST(svg.count("<polyline") + svg.count("<path") > 50);
}

BOOST_AUTO_TEST_CASE(a_png_file_has_two_pixels_for_one_and_a_white_ground)
{
    BOOST_REQUIRE(writeChart(path("chart.png"), ChartFormat::Png, *page, captionOf(*page), QSize(600, 340))
                      .has_value());
    const QImage image(path("chart.png"));
    BOOST_TEST(image.width() == 1200);
    BOOST_TEST(image.height() == 680);
    BOOST_TEST(bool(image.pixelColor(0, 0) == QColor(Qt::white)));
    std::set<QRgb> colors;
    for (int x = 0; x < image.width(); x += 3) {
        for (int y = 0; y < image.height(); y += 3) {
            colors.insert(image.pixel(x, y));
        }
    }
    BOOST_TEST(colors.size() > 20U);
}

BOOST_AUTO_TEST_CASE(a_dark_window_writes_the_same_file_and_stays_as_it_was)
{
    BOOST_REQUIRE(writeChart(path("light.png"), ChartFormat::Png, *page, captionOf(*page)).has_value());
    applyAppearance(*qApp, Appearance::Dark, QPalette());
    QApplication::processEvents();
    const QImage before = page->grab().toImage();
    std::set<QRgb> colors;
    for (int y = 0; y < before.height(); ++y) {
        colors.insert(before.pixel(static_cast<int>(page->pixelOf(20, 0).x()), y));
    }
    const QPen own = costLinePen(sample::costComparison(), {0, 1, 2}, 0, darkTheme());
    BOOST_TEST(colors.contains(own.color().rgb())); // its line has taken the dark theme
    BOOST_REQUIRE(writeChart(path("dark.png"), ChartFormat::Png, *page, captionOf(*page)).has_value());
    QApplication::processEvents();
    BOOST_TEST(bool(page->grab().toImage() == before));
    applyAppearance(*qApp, Appearance::Light, QPalette());
    BOOST_TEST(bool(QImage(path("light.png")) == QImage(path("dark.png"))));
    BOOST_TEST(bool(page->grab().toImage() != before));
}

BOOST_AUTO_TEST_CASE(what_is_pointed_at_stays_in_the_window)
{
    BOOST_REQUIRE(writeChart(path("before.png"), ChartFormat::Png, *page, captionOf(*page)).has_value());
    page->setFocus();
    QTest::keyClick(page, Qt::Key_End);
    BOOST_REQUIRE(writeChart(path("after.png"), ChartFormat::Png, *page, captionOf(*page)).has_value());
    BOOST_TEST(bool(QImage(path("before.png")) == QImage(path("after.png"))));
}

BOOST_AUTO_TEST_CASE(a_folder_that_does_not_exist_is_one_clear_line)
{
    for (const ChartFormat format : {ChartFormat::Svg, ChartFormat::Png}) {
        const auto written = writeChart(path("missing/chart"), format, *page, captionOf(*page));
        BOOST_REQUIRE(!written.has_value());
        BOOST_TEST(written.error().message.find("missing/chart can't be written: ") != std::string::npos);
        BOOST_TEST(written.error().message.find('\n') == std::string::npos);
    }
    const auto report =
        writeCostReport(path("missing/report.pdf"), sample::sharedCostComparison(), {0, 1}, facts());
    BOOST_REQUIRE(!report.has_value());
    BOOST_TEST(report.error().message.find("missing/report.pdf can't be written: ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_dialog_proposes_the_title_and_remembers_the_folder)
{
    acceptDialog(path("mine.svg"));
    BOOST_TEST(exportChart(page, ChartFormat::Svg, *page) == path("mine.svg"));
    BOOST_TEST(proposed.endsWith(QStringLiteral("/Cumulative cost.svg")));
    BOOST_TEST(QFile::exists(path("mine.svg")));
    acceptDialog(path("another.png"));
    BOOST_TEST(exportChart(page, ChartFormat::Png, *page) == path("another.png"));
    BOOST_TEST(openedIn == folder.path());
}

BOOST_AUTO_TEST_CASE(a_report_is_a_pdf_of_several_pages_with_its_fonts)
{
    BOOST_REQUIRE(
        writeCostReport(path("report.pdf"), sample::sharedCostComparison(), {0, 1, 2}, facts()).has_value());
    const QByteArray pdf = read(path("report.pdf"));
    BOOST_TEST(pdf.startsWith("%PDF-"));
    const QRegularExpression onePage(QStringLiteral("/Type /Page\\b"));
    BOOST_TEST(QString::fromLatin1(pdf).count(onePage) >= 6); // verdict, four charts, sources
    BOOST_TEST(pdf.contains("/FontFile2"));
    BOOST_TEST(!pdf.contains("/Subtype /Image"));
}

BOOST_AUTO_TEST_CASE(a_report_of_nothing_is_refused_or_nearly_empty)
{
    BOOST_TEST(!writeCostReport(path("none.pdf"), nullptr, {0}, facts()).has_value());
    BOOST_TEST(!QFile::exists(path("none.pdf")));
    BOOST_TEST(
        writeCostReport(path("empty.pdf"), std::make_shared<const CostComparison>(), {0, 1}, {}).has_value());
    BOOST_TEST(read(path("empty.pdf")).startsWith("%PDF-"));
}

BOOST_AUTO_TEST_SUITE_END()
