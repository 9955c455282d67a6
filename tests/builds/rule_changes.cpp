// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rule_changes.h"

namespace rigwright::test {

namespace {

void makeServer(Bench& b)
{
    b.cpu.socket = b.board.socket = "SP5";
    b.cooler.sockets = {"SP5"};
    b.cpu.maxSockets = 2;
    b.cpu.memoryChannels = b.board.channelsPerSocket = 12;
    b.cpu.moduleTypes = b.board.moduleTypes = {"RDIMM"};
    b.kit.moduleType = "RDIMM";
    b.kit.modules = 1;
    b.cpu.memoryMax = 6144_GiB;
    b.board.memoryMax = 6144_GiB;
    b.board.socketCount = 2;
    b.board.dimmSlots = 24;
    b.cpus = 2;
    b.coolers = 2;
    b.kits = 24;
}

/// Seven long slots of sixteen lanes, so many positions apart.
void spaceSlots(Bench& b, int apart)
{
    b.board.slotsSplit = false;
    b.board.slots.assign(7, PcieSlot{5, 16, 16, true});
    b.cpu.pcieLanes = 128;
    int position = 1;
    for (PcieSlot& slot : b.board.slots) {
        slot.position = position;
        position += apart;
    }
}

const Change kBroken[] = {
    {"form-factor", "an ATX board where microATX was asked for",
     [](Bench& b) {
         b.demands.formFactors = {"mATX", "Mini-ITX"};
     }},
    {"socket-match", "an LGA1700 CPU on an AM5 board", [](Bench& b) { b.cpu.socket = "LGA1700"; }},
    {"chipset", "a Xeon W on a board for Xeon Scalable",
     [](Bench& b) {
         b.cpu.socket = b.board.socket = "LGA4677";
         b.cpu.info.name = "Xeon w3-2435";
         b.board.chipset = "Intel C741";
     }},
    {"chipset", "a Threadripper without PRO on WRX90",
     [](Bench& b) {
         b.cpu.socket = b.board.socket = "sTR5";
         b.cpu.info.name = "Ryzen Threadripper 7970X";
         b.board.chipset = "AMD WRX90";
     }},
    {"cpu-family", "a generation that the board's maker doesn't list",
     [](Bench& b) { b.cpu.family = "Ryzen 9000"; }},
    {"bios-update", "a later generation on a board with flashback",
     [](Bench& b) {
         b.cpu.family = "Ryzen 9000";
         b.board.cpuFamiliesByUpdate = {"Ryzen 8000G", "Ryzen 9000"};
         b.board.biosFlashback = true;
     }},
    {"bios-update", "a later generation on a board with a management controller",
     [](Bench& b) {
         b.cpu.family = "Ryzen 9000";
         b.board.cpuFamiliesByUpdate = {"Ryzen 9000"};
         b.board.bmc = true;
     }},
    {"bios-locked", "a later generation on a board without flashback",
     [](Bench& b) {
         b.cpu.family = "Ryzen 9000";
         b.board.cpuFamiliesByUpdate = {"Ryzen 9000"};
         b.board.biosFlashback = false;
     }},
    {"socket-count", "two CPUs on a board with one socket",
     [](Bench& b) {
         b.cpu.maxSockets = 2;
         b.cpus = 2;
     }},
    {"socket-count", "two CPUs made for one socket",
     [](Bench& b) {
         b.board.socketCount = 2;
         b.cpus = 2;
     }},
    {"cpu-equal", "two kinds of CPU",
     [](Bench& b) {
         b.board.socketCount = b.cpu.maxSockets = b.otherCpu.maxSockets = 2;
         b.otherCpus = 1;
     }},
    {"socket-empty", "one CPU on a board with two sockets", [](Bench& b) { b.board.socketCount = 2; }},
    {"display", "no card, no graphics, no management controller",
     [](Bench& b) {
         b.cards = 0;
         b.cpu.graphics = false;
     }},
    {"memory-type", "DDR4 for a DDR5 board", [](Bench& b) { b.kit.memoryType = "DDR4"; }},
    {"memory-type", "a DDR5 board with a DDR4 CPU (EPYC 7543 with DDR5)",
     [](Bench& b) { b.cpu.memoryTypes = {"DDR4"}; }},
    {"memory-module-type", "registered modules for a desktop board",
     [](Bench& b) { b.kit.moduleType = "RDIMM"; }},
    {"memory-module-type", "desktop modules for a registered-only CPU",
     [](Bench& b) { b.cpu.moduleTypes = {"RDIMM"}; }},
    {"memory-mixed", "registered beside unbuffered modules",
     [](Bench& b) {
         b.otherKits = 1;
         b.otherKit.moduleType = "RDIMM";
     }},
    {"dimm-slots", "six modules for four slots", [](Bench& b) { b.kits = 3; }},
    {"dimm-slots", "slots of an empty socket don't count",
     [](Bench& b) {
         makeServer(b);
         b.cpus = 1;
     }},
    {"memory-capacity", "more than the board takes", [](Bench& b) { b.board.memoryMax = 16_GiB; }},
    {"memory-capacity", "more than the CPU takes", [](Bench& b) { b.cpu.memoryMax = 16_GiB; }},
    {"memory-module-capacity", "64 GiB modules where four of 48 are the most",
     [](Bench& b) { b.kit.moduleCapacity = 64_GiB; }},
    {"ecc", "plain modules where ECC is required", [](Bench& b) { b.demands.ecc = true; }},
    {"ecc", "ECC modules on a board without the wires",
     [](Bench& b) {
         b.demands.ecc = true;
         b.kit.moduleType = "ECC UDIMM";
     }},
    {"ecc", "ECC modules with a CPU that doesn't correct",
     [](Bench& b) {
         b.demands.ecc = true;
         b.kit.moduleType = "ECC UDIMM";
         b.board.moduleTypes = {"UDIMM", "ECC UDIMM"};
         b.cpu.ecc = false;
     }},
    {"ecc", "ECC modules on a board that takes them without correcting",
     [](Bench& b) {
         b.demands.ecc = true;
         b.kit.moduleType = "ECC UDIMM";
         b.board.moduleTypes = {"UDIMM", "ECC UDIMM"};
         b.board.ecc = false;
     }},
    {"ecc", "unified memory",
     [](Bench& b) {
         b.demands.ecc = true;
         b.asSystem = true;
     }},
    {"ecc-ignored", "ECC modules on a board without the wires",
     [](Bench& b) { b.kit.moduleType = "ECC UDIMM"; }},
    {"memory-unequal", "modules of two sizes",
     [](Bench& b) {
         b.otherKits = 1;
         b.otherKit.moduleCapacity = 32_GiB;
     }},
    {"memory-unequal", "an odd module for two sockets",
     [](Bench& b) {
         makeServer(b);
         b.kits = 23;
     }},
    {"memory-population", "three modules on two channels",
     [](Bench& b) {
         b.kit.modules = 1;
         b.kits = 3;
     }},
    {"memory-channels-populated", "one module for two channels", [](Bench& b) { b.kit.modules = 1; }},
    {"dimms-per-channel", "four modules on two channels", [](Bench& b) { b.kits = 2; }},
    {"memory-speed", "a kit of 6000 MT/s for a CPU of 5200", [](Bench& b) { b.kit.speed = 6000; }},
    {"memory-below-model", "a model of 40 GB beside 32 GiB",
     [](Bench& b) { b.demands.modelFile = Bytes::gb(40); }},
    {"memory-speed", "a board of 4800 MT/s for a kit of 5200", [](Bench& b) { b.board.memorySpeed = 4800; }},
    {"memory-speed", "a CPU of DDR4-3200 for a kit of DDR4-3600",
     [](Bench& b) {
         b.kit.memoryType = "DDR4";
         b.kit.speed = 3600;
         b.cpu.ddr4Speed = 3200;
         b.cpu.memoryTypes = {"DDR5", "DDR4"};
     }},
    {"memory-speed", "a CPU of 4400 MT/s for a kit of 5200", [](Bench& b) { b.cpu.memorySpeed = 4400; }},
    {"module-mounting", "an SXM module on a board", [](Bench& b) { b.card.mounting = Mounting::Module; }},
    {"module-mounting", "an integrated GPU on a board",
     [](Bench& b) { b.card.mounting = Mounting::Integrated; }},
    {"vendor", "a card of another vendor", [](Bench& b) { b.demands.vendor = AcceleratorVendor::Amd; }},
    {"vendor", "a system with another vendor's accelerator",
     [](Bench& b) {
         b.demands.vendor = AcceleratorVendor::Amd;
         b.asSystem = true;
     }},
    {"power-cap", "a card of 285 W held to 200 W", [](Bench& b) { b.powerCap = 200_W; }},
    // 40 % of 285 W are 114 W.
    {"power-cap-low", "a card of 285 W held to 110 W", [](Bench& b) { b.powerCap = 110_W; }},
    {"power-cap-low", "a system's accelerator held to 110 W",
     [](Bench& b) {
         b.powerCap = 110_W;
         b.asSystem = true;
     }},
    {"pcie-slots", "four cards for three long slots", [](Bench& b) { b.cards = 4; }},
    {"pcie-slots", "a network card with no slot left",
     [](Bench& b) {
         b.cards = 3;
         b.nics = 1;
     }},
    {"card-spacing", "four triple-width cards on ATX",
     [](Bench& b) {
         b.card.slotWidth = 3;
         b.cards = 4;
     }},
    {"card-spacing", "five triple-width cards in seven slots two positions apart",
     [](Bench& b) {
         spaceSlots(b, 2);
         b.card.slotWidth = 3;
         b.cards = 5; // seven slots two apart take every second one: four
     }},
    {"cards-adjacent", "two gaming cards side by side",
     [](Bench& b) {
         spaceSlots(b, 2);
         b.board.slots.resize(2);
         b.cards = 2;
     }},
    {"cards-adjacent", "two workstation cards of 600 W side by side",
     [](Bench& b) {
         spaceSlots(b, 2);
         b.board.slots.resize(2);
         b.card.segment = Segment::Workstation;
         b.card.boardPower = 600_W;
         b.cards = 2;
     }},
    {"card-overhang", "a triple-width card in the last of seven slots",
     [](Bench& b) {
         spaceSlots(b, 6);
         b.board.slots.resize(2);
         b.card.slotWidth = 3;
         b.cards = 2;
     }},
    {"large-bars", "five cards of 16 GB on a desktop board",
     [](Bench& b) {
         spaceSlots(b, 2);
         b.cards = 5;
     }},
    {"bifurcation", "four cards on three slots that can be split",
     [](Bench& b) {
         b.cards = 4;
         b.board.slots[0].splits = {{16}, {8, 8}, {4, 4, 4, 4}};
     }},
    {"cards-numa", "two cards on two sockets",
     [](Bench& b) {
         makeServer(b);
         b.cards = 2;
         b.board.slotsSplit = false;
         b.board.slots[0].processor = 1;
         b.board.slots[1].processor = 2;
     }},
    {"network-numa", "a card on one socket and a network card on the other",
     [](Bench& b) {
         makeServer(b);
         b.board.slotsSplit = false;
         b.board.slots[0].processor = 1;
         b.board.slots[1].processor = 2;
         b.nics = 1;
     }},
    // 100 Gbit/s are 12.5 GB/s; PCIe 3.0 x4 carries 3.9.
    {"network-width", "100 Gbit/s behind four lanes",
     [](Bench& b) {
         b.nic.gigabitsPerPort = 100;
         b.nics = 1;
     }},
    {"pcie-lanes", "two cards on a CPU with eight lanes",
     [](Bench& b) {
         b.cpu.pcieLanes = 8;
         b.cards = 2;
     }},
    {"pcie-width", "two cards that share sixteen lanes", [](Bench& b) { b.cards = 2; }},
    {"pcie-width", "a card of PCIe 4.0 on a board of 3.0",
     [](Bench& b) {
         for (PcieSlot& slot : b.board.slots) {
             slot.generation = 3;
         }
     }},
    {"pcie-width", "a card of PCIe 4.0 on a CPU of 3.0", [](Bench& b) { b.cpu.pcieGeneration = 3; }},
    {"pcie-width", "a card of sixteen lanes in a slot of eight",
     [](Bench& b) {
         b.board.slots.resize(1);
         b.board.slots.front().lanes = 8;
     }},
    {"pcie-chipset", "a third card", [](Bench& b) { b.cards = 3; }},
    {"cooler-socket", "a cooler without the mount", [](Bench& b) { b.cooler.sockets = {"LGA1700"}; }},
    {"cooler-count", "one cooler for two CPUs",
     [](Bench& b) {
         makeServer(b);
         b.coolers = 1;
     }},
    {"cooler-rating", "a cooler of 65 W for a CPU that may draw 88 W",
     [](Bench& b) { b.cooler.rating = 65_W; }},
    {"cooler-height", "a cooler of 165 mm in a rack case of four units",
     [](Bench& b) {
         b.enclosure.rackUnits = 4; // 177.8 mm, less 15 below the board
         b.enclosure.maxCoolerHeight.reset();
         b.cooler.height = 165_mm;
     }},
    {"radiator", "a radiator of 360 in a case for 280",
     [](Bench& b) {
         b.cooler.liquid = true;
         b.cooler.radiator = 360_mm;
         b.enclosure.radiators = {"240", "280"};
     }},
    {"case-cards", "two double-width cards in a case that holds one",
     [](Bench& b) {
         b.enclosure.doubleWidthCards = 1;
         b.cards = 2;
     }},
    {"case-height", "a card in two rack units", [](Bench& b) { b.enclosure.rackUnits = 2; }},
    {"card-margin", "a card of 285 mm in a case for 290 mm",
     [](Bench& b) { b.enclosure.maxCardLength = 290_mm; }},
    {"case-form-factor", "an E-ATX board", [](Bench& b) { b.board.formFactor = "E-ATX"; }},
    {"enclosure", "a tower where a rack was asked for",
     [](Bench& b) { b.demands.enclosure = Enclosure::Rack; }},
    {"enclosure", "a rack case where a tower was asked for",
     [](Bench& b) {
         b.demands.enclosure = Enclosure::Tower;
         b.enclosure.rackUnits = 4;
     }},
    {"passive-cooling", "a card without a fan in a tower",
     [](Bench& b) { b.card.mounting = Mounting::PassiveCard; }},
    {"case-slots", "three triple-width cards for seven slots",
     [](Bench& b) {
         b.card.slotWidth = 3;
         b.cards = 3;
     }},
    {"card-length", "a card of 285 mm in a case for 280 mm",
     [](Bench& b) { b.enclosure.maxCardLength = 280_mm; }},
    {"card-length", "a card of 500 mm", [](Bench& b) { b.card.length = 500_mm; }},
    {"cooler-height", "a cooler of 155 mm in a case for 150 mm",
     [](Bench& b) { b.enclosure.maxCoolerHeight = 150_mm; }},
    {"psu-form-factor", "an SFX supply in an ATX case", [](Bench& b) { b.supply.formFactor = "SFX"; }},
    {"psu-places", "two supplies in a case for one",
     [](Bench& b) {
         b.enclosure.powerSupplies = 1;
         b.supplies = 2;
     }},
    {"psu-length", "a supply of 200 mm in a case for 180 mm",
     [](Bench& b) {
         b.enclosure.maxPowerSupplyLength = 180_mm;
         b.supply.length = 200_mm;
     }},
    // 439 W; one of two is a spare, and 80 % of 500 W are 400 W.
    {"psu-included-wattage", "439 W on two included supplies of 500 W",
     [](Bench& b) {
         b.supplies = 0;
         b.enclosure.includedSupplies = 2;
         b.enclosure.includedSupplyPower = 500_W;
     }},
    {"psu-included", "a supply beside those of the case", [](Bench& b) { b.enclosure.includedSupplies = 2; }},
    // 575 W less 75 W from the slot.
    {"psu-lead-rating", "500 W over a lead of 450 W",
     [](Bench& b) {
         b.card.boardPower = 575_W;
         b.supply.pin16Rating = 450_W;
     }},
    {"psu-standard", "a card of 450 W on ATX 2.4",
     [](Bench& b) {
         b.card.boardPower = 450_W;
         b.supply.atxVersion = 2.4;
     }},
    // 285 W card + 88 W CPU + 50 W + 4 slots × 4 W = 439 W; 80 % of 540 W are 432 W.
    {"psu-wattage", "439 W on a supply of 540 W", [](Bench& b) { b.supply.rating = 540_W; }},
    // 2.18 × 285 W + 88 W + 66 W = 775 W.
    {"psu-transients", "peaks of 775 W on an old supply of 750 W",
     [](Bench& b) {
         b.supply.rating = 750_W;
         b.supply.atxVersion = 2.4;
     }},
    {"psu-connectors", "a card with two 8-pin sockets and a supply with one lead",
     [](Bench& b) {
         b.card.power = PowerConnectors{0, 2, 0};
         b.supply.connectors.pin8 = 1;
     }},
    {"psu-connectors", "a 16-pin card and two 8-pin leads",
     [](Bench& b) {
         b.supply.connectors = {0, 2, 0};
     }},
    {"psu-adapter", "a 16-pin card and three 8-pin leads",
     [](Bench& b) {
         b.supply.connectors = {0, 3, 0};
     }},
    {"eps-connectors", "two CPUs and one EPS lead",
     [](Bench& b) {
         makeServer(b);
         b.supply.epsConnectors = 1;
     }},
    {"eps-all", "a board with two EPS sockets and a supply with one lead",
     [](Bench& b) { b.supply.epsConnectors = 1; }},
    {"wall-power", "a limit of 300 W", [](Bench& b) { b.demands.maxWallPower = 300_W; }},
    {"wall-power", "a system above the limit",
     [](Bench& b) {
         b.demands.maxWallPower = 200_W;
         b.asSystem = true;
     }},
    {"wall-circuit", "a card of 1,500 W", [](Bench& b) { b.card.boardPower = 1500_W; }},
    // 433 W at the wall (see power_at_the_wall_counts_the_loss_in_the_supply); 100 V × 5 A × 80 % are 400 W.
    {"circuit", "433 W on a circuit of 100 V and 5 A",
     [](Bench& b) {
         b.demands.circuit = WallCircuit{100, 5};
     }},
    // 230 V × 1 A, all of it above 200 V.
    {"circuit", "a system of 240 W on a circuit of 230 V and 1 A",
     [](Bench& b) {
         b.demands.circuit = WallCircuit{230, 1};
         b.asSystem = true;
     }},
    {"circuit-voltage", "a supply for 200 V on 120 V",
     [](Bench& b) {
         b.demands.circuit = WallCircuit{120, 15};
         b.supply.needs200Volts = true;
     }},
    // 439 W for long; 80 % of 540 W are 432 W.
    {"circuit-voltage", "439 W on a supply that gives 540 W at 120 V",
     [](Bench& b) {
         b.demands.circuit = WallCircuit{120, 15};
         b.supply.needs200Volts = true;
         b.supply.lowLineRating = 540_W;
     }},
    {"psu-inlet", "a supply with a C20 inlet", [](Bench& b) { b.supply.inlet = "C20"; }},
    // 5,000 BTU an hour are 1,465 W.
    {"heat", "a card of 1,500 W", [](Bench& b) { b.card.boardPower = 1500_W; }},
    {"psu-count", "two ATX supplies", [](Bench& b) { b.supplies = 2; }},
    {"psu-voltage", "a supply for 200 V", [](Bench& b) { b.supply.needs200Volts = true; }},
    {"storage-m2", "four M.2 drives for three slots", [](Bench& b) { b.drives = 4; }},
    {"storage-sata", "three SATA drives for two ports",
     [](Bench& b) {
         b.drive.driveInterface = "SATA";
         b.drive.formFactor = "2.5\"";
         b.board.sataPorts = 2;
         b.drives = 3;
     }},
    {"storage-sockets", "three U.2 drives for an MCIO connector of eight lanes",
     [](Bench& b) {
         b.drive.formFactor = "U.2";
         b.board.u2Ports = b.board.slimSasPorts = b.board.oculinkPorts = 0;
         b.board.mcioPorts = 1;
         b.drives = 3;
     }},
    {"storage-bays", "three drives of 3.5 inches for two bays",
     [](Bench& b) {
         b.drive.driveInterface = "SATA";
         b.drive.formFactor = "3.5\"";
         b.enclosure.bays35 = 2;
         b.enclosure.bays25 = 4;
         b.drives = 3;
     }},
    // The first M.2 connector shares nothing; the second and third take lanes from the card's slot (ROG Crosshair X870E Hero).
    {"lane-sharing", "two drives where one of two connectors takes the card's lanes",
     [](Bench& b) {
         b.board.m2Slots = 3;
         b.board.laneSharing = {{{BoardPort::Kind::M2, 2}, {BoardPort::Kind::Slot, 1}, 8},
                                {{BoardPort::Kind::M2, 3}, {BoardPort::Kind::Slot, 1}, 8}};
         b.drives = 2;
     }},
    {"lane-sharing", "a card that switches the only connector off",
     [](Bench& b) {
         b.board.m2Slots = 1;
         b.board.laneSharing = {{{BoardPort::Kind::Slot, 1}, {BoardPort::Kind::M2, 1}, 0}};
     }},
    {"storage-hard-disk", "a drive of 3.5 inches",
     [](Bench& b) {
         b.drive.driveInterface = "SATA";
         b.drive.formFactor = "3.5\"";
     }},
    {"storage-capacity", "a model of 900 GB on a drive of 1 TB",
     [](Bench& b) { b.demands.modelFile = Bytes::gb(900); }},
    {"part-missing", "no drive", [](Bench& b) { b.drives = 0; }},
    {"parts-unverified", "a board that nobody checked",
     [](Bench& b) { b.board.info.specs.state = Verification::Unverified; }},
};

const Change kUnknown[] = {
    {"display", "graphics of the CPU",
     [](Bench& b) {
         b.cards = 0;
         b.cpu.graphics.reset();
     }},
    {"chipset", "chipset of the board",
     [](Bench& b) {
         b.cpu.socket = b.board.socket = "LGA4677";
         b.cpu.info.name = "Xeon Gold 6430";
     }},
    {"cpu-family", "generation of the CPU", [](Bench& b) { b.cpu.family.clear(); }},
    {"cpu-family", "generations that the board knows", [](Bench& b) { b.board.cpuFamilies.clear(); }},
    {"bios-locked", "how the firmware is renewed",
     [](Bench& b) {
         b.cpu.family = "Ryzen 9000";
         b.board.cpuFamiliesByUpdate = {"Ryzen 9000"};
     }},
    {"memory-type", "memory of the board", [](Bench& b) { b.board.memoryType.clear(); }},
    {"memory-module-type", "modules of the CPU", [](Bench& b) { b.cpu.moduleTypes.clear(); }},
    {"memory-capacity", "maximum of the board", [](Bench& b) { b.board.memoryMax.reset(); }},
    {"ecc", "memory of a server",
     [](Bench& b) {
         b.demands.ecc = true;
         b.asSystem = true;
         b.system.unifiedMemory = false;
     }},
    {"memory-channels-populated", "channels",
     [](Bench& b) { b.cpu.memoryChannels = b.board.channelsPerSocket = 0; }},
    {"dimms-per-channel", "speed of the kit",
     [](Bench& b) {
         b.kits = 2;
         b.kit.speed.reset();
     }},
    {"memory-speed", "speed of the kit", [](Bench& b) { b.kit.speed.reset(); }},
    {"power-cap", "power of the card",
     [](Bench& b) {
         b.powerCap = 200_W;
         b.card.boardPower.reset();
     }},
    {"pcie-slots", "slots of the board", [](Bench& b) { b.board.slots.clear(); }},
    {"card-spacing", "width of the cards",
     [](Bench& b) {
         b.cards = 2;
         b.card.slotWidth.reset();
     }},
    {"card-spacing", "distance of the slots",
     [](Bench& b) {
         b.cards = 2;
         b.card.slotWidth = 3;
     }},
    {"card-spacing", "width of cards in slots of known positions",
     [](Bench& b) {
         spaceSlots(b, 2);
         b.cards = 2;
         b.card.slotWidth.reset();
     }},
    {"cards-adjacent", "positions of the slots", [](Bench& b) { b.cards = 2; }},
    {"cards-numa", "sockets of the slots",
     [](Bench& b) {
         makeServer(b);
         b.cards = 2;
     }},
    {"pcie-lanes", "lanes of the CPU", [](Bench& b) { b.cpu.pcieLanes = 0; }},
    {"pcie-width", "link of the card", [](Bench& b) { b.card.pcieLanes.reset(); }},
    {"cooler-socket", "sockets of the cooler", [](Bench& b) { b.cooler.sockets.clear(); }},
    {"cooler-rating", "rating of the cooler", [](Bench& b) { b.cooler.rating.reset(); }},
    {"case-form-factor", "boards of the case", [](Bench& b) { b.enclosure.boardFormFactors.clear(); }},
    {"case-slots", "slots of the case", [](Bench& b) { b.enclosure.expansionSlots.reset(); }},
    {"card-length", "length of the card", [](Bench& b) { b.card.length.reset(); }},
    {"card-length", "room in the case", [](Bench& b) { b.enclosure.maxCardLength.reset(); }},
    {"cooler-height", "height of the cooler", [](Bench& b) { b.cooler.height.reset(); }},
    {"radiator", "room for a radiator", [](Bench& b) { b.cooler.liquid = true; }},
    {"radiator", "length of the radiator",
     [](Bench& b) {
         b.cooler.liquid = true;
         b.enclosure.radiators = {"240", "280"};
     }},
    {"cooler-height", "height in a rack case of four units",
     [](Bench& b) {
         b.enclosure.rackUnits = 4;
         b.enclosure.maxCoolerHeight.reset();
     }},
    {"psu-length", "length of the supply", [](Bench& b) { b.enclosure.maxPowerSupplyLength = 180_mm; }},
    {"psu-connectors", "leads of the supply",
     [](Bench& b) {
         b.card.power = PowerConnectors{0, 2, 0};
         b.supply.connectors = {1, 0, 0};
         b.supply.connectorsKnown = false;
     }},
    {"psu-connectors", "leads of a chassis with server modules",
     [](Bench& b) {
         b.supply.formFactor = "CRPS";
         b.supply.connectors = {};
     }},
    {"psu-included-wattage", "power of included supplies",
     [](Bench& b) {
         b.supplies = 0;
         b.enclosure.includedSupplies = 1;
     }},
    {"psu-lead-rating", "rating of a lead that 500 W go over", [](Bench& b) { b.card.boardPower = 575_W; }},
    {"psu-form-factor", "supplies of a rack case",
     [](Bench& b) {
         b.enclosure.rackUnits = 4;
         b.enclosure.powerSupplyFormFactors.clear();
     }},
    {"psu-wattage", "power of the card", [](Bench& b) { b.card.boardPower.reset(); }},
    {"psu-transients", "standard of a tight supply",
     [](Bench& b) {
         b.supply.rating = 750_W;
         b.supply.atxVersion.reset();
     }},
    {"psu-connectors", "sockets of the card", [](Bench& b) { b.card.power.reset(); }},
    {"eps-connectors", "EPS leads of the supply", [](Bench& b) { b.supply.epsConnectors.reset(); }},
    {"eps-all", "EPS sockets of the board",
     [](Bench& b) {
         b.board.epsConnectors.reset();
         b.supply.epsConnectors = 1;
     }},
    {"eps-all", "EPS sockets of a board for a CPU of 400 W",
     [](Bench& b) {
         b.board.epsConnectors.reset();
         b.cpu.turboPower = 400_W;
     }},
    {"storage-m2", "M.2 slots", [](Bench& b) { b.board.m2Slots.reset(); }},
    {"storage-sockets", "a socket for a U.2 drive", [](Bench& b) { b.drive.formFactor = "U.2"; }},
    {"storage-sata", "ports for six SATA drives",
     [](Bench& b) {
         b.drive.driveInterface = "SATA";
         b.drive.formFactor = "2.5\"";
         b.drives = 6;
     }},
    {"storage-sata", "SATA over SlimSAS",
     [](Bench& b) {
         b.drive.driveInterface = "SATA";
         b.drive.formFactor = "2.5\"";
         b.board.sataPorts = 0;
         b.board.slimSasPorts = 2;
     }},
    {"storage-bays", "bays of the case",
     [](Bench& b) {
         b.drive.driveInterface = "SATA";
         b.drive.formFactor = "2.5\"";
     }},
    {"storage-capacity", "storage of a system",
     [](Bench& b) {
         b.demands.modelFile = Bytes::gb(900);
         b.asSystem = true;
         b.system.storage.reset();
     }},
};

} // namespace

std::span<const Change> breakingChanges()
{
    return kBroken;
}

std::span<const Change> unknownFigures()
{
    return kUnknown;
}

} // namespace rigwright::test
