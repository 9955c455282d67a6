// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offered.h"
#include "ui/saved_state.h"
#include "ui/window/test_window.h"

#include <QComboBox>
#include <QTableView>

#include <algorithm>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(training)

BOOST_AUTO_TEST_CASE(training_asks_for_what_it_needs_and_for_nothing_else)
{
    const TestWindow window;
    for (const char* field : {"sequence", "microBatch", "optimizer", "sharding", "recompute", "loss"}) {
        BOOST_TEST(!window.shows(field), field);
    }
    window.click("workloadTrain");
    window.settle();
    for (const char* field :
         {"sequence", "microBatch", "optimizer", "sharding", "recompute", "loss", "loraRank"}) {
        BOOST_TEST(window.shows(field), field);
    }
    for (const char* field : {"context", "contextSlider", "concurrency", "promptTokens", "outputTokens",
                              "firstToken", "speedTarget", "kvCache"}) {
        BOOST_TEST(!window.shows(field), field);
    }
    BOOST_TEST((window.requirement().workload.kind == WorkloadKind::Lora));
    BOOST_TEST(!window.requirement().minDecode.has_value());
}

BOOST_AUTO_TEST_CASE(only_adapters_have_a_rank)
{
    const TestWindow window;
    window.click("workloadTrain");
    window.click("workloadFull");
    window.settle();
    BOOST_TEST((window.requirement().workload.kind == WorkloadKind::Full));
    BOOST_TEST(!window.shows("loraRank"));
    BOOST_TEST(!window.shows("loraTargets"));
    window.click("workloadQlora");
    window.settle();
    BOOST_TEST(window.shows("loraRank"));
}

BOOST_AUTO_TEST_CASE(each_kind_of_training_offers_its_weights_and_engines)
{
    const TestWindow window;
    window.click("workloadTrain");
    for (const auto& [button, kind] : {std::pair{"workloadLora", WorkloadKind::Lora},
                                       {"workloadQlora", WorkloadKind::Qlora},
                                       {"workloadFull", WorkloadKind::Full},
                                       {"workloadPretrain", WorkloadKind::Pretrain}}) {
        window.click(button);
        window.settle();
        const Workload workload = window.requirement().workload;
        BOOST_TEST((workload.kind == kind), button);
        BOOST_TEST(weightFormatName(workload.weights) == weightFormatName(defaultWeights(kind)));
        BOOST_TEST(engineRuns(workload.engine, kind), button);
        BOOST_TEST(!window.shows("engineError"), button);
    }
}

BOOST_AUTO_TEST_CASE(back_from_training_everything_is_as_it_was)
{
    const TestWindow window;
    const Workload before = window.requirement().workload;
    window.click("workloadTrain");
    window.settle();
    window.click("workloadChat");
    window.settle();
    const Workload after = window.requirement().workload;
    BOOST_TEST(weightFormatName(after.weights) == weightFormatName(before.weights));
    BOOST_TEST(engineName(after.engine) == engineName(before.engine));
    BOOST_TEST(after.context == before.context);
}

BOOST_AUTO_TEST_CASE(what_is_chosen_of_the_training_reaches_the_requirement)
{
    const TestWindow window;
    window.click("workloadTrain");
    window.enter("sequence", QStringLiteral("4096"));
    window.enter("microBatch", QStringLiteral("2"));
    window.enter("loraRank", QStringLiteral("64"));
    window.choose("optimizer", QStringLiteral("SGD"));
    window.choose("recompute", QStringLiteral("Every"));
    window.choose("loss", QStringLiteral("Fused"));
    window.choose("loraTargets", QStringLiteral("Query"));
    window.settle();
    const TrainingSetup setup = window.requirement().workload.training;
    BOOST_TEST(setup.sequence == 4096);
    BOOST_TEST(setup.microBatch == 2);
    BOOST_TEST(setup.loraRank == 64);
    BOOST_TEST((setup.optimizer == Optimizer::SgdMomentum));
    BOOST_TEST((setup.recompute == Recompute::Full));
    BOOST_TEST((setup.loss == LossMode::Fused));
    BOOST_TEST((setup.loraTargets == LoraTargets::QueryValue));
}

BOOST_AUTO_TEST_CASE(parameters_go_to_ram_only_with_everything_sharded)
{
    const TestWindow window;
    window.click("workloadTrain");
    window.click("workloadFull");
    window.choose("sharding", QStringLiteral("ZeRO-1"));
    window.choose("offloadTraining", QStringLiteral("Optimizer, parameters"));
    window.settle();
    BOOST_TEST(window.shows("offloadTrainingError"));
    window.press("sharding", Qt::Key_End);
    window.settle();
    BOOST_TEST(!window.shows("offloadTrainingError"));
}

BOOST_AUTO_TEST_CASE(a_training_fills_the_memory_page)
{
    const TestWindow window;
    window.click("workloadTrain");
    window.enter("budget", QStringLiteral("60000"));
    window.settle();
    window.click("memoryAsTable");
    const auto* table = window.find<QTableView>("memoryBarsTable")->model();
    QStringList heads;
    for (int column = 0; column < table->columnCount(); ++column) {
        heads << table->headerData(column, Qt::Horizontal).toString();
    }
    BOOST_TEST(heads.contains(QStringLiteral("Weights")));
    BOOST_TEST(heads.contains(QStringLiteral("Optimizer")));
    BOOST_TEST(heads.contains(QStringLiteral("Activations")));
    BOOST_TEST(!heads.contains(QStringLiteral("KV cache")));
}

BOOST_AUTO_TEST_CASE(what_is_saved_of_a_training_comes_back_whole)
{
    Requirement wanted;
    wanted.model = ModelId("x");
    wanted.workload.kind = WorkloadKind::Qlora;
    TrainingSetup& setup = wanted.workload.training;
    setup.sequence = 3000;
    setup.microBatch = 3;
    setup.loraRank = 8;
    setup.loraTargets = LoraTargets::Attention;
    setup.optimizer = Optimizer::Adafactor;
    setup.recompute = Recompute::Selective;
    setup.zeroStage = 0;
    setup.offloadOptimizer = true;
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    saveRequirement(settings, wanted);
    const auto again = savedRequirement(settings, Requirement{});
    BOOST_REQUIRE(again.has_value());
    const TrainingSetup& read = again->workload.training;
    BOOST_TEST(read.sequence == 3000);
    BOOST_TEST(read.microBatch == 3);
    BOOST_TEST(read.loraRank == 8);
    BOOST_TEST((read.loraTargets == LoraTargets::Attention));
    BOOST_TEST((read.optimizer == Optimizer::Adafactor));
    BOOST_TEST((read.recompute == Recompute::Selective));
    BOOST_TEST((read.loss == std::nullopt));
    BOOST_TEST((read.zeroStage == 0));
    BOOST_TEST(read.offloadOptimizer);
    BOOST_TEST(!read.offloadParameters);
}

BOOST_AUTO_TEST_SUITE_END()
