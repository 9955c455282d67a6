// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>

// Parts that no machine can be built of, because nothing in the catalog goes with them. What is unknown stands in nobody's way.
namespace rigwright::checks {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& text)
{
    return std::ranges::find(list, text) != list.end();
}

/// Unbuffered modules fit each other's slots, with and without ECC.
bool acceptsModule(const std::vector<std::string>& list, const std::string& moduleType)
{
    const bool plain = moduleType == "UDIMM" || moduleType == "ECC UDIMM";
    return list.empty() || contains(list, moduleType) ||
        (plain && (contains(list, "UDIMM") || contains(list, "ECC UDIMM")));
}

bool fits(const Cpu& cpu, const Board& board)
{
    return cpu.socket == board.socket &&
        (cpu.memoryTypes.empty() || contains(cpu.memoryTypes, board.memoryType));
}

bool fits(const MemoryKit& kit, const Board& board)
{
    return kit.memoryType == board.memoryType && acceptsModule(board.moduleTypes, kit.moduleType) &&
        kit.modules <= board.dimmSlots &&
        (!board.memoryMax || kit.moduleCapacity * board.dimmSlots <= *board.memoryMax);
}

bool fits(const Drive& drive, const Board& board)
{
    return !drive.formFactor.starts_with("M.2") || board.m2Slots.value_or(1) > 0;
}

bool fits(const Board& board, const Case& enclosure)
{
    return enclosure.boardFormFactors.empty() || contains(enclosure.boardFormFactors, board.formFactor);
}

bool fits(const PowerSupply& supply, const Case& enclosure)
{
    return enclosure.powerSupplyFormFactors.empty() ||
        contains(enclosure.powerSupplyFormFactors, supply.formFactor);
}

bool fits(const Accelerator& card, const Case& enclosure)
{
    const bool longEnough =
        !card.length || !enclosure.maxCardLength || *card.length <= *enclosure.maxCardLength;
    const bool wideEnough =
        !card.slotWidth || !enclosure.expansionSlots || *card.slotWidth <= *enclosure.expansionSlots;
    return longEnough && wideEnough && (card.mounting == Mounting::Card || enclosure.ductedAirflow);
}

bool fits(const Cooler& cooler, const Case& enclosure)
{
    return cooler.liquid || !cooler.height || !enclosure.maxCoolerHeight ||
        *cooler.height <= *enclosure.maxCoolerHeight;
}

/// By its rating, and by leads where both sides are known; two 8-pin leads and an adapter stand for a 16-pin one of 300 W.
bool fits(const Accelerator& card, const PowerSupply& supply)
{
    if (card.boardPower && *card.boardPower > supply.rating) {
        return false;
    }
    if (!card.power || !supply.connectorsKnown) {
        return true;
    }
    const int missing16 = std::max(0, card.power->pin16 - supply.connectors.pin16);
    const int needed8 = card.power->pin8 + card.power->pin6 + 2 * missing16;
    return needed8 <= supply.connectors.pin8 + supply.connectors.pin6;
}

template <class Part, class Other>
bool anyTakes(const Part& part, const std::vector<Other>& others)
{
    return others.empty() ||
        std::ranges::any_of(others, [&part](const Other& other) { return fits(part, other); });
}

bool isCard(const Accelerator& accelerator)
{
    return accelerator.mounting == Mounting::Card || accelerator.mounting == Mounting::PassiveCard;
}

void cpuWithoutBoard(const Catalog& catalog, const RuleReport& report)
{
    for (const Cpu& cpu : catalog.cpus) {
        if (!anyTakes(cpu, catalog.boards)) {
            report.warning(cpu.info.id.text(), "no board has socket " + cpu.socket + " and its memory type");
        }
    }
}

void boardWithoutCpu(const Catalog& catalog, const RuleReport& report)
{
    for (const Board& board : catalog.boards) {
        const auto goes = [&board](const Cpu& cpu) { return fits(cpu, board); };
        if (!catalog.cpus.empty() && std::ranges::none_of(catalog.cpus, goes)) {
            report.warning(board.info.id.text(),
                           "no CPU has socket " + board.socket + " and takes " + board.memoryType);
        }
    }
}

void boardWithoutMemory(const Catalog& catalog, const RuleReport& report)
{
    for (const Board& board : catalog.boards) {
        const auto goes = [&board](const MemoryKit& kit) { return fits(kit, board); };
        if (!catalog.memory.empty() && std::ranges::none_of(catalog.memory, goes)) {
            report.warning(board.info.id.text(),
                           "no module of the catalog is " + board.memoryType + " of a type that it takes");
        }
    }
}

void boardWithoutCase(const Catalog& catalog, const RuleReport& report)
{
    for (const Board& board : catalog.boards) {
        if (!anyTakes(board, catalog.cases)) {
            report.warning(board.info.id.text(), "no case takes " + board.formFactor);
        }
    }
}

void caseWithoutBoard(const Catalog& catalog, const RuleReport& report)
{
    for (const Case& enclosure : catalog.cases) {
        const auto goes = [&enclosure](const Board& board) { return fits(board, enclosure); };
        if (!catalog.boards.empty() && std::ranges::none_of(catalog.boards, goes)) {
            report.warning(enclosure.info.id.text(), "no board has a form factor that it takes");
        }
    }
}

void caseWithoutPowerSupply(const Catalog& catalog, const RuleReport& report)
{
    for (const Case& enclosure : catalog.cases) {
        const auto goes = [&enclosure](const PowerSupply& supply) { return fits(supply, enclosure); };
        if (!catalog.powerSupplies.empty() && std::ranges::none_of(catalog.powerSupplies, goes)) {
            report.warning(enclosure.info.id.text(), "no power supply has a form factor that it takes");
        }
    }
}

void cpuWithoutCooler(const Catalog& catalog, const RuleReport& report)
{
    for (const Cpu& cpu : catalog.cpus) {
        const auto goes = [&cpu](const Cooler& cooler) {
            return cooler.sockets.empty() || contains(cooler.sockets, cpu.socket);
        };
        if (!catalog.coolers.empty() && std::ranges::none_of(catalog.coolers, goes)) {
            report.warning(cpu.info.id.text(), "no cooler has a mount for socket " + cpu.socket);
        }
    }
}

void coolerWithoutCpu(const Catalog& catalog, const RuleReport& report)
{
    for (const Cooler& cooler : catalog.coolers) {
        const auto goes = [&cooler](const Cpu& cpu) { return contains(cooler.sockets, cpu.socket); };
        if (!cooler.sockets.empty() && !catalog.cpus.empty() && std::ranges::none_of(catalog.cpus, goes)) {
            report.warning(cooler.info.id.text(), "no CPU has a socket that it mounts on");
        }
    }
}

void coolerWithoutCase(const Catalog& catalog, const RuleReport& report)
{
    for (const Cooler& cooler : catalog.coolers) {
        if (!anyTakes(cooler, catalog.cases)) {
            report.warning(cooler.info.id.text(),
                           "no case has room for a height of " + figure(cooler.height->value()) + " mm");
        }
    }
}

void memoryWithoutBoard(const Catalog& catalog, const RuleReport& report)
{
    for (const MemoryKit& kit : catalog.memory) {
        if (!anyTakes(kit, catalog.boards)) {
            report.warning(kit.info.id.text(),
                           "no board takes " + std::to_string(kit.modules) + " modules " + kit.memoryType +
                               " " + kit.moduleType + " of " + figure(kit.moduleCapacity.inGib()) + " GiB");
        }
    }
}

void driveWithoutBoard(const Catalog& catalog, const RuleReport& report)
{
    for (const Drive& drive : catalog.drives) {
        if (!anyTakes(drive, catalog.boards)) {
            report.warning(drive.info.id.text(), "no board has a slot for " + drive.formFactor);
        }
    }
}

void powerSupplyWithoutCase(const Catalog& catalog, const RuleReport& report)
{
    for (const PowerSupply& supply : catalog.powerSupplies) {
        if (!anyTakes(supply, catalog.cases)) {
            report.warning(supply.info.id.text(), "no case takes a power supply of " + supply.formFactor);
        }
    }
}

void cardWithoutCase(const Catalog& catalog, const RuleReport& report)
{
    eachAccelerator(catalog, [&](const Accelerator& card) {
        if (isCard(card) && !anyTakes(card, catalog.cases)) {
            report.warning(card.info.id.text(),
                           card.mounting == Mounting::PassiveCard
                               ? "no case cools a passive card of its length"
                               : "no case has room for its length of " +
                                   (card.length ? figure(card.length->value()) + " mm" : "unknown length"));
        }
    });
}

void cardWithoutPowerSupply(const Catalog& catalog, const RuleReport& report)
{
    eachAccelerator(catalog, [&](const Accelerator& card) {
        if (isCard(card) && !anyTakes(card, catalog.powerSupplies)) {
            report.warning(card.info.id.text(), "no power supply has the rating and the leads for it");
        }
    });
}

/// Network cards need a slot of their physical width.
void networkCardWithoutSlot(const Catalog& catalog, const RuleReport& report)
{
    for (const NetworkCard& card : catalog.networkCards) {
        const auto goes = [&card](const Board& board) {
            return board.slots.empty() || std::ranges::any_of(board.slots, [&card](const PcieSlot& slot) {
                       return slot.physicalLanes >= card.pcieLanes;
                   });
        };
        if (!catalog.boards.empty() && std::ranges::none_of(catalog.boards, goes)) {
            report.warning(card.info.id.text(), "no board has a slot for x" + std::to_string(card.pcieLanes));
        }
    }
}

void systemWithoutAccelerator(const Catalog& catalog, const RuleReport& report)
{
    for (const CompleteSystem& system : catalog.systems) {
        if (findPart(catalog.accelerators, system.accelerator) == nullptr) {
            report.error(system.info.id.text(),
                         "has '" + system.accelerator.text() + "', which the catalog doesn't have");
        }
    }
}

/// The whole draws more than its accelerators; a tenth of that for the rest of a machine without.
void systemPower(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kMost = 4;
    for (const CompleteSystem& system : catalog.systems) {
        const Accelerator* accelerator = findPart(catalog.accelerators, system.accelerator);
        if (accelerator == nullptr || !accelerator->boardPower || !system.maxPower) {
            continue;
        }
        const Watts needed = *accelerator->boardPower * system.acceleratorCount;
        const std::string message = "draws at most " + figure(system.maxPower->value()) + " W; its " +
            std::to_string(system.acceleratorCount) + " accelerators alone " + figure(needed.value()) + " W";
        if (*system.maxPower < needed) {
            report.error(system.info.id.text(), message);
        } else if (needed.value() > 150 && *system.maxPower > needed * kMost) {
            report.warning(system.info.id.text(), message);
        }
    }
}

void systemMemory(const Catalog& catalog, const RuleReport& report)
{
    for (const CompleteSystem& system : catalog.systems) {
        const Accelerator* accelerator = findPart(catalog.accelerators, system.accelerator);
        if (accelerator == nullptr) {
            continue;
        }
        if (system.unifiedMemory && accelerator->mounting != Mounting::Integrated) {
            report.error(system.info.id.text(),
                         "unified memory with '" + system.accelerator.text() + "', which is not integrated");
        }
        if (system.unifiedMemory && system.memory && *system.memory != accelerator->memory) {
            report.error(system.info.id.text(),
                         "unified memory of " + figure(system.memory->inGib()) + " GiB; '" +
                             system.accelerator.text() + "' has " + figure(accelerator->memory.inGib()));
        }
    }
}

constexpr std::array kRules{
    CatalogRule{"cpu-without-board", cpuWithoutBoard},
    CatalogRule{"board-without-cpu", boardWithoutCpu},
    CatalogRule{"board-without-memory", boardWithoutMemory},
    CatalogRule{"board-without-case", boardWithoutCase},
    CatalogRule{"case-without-board", caseWithoutBoard},
    CatalogRule{"case-without-power-supply", caseWithoutPowerSupply},
    CatalogRule{"cpu-without-cooler", cpuWithoutCooler},
    CatalogRule{"cooler-without-cpu", coolerWithoutCpu},
    CatalogRule{"cooler-without-case", coolerWithoutCase},
    CatalogRule{"memory-without-board", memoryWithoutBoard},
    CatalogRule{"drive-without-board", driveWithoutBoard},
    CatalogRule{"power-supply-without-case", powerSupplyWithoutCase},
    CatalogRule{"card-without-case", cardWithoutCase},
    CatalogRule{"card-without-power-supply", cardWithoutPowerSupply},
    CatalogRule{"network-card-without-slot", networkCardWithoutSlot},
    CatalogRule{"system-without-accelerator", systemWithoutAccelerator},
    CatalogRule{"system-power", systemPower},
    CatalogRule{"system-memory", systemMemory},
};

} // namespace

std::span<const CatalogRule> unusedPartRules()
{
    return kRules;
}

} // namespace rigwright::checks
