// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analysis.h"
#include "ui/window/test_window.h"

#include <QSignalSpy>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace rigwright;

namespace {

constexpr int kPatienceMs = 10'000;

std::shared_ptr<const Catalog> emptyCatalog()
{
    return std::make_shared<const Catalog>();
}

Requirement contextOf(std::int64_t tokens)
{
    Requirement requirement;
    requirement.workload.context = tokens;
    return requirement;
}

} // namespace

BOOST_AUTO_TEST_SUITE(analysis)

BOOST_AUTO_TEST_CASE(a_newer_request_stops_the_older_one_and_alone_is_answered)
{
    std::atomic<int> begun = 0;
    std::atomic<int> stopped = 0;
    // The first search never ends by itself.
    Analysis analysis(emptyCatalog(),
                      [&](const Catalog&, const Requirement& requirement, const std::stop_token& stop,
                          const CalibrationTable&) -> Expected<SearchResult> {
                          ++begun;
                          while (requirement.workload.context == 1 && !stop.stop_requested()) {
                              std::this_thread::sleep_for(std::chrono::milliseconds(1));
                          }
                          stopped += stop.stop_requested() ? 1 : 0;
                          return SearchResult{};
                      });
    QSignalSpy answers(&analysis, &Analysis::answered);
    analysis.ask(contextOf(1));
    BOOST_REQUIRE(QTest::qWaitFor([&] { return begun == 1; }, kPatienceMs));
    analysis.ask(contextOf(2));
    BOOST_REQUIRE(QTest::qWaitFor([&] { return answers.count() == 1; }, kPatienceMs));
    BOOST_TEST(stopped == 1);
    BOOST_TEST(answers.at(0).at(0).value<SearchAnswer>().requirement.workload.context == 2);
    BOOST_TEST(!analysis.isBusy());
}

BOOST_AUTO_TEST_CASE(requests_that_come_while_one_runs_are_skipped_but_for_the_last)
{
    std::atomic<int> begun = 0;
    std::atomic<bool> release = false;
    Analysis analysis(emptyCatalog(),
                      [&](const Catalog&, const Requirement&, const std::stop_token&,
                          const CalibrationTable&) -> Expected<SearchResult> {
                          ++begun;
                          while (!release) {
                              std::this_thread::sleep_for(std::chrono::milliseconds(1));
                          }
                          return SearchResult{};
                      });
    QSignalSpy answers(&analysis, &Analysis::answered);
    analysis.ask(contextOf(1));
    BOOST_REQUIRE(QTest::qWaitFor([&] { return begun == 1; }, kPatienceMs));
    for (std::int64_t context = 2; context <= 50; ++context) {
        analysis.ask(contextOf(context));
    }
    release = true;
    BOOST_REQUIRE(QTest::qWaitFor([&] { return answers.count() == 1; }, kPatienceMs));
    BOOST_TEST(begun == 2);
    BOOST_TEST(answers.at(0).at(0).value<SearchAnswer>().requirement.workload.context == 50);
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_search_is_an_error_in_words)
{
    Analysis analysis(emptyCatalog(),
                      [](const Catalog&, const Requirement&, const std::stop_token&, const CalibrationTable&)
                          -> Expected<SearchResult> { throw std::runtime_error("a rule is broken"); });
    QSignalSpy answers(&analysis, &Analysis::answered);
    analysis.ask(contextOf(1));
    BOOST_REQUIRE(QTest::qWaitFor([&] { return answers.count() == 1; }, kPatienceMs));
    const auto answer = answers.at(0).at(0).value<SearchAnswer>();
    BOOST_TEST((answer.result == nullptr));
    BOOST_TEST(answer.error.contains(QStringLiteral("a rule is broken")));
}

BOOST_AUTO_TEST_CASE(a_cancelled_request_is_never_answered)
{
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    Analysis analysis(emptyCatalog(),
                      [&](const Catalog&, const Requirement&, const std::stop_token& stop,
                          const CalibrationTable&) -> Expected<SearchResult> {
                          ++begun;
                          while (!stop.stop_requested()) {
                              std::this_thread::sleep_for(std::chrono::milliseconds(1));
                          }
                          ++ended;
                          return SearchResult{};
                      });
    QSignalSpy answers(&analysis, &Analysis::answered);
    analysis.ask(contextOf(1));
    BOOST_REQUIRE(QTest::qWaitFor([&] { return begun == 1; }, kPatienceMs));
    analysis.cancel();
    BOOST_REQUIRE(QTest::qWaitFor([&] { return ended == 1; }, kPatienceMs));
    QCoreApplication::processEvents();
    BOOST_TEST(answers.count() == 0);
    BOOST_TEST(!analysis.isBusy());
}

BOOST_AUTO_TEST_CASE(it_goes_away_while_a_search_runs)
{
    std::atomic<bool> begun = false;
    {
        Analysis analysis(emptyCatalog(),
                          [&](const Catalog&, const Requirement&, const std::stop_token& stop,
                              const CalibrationTable&) -> Expected<SearchResult> {
                              begun = true;
                              while (!stop.stop_requested()) {
                                  std::this_thread::sleep_for(std::chrono::milliseconds(1));
                              }
                              return SearchResult{};
                          });
        analysis.ask(contextOf(1));
        BOOST_REQUIRE(QTest::qWaitFor([&] { return begun.load(); }, kPatienceMs));
    }
    BOOST_TEST(begun.load());
}

BOOST_AUTO_TEST_SUITE_END()
