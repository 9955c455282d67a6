// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measurement_tables.h"
#include "ui/measurements_dialog.h"
#include "ui/window/test_window.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

using namespace rigwright;

namespace {

constexpr int kLongestReadMs = 10'000;

QString sample(const char* name)
{
    return QStringLiteral(RIGWRIGHT_TEST_DATA "/benchmarks/") + QLatin1String(name);
}

template <class Widget = QWidget>
Widget* in(const QWidget* dialog, const char* objectName)
{
    auto* found = dialog->findChild<Widget*>(QString::fromLatin1(objectName));
    BOOST_REQUIRE_MESSAGE(found != nullptr, "no widget " << objectName);
    return found;
}

void click(const QWidget* dialog, const char* objectName)
{
    auto* button = in<QPushButton>(dialog, objectName);
    BOOST_REQUIRE_MESSAGE(button->isVisible() && button->isEnabled(), objectName << " can't be clicked");
    QTest::mouseClick(button, Qt::LeftButton);
}

void waitFor(const MeasurementsDialog* dialog)
{
    BOOST_REQUIRE(QTest::qWaitFor([dialog] { return !dialog->isBusy(); }, kLongestReadMs));
}

MeasurementsDialog* openDialog(const TestWindow& window)
{
    window.trigger("measurementsAction");
    return window.find<MeasurementsDialog>("measurementsDialog");
}

MeasurementsDialog* typeIn(const TestWindow& window, const QString& file)
{
    MeasurementsDialog* dialog = openDialog(window);
    auto* source = in<QLineEdit>(dialog, "measurementFile");
    QTest::mouseClick(source, Qt::LeftButton);
    QTest::keyClicks(source, file);
    QTest::keyClick(source, Qt::Key_Return);
    waitFor(dialog);
    return dialog;
}

QAbstractItemModel* table(const QWidget* dialog, const char* name)
{
    return in<QTableView>(dialog, name)->model();
}

QString cell(const QAbstractItemModel* model, int row, int column)
{
    return model->index(row, column).data().toString();
}

} // namespace

BOOST_AUTO_TEST_SUITE(measurements)

BOOST_AUTO_TEST_CASE(a_file_is_compared_before_it_is_kept_and_can_be_removed_and_brought_back)
{
    TestWindow window;
    MeasurementsDialog* dialog = typeIn(window, sample("llama_bench_rtx3090.json"));
    const QAbstractItemModel* speeds = table(dialog, "comparedSpeeds");
    const QAbstractItemModel* kept = table(dialog, "keptMeasurements");
    BOOST_REQUIRE(speeds->rowCount() == 4);
    BOOST_TEST(cell(speeds, 0, ComparedTable::Model) == QStringLiteral("Llama 3.1 8B Q4_K_M"));
    BOOST_TEST(cell(speeds, 0, ComparedTable::Test) == QStringLiteral("Prompt of 512"));
    BOOST_TEST(cell(speeds, 0, ComparedTable::Measured) == QStringLiteral("4,300.5"));
    BOOST_TEST(cell(speeds, 3, ComparedTable::Ratio) == QStringLiteral("left out"));
    BOOST_TEST(in<QLabel>(dialog, "measuredFactors")->text().startsWith(QStringLiteral("GeForce RTX 3090")));
    BOOST_TEST(kept->rowCount() == 0);

    click(dialog, "measurementKeep");
    window.settle();
    BOOST_REQUIRE(kept->rowCount() == 1);
    BOOST_TEST(cell(kept, 0, KeptTable::Device) == QStringLiteral("GeForce RTX 3090"));
    BOOST_TEST(cell(kept, 0, KeptTable::Source) == QStringLiteral("llama_bench_rtx3090.json"));
    BOOST_TEST(!in<QPushButton>(dialog, "measurementKeep")->isEnabled());

    click(dialog, "removeMeasurement");
    BOOST_TEST(kept->rowCount() == 0);
    click(dialog, "undoRemoval");
    BOOST_TEST(kept->rowCount() == 1);
    BOOST_TEST(!in<QPushButton>(dialog, "undoRemoval")->isVisible());
    auto* view = in<QTableView>(dialog, "keptMeasurements");
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Delete);
    BOOST_TEST(kept->rowCount() == 0);
    QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
    BOOST_TEST(kept->rowCount() == 1);
    window.settle();
}

BOOST_AUTO_TEST_CASE(the_verdict_follows_at_once_and_says_so)
{
    TestWindow window;
    window.choose("vendor", QStringLiteral("NVIDIA"));
    window.settle();
    const Requirement before = window.requirement();
    BOOST_TEST(!window.shows("verdictTag"));
    MeasurementsDialog* dialog = typeIn(window, sample("llama_bench_rtx3090.json"));
    click(dialog, "measurementKeep");
    window.settle();
    click(dialog, "measurementClose");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    BOOST_TEST((window.requirement().model == before.model));
    const bool on3090 = window.sentence().contains(QStringLiteral("RTX 3090"));
    BOOST_TEST(window.shows("verdictTag") == on3090);
    window.reopen();
    BOOST_TEST(window.shows("verdictTag") == on3090);
    dialog = openDialog(window);
    BOOST_TEST(table(dialog, "keptMeasurements")->rowCount() == 1);
}

BOOST_AUTO_TEST_CASE(what_the_file_leaves_open_is_chosen)
{
    const TestWindow window;
    MeasurementsDialog* dialog = typeIn(window, sample("llama_bench_m2_max.jsonl"));
    BOOST_TEST(in<QLabel>(dialog, "measurementError")->isVisible());
    BOOST_TEST(in<QLabel>(dialog, "measurementError")->text().contains(QStringLiteral("Apple M2 Max")));
    BOOST_TEST(!in<QPushButton>(dialog, "measurementKeep")->isEnabled());
    auto* device = in<QComboBox>(dialog, "measuredDevice");
    // The candidates stand first, below "As in the file".
    device->setFocus();
    QTest::keyClick(device, Qt::Key_Down);
    waitFor(dialog);
    BOOST_TEST(!in<QLabel>(dialog, "measurementError")->isVisible());
    BOOST_TEST(in<QPushButton>(dialog, "measurementKeep")->isEnabled());
    BOOST_TEST(in<QLabel>(dialog, "measuredFactors")->text().startsWith(QStringLiteral("M2 Max")));
}

BOOST_AUTO_TEST_CASE(a_dropped_file_is_read_and_a_bad_one_is_refused_in_one_line)
{
    const QTemporaryDir folder;
    const QString bad = folder.filePath(QStringLiteral("bad.json"));
    QFile file(bad);
    BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("[{");
    file.close();
    const TestWindow window;
    MeasurementsDialog* dialog = openDialog(window);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(bad)});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(dialog, &enter);
    BOOST_TEST(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(dialog, &drop);
    waitFor(dialog);
    BOOST_TEST(in<QLabel>(dialog, "measurementError")->text() ==
               QStringLiteral("%1: not valid JSON at line 1, column 2").arg(bad));
    BOOST_TEST(!in<QPushButton>(dialog, "measurementKeep")->isEnabled());
    dialog->setFileChooser([](QWidget*) { return sample("llama_bench_rtx3090.json"); });
    click(dialog, "measurementBrowse");
    waitFor(dialog);
    BOOST_TEST(in<QPushButton>(dialog, "measurementKeep")->isEnabled());
    click(dialog, "measurementClose");
}

BOOST_AUTO_TEST_CASE(the_dialog_speaks_the_language_of_the_window)
{
    TestWindow window;
    const MeasurementsDialog* dialog = openDialog(window);
    BOOST_TEST(dialog->windowTitle() == QStringLiteral("My measurements"));
    window.session().setLanguage(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents();
    BOOST_TEST(dialog->windowTitle() == QStringLiteral("我的测量"));
    window.session().setLanguage(QStringLiteral("en"));
}

BOOST_AUTO_TEST_CASE(the_tables_are_sound_models)
{
    ComparedTable compared;
    KeptTable kept;
    const QAbstractItemModelTester first(&compared, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester second(&kept, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ComparedSpeed speed;
    speed.modelName = "Llama 3.1 8B";
    speed.outputTokens = 128;
    speed.depth = 4096;
    speed.concurrency = 8;
    speed.measured = TokensPerSecond(90);
    speed.estimated = TokensPerSecond(100);
    compared.showComparisons({{"RTX 3090", {}, {speed}}});
    BOOST_TEST(cell(&compared, 0, ComparedTable::Test) ==
               QStringLiteral("Answer of 128 after 4,096, 8 users"));
    BOOST_TEST(cell(&compared, 0, ComparedTable::Ratio) == QStringLiteral("× 0.90"));
    DeviceCorrection correction;
    correction.device = PartId("gone");
    correction.count = 2;
    correction.decode = 1.25;
    kept.showCorrections({correction}, std::make_shared<const Catalog>());
    BOOST_TEST(cell(&kept, 0, KeptTable::Device) == QStringLiteral("2 × gone"));
    BOOST_TEST(cell(&kept, 0, KeptTable::Prefill) == QStringLiteral("–"));
}

BOOST_AUTO_TEST_SUITE_END()
