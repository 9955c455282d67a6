// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost_benchmark.h"

#include "timing.h"

#include "builds/search.h"
#include "ui/cost_chart.h"
#include "ui/tornado_chart.h"
#include "ui/utilization_chart.h"
#include "ui/year_chart.h"

#include <QCoreApplication>
#include <QGridLayout>

#include <array>
#include <memory>
#include <string>

namespace rigwright {

namespace {

constexpr int kMoves = 200;

/// The four charts in a window of the size that they share on a screen of 1280 × 800.
struct ChartWindow {
    ChartWindow()
    {
        auto* grid = new QGridLayout(&window);
        for (int i = 0; i < 4; ++i) {
            CostPlot* chart = charts.at(static_cast<std::size_t>(i));
            grid->addWidget(chart, i / 2, i % 2);
            watches.push_back(std::make_unique<PaintWatch>(chart->viewport()));
        }
        window.resize(932, 607);
        window.show();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] bool isPainted() const
    {
        return std::ranges::all_of(watches, [](const auto& watch) { return watch->isPainted(); });
    }
    void reset()
    {
        for (const auto& watch : watches) {
            watch->reset();
        }
    }

    QWidget window;
    std::vector<std::unique_ptr<PaintWatch>> watches;
    std::array<CostPlot*, 4> charts{new CostChart, new YearChart, new UtilizationChart, new TornadoChart};
};

/// Owning, what it is compared with, and the next ones: as many as are drawn.
std::vector<std::size_t> drawnOf(const CostComparison& comparison)
{
    std::vector<std::size_t> drawn{0};
    for (const auto& against : {comparison.breakEven.against, comparison.apiBreakEven.against}) {
        if (against) {
            drawn.push_back(*against);
        }
    }
    for (std::size_t next = 1; next < comparison.scenarios.size() && drawn.size() < kMostCostLines; ++next) {
        if (std::ranges::find(drawn, next) == drawn.end()) {
            drawn.push_back(next);
        }
    }
    return drawn;
}

void timeMoves(const CostCandidates& candidates, CostAssumptions assumptions, const std::string& what)
{
    ChartWindow shown;
    std::vector<double> compared;
    std::vector<double> handed;
    std::vector<double> all;
    std::vector<double> cpu;
    for (int move = 0; move < kMoves; ++move) {
        assumptions.use.utilization = 0.05 + 0.9 * move / kMoves;
        QCoreApplication::processEvents();
        shown.reset();
        const double begun = cpuMilliseconds();
        QElapsedTimer timer;
        timer.start();
        const auto comparison =
            std::make_shared<const CostComparison>(compareCosts(candidates, assumptions).value());
        compared.push_back(milliseconds(timer));
        const std::vector<std::size_t> drawn = drawnOf(*comparison);
        for (CostPlot* chart : shown.charts) {
            chart->show(comparison, drawn);
        }
        handed.push_back(milliseconds(timer) - compared.back());
        while (!shown.isPainted()) {
            QCoreApplication::processEvents();
        }
        all.push_back(milliseconds(timer));
        cpu.push_back(cpuMilliseconds() - begun);
    }
    report((what + ": costs compared").c_str(), compared);
    report((what + ": four charts given the answer").c_str(), handed);
    report((what + ": slider move to four charts").c_str(), all);
    report((what + ": the same, in time of the processor").c_str(), cpu);
}

} // namespace

void timeCostCharts(const Catalog& catalog)
{
    Requirement requirement;
    requirement.model = ModelId("deepseek-r1-distill-qwen-32b");
    requirement.budget = Money::parse("3000", Currency::usd()).value();
    const auto result = searchBuilds(catalog, requirement);
    if (!result || result->builds.empty()) {
        std::printf("no machine to compare the costs of\n");
        return;
    }
    const auto candidates = costCandidates(catalog, result->builds.front(), requirement);
    auto assumptions = defaultAssumptions(catalog, Currency::usd());
    if (!candidates || !assumptions) {
        std::printf("%s\n", (candidates ? assumptions.error() : candidates.error()).message.c_str());
        return;
    }
    timeMoves(*candidates, *assumptions, "3 years");
    assumptions->years = 10;
    timeMoves(*candidates, *assumptions, "10 years");
}

} // namespace rigwright
