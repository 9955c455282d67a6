// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/energy.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Hardware machine(int cards)
{
    Accelerator card;
    card.boardPower = 300_W;
    Hardware hardware;
    if (cards > 0) {
        hardware.accelerators.push_back({card, cards, {}, {}});
    }
    hardware.power = {100_W, 50_W, 0.9};
    return hardware;
}

/// 50 tokens a second, bound by the memory that is named.
SpeedEstimate speed(Seconds StepTime::*part)
{
    const auto rate = [](double tokens) {
        return Range<TokensPerSecond>{TokensPerSecond(tokens * 0.8), TokensPerSecond(tokens),
                                      TokensPerSecond(tokens * 1.2)};
    };
    SpeedEstimate estimate;
    estimate.decode = estimate.total = rate(50);
    estimate.prefill = rate(1000);
    estimate.decodeStep.*part = Seconds(0.02);
    estimate.prompt.compute = Seconds(0.5);
    return estimate;
}

constexpr auto kTolerance = 1e-9;

} // namespace

BOOST_AUTO_TEST_SUITE(energy)

BOOST_AUTO_TEST_CASE(energy_is_power_times_time)
{
    const EnergyEstimate estimate = estimateEnergy(machine(1), speed(&StepTime::deviceMemory));
    // 10^6 tokens at 50 a second take 20,000 s, prompts at 1,000 a second 1,000 s.
    BOOST_TEST(estimate.perMillionOutputTokens.mid.value() == estimate.decodePower.mid.value() * 20000 / 3600,
               boost::test_tools::tolerance(kTolerance));
    BOOST_TEST(estimate.perMillionPromptTokens.mid.value() == estimate.promptPower.mid.value() * 1000 / 3600,
               boost::test_tools::tolerance(kTolerance));
    BOOST_TEST(estimate.perMillionOutputTokens.low.value() ==
                   estimate.decodePower.low.value() * 1e6 / 60 / 3600,
               boost::test_tools::tolerance(kTolerance));
}

// 0.65 × 300 W of the card, 0.35 × 100 W of the CPU, 50 W, over 0.9: 311.1 W. A prompt: (270 + 45 + 50) / 0.9 = 405.6 W.
BOOST_AUTO_TEST_CASE(power_follows_what_the_work_waits_for)
{
    const EnergyEstimate estimate = estimateEnergy(machine(1), speed(&StepTime::deviceMemory));
    BOOST_TEST(estimate.decodePower.mid.value() == 311.1, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(estimate.promptPower.mid.value() == 405.6, boost::test_tools::tolerance(1e-3));
    const EnergyEstimate onHost = estimateEnergy(machine(1), speed(&StepTime::hostMemory));
    BOOST_TEST(onHost.decodeDraw.cards.value() < estimate.decodeDraw.cards.value());
    BOOST_TEST(onHost.decodeDraw.cpus.value() > estimate.decodeDraw.cpus.value());
}

BOOST_AUTO_TEST_CASE(more_cards_draw_more)
{
    double last = 0;
    for (const int cards : {0, 1, 2, 8}) {
        const double power =
            estimateEnergy(machine(cards), speed(&StepTime::interconnect)).decodePower.mid.value();
        BOOST_TEST(power > last);
        last = power;
    }
}

BOOST_AUTO_TEST_CASE(unknown_figures_are_said_to_be_assumed)
{
    Hardware hardware = machine(1);
    BOOST_TEST(!estimateEnergy(hardware, speed(&StepTime::deviceMemory)).assumed);
    hardware.power.cpus.reset();
    BOOST_TEST(estimateEnergy(hardware, speed(&StepTime::deviceMemory)).assumed);
    hardware = machine(1);
    hardware.accelerators.front().accelerator.boardPower.reset();
    const EnergyEstimate estimate = estimateEnergy(hardware, speed(&StepTime::deviceMemory));
    BOOST_TEST(!estimate.decodeDraw.cardsKnown);
    BOOST_TEST(estimate.assumed);
}

BOOST_AUTO_TEST_SUITE_END()
