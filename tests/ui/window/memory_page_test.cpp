// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cell_delegate.h"
#include "ui/detail_table.h"
#include "ui/fields.h"
#include "ui/latest_task.h"
#include "ui/memory_page.h"
#include "ui/model_shelf.h"
#include "ui/offered.h"
#include "ui/placement_table.h"
#include "ui/requirement_panel.h"
#include "ui/window/test_window.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>

#include <latch>

using namespace rigwright;

namespace {

QStringList column(const QAbstractItemModel* model, int which)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row) {
        texts << model->index(row, which).data().toString();
    }
    return texts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(memory_page)

BOOST_AUTO_TEST_CASE(placements_name_the_chosen_one_first_and_why_others_fail)
{
    const TestWindow window;
    window.click("showPlacements");
    const auto* model = window.find<QTableView>("placementsTable")->model();
    BOOST_REQUIRE(model->rowCount() >= 2);
    const QModelIndex first = model->index(0, PlacementTable::Layout);
    BOOST_TEST(first.data(kMarkRole).toInt() == static_cast<int>(CellMark::Filled));
    for (int row = 0; row < model->rowCount(); ++row) {
        const bool fits =
            model->index(row, PlacementTable::State).data().toString() == QStringLiteral("fits");
        BOOST_TEST((fits || !model->index(row, PlacementTable::Layout).data(kNoteRole).toString().isEmpty()));
    }
    BOOST_TEST(!window.shows("precisionsTable"));
    window.click("showPrecisions");
    BOOST_TEST(window.shows("precisionsTable"));
}

BOOST_AUTO_TEST_CASE(details_add_up_to_the_bars)
{
    const TestWindow window;
    window.click("showDetails");
    const auto* model = window.find<QTableView>("detailsTable")->model();
    BOOST_TEST(column(model, 0).contains(QStringLiteral("Weights")));
    BOOST_TEST(column(model, 0).contains(QStringLiteral("KV cache")));
    BOOST_TEST(!column(model, 0).contains(QStringLiteral("Gradients")));
}

BOOST_AUTO_TEST_CASE(the_most_requests_are_taken_by_their_link)
{
    const TestWindow window;
    const int most = window.find<QPushButton>("mostSequences")->text().toInt();
    BOOST_TEST(most >= 1);
    window.click("mostSequences");
    window.settle();
    BOOST_TEST((window.requirement().workload.kind == WorkloadKind::Serve));
    BOOST_TEST(window.requirement().workload.concurrency == most);
}

BOOST_AUTO_TEST_CASE(weights_stand_in_groups_whose_heads_cannot_be_chosen)
{
    const TestWindow window;
    const auto* weights = window.find<QComboBox>("weights");
    const auto* items = qobject_cast<const QStandardItemModel*>(weights->model());
    BOOST_REQUIRE(items != nullptr);
    const int head = weights->findText(formatGroupText(FormatGroup::KQuants));
    BOOST_REQUIRE(head >= 0);
    BOOST_TEST(!items->item(head)->isEnabled());
    BOOST_TEST(weights->itemText(head + 1).contains(QStringLiteral("_K")));
    window.choose("weights", QStringLiteral("Q8_0"));
    window.settle();
    BOOST_TEST((window.requirement().workload.weights == WeightFormat::Q8_0));
}

BOOST_AUTO_TEST_CASE(the_importance_matrix_is_asked_for_where_it_matters)
{
    for (const WeightFormat format : {WeightFormat::Q8_0, WeightFormat::Q2_K, WeightFormat::IQ2_XS}) {
        const TestWindow window;
        window.choose("weights", QString::fromLatin1(weightFormatLabel(format)));
        window.settle();
        BOOST_TEST(window.shows("importanceMatrix") == dependsOnImportanceMatrix(format),
                   weightFormatLabel(format));
    }
}

BOOST_AUTO_TEST_CASE(an_unverified_model_is_marked_in_the_list_and_below_it)
{
    const TestWindow window;
    const auto catalog = shippedCatalog();
    const auto unverified = std::ranges::find(catalog->models, false, &ModelFacts::verified);
    BOOST_REQUIRE(unverified != catalog->models.end());
    const QString name = QString::fromStdString(unverified->name);
    const auto* list = window.find<QComboBox>("model");
    BOOST_TEST(list->itemData(list->findText(name), Choice::kDetailRole).toString() ==
               QStringLiteral("unverified"));
    BOOST_TEST(!window.shows("modelSource"));
    window.enter("model", name);
    window.settle();
    BOOST_TEST(window.text("modelSourceText") == QStringLiteral("Its figures are not confirmed"));
}

BOOST_AUTO_TEST_CASE(an_engine_that_needs_other_weights_says_so)
{
    const TestWindow window;
    const auto* engines = window.find<QComboBox>("engine");
    for (int entry = 0; entry < engines->count(); ++entry) {
        const auto engine = static_cast<Engine>(engines->itemData(entry).toInt());
        BOOST_TEST(engines->itemData(entry, Choice::kDetailRole).toString().isEmpty() ==
                   engineLoads(engine, window.requirement().workload.weights));
    }
}

BOOST_AUTO_TEST_CASE(eight_unequal_devices_leave_the_page_within_the_smallest_window)
{
    MemoryPage page;
    MemoryStudy study;
    study.onHardware = true;
    study.host.peak = 1_GiB;
    constexpr int kDevices = 8;
    for (int device = 0; device <= kDevices; ++device) {
        MemoryBar bar;
        bar.name = "device " + std::to_string(device);
        bar.used.weights = 1_GiB;
        bar.isHost = device == kDevices;
        study.bars.push_back(bar);
    }
    page.showStudy(study);
    // What the verdict, the tabs, the menu and the status line leave of 800 pixels.
    constexpr int kRoom = 506;
    BOOST_TEST(page.minimumSizeHint().height() <= kRoom);
}

BOOST_AUTO_TEST_CASE(placements_of_several_devices_are_named_by_their_degrees)
{
    PlacementTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    PlacementRow works;
    works.placement.tensorParallel = 4;
    works.placement.pipelineParallel = 2;
    works.fits = true;
    works.isCurrent = true;
    PlacementRow fails;
    fails.placement.tensorParallel = 8;
    fails.reason = Finding{"heads", Severity::Blocker, "{size} heads", {{"size", "40"}}};
    table.showRows({works, fails}, Engine::Vllm, 64, 8);
    BOOST_TEST(table.index(0, PlacementTable::Layout).data().toString() == QStringLiteral("TP 4 · PP 2"));
    BOOST_TEST(table.index(1, PlacementTable::Layout).data(kNoteRole).toString() ==
               QStringLiteral("40 heads"));
    BOOST_TEST(table.index(1, PlacementTable::State).data().toString() == QStringLiteral("no"));
}

BOOST_AUTO_TEST_CASE(details_name_what_a_checkpoint_adds_and_what_ram_gives)
{
    DetailTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    MemoryStudy study;
    study.scales = 1_GiB;
    study.towers = 2_GiB;
    study.host.peak = 3_GiB;
    study.host.folkRule = 4_GiB;
    study.touchedBuffers = Bytes();
    table.showStudy(study);
    const QString text = table.asText();
    BOOST_TEST(text.contains(QStringLiteral("Scales and zero points\t1.0")));
    BOOST_TEST(text.contains(QStringLiteral("Vision and audio encoders\t2.0")));
    BOOST_TEST(!text.contains(QStringLiteral("multi-token")));
    BOOST_TEST(text.contains(QStringLiteral("Most at once\t3.0")));
    BOOST_TEST(text.contains(QStringLiteral("Rule of thumb\t4.0")));
    BOOST_TEST(text.contains(QStringLiteral("Buffers really written\t0.0")));
}

BOOST_AUTO_TEST_CASE(a_newer_job_takes_the_place_of_the_older)
{
    LatestTask task;
    QSignalSpy finished(&task, &LatestTask::finished);
    std::latch first(1);
    int delivered = 0;
    task.start([&first, &delivered](const std::stop_token& stop) -> LatestTask::Delivery {
        first.wait();
        return [&delivered, stopped = stop.stop_requested()] { delivered = stopped ? -1 : 1; };
    });
    task.start([&delivered](const std::stop_token&) -> LatestTask::Delivery {
        return [&delivered] { delivered = 2; };
    });
    first.count_down();
    BOOST_TEST(QTest::qWaitFor([&task] { return !task.isBusy(); }));
    BOOST_TEST(delivered == 2);
    BOOST_TEST(finished.count() == 1);
}

BOOST_AUTO_TEST_CASE(a_cancelled_job_delivers_nothing)
{
    LatestTask task;
    bool delivered = false;
    task.start([&delivered](const std::stop_token&) -> LatestTask::Delivery {
        return [&delivered] { delivered = true; };
    });
    task.cancel();
    BOOST_TEST(!task.isBusy());
    bool later = false;
    task.start(
        [&later](const std::stop_token&) -> LatestTask::Delivery { return [&later] { later = true; }; });
    BOOST_TEST(QTest::qWaitFor([&later] { return later; }));
    BOOST_TEST(!delivered);
}

BOOST_AUTO_TEST_SUITE_END()
