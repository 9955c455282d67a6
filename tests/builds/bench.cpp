// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/bench.h"

namespace rigwright::test {

PartInfo part(const std::string& id, const char* price)
{
    PartInfo info;
    info.id = PartId(id);
    info.name = id;
    info.specs = {"test", Verification::Sourced};
    if (price != nullptr) {
        info.offers.push_back({Money::parse(price, Currency::usd()).value(), PriceKind::Street, "US", "test",
                               Date{2026, 8, 1}});
    }
    return info;
}

ModelFacts denseModel()
{
    ModelFacts model;
    model.id = ModelId("dense");
    model.name = "Dense 7B";
    model.layers = 28;
    model.hidden = 3584;
    model.vocabulary = 152064;
    model.maxContext = 131072;
    model.heads = 28;
    model.kvHeads = 4;
    model.headDim = 128;
    model.qkvBias = true;
    model.qkNorm = "none";
    model.feedForward = 18944;
    model.nativePrecision = "bf16";
    return model;
}

Bench::Bench()
{
    // A card like an RTX 4070 Ti on an AM5 board that splits its two long slots.
    card.info = part("card", "800");
    card.vendor = AcceleratorVendor::Nvidia;
    card.memory = 16_GiB;
    card.bandwidth = BytesPerSecond::gb(672);
    card.fp16 = FlopsPerSecond::tera(80);
    card.boardPower = 285_W;
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    card.slotWidth = 2;
    card.length = 285_mm;
    card.power = PowerConnectors{1, 0, 0};
    cpu.info = part("cpu", "200");
    cpu.socket = "AM5";
    cpu.family = "Ryzen 7000";
    cpu.cores = 6;
    cpu.threads = 12;
    cpu.memoryTypes = {"DDR5"};
    cpu.moduleTypes = {"UDIMM", "ECC UDIMM"};
    cpu.memoryChannels = 2;
    cpu.memorySpeed = 5200;
    cpu.memoryMax = 192_GiB;
    cpu.pcieGeneration = 5;
    cpu.pcieLanes = 24;
    cpu.power = 65_W;
    cpu.turboPower = 88_W;
    cpu.avx512 = true;
    cpu.graphics = true;
    otherCpu = cpu;
    otherCpu.info = part("other-cpu", "300");
    board.info = part("board", "200");
    board.socket = "AM5";
    board.cpuFamilies = {"Ryzen 7000"};
    board.formFactor = "ATX";
    board.dimmSlots = 4;
    board.memoryType = "DDR5";
    board.moduleTypes = {"UDIMM"};
    board.channelsPerSocket = 2;
    board.memoryMax = 192_GiB;
    board.slots = {{5, 16, 16, true}, {5, 16, 16, true}, {4, 4, 16, false}, {3, 1, 1, false}};
    board.slotsSplit = true;
    board.m2Slots = 3;
    board.epsConnectors = 2;
    board.bmc = false;
    kit.info = part("kit", "100");
    kit.memoryType = "DDR5";
    kit.moduleType = "UDIMM";
    kit.modules = 2;
    kit.moduleCapacity = 16_GiB;
    kit.speed = 5200;
    otherKit = kit;
    otherKit.info = part("other-kit", "100");
    drive.info = part("drive", "100");
    drive.capacity = Bytes::gb(1000);
    drive.formFactor = "M.2 2280";
    drive.driveInterface = "NVMe";
    supply.info = part("supply", "120");
    supply.formFactor = "ATX";
    supply.rating = 850_W;
    supply.efficiency = "80+ Gold";
    supply.atxVersion = 3.0;
    supply.connectors = {1, 4, 0};
    supply.epsConnectors = 2;
    enclosure.info = part("case", "100");
    enclosure.boardFormFactors = {"ATX", "mATX", "Mini-ITX"};
    enclosure.maxCardLength = 400_mm;
    enclosure.maxCoolerHeight = 170_mm;
    enclosure.expansionSlots = 7;
    enclosure.powerSupplyFormFactors = {"ATX"};
    cooler.info = part("cooler", "40");
    cooler.sockets = {"AM5"};
    cooler.height = 155_mm;
    cooler.rating = 150_W;
    nic.info = part("nic", "100");
    nic.pcieGeneration = 3;
    nic.pcieLanes = 4;
    system.info = part("system", "4000");
    system.accelerator = PartId("card");
    system.cpu = "20 cores";
    system.memory = 128_GiB;
    system.unifiedMemory = true;
    system.storage = Bytes::gb(4000);
    system.maxPower = 240_W;
}

Machine Bench::machine() const
{
    Machine machine;
    machine.demands = demands;
    machine.powerCap = powerCap;
    if (asSystem) {
        machine.system = &system;
        machine.systemAccelerator = &card;
        return machine;
    }
    const auto put = [](auto& list, const auto& each, int quantity) {
        if (quantity > 0) {
            list.push_back({&each, quantity});
        }
    };
    put(machine.accelerators, card, cards);
    put(machine.cpus, cpu, cpus);
    put(machine.cpus, otherCpu, otherCpus);
    machine.board = &board;
    put(machine.memory, kit, kits);
    put(machine.memory, otherKit, otherKits);
    put(machine.drives, drive, drives);
    put(machine.supplies, supply, supplies);
    machine.enclosure = &enclosure;
    put(machine.coolers, cooler, coolers);
    put(machine.networkCards, nic, nics);
    return machine;
}

} // namespace rigwright::test
