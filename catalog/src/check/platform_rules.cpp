// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>

namespace rigwright::checks {

namespace {

/// What a socket can do at most, whatever CPU is in it (the makers' platform briefs).
struct Platform {
    const char* socket;
    bool ddr4;
    bool ddr5;
    int channels;       ///< wired to the socket
    int pcieGeneration; ///< of the CPUs' own lanes
    int sockets;        ///< in one machine
    int speed;          ///< MT/s that the maker rates with one module a channel, MRDIMM where there are such
};

constexpr std::array kPlatforms{
    Platform{"AM4", true, false, 2, 4, 1, 3'200},     Platform{"AM5", false, true, 2, 5, 1, 5'600},
    Platform{"LGA1700", true, true, 2, 5, 1, 5'600},  Platform{"LGA1851", false, true, 2, 5, 1, 7'200},
    Platform{"LGA4189", true, false, 8, 4, 8, 3'200}, Platform{"LGA4677", false, true, 8, 5, 8, 5'600},
    Platform{"LGA4710", false, true, 8, 5, 2, 8'000}, Platform{"LGA7529", false, true, 12, 5, 2, 8'800},
    Platform{"SP3", true, false, 8, 4, 2, 3'200},     Platform{"SP5", false, true, 12, 5, 2, 6'400},
    Platform{"SP6", false, true, 6, 5, 1, 5'200},     Platform{"TR4", true, false, 4, 3, 1, 2'933},
    Platform{"sTR5", false, true, 8, 5, 1, 6'400},    Platform{"sTRX4", true, false, 4, 4, 1, 3'200},
    Platform{"sWRX8", true, false, 8, 4, 1, 3'200},
};

const Platform* platformOf(const std::string& socket)
{
    const auto found = std::ranges::find(kPlatforms, socket, &Platform::socket);
    return found == kPlatforms.end() ? nullptr : &*found;
}

bool takes(const Platform& platform, const std::string& memoryType)
{
    return (platform.ddr4 && memoryType == "DDR4") || (platform.ddr5 && memoryType == "DDR5");
}

void cpuBeyondSocket(const Catalog& catalog, const RuleReport& report)
{
    for (const Cpu& cpu : catalog.cpus) {
        const Platform* platform = platformOf(cpu.socket);
        if (platform == nullptr) {
            continue;
        }
        const auto beyond = [&](const std::string& what, int has, int most) {
            if (has > most) {
                report.error(cpu.info.id.text(),
                             what + " " + std::to_string(has) + "; socket " + cpu.socket + " has at most " +
                                 std::to_string(most));
            }
        };
        beyond("memory channels:", cpu.memoryChannels, platform->channels);
        beyond("PCIe generation", cpu.pcieGeneration, platform->pcieGeneration);
        beyond("CPUs in one machine:", cpu.maxSockets, platform->sockets);
        beyond("memory speed, MT/s:", cpu.memorySpeed, platform->speed);
        for (const std::string& type : cpu.memoryTypes) {
            if (!takes(*platform, type)) {
                report.error(cpu.info.id.text(), "takes " + type + "; socket " + cpu.socket + " has none");
            }
        }
    }
}

/// A core has one or two threads; Intel's efficiency cores have one.
void threadsPerCore(const Catalog& catalog, const RuleReport& report)
{
    for (const Cpu& cpu : catalog.cpus) {
        if (cpu.threads < cpu.cores || cpu.threads > 2 * cpu.cores) {
            report.error(cpu.info.id.text(),
                         std::to_string(cpu.threads) + " threads of " + std::to_string(cpu.cores) + " cores");
        }
    }
}

void turboBelowBasePower(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kMost = 4;
    for (const Cpu& cpu : catalog.cpus) {
        if (!cpu.turboPower) {
            continue;
        }
        const std::string message = "turbo power of " + figure(cpu.turboPower->value()) +
            " W, base power of " + figure(cpu.power.value()) + " W";
        if (*cpu.turboPower < cpu.power) {
            report.error(cpu.info.id.text(), message);
        } else if (*cpu.turboPower > cpu.power * kMost) {
            report.warning(cpu.info.id.text(), message);
        }
    }
}

void powerPerCore(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kWatts{1, 35};
    for (const Cpu& cpu : catalog.cpus) {
        const double perCore = cpu.power.value() / std::max(1, cpu.cores);
        if (!kWatts.hold(perCore)) {
            report.warning(cpu.info.id.text(),
                           figure(cpu.power.value()) + " W for " + std::to_string(cpu.cores) +
                               " cores; expected " + kWatts.text() + " W each");
        }
    }
}

void cpuClock(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kGigahertz{1, 5};
    for (const Cpu& cpu : catalog.cpus) {
        if (cpu.baseGhz && !kGigahertz.hold(*cpu.baseGhz)) {
            report.warning(cpu.info.id.text(),
                           "base clock of " + figure(*cpu.baseGhz) + " GHz; expected " + kGigahertz.text());
        }
    }
}

/// AMX came with LGA4677; no CPU of AMD has it. It needs AVX-512.
void amxWithoutAvx512(const Catalog& catalog, const RuleReport& report)
{
    for (const Cpu& cpu : catalog.cpus) {
        const bool intel = cpu.socket.starts_with("LGA");
        if (cpu.amx && (!intel || !cpu.avx512)) {
            report.error(cpu.info.id.text(), "AMX without AVX-512, or on a socket of AMD");
        }
    }
}

void boardBeyondSocket(const Catalog& catalog, const RuleReport& report)
{
    for (const Board& board : catalog.boards) {
        const Platform* platform = platformOf(board.socket);
        if (platform == nullptr) {
            continue;
        }
        const auto beyond = [&](const std::string& what, int has, int most) {
            if (has > most) {
                report.error(board.info.id.text(),
                             what + " " + std::to_string(has) + "; socket " + board.socket + " has at most " +
                                 std::to_string(most));
            }
        };
        beyond("memory channels:", board.channelsPerSocket, platform->channels);
        beyond("sockets:", board.socketCount, platform->sockets);
        for (const PcieSlot& slot : board.slots) {
            beyond("slot of PCIe generation", slot.fromCpu ? slot.generation : 0, platform->pcieGeneration);
        }
        if (!takes(*platform, board.memoryType)) {
            report.error(board.info.id.text(),
                         "takes " + board.memoryType + "; socket " + board.socket + " has none");
        }
    }
}

/// A channel has one or two slots for modules, on a board all the same number or one channel less.
void dimmSlotsOfChannels(const Catalog& catalog, const RuleReport& report)
{
    for (const Board& board : catalog.boards) {
        const int channels = board.channelsPerSocket * board.socketCount;
        if (board.dimmSlots < channels || board.dimmSlots > 2 * channels) {
            report.error(board.info.id.text(),
                         std::to_string(board.dimmSlots) + " slots for modules on " +
                             std::to_string(channels) + " channels; expected one or two each");
        }
    }
}

/// The largest modules sold: 32 GiB of unbuffered DDR4, 64 of DDR5; 256 GiB of registered DDR4, 512 of DDR5.
void boardMemoryMax(const Catalog& catalog, const RuleReport& report)
{
    for (const Board& board : catalog.boards) {
        if (!board.memoryMax || board.dimmSlots <= 0) {
            continue;
        }
        const bool registered = std::ranges::any_of(board.moduleTypes, [](const std::string& type) {
            return type == "RDIMM" || type == "LRDIMM" || type == "MRDIMM";
        });
        const bool ddr5 = board.memoryType == "DDR5";
        const double largest = registered ? (ddr5 ? 512 : 256) : (ddr5 ? 64 : 32);
        const double each = board.memoryMax->inGib() / board.dimmSlots;
        if (each > largest || each < 8) {
            report.warning(board.info.id.text(),
                           figure(board.memoryMax->inGib()) + " GiB in " + std::to_string(board.dimmSlots) +
                               " slots are " + figure(each) + " GiB each; modules have 8 to " +
                               figure(largest));
        }
    }
}

bool isLinkWidth(int lanes)
{
    return lanes == 1 || lanes == 2 || lanes == 4 || lanes == 8 || lanes == 16;
}

void slotWidths(const Catalog& catalog, const RuleReport& report)
{
    for (const Board& board : catalog.boards) {
        for (const PcieSlot& slot : board.slots) {
            if (!isLinkWidth(slot.lanes) || !isLinkWidth(slot.physicalLanes) ||
                slot.lanes > slot.physicalLanes) {
                report.error(board.info.id.text(),
                             "a slot of " + std::to_string(slot.lanes) + " lanes in a socket of " +
                                 std::to_string(slot.physicalLanes));
            }
        }
    }
}

/// Slots that don't share have lanes of their own, so that a CPU must have as many.
void boardLanesBeyondCpus(const Catalog& catalog, const RuleReport& report)
{
    for (const Board& board : catalog.boards) {
        int lanesOfSlots = board.slotsSplit ? -16 : 0;
        for (const PcieSlot& slot : board.slots) {
            lanesOfSlots += slot.fromCpu ? slot.lanes : 0;
        }
        int most = 0;
        for (const Cpu& cpu : catalog.cpus) {
            if (cpu.socket == board.socket) {
                most = std::max(most, cpu.pcieLanes * std::min(cpu.maxSockets, board.socketCount));
            }
        }
        if (most > 0 && lanesOfSlots > most) {
            report.warning(board.info.id.text(),
                           std::to_string(lanesOfSlots) + " lanes of CPUs in its slots; the best CPUs of " +
                               board.socket + " have " + std::to_string(most));
        }
    }
}

/// An ATX board has at most seven slots, mATX four, Mini-ITX one (ATX 2.2); long boards eight.
void boardSlotPositions(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::array<std::pair<const char*, std::size_t>, 6> kMost{
        {{"Mini-ITX", 1}, {"mATX", 4}, {"ATX", 7}, {"E-ATX", 8}, {"SSI-CEB", 8}, {"SSI-EEB", 8}}};
    for (const Board& board : catalog.boards) {
        for (const auto& [formFactor, most] : kMost) {
            if (board.formFactor == formFactor && board.slots.size() > most) {
                report.error(board.info.id.text(),
                             std::to_string(board.slots.size()) + " slots on " + formFactor +
                                 ", which has room for " + std::to_string(most));
            }
        }
    }
}

constexpr std::array kRules{
    CatalogRule{"cpu-beyond-socket", cpuBeyondSocket},
    CatalogRule{"threads-per-core", threadsPerCore},
    CatalogRule{"turbo-below-base-power", turboBelowBasePower},
    CatalogRule{"power-per-core", powerPerCore},
    CatalogRule{"cpu-clock", cpuClock},
    CatalogRule{"amx-without-avx512", amxWithoutAvx512},
    CatalogRule{"board-beyond-socket", boardBeyondSocket},
    CatalogRule{"dimm-slots-of-channels", dimmSlotsOfChannels},
    CatalogRule{"board-memory-max", boardMemoryMax},
    CatalogRule{"slot-widths", slotWidths},
    CatalogRule{"board-lanes-beyond-cpus", boardLanesBeyondCpus},
    CatalogRule{"board-slot-positions", boardSlotPositions},
};

} // namespace

std::span<const CatalogRule> platformRules()
{
    return kRules;
}

} // namespace rigwright::checks
