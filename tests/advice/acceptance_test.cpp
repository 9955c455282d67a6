// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance.h"
#include "advice/launch_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// A board of this test alone: a x16 slot of PCIe 5 and one of eight lanes of PCIe 4, two memory channels.
Catalog catalogWithBoard()
{
    Catalog catalog = launchCatalog();
    Cpu cpu;
    cpu.info.id = PartId("test-cpu");
    cpu.info.name = "Test CPU";
    cpu.socket = "T1";
    cpu.cores = 16;
    cpu.threads = 32;
    cpu.memoryTypes = {"DDR5"};
    cpu.moduleTypes = {"UDIMM", "ECC UDIMM"};
    cpu.memoryChannels = 2;
    cpu.memorySpeed = 5600;
    cpu.memorySpeedTwoPerChannel = 3600;
    cpu.ecc = true;
    cpu.pcieGeneration = 5;
    cpu.pcieLanes = 24;
    cpu.power = 120_W;
    catalog.cpus.push_back(cpu);
    Board board;
    board.info.id = PartId("test-board");
    board.info.name = "Test board";
    board.socket = "T1";
    board.formFactor = "ATX";
    board.dimmSlots = 4;
    board.memoryType = "DDR5";
    board.moduleTypes = {"UDIMM", "ECC UDIMM"};
    board.channelsPerSocket = 2;
    board.ecc = true;
    board.slots = {{5, 16, 16, true}, {4, 8, 16, true}};
    catalog.boards.push_back(board);
    MemoryKit kit;
    kit.info.id = PartId("test-memory");
    kit.info.name = "Test kit";
    kit.memoryType = "DDR5";
    kit.moduleType = "ECC UDIMM";
    kit.modules = 2;
    kit.moduleCapacity = 32_GiB;
    kit.speed = 5600;
    catalog.memory.push_back(kit);
    Drive drive;
    drive.info.id = PartId("test-drive");
    drive.info.name = "Test drive";
    drive.capacity = Bytes::gb(2000);
    drive.driveInterface = "NVMe";
    drive.sequentialRead = BytesPerSecond::gb(7.45);
    catalog.drives.push_back(drive);
    return catalog;
}

Build machine()
{
    Build build;
    build.lines = {{PartCategory::Accelerator, PartId("rtx-4090"), 2},
                   {PartCategory::Cpu, PartId("test-cpu"), 1},
                   {PartCategory::Board, PartId("test-board"), 1},
                   {PartCategory::Memory, PartId("test-memory"), 2},
                   {PartCategory::Storage, PartId("test-drive"), 1}};
    return build;
}

std::vector<AcceptanceCheck> checksOf(const Catalog& catalog, const Build& build,
                                      const Requirement& requirement)
{
    auto checks = acceptanceChecks(catalog, evaluated(build, requirement, catalog), requirement);
    BOOST_REQUIRE_MESSAGE(checks.has_value(), (checks ? std::string() : checks.error().message));
    return std::move(*checks);
}

std::vector<std::string> expectedOf(const std::vector<AcceptanceCheck>& checks, const std::string& id)
{
    std::vector<std::string> texts;
    for (const AcceptanceCheck& check : checks) {
        if (check.id == id) {
            texts.push_back(fillIn(check.expected, check.evidence));
        }
    }
    BOOST_REQUIRE_MESSAGE(!texts.empty(), id);
    return texts;
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(acceptance)

BOOST_AUTO_TEST_CASE(cards_memory_and_drives_are_expected_as_they_are_seated)
{
    // An RTX 4090 is a PCIe 4.0 x16 card: in a slot of PCIe 5.0 x16 it runs at 4.0 x16, in 4.0 x8 at 4.0 x8. Four modules on
    // two channels are two on each, which the CPU runs at 3600 and not at 5600 MT/s.
    const Catalog catalog = catalogWithBoard();
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    const std::vector<AcceptanceCheck> checks = checksOf(catalog, machine(), requirement);
    const std::vector<std::string> links = expectedOf(checks, "link-width");
    BOOST_REQUIRE(links.size() == 2U);
    BOOST_TEST(contains(links[0], "slot 1 of the board: PCIe 4.0 x16"), links[0]);
    BOOST_TEST(contains(links[1], "slot 2 of the board: PCIe 4.0 x8"), links[1]);
    BOOST_TEST(contains(expectedOf(checks, "accelerators")[0], "2 × GeForce RTX 4090 with 24.0 GiB each"));
    BOOST_TEST(contains(expectedOf(checks, "memory-modules")[0], "4 × 32.0 GiB DDR5 ECC UDIMM"));
    BOOST_TEST(contains(expectedOf(checks, "memory-size")[0], "128.0 GiB"));
    BOOST_TEST(contains(expectedOf(checks, "memory-population")[0], "2 of 2 channels, at most 2 on each"));
    BOOST_TEST(contains(expectedOf(checks, "memory-speed")[0], "3600 MT/s"));
    BOOST_TEST(contains(expectedOf(checks, "memory-speed")[0], "5600"));
    BOOST_TEST(contains(expectedOf(checks, "processors")[0], "1 × Test CPU with 16 cores and 32 threads"));
    BOOST_TEST(contains(expectedOf(checks, "drive-speed")[0], "7.45 GB/s"));
    expectedOf(checks, "memory-ecc");
}

BOOST_AUTO_TEST_CASE(speeds_are_passed_from_the_low_end_of_the_estimate_on)
{
    const Catalog catalog = catalogWithBoard();
    Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    requirement.workload.promptTokens = 1000;
    requirement.workload.outputTokens = 200;
    EvaluatedBuild build = evaluated(machine(), requirement, catalog);
    BOOST_REQUIRE(build.speed);
    build.speed->decode = {TokensPerSecond(71), TokensPerSecond(80), TokensPerSecond(92)};
    const auto checks = acceptanceChecks(catalog, build, requirement).value();
    const std::string decode = expectedOf(checks, "decode-speed")[0];
    BOOST_TEST(contains(decode, "at least 71 tokens/s"), decode);
    BOOST_TEST(contains(decode, "71 to 92"), decode);
    BOOST_TEST(contains(decode, "estimate"), decode);
    const auto found = std::ranges::find(checks, "decode-speed", &AcceptanceCheck::id);
    // The answer's tokens after the prompt's: llama-bench's -n at the depth -d.
    BOOST_TEST(contains(found->command, "llama-bench"));
    BOOST_TEST(contains(found->command, "-n 200"));
    BOOST_TEST(contains(found->command, "-d 1000"));
}

BOOST_AUTO_TEST_CASE(a_server_is_measured_with_the_users_of_the_workload)
{
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::Vllm, WorkloadKind::Serve);
    requirement.workload.concurrency = 16;
    requirement.workload.promptTokens = 700;
    requirement.workload.outputTokens = 300;
    const auto checks = checksOf(launchCatalog(), machineWith("h100-sxm", 1), requirement);
    const auto total = std::ranges::find(checks, "total-speed", &AcceptanceCheck::id);
    BOOST_REQUIRE((total != checks.end()));
    for (const char* part : {"vllm bench serve", "--random-input-len 700", "--random-output-len 300",
                             "--max-concurrency 16", "--ignore-eos"}) {
        BOOST_TEST(contains(total->command, part), total->command);
    }
}

BOOST_AUTO_TEST_CASE(what_the_catalog_does_not_know_is_not_asked_for)
{
    Catalog catalog = catalogWithBoard();
    catalog.drives.back().sequentialRead.reset();
    catalog.boards.back().slots.clear();
    catalog.boards.back().ecc.reset();
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    const auto checks = checksOf(catalog, machine(), requirement);
    for (const char* id : {"drive-speed", "link-width", "memory-ecc", "direct-links"}) {
        BOOST_TEST((std::ranges::find(checks, id, &AcceptanceCheck::id) == checks.end()), id);
    }
}

BOOST_AUTO_TEST_CASE(direct_links_are_expected_where_the_devices_have_them)
{
    // NVLink 4 of an H100 SXM: 900 GB/s both ways (NVIDIA H100 data sheet).
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::Vllm);
    const auto checks = checksOf(launchCatalog(), machineWith("h100-sxm", 2), requirement);
    BOOST_TEST(contains(expectedOf(checks, "direct-links")[0], "900 GB/s"));
}

BOOST_AUTO_TEST_CASE(a_part_that_is_unknown_is_an_error)
{
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    EvaluatedBuild build = evaluated(machineWith("rtx-4090", 1), requirement);
    build.build.lines.front().part = PartId("no-such-card");
    BOOST_TEST(!acceptanceChecks(launchCatalog(), build, requirement));
    Requirement unknown = requirement;
    unknown.model = ModelId("no-such-model");
    BOOST_TEST(!acceptanceChecks(launchCatalog(), build, unknown));
}

BOOST_AUTO_TEST_SUITE_END()
