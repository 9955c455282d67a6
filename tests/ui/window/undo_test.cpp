// SPDX-License-Identifier: GPL-3.0-or-later
// One order in which everything in the window is undone, by name.
#include "ui/catalog_library.h"
#include "ui/requirement_panel.h"
#include "ui/requirement_steps.h"
#include "ui/window/project_window.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>

#include <utility>
#include <vector>

using namespace rigwright;

BOOST_FIXTURE_TEST_SUITE(undo_order, ProjectWindow)

BOOST_AUTO_TEST_CASE(a_change_of_the_requirement_is_a_step_with_its_name)
{
    enter("context", QStringLiteral("16384"));
    settle();
    BOOST_TEST(undoText() == QStringLiteral("&Undo: Context"));
    const QString longer = sentence();
    trigger("undoAction");
    settle();
    BOOST_TEST(requirement().workload.context == 8192);
    BOOST_TEST(!window().isWindowModified());
    BOOST_TEST(redoText() == QStringLiteral("&Redo: Context"));
    trigger("redoAction");
    settle();
    BOOST_TEST(requirement().workload.context == 16384);
    BOOST_TEST(sentence() == longer);
    BOOST_TEST(window().isWindowModified());
}

BOOST_AUTO_TEST_CASE(the_keys_undo_what_a_field_has_given_away)
{
    enter("context", QStringLiteral("16384"));
    settle();
    auto* field = find<QSpinBox>("context");
    QTest::keyClick(QApplication::focusWidget() == nullptr ? field : QApplication::focusWidget(), Qt::Key_Z,
                    Qt::ControlModifier);
    settle();
    BOOST_TEST(requirement().workload.context == 8192);
}

BOOST_AUTO_TEST_CASE(moves_of_a_slider_are_one_step)
{
    auto* slider = find("contextSlider");
    slider->setFocus();
    for (int move = 0; move < 4; ++move) {
        QTest::keyClick(slider, Qt::Key_Right);
        QCoreApplication::processEvents();
    }
    settle();
    BOOST_TEST(requirement().workload.context > 8192);
    trigger("undoAction");
    settle();
    BOOST_TEST(requirement().workload.context == 8192);
    BOOST_TEST(undoText() == QStringLiteral("&Undo"));
}

BOOST_AUTO_TEST_CASE(the_machine_comes_back_with_the_step)
{
    const std::string first = selected();
    selectAnother();
    const std::string second = selected();
    BOOST_TEST(undoText().startsWith(QStringLiteral("&Undo: Machine: ")), undoText().toStdString());
    trigger("undoAction");
    settle();
    BOOST_TEST(selected() == first);
    trigger("redoAction");
    settle();
    BOOST_TEST(selected() == second);
}

BOOST_AUTO_TEST_CASE(a_machine_that_a_search_recommends_is_no_step)
{
    enter("budget", QStringLiteral("1500"));
    settle();
    BOOST_TEST(undoText() == QStringLiteral("&Undo: Budget"));
    trigger("undoAction");
    settle();
    BOOST_TEST(undoText() == QStringLiteral("&Undo"));
}

BOOST_AUTO_TEST_CASE(what_is_assumed_of_costs_comes_back)
{
    window().showTab(MainWindow::Costs);
    settle();
    const QString before = find<QDoubleSpinBox>("years")->text();
    enter("years", QStringLiteral("5"));
    settle();
    BOOST_TEST(undoText() == QStringLiteral("&Undo: Costs: years"));
    trigger("undoAction");
    settle();
    BOOST_TEST(find<QDoubleSpinBox>("years")->text() == before);
    BOOST_TEST(!project().assumptions.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(undo_across)

BOOST_AUTO_TEST_CASE(steps_of_project_machines_and_catalog_are_undone_in_the_order_in_which_they_were_made)
{
    const ProjectWindow window{TestWindow::Changeable{}};
    const auto undone = [&window] {
        QStringList names;
        while (window.undoText() != QStringLiteral("&Undo")) {
            names << window.undoText().mid(7);
            window.trigger("undoAction");
            window.settle();
        }
        return names;
    };
    window.enter("context", QStringLiteral("16384"));
    window.settle();
    window.window().showTab(MainWindow::Builds);
    window.click("saveMachine");
    QTest::keyClicks(window.find("machineName"), QStringLiteral("Office"));
    window.click("acceptMachineName");
    window.settle();
    window.window().showTab(MainWindow::CatalogTab);
    window.settle();
    auto* days = window.find<QSpinBox>("oldAfterDays");
    days->setFocus();
    QTest::keyClick(days, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(days, QStringLiteral("33"));
    QTest::keyClick(days, Qt::Key_Return);
    window.settle();
    window.enter("budget", QStringLiteral("2900"));
    window.settle();
    const QStringList names = undone();
    BOOST_REQUIRE(names.size() == 4);
    BOOST_TEST(names.at(0) == QStringLiteral("Budget"));
    BOOST_TEST(names.at(1) == QStringLiteral("Age of old prices"));
    BOOST_TEST(names.at(2).startsWith(QStringLiteral("Save “")), names.at(2).toStdString());
    BOOST_TEST(names.at(3) == QStringLiteral("Context"));
    BOOST_TEST(window.requirement().workload.context == 8192);
    BOOST_TEST(readMachineSet(window.machines())->machines.empty());
    BOOST_TEST(window.redoText() == QStringLiteral("&Redo: Context"));
}

BOOST_AUTO_TEST_CASE(every_field_of_a_requirement_gives_its_step_a_name)
{
    using Edit = void (*)(Requirement&);
    const std::vector<std::pair<const char*, Edit>> edits{
        {"Context", [](Requirement& r) { r.workload.context = 4096; }},
        {"Users at once", [](Requirement& r) { r.workload.concurrency = 7; }},
        {"Requests", [](Requirement& r) { r.workload.requestRate = RequestsPerSecond(2); }},
        {"Prompt", [](Requirement& r) { r.workload.promptTokens = 99; }},
        {"Output", [](Requirement& r) { r.workload.outputTokens = 99; }},
        {"KV cache", [](Requirement& r) { r.workload.keyCache = CacheType::Q8_0; }},
        {"First token", [](Requirement& r) { r.workload.maxTimeToFirstToken = Seconds(1); }},
        {"Speed", [](Requirement& r) { r.minDecode = TokensPerSecond(3); }},
        {"Micro-batch", [](Requirement& r) { r.workload.microBatch = 64; }},
        {"Memory share", [](Requirement& r) { r.workload.serving.memoryShare = 0.5; }},
        {"Drafted tokens", [](Requirement& r) { r.workload.speculative.emplace(); }},
        {"Optimizer", [](Requirement& r) { r.workload.training.optimizer = Optimizer::Sgd; }},
        {"LoRA rank", [](Requirement& r) { r.workload.training.loraRank = 3; }},
        {"Budget", [](Requirement& r) { r.budget = Money(1, Currency::usd()); }},
        {"Currency", [](Requirement& r) { r.budget = Money(1, *Currency::parse("EUR")); }},
        {"Wall power", [](Requirement& r) { r.maxWallPower = Watts(500); }},
        {"Enclosure", [](Requirement& r) { r.enclosure = Enclosure::Rack; }},
        {"GPU maker", [](Requirement& r) { r.vendor = AcceleratorVendor::Amd; }},
        {"ECC memory", [](Requirement& r) { r.requireEcc = true; }},
        {"Circuit", [](Requirement& r) { r.circuit.emplace(); }},
        {"Board size", [](Requirement& r) { r.formFactors = {"ATX"}; }},
        {"Ranking", [](Requirement& r) { r.objectives = {Objective::Noise}; }},
        {"Unequal cards", [](Requirement& r) { r.mixedCards = true; }},
        {"Engine: vLLM", [](Requirement& r) { r.workload.engine = Engine::Vllm; }},
        {"Model: Some model", [](Requirement& r) { r.model = ModelId("other"); }},
        // It has no field in the window, but a file may set it.
        {"Requirement", [](Requirement& r) { r.workload.training.dataWorkers = 9; }},
        {"Requirement",
         [](Requirement& r) {
             r.workload.context = 4096;
             r.requireEcc = true;
         }},
    };
    Requirement before;
    before.budget = Money(300'000, Currency::usd());
    for (const auto& [name, edit] : edits) {
        Requirement after = before;
        edit(after);
        BOOST_TEST(requirementStepName(before, after, QStringLiteral("Some model")) == QLatin1String(name));
    }
    BOOST_TEST(requirementStepName(before, before, {}) == QString());
    Requirement later = before;
    later.today = Date{2026, 1, 1};
    BOOST_TEST(requirementStepName(before, later, {}) == QString());
}

BOOST_AUTO_TEST_SUITE_END()
