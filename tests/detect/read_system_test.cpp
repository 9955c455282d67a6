// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/system_texts.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace rigwright;

namespace {

/// A folder that stands for "/".
struct Root {
    TemporaryFolder folder;

    void write(const std::string& place, const std::string& text) const
    {
        const std::filesystem::path file = folder.path() / place;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    void device(const std::string& address, const char* vendor, const char* id, const char* code) const
    {
        const std::string place = "sys/bus/pci/devices/" + address + "/";
        write(place + "vendor", std::string(vendor) + "\n");
        write(place + "device", std::string(id) + "\n");
        write(place + "class", std::string(code) + "\n");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(read_system, Root)

BOOST_AUTO_TEST_CASE(an_empty_system_says_nothing)
{
    const SystemTexts system = readSystem(folder.path());
    BOOST_TEST(system.cpuInfo.empty());
    BOOST_TEST(system.pciDevices.empty());
    BOOST_TEST(system.drives.empty());
    BOOST_TEST(system.nvidiaSmi.empty());
}

BOOST_AUTO_TEST_CASE(the_board_is_named_by_the_firmware)
{
    write("sys/class/dmi/id/board_vendor", "ASUSTeK COMPUTER INC.\n");
    write("sys/class/dmi/id/board_name", "ROG STRIX X670E-E GAMING WIFI  \n");
    const SystemTexts system = readSystem(folder.path());
    BOOST_TEST(system.boardVendor == "ASUSTeK COMPUTER INC.");
    BOOST_TEST(system.boardName == "ROG STRIX X670E-E GAMING WIFI");
}

BOOST_AUTO_TEST_CASE(display_controllers_and_accelerators_are_named_by_the_list_of_the_system)
{
    device("0000:01:00.0", "0x1002", "0x744c", "0x030000");
    write("sys/bus/pci/devices/0000:01:00.0/mem_info_vram_total", "25753026560\n");
    device("0000:02:00.0", "0x144d", "0xa80c", "0x010802"); // an NVMe drive
    device("0000:03:00.0", "0x1002", "0x74a1", "0x120000");
    device("0000:04:00.0", "0x10de", "0xffff", "0x030200");
    write("usr/share/misc/pci.ids",
          "# comment\n\n1002  Advanced Micro Devices, Inc. [AMD/ATI]\n"
          "\t744c  Navi 31 [Radeon RX 7900 XT/7900 XTX]\n"
          "\t\t1002 0e3b  a card of it\n"
          "\t74a1  Aqua Vanjaram [Instinct MI300X]\n10de  NVIDIA Corporation\n"
          "\t2204  GA102 [GeForce RTX 3090]\n");
    const auto devices = readSystem(folder.path()).pciDevices;
    BOOST_TEST(devices.size() == 3U);
    BOOST_TEST(devices[0].name == "Navi 31 [Radeon RX 7900 XT/7900 XTX]");
    BOOST_TEST((devices[0].memory == Bytes(25'753'026'560)));
    BOOST_TEST(devices[1].name == "Aqua Vanjaram [Instinct MI300X]");
    BOOST_TEST(devices[2].vendor == 0x10de);
    BOOST_TEST(devices[2].name.empty());
}

BOOST_AUTO_TEST_CASE(drives_are_those_with_a_model_that_stay_in)
{
    write("sys/block/nvme0n1/device/model", "Samsung SSD 990 PRO 2TB                 \n");
    write("sys/block/nvme0n1/size", "3907029168\n");
    write("sys/block/nvme0n1/queue/rotational", "0\n");
    write("sys/block/sda/device/model", "ST24000NM002H\n");
    write("sys/block/sda/size", "46875541504\n");
    write("sys/block/sda/queue/rotational", "1\n");
    write("sys/block/sdb/device/model", "Flash Drive\n");
    write("sys/block/sdb/size", "100\n");
    write("sys/block/sdb/removable", "1\n");
    write("sys/block/loop0/size", "100\n");
    write("sys/block/sdc/device/model", "Empty\n");
    write("sys/block/sdc/size", "0\n");
    const auto drives = readSystem(folder.path()).drives;
    BOOST_TEST((drives ==
                std::vector<std::string>{"nvme0n1|Samsung SSD 990 PRO 2TB|2000398934016|0",
                                         "sda|ST24000NM002H|24000277250048|1"}));
}

BOOST_AUTO_TEST_CASE(nonsense_where_numbers_should_be_is_passed_over)
{
    device("0000:01:00.0", "zero", "", "0x030000");
    write("sys/bus/pci/devices/0000:01:00.0/mem_info_vram_total", "99999999999999999999\n");
    write("sys/block/sda/device/model", "Disk\n");
    write("sys/block/sda/size", "many\n");
    std::filesystem::create_directories(folder.path() / "proc/cpuinfo");
    const SystemTexts system = readSystem(folder.path());
    BOOST_TEST(system.pciDevices.size() == 1U);
    BOOST_TEST(!system.pciDevices[0].memory.has_value());
    BOOST_TEST(system.drives.empty());
    BOOST_TEST(system.cpuInfo.empty());
}

BOOST_AUTO_TEST_CASE(this_computer_can_be_read)
{
    BOOST_TEST(!readSystem().cpuInfo.empty());
}

BOOST_AUTO_TEST_SUITE_END()
