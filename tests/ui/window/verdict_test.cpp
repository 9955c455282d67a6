// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict.h"

#include "ui/model_shelf.h"
#include "ui/pages/sample.h"
#include "ui/window/speaking.h"
#include "ui/window/test_window.h"

using namespace rigwright;

namespace {

SearchAnswer answerOf(std::shared_ptr<const SearchResult> result)
{
    SearchAnswer answer;
    answer.requirement = sample::requirement();
    answer.result = std::move(result);
    answer.generation = 1;
    return answer;
}

/// One machine with one card of 24 GiB, which holds the sample's model.
std::shared_ptr<const SearchResult> oneMachine()
{
    sample::MachineFigures figures;
    figures.id = "one";
    figures.title = "RTX 3090 24 GB";
    SearchResult result;
    result.considered = 2914;
    result.builds.push_back(sample::machine(figures));
    return std::make_shared<const SearchResult>(std::move(result));
}

} // namespace

BOOST_AUTO_TEST_SUITE(verdict)

BOOST_AUTO_TEST_CASE(a_machine_that_holds_the_model_is_good)
{
    const Speaking english(QStringLiteral("en"));
    const SearchAnswer answer = answerOf(oneMachine());
    const MachineVerdict verdict = buildVerdict(answer, answer.result->builds.front(), Date{2026, 11, 21});
    BOOST_TEST((verdict.state == MachineVerdict::State::Good));
    BOOST_TEST(verdict.sentence == QStringLiteral("Fits on one RTX 3090 24 GB, within budget"));
    BOOST_TEST(
        verdict.detail ==
        QStringLiteral("Memory bandwidth limits the speed. 1 machine on the front, 2,914 considered."));
    BOOST_REQUIRE(verdict.figures.size() == 3U);
    BOOST_TEST(verdict.figures[0].ofValue == QStringLiteral("/ 24 GiB"));
    // 31 × 0.87 and 31 × 1.16
    BOOST_TEST(verdict.figures[1].value == QStringLiteral("27–36"));
    // 859 for the card and 1,075 for the rest
    BOOST_TEST(verdict.figures[2].value == QStringLiteral("$1,934"));
    BOOST_TEST(verdict.figures[2].caption.startsWith(QStringLiteral("from · prices")));
}

BOOST_AUTO_TEST_CASE(a_warning_of_the_plan_makes_it_a_caution)
{
    const SearchAnswer answer = answerOf(oneMachine());
    EvaluatedBuild build = answer.result->builds.front();
    build.plan.findings.push_back({"layers-on-host", Severity::Warning, "", {}});
    const MachineVerdict verdict = buildVerdict(answer, build, Date{2026, 11, 21});
    BOOST_TEST((verdict.state == MachineVerdict::State::Caution));
    BOOST_TEST(verdict.sentence.startsWith(QStringLiteral("Runs partly in RAM: ")));
}

BOOST_AUTO_TEST_CASE(a_machine_slower_than_a_reader_is_a_caution_unless_its_speed_was_asked_for)
{
    sample::MachineFigures figures;
    figures.decode = 2;
    const EvaluatedBuild slow = sample::machine(figures);
    SearchAnswer answer = answerOf(oneMachine());
    answer.requirement.minDecode.reset();
    BOOST_TEST((buildVerdict(answer, slow, Date{2026, 11, 21}).state == MachineVerdict::State::Caution));
    answer.requirement.minDecode = TokensPerSecond(1);
    BOOST_TEST((buildVerdict(answer, slow, Date{2026, 11, 21}).state == MachineVerdict::State::Good));
}

BOOST_AUTO_TEST_CASE(a_machine_without_accelerators_runs_in_its_ram)
{
    sample::MachineFigures figures;
    figures.title = "Ryzen 5 7600, 32 GB";
    figures.gpus = 0;
    const SearchAnswer answer = answerOf(oneMachine());
    const MachineVerdict verdict = buildVerdict(answer, sample::machine(figures), Date{2026, 11, 21});
    BOOST_TEST(verdict.sentence == QStringLiteral("Runs in RAM: Ryzen 5 7600, 32 GB, within budget"));
    BOOST_TEST(verdict.figures.front().caption == QStringLiteral("RAM"));
}

BOOST_AUTO_TEST_CASE(without_a_machine_the_nearest_one_over_budget_is_offered)
{
    SearchResult result;
    result.considered = 100;
    Exclusion budget;
    budget.reason = "budget";
    budget.text = "The machine costs more than the budget";
    budget.count = 60;
    // 1,075 of other parts and 2,338 for the card: 3,413, in three leading figures 3,420.
    sample::MachineFigures near;
    near.gpuPrice = 2338;
    budget.nearest = sample::machine(near);
    result.excluded.push_back(budget);
    ModelShelf shelf(sample::catalog());
    const MachineVerdict verdict = noVerdict(answerOf(std::make_shared<const SearchResult>(result)), shelf);
    BOOST_TEST((verdict.state == MachineVerdict::State::No));
    BOOST_TEST(verdict.detail.contains(QStringLiteral("60 of 100")));
    BOOST_REQUIRE(!verdict.mends.empty());
    BOOST_TEST(verdict.mends.front().label == QStringLiteral("Raise the budget to $3,420"));
    BOOST_TEST(verdict.mends.front().changed.budget.decimal() == "3420.00");
}

BOOST_AUTO_TEST_CASE(without_a_machine_that_is_fast_enough_the_reached_speed_is_offered)
{
    Exclusion slow;
    slow.reason = "targets";
    slow.text = "The machine is slower than asked for";
    slow.count = 7;
    sample::MachineFigures near;
    near.decode = 12.7;
    slow.nearest = sample::machine(near);
    SearchResult result;
    result.considered = 7;
    result.excluded.push_back(slow);
    SearchAnswer answer = answerOf(std::make_shared<const SearchResult>(result));
    answer.requirement.minDecode = TokensPerSecond(40);
    ModelShelf shelf(sample::catalog());
    const MachineVerdict verdict = noVerdict(answer, shelf);
    BOOST_REQUIRE(!verdict.mends.empty());
    BOOST_TEST(verdict.mends.front().label == QStringLiteral("Accept 12 tokens/s"));
    BOOST_TEST((verdict.mends.front().changed.minDecode == TokensPerSecond(12)));
}

BOOST_AUTO_TEST_CASE(where_ram_was_ruled_out_it_is_offered)
{
    Exclusion ruledOut;
    ruledOut.reason = "host-offload";
    ruledOut.count = 3;
    ruledOut.nearest = sample::machine({});
    SearchResult result;
    result.considered = 3;
    result.excluded.push_back(ruledOut);
    SearchAnswer answer = answerOf(std::make_shared<const SearchResult>(result));
    answer.requirement.allowHostOffload = false;
    ModelShelf shelf(sample::catalog());
    const MachineVerdict verdict = noVerdict(answer, shelf);
    BOOST_REQUIRE(!verdict.mends.empty());
    BOOST_TEST(verdict.mends.front().changed.allowHostOffload);
}

BOOST_AUTO_TEST_CASE(a_search_that_failed_says_why)
{
    SearchAnswer answer = answerOf(nullptr);
    answer.error = QStringLiteral("no rate for XXX");
    ModelShelf shelf(sample::catalog());
    const MachineVerdict verdict = noVerdict(answer, shelf);
    BOOST_TEST((verdict.state == MachineVerdict::State::No));
    BOOST_TEST(verdict.detail == QStringLiteral("no rate for XXX"));
}

BOOST_AUTO_TEST_SUITE_END()
