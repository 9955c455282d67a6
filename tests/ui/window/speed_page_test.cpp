// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band_chart.h"
#include "ui/speed_figures.h"
#include "ui/speed_page.h"
#include "ui/time_bars.h"
#include "ui/window/test_window.h"

#include <QTableView>

#include <algorithm>

using namespace rigwright;

namespace {

/// The tab of speeds, for a few users of the smallest settings that serve.
void openSpeed(const TestWindow& window)
{
    window.window().showTab(MainWindow::Speed);
    window.settle();
}

QStringList firstColumn(const TestWindow& window, const char* table)
{
    const QAbstractItemModel* model = window.find<QTableView>(table)->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row) {
        texts << model->index(row, 0).data().toString();
    }
    return texts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(speed_page)

BOOST_AUTO_TEST_CASE(one_user_sees_speed_over_context_with_its_range)
{
    const TestWindow window;
    openSpeed(window);
    const BandCurve& curve = window.find<BandChart>("bandChart")->curve();
    BOOST_REQUIRE(curve.points.size() >= 3);
    for (const BandPoint& point : curve.points) {
        BOOST_TEST(point.low <= point.mid);
        BOOST_TEST(point.mid <= point.high);
    }
    // More tokens before the answer are more keys and values to read.
    BOOST_TEST(curve.points.back().mid <= curve.points.front().mid);
    BOOST_TEST(curve.now == window.requirement().workload.promptTokens);
    BOOST_TEST(!window.shows("showAllUsers"));
}

BOOST_AUTO_TEST_CASE(the_parts_of_a_token_and_of_the_prompt_are_said_in_words)
{
    const TestWindow window;
    openSpeed(window);
    const QString said = window.find("timeBars")->accessibleDescription();
    BOOST_TEST(said.contains(QStringLiteral("An output token")));
    BOOST_TEST(said.contains(QStringLiteral("device memory")));
    BOOST_TEST(said.contains(QStringLiteral("The prompt")));
}

BOOST_AUTO_TEST_CASE(the_first_token_takes_longer_after_longer_prompts)
{
    const TestWindow window;
    openSpeed(window);
    window.click("showFirstTokenOverPrompt");
    const BandCurve& curve = window.find<BandChart>("bandChart")->curve();
    BOOST_TEST(curve.points.back().mid > curve.points.front().mid);
    BOOST_TEST(window.shows("showSpeedOverContext"));
}

BOOST_AUTO_TEST_CASE(a_click_into_the_curve_takes_its_prompt)
{
    const TestWindow window;
    openSpeed(window);
    auto* chart = window.find<BandChart>("bandChart");
    QTest::mouseClick(chart, Qt::LeftButton, {}, QPoint(chart->width() / 2, chart->height() / 2));
    window.settle();
    const std::int64_t prompt = window.requirement().workload.promptTokens;
    BOOST_TEST(prompt > chart->curve().points.front().at);
    BOOST_TEST(prompt < chart->curve().points.back().at);
    BOOST_TEST(chart->curve().now == prompt);
}

BOOST_AUTO_TEST_CASE(serving_shows_all_users_and_how_many_keep_within_a_target)
{
    const TestWindow window;
    openSpeed(window);
    window.click("workloadServe");
    window.enter("speedTarget", QStringLiteral("0"));
    window.enter("concurrency", QStringLiteral("4"));
    window.enter("firstToken", QStringLiteral("30"));
    window.settle();
    const BandCurve& curve = window.find<BandChart>("bandChart")->curve();
    BOOST_REQUIRE(curve.points.size() >= 2);
    BOOST_TEST(curve.now == 4);
    BOOST_TEST(curve.points[1].mid > curve.points[0].mid);
    BOOST_TEST(firstColumn(window, "speedFigures").contains(QStringLiteral("Users within targets")));
    window.click("speedAsTable");
    BOOST_TEST(firstColumn(window, "speedPoints").front() == QStringLiteral("1"));
}

BOOST_AUTO_TEST_CASE(a_request_rate_shows_its_queue_and_is_kept)
{
    TestWindow window;
    openSpeed(window);
    window.click("workloadServe");
    window.enter("speedTarget", QStringLiteral("0"));
    window.enter("concurrency", QStringLiteral("4"));
    window.enter("requestRate", QStringLiteral("0.02"));
    window.settle();
    const QStringList names = firstColumn(window, "speedFigures");
    BOOST_TEST(names.contains(QStringLiteral("Requests at 0.02/s")));
    BOOST_TEST(names.contains(QStringLiteral("Machine busy")));
    window.reopen();
    window.settle();
    BOOST_REQUIRE(window.requirement().workload.requestRate.has_value());
    BOOST_TEST(window.requirement().workload.requestRate->value() == 0.02);
}

BOOST_AUTO_TEST_CASE(training_shows_its_step_and_how_long_a_budget_of_tokens_takes)
{
    TestWindow window;
    openSpeed(window);
    window.click("workloadTrain");
    window.click("workloadQlora");
    window.enter("model", QStringLiteral("Llama 3.2 3B"));
    window.enter("tokenBudget", QStringLiteral("100"));
    window.settle();
    BOOST_TEST(window.find("timeBars")->accessibleDescription().contains(QStringLiteral("A training step")));
    BOOST_TEST(!window.text("trainedSpeed").isEmpty());
    BOOST_TEST(!window.text("trainingRun").isEmpty());
    BOOST_TEST(firstColumn(window, "speedFigures").contains(QStringLiteral("Device-hours")));
    const BandCurve& curve = window.find<BandChart>("bandChart")->curve();
    BOOST_REQUIRE_MESSAGE(curve.points.size() >= 2, window.sentence().toStdString());
    BOOST_TEST(curve.points.back().mid > curve.points.front().mid);
    window.reopen();
    window.settle();
    BOOST_TEST(window.requirement().workload.training.tokenBudget.value_or(0) == 100'000'000);
}

BOOST_AUTO_TEST_CASE(drafted_tokens_are_asked_for_among_the_engine_settings)
{
    const TestWindow window;
    window.click("engineSettings");
    BOOST_TEST(!window.shows("draftAcceptance"));
    window.enter("draftTokens", QStringLiteral("5"));
    window.settle();
    BOOST_TEST(window.shows("draftAcceptance"));
    BOOST_REQUIRE(window.requirement().workload.speculative.has_value());
    BOOST_TEST(window.requirement().workload.speculative->draftTokens == 5);
}

BOOST_AUTO_TEST_SUITE_END()
