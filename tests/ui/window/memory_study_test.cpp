// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memory_study.h"

#include "ui/model_shelf.h"
#include "ui/requirement_panel.h"
#include "ui/window/test_window.h"

#include <algorithm>

using namespace rigwright;

namespace {

struct Bench {
    Bench()
        : catalog(shippedCatalog())
        , shelf(catalog)
        , requirement(defaultRequirement(*catalog))
    {
        const auto card = findAccelerator(*catalog, "rtx-3090");
        BOOST_REQUIRE(card.has_value());
        hardware.accelerators.push_back({**card, 1, std::nullopt, std::nullopt});
        hardware.host.memory = 64_GiB;
        hardware.host.bandwidth = memoryBandwidth(2, 5600);
    }

    [[nodiscard]] MemoryStudy study(const Hardware* on)
    {
        const auto result = studyMemory(shelf, requirement, on);
        BOOST_REQUIRE(result.has_value());
        return *result;
    }

    std::shared_ptr<const Catalog> catalog;
    ModelShelf shelf;
    Requirement requirement;
    Hardware hardware;
};

} // namespace

BOOST_AUTO_TEST_SUITE(memory_study)

BOOST_AUTO_TEST_CASE(the_bars_are_those_of_the_plan)
{
    Bench bench;
    const MemoryStudy study = bench.study(&bench.hardware);
    const auto model = bench.shelf.weigh(bench.requirement.model, WeightFormat::Q4_K_M);
    const MemoryPlan plan = planMemory(*model, bench.requirement.workload, bench.hardware);
    BOOST_REQUIRE(study.bars.size() == 2U);
    BOOST_TEST((study.bars[0].used.total() == plan.memory.devices[0].used.total()));
    BOOST_TEST((study.bars[1].used.total() == plan.memory.host.used.total()));
    BOOST_TEST(study.bars[1].isHost);
    BOOST_TEST(study.fits);
}

BOOST_AUTO_TEST_CASE(the_largest_context_fits_and_the_next_does_not)
{
    Bench bench;
    const MemoryStudy study = bench.study(&bench.hardware);
    BOOST_REQUIRE(study.curve.largest.has_value());
    PlacementRequest whole;
    whole.gpuLayers = 64;
    const auto model = bench.shelf.weigh(bench.requirement.model, WeightFormat::Q4_K_M);
    Workload workload = bench.requirement.workload;
    workload.context = *study.curve.largest;
    BOOST_TEST(planMemory(*model, workload, bench.hardware, whole).fits);
    workload.context += 256;
    BOOST_TEST(!planMemory(*model, workload, bench.hardware, whole).fits);
}

BOOST_AUTO_TEST_CASE(memory_never_falls_with_the_context)
{
    Bench bench;
    const MemoryStudy study = bench.study(&bench.hardware);
    BOOST_TEST(std::ranges::is_sorted(study.curve.points, {},
                                      [](const ContextPoint& point) { return point.used.total(); }));
    BOOST_TEST(study.curve.points.back().context == 131'072);
}

BOOST_AUTO_TEST_CASE(precisions_rise_in_need_and_mark_the_current_one)
{
    Bench bench;
    const auto rows = studyPrecisions(bench.shelf, bench.requirement, &bench.hardware);
    BOOST_TEST(std::ranges::is_sorted(rows, {}, &PrecisionRow::need));
    BOOST_TEST(std::ranges::count_if(rows, &PrecisionRow::isCurrent) == 1);
    const auto current = std::ranges::find_if(rows, &PrecisionRow::isCurrent);
    BOOST_TEST((current->format == WeightFormat::Q4_K_M));
    // A 32B model in 4.8 bits with 8k of context needs more than 16 GiB and fits in 24.
    BOOST_REQUIRE(current->card.has_value());
    BOOST_TEST(current->card->count == 1);
    BOOST_TEST(current->card->memory.inGib() > 20.0);
    BOOST_TEST(current->card->memory.inGib() <= 24.0);
    BOOST_TEST(current->fitsOnDevices);
    BOOST_TEST(current->speed.has_value());
    BOOST_TEST(!rows.back().fitsOnDevices);
}

BOOST_AUTO_TEST_CASE(equal_devices_share_a_bar)
{
    Bench bench;
    bench.requirement.workload.engine = Engine::Vllm;
    bench.requirement.workload.weights = WeightFormat::Awq4;
    bench.hardware.accelerators[0].count = 4;
    const MemoryStudy study = bench.study(&bench.hardware);
    BOOST_REQUIRE(study.bars.size() == 2U);
    BOOST_TEST(study.bars[0].devices == 4);
}

BOOST_AUTO_TEST_CASE(without_hardware_the_model_stands_alone)
{
    Bench bench;
    const MemoryStudy study = bench.study(nullptr);
    BOOST_TEST(!study.onHardware);
    BOOST_REQUIRE(study.bars.size() == 1U);
    BOOST_TEST(study.bars[0].name.empty());
    BOOST_TEST(!study.bars[0].capacity.has_value());
    BOOST_TEST(!study.curve.largest.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
