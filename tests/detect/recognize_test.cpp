// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/recognize.h"

#include "builds/evaluate.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

const Catalog& shipped()
{
    static const Catalog catalog = readCatalog(findCatalog().value()).value();
    return catalog;
}

/// As Linux prints it for so many sockets.
std::string cpuInfo(const std::string& name, int sockets = 1)
{
    std::string text;
    for (int socket = 0; socket < sockets; ++socket) {
        text += "processor\t: " + std::to_string(socket) + "\nmodel name\t: " + name +
            "\nphysical id\t: " + std::to_string(socket) + "\nflags\t\t: fpu avx2\n\n";
    }
    return text;
}

std::string memInfo(double gib)
{
    return "MemTotal:       " + std::to_string(static_cast<long>(gib * 1048576)) + " kB\n";
}

/// "ID × N", or "?" for what is not recognized; with "~" where it is assumed.
std::string told(const SystemTexts& system, PartCategory category)
{
    std::string text;
    for (const RecognizedPart& part : recognize(shipped(), system).parts) {
        if (part.category == category) {
            text += text.empty() ? "" : " + ";
            text += part.assumed ? "~" : "";
            text += part.part.empty() ? "?" : part.part.text();
            text += part.quantity > 1 ? " x" + std::to_string(part.quantity) : "";
        }
    }
    return text;
}

std::string gpu(const std::string& line)
{
    SystemTexts system;
    system.nvidiaSmi = line + "\n";
    return told(system, PartCategory::Accelerator);
}

std::string cpu(const std::string& name, int sockets = 1)
{
    SystemTexts system;
    system.cpuInfo = cpuInfo(name, sockets);
    return told(system, PartCategory::Cpu);
}

std::string board(const std::string& vendor, const std::string& name)
{
    SystemTexts system;
    system.boardVendor = vendor;
    system.boardName = name;
    return told(system, PartCategory::Board);
}

std::string drive(const std::string& model, const std::string& bytes)
{
    SystemTexts system;
    system.drives = {"nvme0n1|" + model + "|" + bytes + "|0"};
    return told(system, PartCategory::Storage);
}

std::string pci(const PciDevice& device)
{
    SystemTexts system;
    system.pciDevices = {device};
    return told(system, PartCategory::Accelerator);
}

bool has(const RecognizedMachine& machine, const std::string& finding)
{
    return std::ranges::find(machine.findings, finding, &Finding::id) != machine.findings.end();
}

/// A desktop with two cards, one of them held back to 280 W.
SystemTexts desktop()
{
    SystemTexts system;
    system.cpuInfo = cpuInfo("AMD Ryzen 9 7950X 16-Core Processor");
    system.memoryInfo = memInfo(62.7);
    system.boardVendor = "ASUSTeK COMPUTER INC.";
    system.boardName = "ROG STRIX X670E-E GAMING WIFI";
    system.nvidiaSmi = "NVIDIA GeForce RTX 3090, 24576, 280.00, 0x220410DE\n"
                       "NVIDIA GeForce RTX 3090, 24576, 280.00, 0x220410DE\n";
    system.drives = {"nvme0n1|Samsung SSD 990 PRO 2TB|2000398934016|0"};
    return system;
}

} // namespace

// The names are those that drivers and kernels print: nvidia-smi, /proc/cpuinfo and the DMI table of the named product.
BOOST_AUTO_TEST_SUITE(recognize_system)

BOOST_AUTO_TEST_CASE(gpus_by_name_and_memory)
{
    const std::pair<const char*, const char*> rows[] = {
        {"NVIDIA GeForce RTX 3090, 24576, 350.00, 0x220410DE", "rtx-3090"},
        {"NVIDIA GeForce RTX 3060, 12288, 170.00, 0x250310DE", "rtx-3060-12gb"},
        {"NVIDIA GeForce RTX 3060 Ti, 8192, 200.00, 0x248610DE", "rtx-3060-ti"},
        {"NVIDIA GeForce RTX 4060 Ti, 16380, 165.00, 0x280510DE", "rtx-4060-ti-16gb"},
        {"NVIDIA GeForce RTX 4060 Ti, 8188, 160.00, 0x280310DE", "rtx-4060-ti-8gb"},
        {"NVIDIA GeForce RTX 3080, 10240, 320.00, 0x220610DE", "rtx-3080-10gb"},
        {"NVIDIA GeForce RTX 3080, 12288, 350.00, 0x220A10DE", "rtx-3080-12gb"},
        {"NVIDIA GeForce RTX 4070 Ti SUPER, 16376, 285.00, 0x270510DE", "rtx-4070-ti-super"},
        {"NVIDIA A100-SXM4-80GB, 81920, 400.00, 0x20B210DE", "a100-80gb-sxm"},
        {"NVIDIA A100-SXM4-40GB, 40960, 400.00, 0x20B010DE", "a100-40gb-sxm"},
        {"NVIDIA A100 80GB PCIe, 81920, 300.00, 0x20B510DE", "a100-80gb-pcie"},
        {"NVIDIA A100-PCIE-40GB, 40960, 250.00, 0x20F110DE", "a100-40gb-pcie"},
        {"NVIDIA H100 80GB HBM3, 81559, 700.00, 0x233010DE", "h100-sxm"},
        {"NVIDIA H100 PCIe, 81559, 350.00, 0x233110DE", "h100-pcie"},
        {"NVIDIA L40S, 46068, 350.00, 0x26B910DE", "l40s"},
        {"NVIDIA L4, 23034, 72.00, 0x27B810DE", "l4"},
        {"Tesla T4, 15360, 70.00, 0x1EB810DE", "t4"},
        {"Tesla V100-SXM2-32GB, 32768, 300.00, 0x1DB510DE", "v100-32gb-sxm"},
        {"NVIDIA RTX A6000, 49140, 300.00, 0x223010DE", "rtx-a6000"},
        {"NVIDIA RTX 6000 Ada Generation, 49140, 300.00, 0x26B110DE", "rtx-6000-ada"},
        {"Quadro RTX 6000, 24576, 260.00, 0x1E3010DE", "quadro-rtx-6000"},
        {"NVIDIA RTX PRO 6000 Blackwell Workstation Edition, 97887, 600.00, 0x2BB110DE",
         "rtx-pro-6000-blackwell"},
    };
    for (const auto& [line, expected] : rows) {
        BOOST_TEST(gpu(line) == expected, line << " is " << gpu(line));
    }
}

BOOST_AUTO_TEST_CASE(what_is_like_no_gpu_of_the_catalog_is_not_guessed)
{
    // Laptop chips, a card with twice its memory, a share of a card, and a driver without a name.
    for (const char* line :
         {"NVIDIA GeForce RTX 4090 Laptop GPU, 16376, 150.00, 0x275710DE",
          "NVIDIA GeForce RTX 4090, 49140, 450.00, 0x268410DE", "GRID T4-8Q, 8192, [N/A], 0x1EB810DE",
          "NVIDIA Graphics Device, 24576, 350.00, 0x1"}) {
        BOOST_TEST(gpu(line) == "?", line);
    }
}

BOOST_AUTO_TEST_CASE(cpus_by_name)
{
    const std::pair<const char*, const char*> rows[] = {
        {"12th Gen Intel(R) Core(TM) i7-12700K", "core-i7-12700k"},
        {"Intel(R) Core(TM) i9-14900K", "core-i9-14900k"},
        {"Intel(R) Core(TM) Ultra 9 285K", "core-ultra-9-285k"},
        {"Intel(R) Xeon(R) Platinum 8480+", "xeon-platinum-8480+"},
        {"Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz", "xeon-gold-6338"},
        {"Intel(R) Xeon(R) w9-3495X", "xeon-w9-3495x"},
        {"AMD Ryzen 5 7600X 6-Core Processor", "ryzen-5-7600x"},
        {"AMD Ryzen 5 7600 6-Core Processor", "ryzen-5-7600"},
        {"AMD Ryzen 7 8700G w/ Radeon 780M Graphics", "ryzen-7-8700g"},
        {"AMD Ryzen Threadripper PRO 7995WX 96-Cores", "threadripper-pro-7995wx"},
        {"AMD EPYC 9654 96-Core Processor", "epyc-9654"},
        // Of other makers' clouds, of virtual machines and of laptops.
        {"Intel(R) Xeon(R) Platinum 8481C", "?"},
        {"Intel Xeon Processor (Skylake, IBRS)", "?"},
        {"AMD EPYC-Rome Processor", "?"},
        {"QEMU Virtual CPU version 2.5+", "?"},
        {"AMD EPYC 9654P-like", "?"},
        {"AMD Ryzen 9 7945HX with Radeon Graphics", "?"},
    };
    for (const auto& [name, expected] : rows) {
        BOOST_TEST(cpu(name) == expected, name << " is " << cpu(name));
    }
    BOOST_TEST(cpu("AMD EPYC 9654 96-Core Processor", 2) == "epyc-9654 x2");
    // No board takes two of them: whatever these sockets are, they are not known.
    BOOST_TEST(cpu("AMD Ryzen 9 7950X 16-Core Processor", 2) == "~ryzen-9-7950x");
}

BOOST_AUTO_TEST_CASE(boards_by_the_name_of_the_firmware)
{
    BOOST_TEST(board("ASUSTeK COMPUTER INC.", "TUF GAMING Z790-PLUS WIFI") == "tuf-gaming-z790-plus-wifi");
    BOOST_TEST(board("ASUSTeK COMPUTER INC.", "TUF GAMING Z790-PLUS WIFI D4") ==
               "tuf-gaming-z790-plus-wifi-d4");
    BOOST_TEST(board("Micro-Star International Co., Ltd.", "MAG B650 TOMAHAWK WIFI (MS-7D75)") ==
               "mag-b650-tomahawk-wifi");
    BOOST_TEST(board("Supermicro", "H13SSL-NT") == "h13ssl-nt");
    BOOST_TEST(board("Supermicro", "H13SSL-N") == "h13ssl-n");
    BOOST_TEST(board("GIGABYTE", "MZ33-AR0-000") == "mz33-ar0");
    BOOST_TEST(board("Dell Inc.", "0X8DXD") == "?");
}

BOOST_AUTO_TEST_CASE(drives_by_name_or_part_number)
{
    BOOST_TEST(drive("Samsung SSD 990 PRO 2TB", "2000398934016") == "samsung-990-pro-2tb");
    BOOST_TEST(drive("Samsung SSD 990 PRO 4TB", "4000787030016") == "samsung-990-pro-4tb");
    BOOST_TEST(drive("WD_BLACK SN850X 2000GB", "2000398934016") == "wd-black-sn850x-2tb");
    BOOST_TEST(drive("KINGSTON SKC3000D2048G", "2048408248320") == "kingston-kc3000-2tb");
    BOOST_TEST(drive("SAMSUNG MZQL27T6HBLA-00A07", "7681501126656") == "samsung-pm9a3-7.68tb");
    BOOST_TEST(drive("Micron_7450_MTFDKCC7T6TFR", "7681501126656") == "micron-7450-pro-7.68tb");
    BOOST_TEST(drive("Samsung SSD 990 PRO 2TB", "500107862016") == "?");
    BOOST_TEST(drive("QEMU HARDDISK", "2000398934016") == "?");
}

BOOST_AUTO_TEST_CASE(cards_without_a_driver_that_names_them_by_the_pci_list)
{
    const std::string navi = "Navi 31 [Radeon RX 7900 XT/7900 XTX/7900 GRE/7900M]";
    // amdgpu tells the memory, and by it the three apart.
    BOOST_TEST(pci({"", 0x1002, 0x744c, 0x030000, navi, Bytes(25'753'026'560)}) == "rx-7900-xtx");
    BOOST_TEST(pci({"", 0x1002, 0x744c, 0x030000, navi, Bytes(21'458'059'264)}) == "rx-7900-xt");
    BOOST_TEST(pci({"", 0x1002, 0x744c, 0x030000, navi, {}}) == "~rx-7900-gre");
    BOOST_TEST(pci({"", 0x1002, 0x74a1, 0x120000, "Aqua Vanjaram [Instinct MI300X]", {}}) == "mi300x");
    BOOST_TEST(pci({"", 0x10de, 0x2204, 0x030000, "GA102 [GeForce RTX 3090]", {}}) == "rtx-3090");
    BOOST_TEST(pci({"", 0x1002, 0x164e, 0x030000, "Raphael", {}}) == "?");
    BOOST_TEST(pci({"", 0x10de, 0xffff, 0x030000, "", {}}) == "?");
    // The screen of a server's management controller, and that of a virtual machine.
    BOOST_TEST(pci({"", 0x1a03, 0x2000, 0x030000, "ASPEED Graphics Family", {}}).empty());
    BOOST_TEST(pci({"", 0x1234, 0x1111, 0x030000, "", {}}).empty());
}

BOOST_AUTO_TEST_CASE(a_desktop_is_a_build_with_its_ram_assumed)
{
    const RecognizedMachine machine = recognize(shipped(), desktop());
    const std::vector<BuildLine>& lines = machine.build.lines;
    BOOST_TEST(lines.size() == 5U);
    BOOST_TEST((lines[0] == BuildLine{PartCategory::Cpu, PartId("ryzen-9-7950x"), 1}));
    BOOST_TEST((lines[1] == BuildLine{PartCategory::Accelerator, PartId("rtx-3090"), 2}));
    BOOST_TEST((lines[2] == BuildLine{PartCategory::Board, PartId("rog-strix-x670e-e-gaming-wifi"), 1}));
    BOOST_TEST((lines[4] == BuildLine{PartCategory::Storage, PartId("samsung-990-pro-2tb"), 1}));
    // 62.7 GiB are left of 64; two channels, DDR5-5200 officially: two modules of 32 GiB of the nearest speed.
    const MemoryKit* kit = findPart(shipped().memory, lines[3].part);
    BOOST_TEST(kit != nullptr);
    BOOST_TEST(kit->moduleCapacity.inGib() * kit->modules * lines[3].quantity == 64);
    BOOST_TEST(kit->modules * lines[3].quantity == 2);
    BOOST_TEST(kit->memoryType == "DDR5");
    BOOST_TEST(kit->moduleType == "UDIMM");
    BOOST_TEST(has(machine, "detect-assumed"));
    BOOST_TEST(has(machine, "detect-missing"));
    BOOST_TEST(!has(machine, "detect-virtual"));
    // 350 W on the data sheet, 280 W set.
    BOOST_TEST(machine.build.powerCap->value() == 280);
    BOOST_TEST(checkCompatibility(shipped(), machine.build).has_value());
}

BOOST_AUTO_TEST_CASE(cards_held_to_different_powers_are_no_cap)
{
    SystemTexts system = desktop();
    system.nvidiaSmi =
        "NVIDIA GeForce RTX 3090, 24576, 350.00, 0x0\nNVIDIA GeForce RTX 3090, 24576, 280.00, 0x0\n";
    BOOST_TEST(!recognize(shipped(), system).build.powerCap.has_value());
    system.nvidiaSmi = "NVIDIA GeForce RTX 3090, 24576, 350.00, 0x0\n";
    BOOST_TEST(!recognize(shipped(), system).build.powerCap.has_value());
}

BOOST_AUTO_TEST_CASE(modules_of_the_firmware_are_kits)
{
    SystemTexts system;
    system.cpuInfo = cpuInfo("AMD EPYC 9654 96-Core Processor");
    for (int i = 0; i < 12; ++i) {
        system.memoryModules +=
            "Memory Device\n\tTotal Width: 80 bits\n\tData Width: 64 bits\n\tSize: 64 GB\n"
            "\tType: DDR5\n\tType Detail: Synchronous Registered (Buffered)\n"
            "\tSpeed: 4800 MT/s\n\tPart Number: M321R8GA0BB0-CQKZJ\n\n";
    }
    BOOST_TEST(told(system, PartCategory::Memory) == "samsung-64gb-ddr5-4800-rdimm x12");
    // The number of G.Skill's kit goes on where that of the module ends.
    system.cpuInfo = cpuInfo("AMD Ryzen 9 7950X 16-Core Processor");
    system.memoryModules.clear();
    for (int i = 0; i < 2; ++i) {
        system.memoryModules += "Memory Device\n\tSize: 32 GB\n\tType: DDR5\n"
                                "\tType Detail: Synchronous Unbuffered (Unregistered)\n"
                                "\tSpeed: 6000 MT/s\n\tPart Number: F5-6000J3636F32G\n\n";
    }
    BOOST_TEST(told(system, PartCategory::Memory) == "gskill-ripjaws-s5-2x32gb-ddr5-6000-cl36");
    // Another maker's: the plain ones of the catalog stand for them, and that is said.
    const std::size_t number = system.memoryModules.find("F5-");
    system.memoryModules = system.memoryModules.substr(0, number) + "UNKNOWN-12345\n\n" +
        system.memoryModules.substr(0, number) + "UNKNOWN-12345\n";
    BOOST_TEST(told(system, PartCategory::Memory) == "~ddr5-udimm-32gb-6000 x2");
}

BOOST_AUTO_TEST_CASE(ram_of_an_unknown_machine_is_no_kit)
{
    SystemTexts system;
    system.memoryInfo = memInfo(62.7);
    BOOST_TEST(told(system, PartCategory::Memory) == "?");
}

BOOST_AUTO_TEST_CASE(a_virtual_machine_is_said_to_be_one)
{
    SystemTexts system;
    system.cpuInfo = "processor\t: 0\nmodel name\t: AMD EPYC\nphysical id\t: 0\nflags\t: fpu hypervisor\n";
    system.drives = {"sda|QEMU HARDDISK|10737418240|1"};
    system.pciDevices = {{"0000:00:02.0", 0x1234, 0x1111, 0x030000, "", {}}};
    const RecognizedMachine machine = recognize(shipped(), system);
    BOOST_TEST(machine.build.lines.empty());
    BOOST_TEST(has(machine, "detect-virtual"));
    BOOST_TEST(has(machine, "detect-unknown"));
    // A known CPU in one is what the host has; how much of it the machine gets, nobody knows.
    system.cpuInfo =
        "processor\t: 0\nmodel name\t: AMD EPYC 9654 96-Core Processor\nflags\t: fpu hypervisor\n";
    BOOST_TEST(told(system, PartCategory::Cpu) == "~epyc-9654");
}

BOOST_AUTO_TEST_CASE(complete_systems_by_the_name_of_the_product)
{
    SystemTexts system;
    system.cpuInfo = cpuInfo("Intel(R) Xeon(R) Platinum 8480C", 2);
    system.productName = "DGXH100";
    for (int i = 0; i < 8; ++i) {
        system.nvidiaSmi += "NVIDIA H100 80GB HBM3, 81559, 700.00, 0x233010DE\n";
    }
    BOOST_TEST(told(system, PartCategory::System) == "dgx-h100");
    const RecognizedMachine machine = recognize(shipped(), system);
    BOOST_TEST((machine.build.lines == std::vector{BuildLine{PartCategory::System, PartId("dgx-h100"), 1}}));
    system.productName = "AS -8125GS-TNHR";
    BOOST_TEST(told(system, PartCategory::System) == "as-8125gs-tnhr-h100");
    system.productName = "Unheard-of 8000";
    BOOST_TEST(told(system, PartCategory::System).starts_with("~"));
    // Cards are bought by themselves: without a name they make no system.
    system.nvidiaSmi = "NVIDIA L40S, 46068, 350.00, 0x26B910DE\n";
    BOOST_TEST(told(system, PartCategory::System).empty());
}

BOOST_AUTO_TEST_CASE(unified_memory_systems)
{
    SystemTexts spark;
    spark.cpuInfo = "processor\t: 0\nCPU implementer\t: 0x41\n";
    spark.productName = "NVIDIA_DGX_Spark";
    spark.nvidiaSmi = "NVIDIA GB10, [N/A], [N/A], 0x2E1210DE\n";
    BOOST_TEST(told(spark, PartCategory::System) == "dgx-spark");

    SystemTexts mac;
    mac.macHardware = "      Model Name: Mac Studio\n      Chip: Apple M3 Ultra\n      Memory: 512 GB\n";
    BOOST_TEST(told(mac, PartCategory::System) == "mac-studio-m3-ultra-512gb");
    // The catalog has this chip in a desktop alone: near enough to reckon with, and said.
    mac.macHardware = "      Model Name: MacBook Pro\n      Chip: Apple M4 Max\n      Memory: 128 GB\n";
    BOOST_TEST(told(mac, PartCategory::System) == "~mac-studio-m4-max-128gb");
    mac.macHardware = "      Model Name: MacBook Air\n      Chip: Apple M9\n      Memory: 16 GB\n";
    BOOST_TEST(told(mac, PartCategory::Accelerator) == "?");

    // 96 of the 128 GiB belong to the graphics: the kernel sees the rest.
    SystemTexts strix;
    strix.cpuInfo = cpuInfo("AMD RYZEN AI MAX+ 395 w/ Radeon 8060S");
    strix.memoryInfo = memInfo(31.1);
    strix.productName = "EVO-X2";
    strix.pciDevices = {{"0000:c5:00.0", 0x1002, 0x1586, 0x038000, "Strix Halo", Bytes::gib(96)}};
    BOOST_TEST(told(strix, PartCategory::System) == "gmktec-evo-x2-128gb");
    BOOST_TEST(told(strix, PartCategory::Accelerator) == "ryzen-ai-max-395-128gb");
}

BOOST_AUTO_TEST_CASE(no_text_is_no_machine)
{
    const RecognizedMachine machine = recognize(shipped(), {});
    BOOST_TEST(machine.parts.empty());
    BOOST_TEST(machine.build.lines.empty());
    BOOST_TEST(has(machine, "detect-no-cpu"));
    BOOST_TEST(has(machine, "detect-no-board"));
}

BOOST_AUTO_TEST_SUITE_END()
