// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields.h"
#include "ui/saved_state.h"
#include "ui/window/test_window.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(requirement)

BOOST_AUTO_TEST_CASE(what_is_saved_comes_back_whole)
{
    Requirement wanted;
    wanted.model = ModelId("llama-3.3-70b-instruct");
    wanted.workload.kind = WorkloadKind::Serve;
    wanted.workload.engine = Engine::Vllm;
    wanted.workload.weights = WeightFormat::Fp16;
    wanted.workload.keyCache = CacheType::Fp8;
    wanted.workload.valueCache = CacheType::Fp8;
    wanted.workload.context = 12'345;
    wanted.workload.concurrency = 32;
    wanted.workload.maxTimeToFirstToken = Seconds(1.5);
    wanted.workload.importanceMatrix = true;
    wanted.workload.microBatch = 1024;
    wanted.workload.flashAttention = false;
    wanted.workload.unifiedCache = false;
    wanted.workload.memoryMap = false;
    wanted.workload.serving.memoryShare = 0.75;
    wanted.workload.serving.batchedTokens = 4096;
    wanted.workload.serving.graphs = false;
    wanted.budget = Money::parse("200000.50", *Currency::parse("EUR")).value();
    wanted.maxWallPower = 1440_W;
    wanted.minDecode = TokensPerSecond(12);
    wanted.enclosure = Enclosure::Rack;
    wanted.requireEcc = true;
    wanted.vendor = AcceleratorVendor::Nvidia;
    wanted.allowHostOffload = false;
    wanted.circuit = WallCircuit{120, 20};
    wanted.formFactors = {"ATX", "SSI-EEB"};
    wanted.objectives = {Objective::Noise, Objective::UpgradeRoom};
    wanted.owned = {{PartCategory::PowerSupply, PartId("corsair-rm850e"), 1},
                    {PartCategory::Memory, PartId("ddr5-32"), 2}};
    wanted.mixedCards = true;

    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    saveRequirement(settings, wanted);
    const auto again = savedRequirement(settings, Requirement{});
    BOOST_REQUIRE(again.has_value());
    BOOST_TEST(again->model.text() == wanted.model.text());
    BOOST_TEST((again->workload.kind == wanted.workload.kind));
    BOOST_TEST((again->workload.engine == wanted.workload.engine));
    BOOST_TEST((again->workload.weights == wanted.workload.weights));
    BOOST_TEST((again->workload.valueCache == CacheType::Fp8));
    BOOST_TEST(again->workload.context == 12'345);
    BOOST_TEST(again->workload.concurrency == 32);
    BOOST_TEST((again->workload.maxTimeToFirstToken == wanted.workload.maxTimeToFirstToken));
    BOOST_TEST(again->workload.importanceMatrix);
    BOOST_TEST(again->workload.microBatch == 1024);
    BOOST_TEST(!again->workload.flashAttention);
    BOOST_TEST(!again->workload.unifiedCache);
    BOOST_TEST(!again->workload.memoryMap);
    BOOST_TEST((again->workload.serving.memoryShare == 0.75));
    BOOST_TEST((again->workload.serving.batchedTokens == 4096));
    BOOST_TEST((again->workload.serving.mostSequences == std::nullopt));
    BOOST_TEST(!again->workload.serving.graphs);
    BOOST_TEST((again->budget == wanted.budget));
    BOOST_TEST((again->maxWallPower == wanted.maxWallPower));
    BOOST_TEST((again->minDecode == wanted.minDecode));
    BOOST_TEST((again->enclosure == Enclosure::Rack));
    BOOST_TEST(again->requireEcc);
    BOOST_TEST((again->vendor == wanted.vendor));
    BOOST_TEST(!again->allowHostOffload);
    BOOST_TEST((again->circuit == wanted.circuit));
    BOOST_TEST((again->formFactors == wanted.formFactors));
    BOOST_TEST((again->objectives == wanted.objectives));
    BOOST_TEST((again->owned == wanted.owned));
    BOOST_TEST(again->mixedCards);
}

BOOST_AUTO_TEST_CASE(limits_that_make_no_sense_are_left_out)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("requirement/model"), QStringLiteral("x"));
    settings.setValue(QStringLiteral("requirement/circuit"), QStringLiteral("400 16"));
    settings.setValue(QStringLiteral("requirement/objectives"),
                      QStringList{QStringLiteral("beauty"), QStringLiteral("power")});
    settings.setValue(QStringLiteral("requirement/owned"),
                      QStringList{QStringLiteral("psu 0 a"), QStringLiteral("lamp 1 b"),
                                  QStringLiteral("psu 1"), QStringLiteral("case 1 c")});
    const auto read = savedRequirement(settings, Requirement{});
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(!read->circuit.has_value());
    BOOST_TEST((read->objectives == std::vector{Objective::Power}));
    BOOST_TEST((read->owned == std::vector<BuildLine>{{PartCategory::Case, PartId("c"), 1}}));
}

BOOST_AUTO_TEST_CASE(settings_that_make_no_sense_keep_the_fallback)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("requirement/model"), QStringLiteral("x"));
    settings.setValue(QStringLiteral("requirement/context"), QStringLiteral("-5"));
    settings.setValue(QStringLiteral("requirement/weights"), QStringLiteral("q17"));
    settings.setValue(QStringLiteral("requirement/currency"), QStringLiteral("???"));
    settings.setValue(QStringLiteral("requirement/budget"), QStringLiteral("much"));
    Requirement fallback;
    fallback.budget = Money(300'000, Currency::usd());
    const auto read = savedRequirement(settings, fallback);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->workload.context == 8192);
    BOOST_TEST((read->workload.weights == fallback.workload.weights));
    BOOST_TEST((read->budget == fallback.budget));
}

BOOST_AUTO_TEST_CASE(nothing_saved_is_nothing)
{
    const QTemporaryDir folder;
    const QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    BOOST_TEST(!savedRequirement(settings, Requirement{}).has_value());
}

BOOST_AUTO_TEST_CASE(a_log_slider_gives_each_octave_the_same_way)
{
    LogSlider slider(QStringLiteral("s"));
    slider.setBounds(1024, 131'072);
    slider.showAmount(1024);
    const int first = slider.value();
    slider.showAmount(2048);
    const int second = slider.value();
    slider.showAmount(65'536);
    const int sixth = slider.value();
    slider.showAmount(131'072);
    BOOST_TEST(second - first == slider.value() - sixth);
    BOOST_TEST(slider.value() == slider.maximum());
}

BOOST_AUTO_TEST_CASE(a_log_slider_tells_amounts_that_people_write)
{
    LogSlider slider(QStringLiteral("s"));
    slider.setBounds(1024, 131'072);
    slider.showAmount(8192);
    QSignalSpy amounts(&slider, &LogSlider::amountChosen);
    slider.setValue(slider.value() + slider.pageStep());
    BOOST_REQUIRE(amounts.count() == 1);
    BOOST_TEST(amounts.at(0).at(0).toLongLong() == 16'384);
    slider.setValue(slider.maximum());
    BOOST_TEST(amounts.at(1).at(0).toLongLong() == 131'072);
}

BOOST_AUTO_TEST_CASE(the_wheel_over_a_field_without_focus_scrolls_the_page)
{
    NumberField field(QStringLiteral("n"));
    field.setRange(0, 100);
    field.setValue(50);
    QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&field, &wheel);
    BOOST_TEST(field.value() == 50);
    BOOST_TEST(!wheel.isAccepted());
}

BOOST_AUTO_TEST_SUITE_END()
