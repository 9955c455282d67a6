// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/fit_findings.h"

#include "builds/bench.h"
#include "builds/hardware.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using rigwright::test::Bench;
using rigwright::test::denseModel;

namespace {

/// A model of 7.6 B parameters, 15.2 GB in 16 bits, on a bench's machine.
class Fit {
public:
    Fit()
    {
        catalog_.models = {denseModel()};
        wanted.model = ModelId("dense");
        wanted.budget = Money::parse("3000", Currency::usd()).value();
    }

    Bench bench;
    Requirement wanted;

    [[nodiscard]] std::vector<Finding> findings() const
    {
        const Question question = ask(catalog_, wanted).value();
        const Machine machine = bench.machine();
        const Hardware hardware = leftForModel(hardwareOf(machine));
        const MemoryPlan plan = planMemory(question.model, wanted.workload, hardware);
        BOOST_REQUIRE(plan.fits);
        std::optional<SpeedEstimate> speed;
        if (auto estimate = estimateSpeed(question.model, wanted.workload, hardware, plan)) {
            speed = *estimate;
        }
        return fitFindings({question, machine, hardware, plan, speed});
    }
    [[nodiscard]] std::optional<Finding> finding(const char* id) const
    {
        const auto all = findings();
        const auto found = std::ranges::find(all, id, &Finding::id);
        return found == all.end() ? std::nullopt : std::optional<Finding>(*found);
    }
    [[nodiscard]] std::string message(const char* id) const
    {
        const auto found = finding(id);
        BOOST_REQUIRE_MESSAGE(found.has_value(), id);
        BOOST_TEST(found->message().find('{') == std::string::npos);
        return found->message();
    }

private:
    Catalog catalog_;
};

/// Two cards that share the model by tensor parallelism.
Fit onTwoCards()
{
    Fit fit;
    fit.wanted.workload.engine = Engine::Vllm;
    fit.wanted.workload.weights = WeightFormat::Fp16;
    fit.bench.card.computeCapability = 8.9;
    fit.bench.cards = 2;
    return fit;
}

Fit onHost()
{
    Fit fit;
    fit.bench.cards = 0;
    return fit;
}

} // namespace

BOOST_AUTO_TEST_SUITE(fit_findings)

BOOST_AUTO_TEST_CASE(a_model_on_one_sound_card_needs_no_comment)
{
    Fit fit;
    for (const Finding& finding : fit.findings()) {
        BOOST_TEST(finding.id == "cpu-bound", finding.message());
    }
}

BOOST_AUTO_TEST_CASE(cards_without_direct_links_exchange_data_over_pcie)
{
    Fit fit = onTwoCards();
    // PCIe 4.0 x8 carries 15.8 GB/s each way: the board halves the sixteen lanes.
    BOOST_TEST(fit.message("no-peer-to-peer").find("at 16 GB/s") != std::string::npos);
    fit.bench.card.segment = Segment::Workstation;
    BOOST_TEST(!fit.finding("no-peer-to-peer").has_value());
    BOOST_TEST(fit.finding("no-direct-links").has_value());
    fit.bench.card.linkBandwidth = BytesPerSecond::gb(112.5);
    fit.bench.card.linkMaxDevices = 2;
    BOOST_TEST(!fit.finding("no-direct-links").has_value());
    fit.bench.card.linkMaxDevices = 1;
    BOOST_TEST(fit.finding("no-direct-links").has_value());
}

BOOST_AUTO_TEST_CASE(cards_that_take_turns_are_not_held_up_by_links)
{
    Fit fit = onTwoCards();
    fit.wanted.workload.engine = Engine::LlamaCpp;
    fit.wanted.workload.weights = WeightFormat::Q8_0;
    BOOST_TEST(!fit.finding("no-peer-to-peer").has_value());
    BOOST_TEST(!fit.finding("narrow-link").has_value());
}

BOOST_AUTO_TEST_CASE(tensor_parallelism_over_four_lanes_is_warned_of)
{
    Fit fit = onTwoCards();
    BOOST_TEST(!fit.finding("narrow-link").has_value());
    fit.bench.board.slotsSplit = false;
    fit.bench.board.slots = {{5, 16, 16, true}, {4, 4, 16, false}};
    BOOST_TEST(fit.message("narrow-link").find("PCIe 4.0 x4") != std::string::npos);
    fit.bench.card.linkBandwidth = BytesPerSecond::gb(112.5);
    fit.bench.card.linkMaxDevices = 2;
    BOOST_TEST(!fit.finding("narrow-link").has_value());
}

BOOST_AUTO_TEST_CASE(precision_is_held_against_compute_capability)
{
    struct Row {
        WeightFormat format;
        double capability;
        const char* id;
    };
    // vLLM, "Supported hardware": AWQ and INT8 from Turing on, FP8 matrices from Ada on, bfloat16 from Ampere on; Nvidia's FP4
    // is of Blackwell.
    const Row rows[] = {{WeightFormat::Awq4, 7.0, "precision-unsupported"},
                        {WeightFormat::Awq4, 7.5, nullptr},
                        {WeightFormat::Gptq4, 7.0, "precision-unsupported"},
                        {WeightFormat::Fp8, 8.6, "precision-widened"},
                        {WeightFormat::Fp8, 8.9, nullptr},
                        {WeightFormat::Fp8, 7.0, "precision-unsupported"},
                        {WeightFormat::Nvfp4, 8.9, "precision-widened"},
                        {WeightFormat::Nvfp4, 12.0, nullptr},
                        {WeightFormat::Bf16, 7.5, "precision-unsupported"},
                        {WeightFormat::Bf16, 8.0, nullptr},
                        {WeightFormat::Fp16, 7.0, nullptr}};
    for (const Row& row : rows) {
        Fit fit = onTwoCards();
        fit.wanted.workload.weights = row.format;
        fit.bench.card.computeCapability = row.capability;
        BOOST_TEST_CONTEXT(weightFormatName(row.format) << " on " << row.capability)
        {
            for (const char* id : {"precision-unsupported", "precision-widened"}) {
                const bool expected = row.id != nullptr && std::string(row.id) == id;
                BOOST_TEST(fit.finding(id).has_value() == expected, id);
            }
        }
    }
    Fit unknown = onTwoCards();
    unknown.wanted.workload.weights = WeightFormat::Fp8;
    unknown.bench.card.computeCapability.reset();
    BOOST_TEST(!unknown.message("precision-unverified").empty());
}

BOOST_AUTO_TEST_CASE(host_memory_too_slow_to_read_along_is_noted)
{
    // Q4_K_M of this model reads about 4.1 GiB a token, 18 times a second from 83.2 GB/s, and three times from 12.8.
    Fit fit = onHost();
    BOOST_TEST(!fit.finding("host-bandwidth").has_value());
    fit.bench.kit.modules = 1;
    fit.bench.kit.speed = 1600;
    BOOST_TEST(fit.message("host-bandwidth").find("13 GB/s") != std::string::npos);
    fit.bench.cards = 1; // the card holds it all
    BOOST_TEST(!fit.finding("host-bandwidth").has_value());
}

BOOST_AUTO_TEST_CASE(bandwidth_of_two_sockets_asks_for_placement)
{
    Fit fit = onHost();
    fit.bench.board.socketCount = fit.bench.cpu.maxSockets = fit.bench.cpus = 2;
    fit.bench.kits = 2;
    // Two modules on the two channels of each socket: 83.2 GB/s each.
    BOOST_TEST(fit.message("numa-memory").find("166 GB/s of RAM are of 2 sockets, 83 GB/s each") !=
               std::string::npos);
    fit.bench.cards = 1;
    BOOST_TEST(!fit.finding("numa-memory").has_value());
}

BOOST_AUTO_TEST_CASE(a_cpu_without_avx_512_is_noted_where_it_computes)
{
    Fit fit = onHost();
    BOOST_TEST(!fit.finding("no-avx512").has_value());
    fit.bench.cpu.avx512 = false;
    BOOST_TEST(fit.finding("no-avx512").has_value());
    fit.bench.cards = 1; // prompts are the card's, also where it holds a part of the model alone
    BOOST_TEST(!fit.finding("no-avx512").has_value());
    fit.bench.card.memory = 4_GiB;
    BOOST_TEST(!fit.finding("no-avx512").has_value());
}

BOOST_AUTO_TEST_CASE(a_cpu_with_too_few_cores_starves_accelerators)
{
    Fit fit = onTwoCards();
    fit.bench.cpu.cores = 4; // one for each card and two more
    BOOST_TEST(!fit.finding("cpu-cores").has_value());
    fit.bench.cpu.cores = 3;
    BOOST_TEST(fit.message("cpu-cores").find("3 cores for 2 accelerators, which want 4") !=
               std::string::npos);
    fit.bench.cpu.cores = 0; // unknown
    BOOST_TEST(!fit.finding("cpu-cores").has_value());
}

BOOST_AUTO_TEST_CASE(training_wants_more_ram_and_cores)
{
    Fit fit;
    fit.wanted.workload.kind = WorkloadKind::Qlora;
    fit.wanted.workload.engine = Engine::Transformers;
    fit.wanted.workload.weights = WeightFormat::Nf4Dq;
    fit.wanted.workload.context = 512;
    fit.bench.card.computeCapability = 8.9;
    fit.bench.card.memory = 80_GiB;
    // 32 GiB of RAM, less than twice 80.
    BOOST_TEST(fit.finding("memory-below-training").has_value());
    fit.bench.kit.moduleCapacity = 80_GiB;
    BOOST_TEST(!fit.finding("memory-below-training").has_value());
    fit.bench.cpu.cores = 3;
    BOOST_TEST(fit.finding("cpu-cores").has_value());
}

BOOST_AUTO_TEST_CASE(a_slow_drive_is_noted_with_the_time_that_it_takes)
{
    // 15.2 GB in 16 bits at 0.2 GB/s: 76 s, at 5 GB/s three.
    Fit fit = onTwoCards();
    fit.bench.drive.sequentialRead = BytesPerSecond::gb(5);
    BOOST_TEST(!fit.finding("slow-loading").has_value());
    fit.bench.drive.sequentialRead = BytesPerSecond::gb(0.2);
    BOOST_TEST(fit.message("slow-loading").find("0.2 GB/s") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
