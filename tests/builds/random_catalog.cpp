// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/random_catalog.h"

#include "builds/bench.h"

#include <initializer_list>
#include <random>

namespace rigwright::test {

namespace {

class Dice {
public:
    explicit Dice(unsigned seed)
        : engine_(seed)
    { }

    int upTo(int most) { return static_cast<int>(engine_() % static_cast<unsigned>(most + 1)); }
    bool chance(int percent) { return upTo(99) < percent; }
    template <class T>
    T of(std::initializer_list<T> choices)
    {
        return *(choices.begin() + upTo(static_cast<int>(choices.size()) - 1));
    }
    /// The first choice in two of three cases.
    template <class T>
    T mostly(std::initializer_list<T> choices)
    {
        return chance(60) ? *choices.begin() : of(choices);
    }
    template <class T>
    std::optional<T> maybe(T value, int percentKnown = 90)
    {
        return chance(percentKnown) ? std::optional<T>(value) : std::nullopt;
    }

private:
    std::mt19937 engine_;
};

PartInfo pricedPart(Dice& dice, const std::string& id, int around)
{
    PartInfo info = part(id);
    if (dice.chance(95)) {
        const int price = around / 2 + dice.upTo(around);
        info.offers.push_back({Money(std::int64_t{price} * 100, Currency::usd()), PriceKind::Street, "US",
                               "test", Date{2026, 8, 1}});
    }
    info.hidden = dice.chance(4);
    return info;
}

Accelerator accelerator(Dice& dice, int number)
{
    Accelerator a;
    a.info = pricedPart(dice, "card-" + std::to_string(number), 800);
    a.vendor = dice.of({AcceleratorVendor::Nvidia, AcceleratorVendor::Nvidia, AcceleratorVendor::Amd});
    a.architecture = dice.of<const char*>({"Turing", "Ampere", "Ada"});
    a.computeCapability = dice.maybe(dice.of({7.0, 8.6, 9.0}));
    a.releaseYear = 2018 + dice.upTo(7);
    a.memory = Bytes::gib(dice.of({1, 2, 3, 6, 12, 12}));
    a.bandwidth = dice.maybe(BytesPerSecond::gb(dice.of({200, 450, 1000})), 95);
    a.fp16 = dice.maybe(FlopsPerSecond::tera(dice.of({30, 80})), 95);
    a.boardPower = dice.maybe(Watts(dice.of({75, 200, 350})), 97);
    a.pcieGeneration = dice.maybe(dice.of({3, 4, 5}));
    a.pcieLanes = dice.maybe(dice.mostly({16, 8}));
    a.mounting = dice.chance(88) ? Mounting::Card
                                 : dice.of({Mounting::PassiveCard, Mounting::Module, Mounting::Integrated});
    a.slotWidth = dice.maybe(dice.mostly({2, 1, 3}));
    a.length = dice.maybe(Millimetres(dice.of({200, 300})));
    a.power = dice.maybe(dice.of({PowerConnectors{}, PowerConnectors{1, 0, 0}, PowerConnectors{0, 2, 1}}));
    a.linkBandwidth = dice.chance(20) ? std::optional(BytesPerSecond::gb(600)) : std::nullopt;
    a.linkMaxDevices = a.linkBandwidth ? 4 : 1;
    return a;
}

/// Cards that makers sell with an accelerator on them, some at prices older than the accelerator's own.
void addCards(Catalog& catalog, Dice& dice, const Accelerator& chip)
{
    const int cards = dice.of({0, 1, 2, 3, 4});
    for (int i = 0; i < cards; ++i) {
        const Accelerator other = accelerator(dice, 0);
        Accelerator card = chip;
        card.info = pricedPart(dice, "maker-" + std::to_string(i) + "-" + chip.info.id.text(), 800);
        for (Offer& offer : card.info.offers) {
            offer.date.day = dice.chance(20) ? 1 : 15;
            offer.date.month = dice.chance(20) ? 7 : 8;
        }
        card.variantOf = chip.info.id;
        card.ratedPower = chip.boardPower;
        card.chipName = chip.info.name;
        card.length = dice.chance(50) ? other.length : chip.length;
        card.slotWidth = dice.chance(50) ? other.slotWidth : chip.slotWidth;
        card.boardPower = dice.chance(50) ? other.boardPower : chip.boardPower;
        card.power = dice.chance(50) ? other.power : chip.power;
        catalog.cards.push_back(card);
    }
}

Cpu cpu(Dice& dice, int number)
{
    Cpu c;
    c.info = pricedPart(dice, "cpu-" + std::to_string(number), 300);
    c.socket = dice.chance(92) ? "S1" : "S2";
    c.maxSockets = dice.mostly({2, 1});
    c.cores = dice.of({6, 16, 64});
    c.memoryTypes = dice.chance(90) ? std::vector<std::string>{"DDR5", "DDR4"} : std::vector<std::string>{};
    c.moduleTypes =
        dice.of<std::vector<std::string>>({{"UDIMM"}, {"UDIMM", "ECC UDIMM"}, {"RDIMM", "UDIMM"}});
    c.memoryChannels = dice.of({2, 4});
    c.memorySpeed = dice.of({4800, 5600});
    c.memorySpeedTwoPerChannel = dice.maybe(dice.of({3600, 4400}), 50);
    c.ddr4Speed = dice.maybe(3200, 50);
    c.ecc = dice.maybe(dice.chance(50), 60);
    c.family = dice.mostly<const char*>({"F1", "F2", ""});
    c.memoryMax = dice.maybe(Bytes::gib(dice.mostly({256, 32, 64})));
    c.pcieGeneration = dice.of({4, 5});
    c.pcieLanes = dice.of({20, 64});
    c.power = Watts(dice.of({65, 250}));
    c.turboPower = dice.maybe(Watts(dice.of({90, 300})), 50);
    c.avx512 = dice.chance(50);
    c.amx = dice.chance(20);
    c.graphics = dice.maybe(dice.chance(50));
    return c;
}

void placeSlots(Board& board, Dice& dice)
{
    int position = 1;
    for (PcieSlot& slot : board.slots) {
        slot.position = position;
        position += dice.of({1, 2, 3});
    }
}

Board board(Dice& dice, int number)
{
    Board b;
    b.info = pricedPart(dice, "board-" + std::to_string(number), 300);
    b.socket = dice.chance(92) ? "S1" : "S2";
    b.socketCount = dice.mostly({1, 2});
    b.formFactor = dice.mostly<const char*>({"ATX", "mATX", "E-ATX"});
    b.dimmSlots = 4 * b.socketCount;
    b.memoryType = dice.chance(94) ? "DDR5" : "DDR4";
    b.moduleTypes =
        dice.of<std::vector<std::string>>({{"UDIMM"}, {"UDIMM", "ECC UDIMM"}, {"RDIMM", "UDIMM"}});
    b.channelsPerSocket = dice.of({2, 4});
    b.memoryMax = dice.maybe(Bytes::gib(dice.mostly({256, 64})));
    const int slots = dice.mostly({4, 0, 1, 2, 3});
    for (int i = 0; i < slots; ++i) {
        b.slots.push_back(
            {dice.of({3, 4, 5}), dice.of({4, 8, 16, 16}), dice.mostly({16, 4}), dice.chance(70)});
    }
    if (dice.chance(50)) {
        placeSlots(b, dice);
    }
    if (slots > 1 && dice.chance(20)) {
        b.laneSharing = {{{BoardPort::Kind::Slot, 2}, {BoardPort::Kind::Slot, 1}, dice.of({0, 4, 8})}};
    }
    b.memorySpeed = dice.maybe(dice.of({4000, 5200, 6000}), 40);
    b.memorySpeedTwoPerChannel = dice.maybe(dice.of({3200, 4800}), 40);
    b.ecc = dice.maybe(dice.chance(50), 60);
    b.cpuFamilies = dice.mostly<std::vector<std::string>>({{"F1", "F2"}, {"F1"}, {}});
    b.cpuFamiliesByUpdate = dice.chance(20) ? std::vector<std::string>{"F2"} : std::vector<std::string>{};
    b.slotsSplit = dice.chance(50);
    b.m2Slots = dice.maybe(dice.mostly({2, 0, 1}));
    b.sataPorts = dice.maybe(dice.mostly({4, 0}), 50);
    b.u2Ports = dice.maybe(dice.mostly({0, 1}), 50);
    b.slimSasPorts = b.mcioPorts = b.oculinkPorts = dice.maybe(0, 50);
    b.epsConnectors = dice.maybe(dice.of({1, 2}));
    b.bmc = dice.maybe(dice.chance(50));
    return b;
}

/// A part that differs from another in price and one figure only: what a search could wrongly take for the same.
Accelerator sibling(Dice& dice, const Accelerator& like, int number)
{
    const Accelerator other = accelerator(dice, number);
    Accelerator a = like;
    a.info = other.info;
    switch (dice.upTo(8)) {
    case 0: a.memory = other.memory; break;
    case 1: a.bandwidth = other.bandwidth; break;
    case 2: a.boardPower = other.boardPower; break;
    case 3: a.pcieLanes = other.pcieLanes; break;
    case 4: a.slotWidth = other.slotWidth; break;
    case 5: a.length = other.length; break;
    case 6: a.power = other.power; break;
    case 7: a.mounting = other.mounting; break;
    default: a.vendor = other.vendor; break;
    }
    return a;
}

Cpu sibling(Dice& dice, const Cpu& like, int number)
{
    const Cpu other = cpu(dice, number);
    Cpu c = like;
    c.info = other.info;
    switch (dice.upTo(14)) {
    case 11: c.memorySpeedTwoPerChannel = other.memorySpeedTwoPerChannel; break;
    case 12: c.ddr4Speed = other.ddr4Speed; break;
    case 13: c.ecc = other.ecc; break;
    case 14: c.family = other.family; break;
    case 0: c.maxSockets = other.maxSockets; break;
    case 1: c.cores = other.cores; break;
    case 2: c.moduleTypes = other.moduleTypes; break;
    case 3: c.memoryChannels = other.memoryChannels; break;
    case 4: c.memorySpeed = other.memorySpeed; break;
    case 5: c.memoryMax = other.memoryMax; break;
    case 6: c.pcieGeneration = other.pcieGeneration; break;
    case 7: c.pcieLanes = other.pcieLanes; break;
    case 8: c.power = other.power; break;
    case 9: c.turboPower = other.turboPower; break;
    default: c.avx512 = other.avx512; break;
    }
    return c;
}

Board sibling(Dice& dice, const Board& like, int number)
{
    const Board other = board(dice, number);
    Board b = like;
    b.info = other.info;
    switch (dice.upTo(17)) {
    case 16: b.sataPorts = other.sataPorts; break;
    case 17:
        b.u2Ports = other.u2Ports;
        b.slimSasPorts = other.slimSasPorts;
        break;
    case 10: b.memorySpeed = other.memorySpeed; break;
    case 11: b.memorySpeedTwoPerChannel = other.memorySpeedTwoPerChannel; break;
    case 12: b.ecc = other.ecc; break;
    case 13: b.cpuFamilies = other.cpuFamilies; break;
    case 14: placeSlots(b, dice); break;
    case 15: b.laneSharing = {{{BoardPort::Kind::Slot, 2}, {BoardPort::Kind::Slot, 1}, 8}}; break;
    case 0: b.formFactor = other.formFactor; break;
    case 1: b.dimmSlots = other.dimmSlots; break;
    case 2: b.moduleTypes = other.moduleTypes; break;
    case 3: b.channelsPerSocket = other.channelsPerSocket; break;
    case 4: b.memoryMax = other.memoryMax; break;
    case 5: b.slots = other.slots; break;
    case 6: b.slotsSplit = other.slotsSplit; break;
    case 7: b.m2Slots = other.m2Slots; break;
    case 8: b.epsConnectors = other.epsConnectors; break;
    default: b.memoryType = other.memoryType; break;
    }
    return b;
}

MemoryKit kit(Dice& dice, int number)
{
    MemoryKit k;
    k.info = pricedPart(dice, "kit-" + std::to_string(number), 120);
    k.memoryType = dice.chance(94) ? "DDR5" : "DDR4";
    k.moduleType = dice.mostly<const char*>({"UDIMM", "ECC UDIMM", "RDIMM"});
    k.modules = dice.of({1, 2});
    k.moduleCapacity = Bytes::gib(dice.of({8, 16, 16, 32}));
    k.speed = dice.maybe(dice.of({4800, 6000}));
    return k;
}

void addCompletingParts(Catalog& catalog, Dice& dice)
{
    for (int i = 0; i < 2; ++i) {
        Drive d;
        d.info = pricedPart(dice, "drive-" + std::to_string(i), 100);
        d.capacity = Bytes::gb(dice.mostly({500, 4, 30}));
        d.formFactor = dice.of<const char*>({"M.2 2280", "M.2 2280", "2.5\"", "2.5\"", "U.2"});
        d.driveInterface = d.formFactor == "2.5\"" ? "SATA" : "NVMe";
        catalog.drives.push_back(d);
        Cooler c;
        c.info = pricedPart(dice, "cooler-" + std::to_string(i), 60);
        c.sockets = dice.of<std::vector<std::string>>({{"S1", "S2"}, {"S1"}, {"S1"}, {"S1"}, {}});
        c.liquid = dice.chance(25);
        c.radiator = c.liquid ? dice.maybe(Millimetres(dice.of({240, 360})), 70) : std::nullopt;
        c.height = dice.maybe(Millimetres(dice.of({120, 150, 160})));
        c.rating = dice.maybe(Watts(dice.of({100, 320})), 70);
        catalog.coolers.push_back(c);
    }
    const int supplies = dice.of({2, 3});
    for (int i = 0; i < supplies; ++i) {
        PowerSupply p;
        p.info = pricedPart(dice, "supply-" + std::to_string(i), 150);
        p.formFactor = dice.mostly<const char*>({"ATX", "SFX"});
        p.rating = Watts(dice.of({450, 750, 1300, 2500}));
        p.efficiency = dice.of<const char*>({"80+ Gold", "80+ Titanium", ""});
        p.atxVersion = dice.maybe(dice.mostly({3.1, 2.4, 3.0}), 85);
        p.connectors = {dice.upTo(3), dice.upTo(8), dice.upTo(2)};
        p.epsConnectors = dice.maybe(dice.of({1, 2}));
        p.connectorsKnown = dice.chance(80);
        p.pin16Rating = dice.maybe(Watts(dice.of({150, 600})), 50);
        p.length = dice.maybe(Millimetres(dice.of({140, 200})), 60);
        catalog.powerSupplies.push_back(p);
        Case c;
        c.info = pricedPart(dice, "case-" + std::to_string(i), 100);
        c.boardFormFactors = dice.of<std::vector<std::string>>(
            {{"ATX", "mATX", "E-ATX"}, {"ATX", "mATX", "E-ATX"}, {"ATX", "mATX"}, {"ATX", "mATX"}, {"mATX"}});
        c.maxCardLength = dice.maybe(Millimetres(dice.mostly({400, 250})));
        c.maxCoolerHeight = dice.maybe(Millimetres(dice.of({140, 170})), 70);
        c.expansionSlots = dice.maybe(dice.mostly({8, 4, 7}));
        c.powerSupplyFormFactors =
            dice.of<std::vector<std::string>>({{"ATX"}, {"ATX", "SFX"}, {"ATX", "SFX"}, {}});
        c.rackUnits = dice.chance(30) ? std::optional(4) : std::nullopt;
        c.radiators = dice.of<std::vector<std::string>>({{}, {"240"}, {"240", "360"}});
        c.maxPowerSupplyLength = dice.maybe(Millimetres(dice.of({160, 220})), 30);
        c.powerSupplies = dice.maybe(dice.of({1, 2}));
        c.doubleWidthCards = dice.maybe(dice.of({1, 2, 4}), 30);
        c.ductedAirflow = c.rackUnits.has_value();
        catalog.cases.push_back(c);
    }
}

CompleteSystem completeSystem(Dice& dice, int number, const Catalog& catalog)
{
    CompleteSystem s;
    s.info = pricedPart(dice, "system-" + std::to_string(number), 3000);
    s.accelerator = catalog.accelerators.front().info.id;
    s.acceleratorCount = dice.of({1, 4});
    s.unifiedMemory = dice.chance(50);
    s.memory = dice.maybe(Bytes::gib(dice.of({16, 256})));
    s.storage = dice.maybe(Bytes::gb(dice.of({4, 2000})));
    s.maxPower = dice.maybe(Watts(dice.of({300, 2000})));
    s.rackUnits = dice.chance(50) ? std::optional(4) : std::nullopt;
    return s;
}

ModelFacts expertModel()
{
    ModelFacts model = denseModel();
    model.id = ModelId("experts");
    model.experts = 48;
    model.expertsPerToken = 2;
    model.expertFeedForward = 1536;
    return model;
}

} // namespace

Catalog randomCatalog(unsigned seed)
{
    Dice dice(seed);
    Catalog catalog;
    const int accelerators = dice.of({1, 2});
    for (int i = 0; i < accelerators; ++i) {
        const bool alike = i > 0 && dice.chance(70);
        catalog.accelerators.push_back(alike ? sibling(dice, catalog.accelerators.front(), i)
                                             : accelerator(dice, i));
    }
    for (const Accelerator& chip : catalog.accelerators) {
        addCards(catalog, dice, chip);
    }
    const int platforms = dice.of({2, 3});
    for (int i = 0; i < platforms; ++i) {
        const bool alike = i > 0 && dice.chance(70);
        catalog.cpus.push_back(alike ? sibling(dice, catalog.cpus.front(), i) : cpu(dice, i));
        catalog.boards.push_back(alike ? sibling(dice, catalog.boards.front(), i) : board(dice, i));
        catalog.memory.push_back(kit(dice, i));
    }
    addCompletingParts(catalog, dice);
    const int systems = dice.of({0, 1, 2});
    for (int i = 0; i < systems; ++i) {
        catalog.systems.push_back(completeSystem(dice, i, catalog));
    }
    catalog.models = {denseModel(), expertModel()};
    return catalog;
}

Requirement randomRequirement(unsigned seed)
{
    Dice dice(seed);
    Requirement wanted;
    wanted.model = ModelId(dice.of<const char*>({"dense", "experts"}));
    wanted.budget = Money(std::int64_t{100} * dice.of({1500, 3000, 6000, 20000}), Currency::usd());
    wanted.workload.kind = dice.of({WorkloadKind::Chat, WorkloadKind::Serve});
    wanted.workload.concurrency = wanted.workload.kind == WorkloadKind::Serve ? dice.of({1, 4}) : 1;
    if (dice.chance(30)) {
        wanted.workload.engine = Engine::Vllm;
        wanted.workload.weights = dice.of({WeightFormat::Awq4, WeightFormat::Bf16});
    }
    wanted.workload.context = dice.of({1024, 8192});
    if (dice.chance(25)) {
        wanted.minDecode = TokensPerSecond(dice.of({1, 5, 20}));
    }
    if (dice.chance(20)) {
        wanted.workload.maxTimeToFirstToken = Seconds(dice.of({0.3, 3.0}));
    }
    if (dice.chance(25)) {
        wanted.maxWallPower = Watts(dice.of({300, 600, 1200}));
    }
    if (dice.chance(15)) {
        wanted.enclosure = dice.of({Enclosure::Tower, Enclosure::Rack});
    }
    wanted.requireEcc = dice.chance(6);
    if (dice.chance(15)) {
        wanted.vendor = AcceleratorVendor::Nvidia;
    }
    wanted.allowHostOffload = dice.chance(80);
    return wanted;
}

namespace {

bool hasDetails(unsigned seed)
{
    return seed % 2 == 1;
}

} // namespace

Catalog withRandomDetails(Catalog catalog, unsigned seed)
{
    Dice dice(seed + 29);
    for (Cooler& cooler : catalog.coolers) {
        cooler.noiseDb = dice.maybe(20.0 + dice.upTo(20), 80);
    }
    for (PowerSupply& supply : catalog.powerSupplies) {
        supply.needs200Volts = dice.chance(60);
        supply.lowLineRating = dice.chance(20) ? std::optional(supply.rating * 0.6) : std::nullopt;
    }
    return catalog;
}

Catalog withLowCases(Catalog catalog, unsigned seed)
{
    Dice dice(seed + 41);
    for (Case& enclosure : catalog.cases) {
        if (dice.chance(enclosure.rackUnits ? 60 : 15)) {
            enclosure.rackUnits = 2;
            enclosure.ductedAirflow = dice.chance(80);
        }
    }
    return catalog;
}

Requirement withRandomDetails(Requirement wanted, const Catalog& catalog, unsigned seed)
{
    Dice dice(seed + 17);
    const auto own = [&](PartCategory category, const auto& parts, int percent) {
        for (const auto& part : parts) {
            if (dice.chance(percent)) {
                wanted.owned.push_back({category, part.info.id, dice.of({1, 1, 2, 4})});
                return;
            }
        }
    };
    own(PartCategory::Accelerator, catalog.accelerators, 15);
    own(PartCategory::Accelerator, catalog.cards, 20);
    own(PartCategory::Cpu, catalog.cpus, 10);
    own(PartCategory::Board, catalog.boards, 10);
    own(PartCategory::Memory, catalog.memory, 10);
    own(PartCategory::Storage, catalog.drives, 20);
    own(PartCategory::PowerSupply, catalog.powerSupplies, 20);
    own(PartCategory::Case, catalog.cases, 20);
    own(PartCategory::Cooler, catalog.coolers, 20);
    own(PartCategory::System, catalog.systems, 5);
    for (const Objective objective :
         {Objective::Power, Objective::Noise, Objective::Headroom, Objective::UpgradeRoom}) {
        if (dice.chance(35)) {
            wanted.objectives.push_back(objective);
        }
    }
    if (dice.chance(40)) {
        wanted.circuit = WallCircuit{dice.mostly({120, 230}), dice.of({5, 10, 16})};
    }
    if (dice.chance(20)) {
        wanted.formFactors = {catalog.boards.front().formFactor};
    }
    return wanted;
}

Catalog variedCatalog(unsigned seed)
{
    Catalog catalog = randomCatalog(seed);
    if (hasDetails(seed)) {
        catalog = withRandomDetails(std::move(catalog), seed);
    }
    return seed % 4 >= 2 ? withLowCases(std::move(catalog), seed) : catalog;
}

Requirement variedRequirement(const Catalog& catalog, unsigned seed)
{
    Requirement wanted = randomRequirement(seed);
    if (hasDetails(seed)) {
        Requirement detailed = withRandomDetails(wanted, catalog, seed);
        wanted.circuit = detailed.circuit;
        wanted.formFactors = std::move(detailed.formFactors);
    }
    return wanted;
}

} // namespace rigwright::test
