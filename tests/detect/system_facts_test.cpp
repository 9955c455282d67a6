// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/system_facts.h"

#include "detect/device_names.h"
#include "detect/recognize_memory.h"
#include "detect/run_program.h"

#include <boost/test/unit_test.hpp>

#include <chrono>

using namespace rigwright;

// The formats: /proc/cpuinfo and /proc/meminfo by proc(5); `dmidecode --type 17` by SMBIOS 3.7, 7.18 "Memory Device";
// nvidia-smi by its manual, "--query-gpu"; pci.ids by its own first lines.
BOOST_AUTO_TEST_SUITE(system_facts)

BOOST_AUTO_TEST_CASE(sockets_are_counted_by_package_and_threads_by_entry)
{
    std::string text;
    for (int thread = 0; thread < 4; ++thread) {
        text += "processor\t: " + std::to_string(thread) +
            "\nmodel name\t: AMD EPYC 9654 96-Core Processor\nphysical id\t: " + std::to_string(thread / 2) +
            "\nflags\t\t: fpu vme avx512f\n\n";
    }
    const DetectedCpu cpu = detectedCpu(text);
    BOOST_TEST(cpu.name == "AMD EPYC 9654 96-Core Processor");
    BOOST_TEST(cpu.sockets == 2);
    BOOST_TEST(cpu.threads == 4);
    BOOST_TEST(!cpu.virtualMachine);
}

BOOST_AUTO_TEST_CASE(a_hypervisor_shows_in_the_flags_and_arm_names_no_cpu)
{
    BOOST_TEST(detectedCpu("processor : 0\nflags : fpu hypervisor lahf_lm\n").virtualMachine);
    const DetectedCpu arm = detectedCpu("processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd4f\n");
    BOOST_TEST(arm.name.empty());
    BOOST_TEST(arm.sockets == 1);
    BOOST_TEST(detectedCpu("").threads == 0);
}

BOOST_AUTO_TEST_CASE(memory_is_in_units_of_1024)
{
    BOOST_TEST((detectedMemory("MemTotal:       65842312 kB\nMemFree: 1 kB\n") ==
                Bytes(std::int64_t{65'842'312} * 1024)));
    for (const char* text : {"", "MemTotal: lots\n", "MemTotal: -5 kB\n", "MemTotal: nan kB\n",
                             "MemTotal: 0 kB\n", "MemTotal: 1e99 kB\n"}) {
        BOOST_TEST(!detectedMemory(text).has_value());
    }
}

BOOST_AUTO_TEST_CASE(modules_are_read_and_empty_slots_are_none)
{
    const auto modules = detectedModules("# dmidecode 3.4\nHandle 0x0020, DMI type 17, 92 bytes\n"
                                         "Memory Device\n\tTotal Width: 80 bits\n\tData Width: 64 bits\n"
                                         "\tSize: 64 GB\n\tType: DDR5\n"
                                         "\tType Detail: Synchronous Registered (Buffered)\n"
                                         "\tSpeed: 4800 MT/s\n\tPart Number: M321R8GA0BB0-CQKZJ   \n\n"
                                         "Handle 0x0021, DMI type 17, 92 bytes\nMemory Device\n"
                                         "\tSize: No Module Installed\n\tType: Unknown\n\n"
                                         "Memory Device\n\tTotal Width: 64 bits\n\tData Width: 64 bits\n"
                                         "\tSize: 16384 MB\n\tType: DDR4\n"
                                         "\tType Detail: Synchronous Unbuffered (Unregistered)\n");
    BOOST_TEST(modules.size() == 2U);
    BOOST_TEST((modules[0].capacity == Bytes::gib(64)));
    BOOST_TEST(modules[0].type == "DDR5");
    BOOST_TEST(modules[0].registered.value());
    BOOST_TEST(modules[0].ecc.value());
    BOOST_TEST(modules[0].speed.value() == 4800);
    BOOST_TEST(modules[0].partNumber == "M321R8GA0BB0-CQKZJ");
    BOOST_TEST((modules[1].capacity == Bytes::gib(16)));
    BOOST_TEST(!modules[1].registered.value());
    BOOST_TEST(!modules[1].ecc.value());
    BOOST_TEST(!modules[1].speed.has_value());
}

BOOST_AUTO_TEST_CASE(what_a_driver_does_not_say_is_unknown)
{
    const auto gpus = detectedGpus("NVIDIA GeForce RTX 3090, 24576, 350.00, 0x220410DE\n"
                                   "NVIDIA GB10, [N/A], [N/A], 0x2E1210DE\n\nnonsense\n, 5, 6\n");
    BOOST_TEST(gpus.size() == 2U);
    BOOST_TEST((gpus[0].memory == Bytes::gib(24)));
    BOOST_TEST(gpus[0].powerLimit->value() == 350);
    BOOST_TEST(gpus[1].name == "NVIDIA GB10");
    BOOST_TEST(!gpus[1].memory.has_value());
    BOOST_TEST(!gpus[1].powerLimit.has_value());
}

BOOST_AUTO_TEST_CASE(a_mac_names_its_chip_and_memory)
{
    const DetectedMac mac =
        detectedMac("Hardware:\n\n    Hardware Overview:\n\n      Model Name: Mac Studio\n"
                    "      Chip: Apple M2 Max\n      Memory: 96 GB\n");
    BOOST_TEST(mac.model == "Mac Studio");
    BOOST_TEST(mac.chip == "Apple M2 Max");
    BOOST_TEST((mac.memory == Bytes::gib(96)));
}

BOOST_AUTO_TEST_CASE(a_chip_of_the_pci_list_may_be_several_products)
{
    const std::pair<const char*, std::vector<std::string>> rows[] = {
        {"GA102 [GeForce RTX 3090]", {"GeForce RTX 3090"}},
        {"Navi 31 [Radeon RX 7900 XT/7900 XTX/7900M]",
         {"Radeon RX 7900 XT", "Radeon RX 7900 XTX", "Radeon RX 7900M"}},
        {"GA106 [GeForce RTX 3060 Lite Hash Rate]", {"GeForce RTX 3060"}},
        {"DG2 [Arc A770]", {"Arc A770"}},
        {"Raphael", {}},
        {"][", {}},
    };
    for (const auto& [name, products] : rows) {
        BOOST_TEST((productNames(name) == products), name);
    }
}

BOOST_AUTO_TEST_CASE(what_the_kernel_sees_is_rounded_up_to_what_modules_make)
{
    // Of 64 GiB a desktop's kernel sees about 62.7; of twelve modules of 96 GiB, 1,152, about 1,134.
    const std::pair<double, double> rows[] = {{62.7, 64},   {31.2, 32},   {94.1, 96},
                                              {125.6, 128}, {1134, 1152}, {64, 64}};
    for (const auto& [visible, installed] : rows) {
        BOOST_TEST(installedMemory(Bytes::gib(visible)).inGib() == installed);
    }
}

BOOST_AUTO_TEST_CASE(a_program_that_hangs_fails_or_is_missing_says_nothing)
{
    BOOST_TEST(outputOf({"echo", "two words"}, Seconds(5)) == "two words\n");
    BOOST_TEST(outputOf({"false"}, Seconds(5)).empty());
    BOOST_TEST(outputOf({"no-such-program-of-anybody"}, Seconds(5)).empty());
    BOOST_TEST(outputOf({}, Seconds(5)).empty());
    // Stopped at the limit, a hundred seconds before it would end by itself.
    BOOST_TEST(outputOf({"sleep", "100"}, Seconds(0.1)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
