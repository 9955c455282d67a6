// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/evaluate.h"
#include "builds/hardware.h"
#include "builds/memory_layout.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace rigwright;

// Machines that guides to hardware for language models recommend, as near as the catalog has their parts: what must be said of
// them, and why.
namespace {

const Catalog& shipped()
{
    static const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return catalog;
}

using Parts = std::vector<std::pair<const char*, int>>;

Build buildOf(const Parts& parts)
{
    Build build;
    for (const auto& [id, quantity] : parts) {
        build.lines.push_back({PartCategory::Cpu, PartId(id), quantity});
    }
    return build;
}

std::vector<Finding> findingsOf(const Parts& parts)
{
    return checkCompatibility(shipped(), buildOf(parts)).value();
}

std::set<std::string> blockersAmong(const std::vector<Finding>& findings)
{
    std::set<std::string> blockers;
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::Blocker) {
            blockers.insert(finding.id);
        }
    }
    return blockers;
}

std::string messageOf(const std::vector<Finding>& findings, const char* id)
{
    const auto found = std::ranges::find(findings, id, &Finding::id);
    return found == findings.end() ? "" : found->message();
}

std::string figureOf(const std::vector<Finding>& findings, const char* id, const char* key)
{
    const auto found = std::ranges::find(findings, id, &Finding::id);
    BOOST_REQUIRE_MESSAGE(found != findings.end(), id);
    const auto figure =
        std::ranges::find(found->evidence, std::string(key), [](const auto& each) { return each.first; });
    BOOST_REQUIRE_MESSAGE(figure != found->evidence.end(), key);
    return figure->second;
}

EvaluatedBuild evaluated(const Parts& parts, const char* model, const char* weights, Engine engine,
                         WorkloadKind kind)
{
    Requirement wanted;
    wanted.model = ModelId(model);
    wanted.workload.weights = parseWeightFormat(weights).value();
    wanted.workload.engine = engine;
    wanted.workload.kind = kind;
    wanted.budget = Money::parse("300000", Currency::usd()).value();
    return evaluateBuild(shipped(), buildOf(parts), wanted).value();
}

/// A guide's machine for DeepSeek R1 on two EPYC 9655, with another memory. The guide's kit is Corsair's of the same figures.
Parts cpuMachine(const char* memory, int quantity)
{
    return {{"mz73-lm0", 1},
            {"epyc-9655", 2},
            {memory, quantity},
            {"phanteks-enthoo-pro-2", 1},
            {"seasonic-vertex-gx-1200", 1},
            {"wd-black-sn850x-2tb", 1},
            {"silverstone-xe04-sp5", 2}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(guides)

BOOST_AUTO_TEST_CASE(desktop_memory_does_not_start_on_the_cpu_machine_s_board)
{
    const auto findings = findingsOf(cpuMachine("gskill-ripjaws-s5-2x32gb-ddr5-6000-cl36", 12));
    BOOST_TEST(blockersAmong(findings) == (std::set<std::string>{"memory-module-type"}),
               boost::test_tools::per_element());
    BOOST_TEST(figureOf(findings, "memory-module-type", "module") == "DDR5 UDIMM");
    BOOST_TEST(figureOf(findings, "memory-module-type", "accepted") == "RDIMM");
    // The board is of EPYC 9004's time; its maker lists EPYC 9005 with later firmware.
    BOOST_TEST(!messageOf(findings, "bios-update").empty());
}

BOOST_AUTO_TEST_CASE(one_module_a_channel_is_not_derated)
{
    // 24 slots for two sockets of twelve channels: 24 × 6,000 MT/s × 8 bytes = 1,152 GB/s, 576 a socket. The guide counts two
    // modules a channel and 457 GB/s.
    const Parts parts = cpuMachine("ddr5-rdimm-32gb-6400", 24);
    const auto findings = findingsOf(parts);
    BOOST_TEST(blockersAmong(findings).empty());
    BOOST_TEST(messageOf(findings, "dimms-per-channel").empty());
    BOOST_TEST(messageOf(findings, "memory-channels-populated").empty());
    const Machine machine = lookUp(shipped(), buildOf(parts)).value();
    const MemoryLayout layout = layOutMemory(machine);
    BOOST_TEST(layout.modulesPerChannel == 1);
    BOOST_TEST(layout.bandwidth->inGb() == 1152.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(layout.capacity.inGib() == 768.0);
    // 671 B parameters at 8 bits are 625 GiB; both sockets' bandwidth only serves threads beside their memory.
    const EvaluatedBuild whole =
        evaluated(parts, "deepseek-r1", "q8_0", Engine::LlamaCpp, WorkloadKind::Chat);
    BOOST_TEST(whole.plan.fits);
    BOOST_TEST(messageOf(whole.findings, "numa-memory").find("576 GB/s each") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_personal_machine_holds_together)
{
    // RTX 3060 Ti, Ryzen 5 7600, 32 GB of DDR5, 1 TB of NVMe for a 7B model at 4 bits.
    const Parts parts{{"rtx-3060-ti", 1},
                      {"ryzen-5-7600", 1},
                      {"tuf-gaming-b650-plus-wifi", 1},
                      {"crucial-ct2k16g56c46u5-2x16gb-ddr5-5600-cl46", 1},
                      {"wd-black-sn770-1tb", 1},
                      {"corsair-rm750e", 1},
                      {"montech-xr", 1},
                      {"thermalright-peerless-assassin-120-se", 1}};
    const EvaluatedBuild machine =
        evaluated(parts, "deepseek-r1-distill-qwen-7b", "q4_k_m", Engine::LlamaCpp, WorkloadKind::Chat);
    BOOST_TEST(blockersAmong(machine.findings).empty());
    BOOST_TEST(machine.plan.fits);
    // AMD specifies DDR5-5200 for this CPU; the kit's 5,600 are a profile's.
    BOOST_TEST(figureOf(machine.findings, "memory-speed", "most") == "5200");
    for (const Finding& finding : machine.findings) {
        BOOST_TEST((finding.severity != Severity::Warning || finding.id == "prices-old"), finding.message());
    }
    // 448 GB/s read 4.4 GiB some eighty times a second, less what engines lose: the guide's 5 to 10 tokens/s are too few.
    BOOST_TEST(machine.speed->decode.low.value() > 10);
}

BOOST_AUTO_TEST_CASE(the_enterprise_machine_needs_more_than_its_guide_says)
{
    // Four A100 80 GB, EPYC 9654, 512 GB of DDR5 ECC, 4 TB: on the only one-socket board of the catalog with four long slots,
    // in a chassis with the airflow that passive cards need.
    const Parts parts{{"a100-80gb-pcie", 4},
                      {"epyc-9654", 1},
                      {"mz33-ar0", 1},
                      {"ddr5-rdimm-64gb-5600", 8},
                      {"wd-black-sn850x-4tb", 1},
                      {"supermicro-pws-2k08a-1r", 2},
                      {"supermicro-cse-747btq-r2k04b", 1},
                      {"silverstone-xe04-sp5", 1}};
    const EvaluatedBuild machine =
        evaluated(parts, "llama-3.3-70b-instruct", "fp16", Engine::Vllm, WorkloadKind::Serve);
    // Four cards of 300 W, 360 to 400 W of CPU and the rest are more than 80 % of one supply of 2,000 W, and of two redundant
    // ones the other is a spare.
    BOOST_TEST(blockersAmong(machine.findings) == (std::set<std::string>{"psu-wattage"}),
               boost::test_tools::per_element());
    BOOST_TEST(figureOf(machine.findings, "psu-wattage", "rating") == "2,000 W");
    // 512 GB are eight modules of 64 GB on twelve channels.
    BOOST_TEST(figureOf(machine.findings, "memory-channels-populated", "populated") == "8");
    BOOST_TEST(!messageOf(machine.findings, "no-direct-links").empty());
    BOOST_TEST(!messageOf(machine.findings, "wall-circuit").empty());
    BOOST_TEST(machine.plan.fits);
    // In a tower the cards would have no airflow, and on a common board for this CPU no fourth slot.
    Parts tower = parts;
    tower[6] = {"phanteks-enthoo-pro-2", 1};
    BOOST_TEST(blockersAmong(findingsOf(tower)).contains("passive-cooling"));
    Parts common = parts;
    common[2] = {"h13ssl-n", 1};
    BOOST_TEST(figureOf(findingsOf(common), "pcie-slots", "fitting") == "3");
}

BOOST_AUTO_TEST_CASE(an_epyc_7543_takes_no_ddr5)
{
    // A guide pairs EPYC 7543 and Xeon 8380 with DDR5 and PCIe 5.0; both are DDR4 and PCIe 4.0 parts.
    const auto onItsBoard =
        findingsOf({{"epyc-7543", 1}, {"h12ssl-i", 1}, {"ddr5-rdimm-64gb-5600", 8}, {"a100-80gb-pcie", 2}});
    BOOST_TEST(blockersAmong(onItsBoard) == (std::set<std::string>{"memory-type"}),
               boost::test_tools::per_element());
    BOOST_TEST(figureOf(onItsBoard, "memory-type", "accepted") == "DDR4");
    const auto onDdr5Board = findingsOf({{"epyc-7543", 1}, {"h13ssl-n", 1}, {"ddr5-rdimm-64gb-5600", 8}});
    BOOST_TEST(blockersAmong(onDdr5Board) == (std::set<std::string>{"socket-match", "memory-type"}),
               boost::test_tools::per_element());
    const auto xeon = findingsOf({{"xeon-platinum-8380", 1}, {"x12spa-tf", 1}, {"ddr5-rdimm-64gb-5600", 8}});
    BOOST_TEST(blockersAmong(xeon) == (std::set<std::string>{"memory-type"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(four_rtx_4090_on_a_consumer_board_are_explained)
{
    const auto findings = findingsOf({{"rtx-4090", 4},
                                      {"ryzen-9-9950x", 1},
                                      {"proart-x870e-creator-wifi", 1},
                                      {"patriot-venom-2x32gb-ddr5-6000-cl30", 1},
                                      {"wd-black-sn850x-2tb", 1},
                                      {"corsair-ax1600i", 1},
                                      {"corsair-7000d-airflow", 1},
                                      {"noctua-nh-d15", 1}});
    // Three long slots, seven positions for cards of three each, eight slots in the case; 4 × 450 W + 200 W + 66 W of 1,600 W, of
    // which 1,280 are for long; peaks of 2.18 × 1,800 W + 296 W; four 16-pin sockets from ten 8-pin leads, three each.
    const std::set<std::string> expected{"pcie-slots",  "card-spacing",   "case-slots",
                                         "psu-wattage", "psu-transients", "psu-connectors"};
    BOOST_TEST(blockersAmong(findings) == expected, boost::test_tools::per_element());
    BOOST_TEST(figureOf(findings, "pcie-slots", "fitting") == "3");
    BOOST_TEST(figureOf(findings, "case-slots", "needed") == "12");
    // The CPU's sixteen lanes are shared by two cards, and the third is behind the chipset.
    BOOST_TEST(figureOf(findings, "pcie-width", "link") == "PCIe 4.0 x4");
    BOOST_TEST(figureOf(findings, "pcie-chipset", "count") == "1");
    BOOST_TEST(!messageOf(findings, "wall-circuit").empty());
}

BOOST_AUTO_TEST_CASE(sxm_modules_need_a_system_made_for_them)
{
    const auto onBoard =
        findingsOf({{"h100-sxm", 8}, {"epyc-9654", 2}, {"mz73-lm0", 1}, {"ddr5-rdimm-64gb-5600", 24}});
    BOOST_TEST(blockersAmong(onBoard) == (std::set<std::string>{"module-mounting"}),
               boost::test_tools::per_element());
    BOOST_TEST(figureOf(onBoard, "module-mounting", "accelerator") == "H100 80GB SXM5");
    BOOST_TEST(blockersAmong(findingsOf({{"dgx-h100", 1}})).empty());
}

BOOST_AUTO_TEST_SUITE_END()
