// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/check/check.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

// Rows that every rule passes, to be spoilt one figure at a time.
namespace rigwright::test {

/// "error rule subject" for each finding.
[[nodiscard]] inline std::vector<std::string> findingsOf(const Catalog& catalog)
{
    std::vector<std::string> lines;
    for (const CheckFinding& finding : checkCatalog(catalog)) {
        lines.push_back((finding.severity == CheckSeverity::Error ? "error " : "warning ") + finding.rule +
                        " " + finding.subject);
    }
    return lines;
}

/// Whether exactly this was found, and nothing else.
[[nodiscard]] inline bool findsOnly(const Catalog& catalog, const std::string& line)
{
    return findingsOf(catalog) == std::vector{line};
}

[[nodiscard]] inline bool finds(const Catalog& catalog, const std::string& line)
{
    const std::vector<std::string> lines = findingsOf(catalog);
    return std::ranges::find(lines, line) != lines.end();
}

[[nodiscard]] inline bool findsNothing(const Catalog& catalog)
{
    return checkCatalog(catalog).empty();
}

[[nodiscard]] inline PartInfo info(const std::string& id)
{
    return {.id = PartId(id),
            .manufacturer = "Maker",
            .name = id,
            .partNumber = "",
            .offers = {},
            .specs = {"a data sheet", Verification::Sourced}};
}

[[nodiscard]] inline Offer offer(const std::string& amount, const Date& date,
                                 PriceKind kind = PriceKind::Street)
{
    return {.price = Money::parse(amount, Currency::usd()).value(),
            .kind = kind,
            .region = "US",
            .source = "a shop",
            .date = date};
}

/// GeForce RTX 4090: 24 GiB, 1008 GB/s, 82.6 TFLOPS FP32, 450 W by one 16-pin socket (Nvidia's Ada whitepaper).
[[nodiscard]] inline Accelerator rtx4090()
{
    Accelerator card;
    card.info = info("rtx-4090");
    card.vendor = AcceleratorVendor::Nvidia;
    card.segment = Segment::Consumer;
    card.architecture = "Ada Lovelace";
    card.computeCapability = 8.9;
    card.releaseYear = 2022;
    card.memory = Bytes::gib(24);
    card.bandwidth = BytesPerSecond::gb(1008);
    card.fp32 = FlopsPerSecond::tera(82.6);
    card.fp16 = FlopsPerSecond::tera(165.2);
    card.fp16Accumulate16 = FlopsPerSecond::tera(330.4);
    card.bf16 = FlopsPerSecond::tera(165.2);
    card.fp8 = FlopsPerSecond::tera(330.4);
    card.int8 = FlopsPerSecond::tera(660.8);
    card.boardPower = Watts(450);
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    card.mounting = Mounting::Card;
    card.slotWidth = 3;
    card.length = Millimetres(304);
    card.power = PowerConnectors{.pin16 = 1, .pin8 = 0, .pin6 = 0};
    return card;
}

[[nodiscard]] inline Cpu ryzen7600()
{
    Cpu cpu;
    cpu.info = info("ryzen-5-7600");
    cpu.socket = "AM5";
    cpu.cores = 6;
    cpu.threads = 12;
    cpu.baseGhz = 3.8;
    cpu.memoryTypes = {"DDR5"};
    cpu.moduleTypes = {"UDIMM"};
    cpu.memoryChannels = 2;
    cpu.memorySpeed = 5200;
    cpu.pcieGeneration = 5;
    cpu.pcieLanes = 24;
    cpu.power = Watts(65);
    cpu.turboPower = Watts(88);
    cpu.avx512 = true;
    return cpu;
}

[[nodiscard]] inline Board am5Board()
{
    Board board;
    board.info = info("am5-board");
    board.socket = "AM5";
    board.formFactor = "ATX";
    board.dimmSlots = 4;
    board.memoryType = "DDR5";
    board.moduleTypes = {"UDIMM"};
    board.channelsPerSocket = 2;
    board.memoryMax = Bytes::gib(256);
    board.slots = {{5, 16, 16, true}, {4, 4, 16, false}};
    board.m2Slots = 3;
    return board;
}

/// DDR5-5600 CL40: 14.3 ns.
[[nodiscard]] inline MemoryKit ddr5Kit()
{
    MemoryKit kit;
    kit.info = info("ddr5-kit");
    kit.info.name = "Kit 64 GB (2 x 32 GB) DDR5-5600 CL40";
    kit.memoryType = "DDR5";
    kit.moduleType = "UDIMM";
    kit.modules = 2;
    kit.moduleCapacity = Bytes::gib(32);
    kit.speed = 5600;
    kit.casLatency = 40;
    return kit;
}

[[nodiscard]] inline Drive nvmeDrive()
{
    Drive drive;
    drive.info = info("nvme-drive");
    drive.capacity = Bytes::gb(2000);
    drive.formFactor = "M.2 2280";
    drive.driveInterface = "NVMe";
    drive.pcieGeneration = 4;
    drive.sequentialRead = BytesPerSecond::gb(7.4);
    return drive;
}

[[nodiscard]] inline PowerSupply atxSupply()
{
    PowerSupply supply;
    supply.info = info("atx-supply");
    supply.formFactor = "ATX";
    supply.rating = Watts(1000);
    supply.efficiency = "80+ Gold";
    supply.atxVersion = 3.0;
    supply.connectors = {.pin16 = 1, .pin8 = 4, .pin6 = 0};
    supply.epsConnectors = 2;
    return supply;
}

[[nodiscard]] inline Case atxCase()
{
    Case enclosure;
    enclosure.info = info("atx-case");
    enclosure.boardFormFactors = {"ATX", "mATX"};
    enclosure.maxCardLength = Millimetres(400);
    enclosure.maxCoolerHeight = Millimetres(170);
    enclosure.expansionSlots = 7;
    enclosure.powerSupplyFormFactors = {"ATX"};
    return enclosure;
}

[[nodiscard]] inline Cooler am5Cooler()
{
    Cooler cooler;
    cooler.info = info("am5-cooler");
    cooler.sockets = {"AM4", "AM5"};
    cooler.height = Millimetres(159);
    return cooler;
}

[[nodiscard]] inline NetworkCard networkCard()
{
    NetworkCard card;
    card.info = info("network-card");
    card.gigabitsPerPort = 10;
    card.ports = 2;
    card.protocol = "Ethernet";
    card.pcieGeneration = 3;
    card.pcieLanes = 4;
    return card;
}

/// One part of each kind that go together, of 2026-09-29.
[[nodiscard]] inline Catalog soundCatalog()
{
    Catalog catalog;
    catalog.date = {2026, 9, 29};
    catalog.accelerators = {rtx4090()};
    catalog.cpus = {ryzen7600()};
    catalog.boards = {am5Board()};
    catalog.memory = {ddr5Kit()};
    catalog.drives = {nvmeDrive()};
    catalog.powerSupplies = {atxSupply()};
    catalog.cases = {atxCase()};
    catalog.coolers = {am5Cooler()};
    catalog.networkCards = {networkCard()};
    catalog.rates = ExchangeRates({{Currency::parse("EUR").value(), 0.88, {2026, 9, 29}, "a bank"},
                                   {Currency::parse("CNY").value(), 6.7, {2026, 9, 29}, "a bank"}});
    return catalog;
}

/// The sound catalog with its accelerator spoilt.
template <class Spoil>
[[nodiscard]] Catalog withAccelerator(Spoil spoil)
{
    Catalog catalog = soundCatalog();
    spoil(catalog.accelerators.front());
    return catalog;
}

} // namespace rigwright::test
