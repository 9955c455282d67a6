// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/specifications.h"

#include "units/format.h"
#include "units/join.h"

#include <string_view>

namespace rigwright {

namespace {

/// "4.5", "16": no more decimals than the figure has, one at most.
std::string number(double value)
{
    std::string text = formatFixed(value, 1);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::string times(std::int64_t count, const std::string& what)
{
    return std::to_string(count) + " × " + what;
}

/// A list of figures in which unknown ones don't appear.
class Figures {
public:
    /// The same in every language: "24 GiB", a name.
    void add(std::string figure)
    {
        if (!figure.empty()) {
            figures_.push_back({"{figure}", {{"figure", std::move(figure)}}});
        }
    }
    /// `text`: marked RIGWRIGHT_TEXT("Document", …), with {figure} where the figure goes; nothing without one.
    void addSaid(const char* text, std::string figure)
    {
        if (!figure.empty()) {
            figures_.push_back({text, {{"figure", std::move(figure)}}});
        }
    }
    void addWord(const char* text) { figures_.push_back({text, {}}); }
    /// "1 core", "8 cores".
    void addCount(std::int64_t count, const char* one, const char* many)
    {
        addSaid(count == 1 ? one : many, std::to_string(count));
    }
    template <class T, class Write>
    void addKnown(const std::optional<T>& value, Write write)
    {
        if (value) {
            add(write(*value));
        }
    }
    template <class T, class Write>
    void addKnown(const char* text, const std::optional<T>& value, Write write)
    {
        if (value) {
            addSaid(text, write(*value));
        }
    }
    /// "2 channels DDR5".
    void addChannels(std::int64_t count, std::string memory)
    {
        figures_.push_back({count == 1 ? RIGWRIGHT_TEXT("Document", "{figure} channel {memory}")
                                       : RIGWRIGHT_TEXT("Document", "{figure} channels {memory}"),
                            {{"figure", std::to_string(count)}, {"memory", std::move(memory)}}});
    }
    [[nodiscard]] SpecificationFigures take() { return std::move(figures_); }

private:
    SpecificationFigures figures_;
};

std::string watts(Watts power)
{
    return formatFixed(power.value(), 0) + " W";
}

std::string millimetres(Millimetres length)
{
    return number(length.value()) + " mm";
}

std::string gibibytes(Bytes memory)
{
    return number(memory.inGib()) + " GiB";
}

/// Drives are sold in decimal units.
std::string driveCapacity(Bytes capacity)
{
    return capacity >= Bytes::gb(1000) ? shortNumber(capacity.inGb() / 1000) + " TB"
                                       : number(capacity.inGb()) + " GB";
}

std::string pcie(int generation, int lanes)
{
    return "PCIe " + std::to_string(generation) + ".0 x" + std::to_string(lanes);
}

void addConnectors(Figures& figures, const PowerConnectors& power)
{
    const auto add = [&](int count, const char* text) {
        figures.addSaid(text, count > 0 ? std::to_string(count) : std::string());
    };
    add(power.pin16, RIGWRIGHT_TEXT("Document", "{figure} × 16-pin"));
    add(power.pin8, RIGWRIGHT_TEXT("Document", "{figure} × PCIe 8-pin"));
    add(power.pin6, RIGWRIGHT_TEXT("Document", "{figure} × PCIe 6-pin"));
}

void addMounting(Figures& figures, Mounting mounting)
{
    switch (mounting) {
    case Mounting::Card: break;
    case Mounting::PassiveCard: figures.addWord(RIGWRIGHT_TEXT("Document", "passive card")); break;
    case Mounting::Module: figures.addWord(RIGWRIGHT_TEXT("Document", "module for a server board")); break;
    case Mounting::Integrated: figures.addWord(RIGWRIGHT_TEXT("Document", "integrated")); break;
    }
}

SpecificationFigures specificationsOf(const Accelerator& part)
{
    Figures figures;
    figures.add(gibibytes(part.memory));
    figures.addKnown(part.bandwidth, [](BytesPerSecond rate) { return number(rate.inGb()) + " GB/s"; });
    figures.addKnown(RIGWRIGHT_TEXT("Document", "{figure} board power"), part.boardPower, watts);
    addMounting(figures, part.mounting);
    if (part.pcieGeneration && part.pcieLanes) {
        figures.add(pcie(*part.pcieGeneration, *part.pcieLanes));
    }
    if (part.slotWidth) {
        figures.addCount(*part.slotWidth, RIGWRIGHT_TEXT("Document", "{figure} slot"),
                         RIGWRIGHT_TEXT("Document", "{figure} slots"));
    }
    figures.addKnown(part.length, millimetres);
    if (part.power) {
        addConnectors(figures, *part.power);
    }
    return figures.take();
}

SpecificationFigures specificationsOf(const Cpu& part)
{
    Figures figures;
    figures.addCount(part.cores, RIGWRIGHT_TEXT("Document", "{figure} core"),
                     RIGWRIGHT_TEXT("Document", "{figure} cores"));
    figures.addCount(part.threads, RIGWRIGHT_TEXT("Document", "{figure} thread"),
                     RIGWRIGHT_TEXT("Document", "{figure} threads"));
    figures.addKnown(RIGWRIGHT_TEXT("Document", "{figure} GHz base"), part.baseGhz, number);
    figures.addSaid(RIGWRIGHT_TEXT("Document", "socket {figure}"), part.socket);
    figures.add(watts(part.power) + " TDP");
    figures.addChannels(part.memoryChannels, joined(part.memoryTypes, "/"));
    return figures.take();
}

std::string slotsText(const std::vector<PcieSlot>& slots)
{
    std::vector<std::string> lanes;
    lanes.reserve(slots.size());
    for (const PcieSlot& slot : slots) {
        lanes.push_back("x" + std::to_string(slot.lanes));
    }
    return joined(lanes, "/");
}

SpecificationFigures specificationsOf(const Board& part)
{
    Figures figures;
    figures.addSaid(RIGWRIGHT_TEXT("Document", "socket {figure}"),
                    part.socket + (part.socketCount > 1 ? " × " + std::to_string(part.socketCount) : ""));
    figures.add(part.chipset);
    figures.add(part.formFactor);
    figures.add(
        times(part.dimmSlots,
              part.memoryType + (part.moduleTypes.empty() ? "" : " ") + joined(part.moduleTypes, "/")));
    figures.addKnown(RIGWRIGHT_TEXT("Document", "up to {figure}"), part.memoryMax, gibibytes);
    figures.addSaid(RIGWRIGHT_TEXT("Document", "PCIe slots {figure}"), slotsText(part.slots));
    figures.addKnown(part.m2Slots, [](int slots) { return times(slots, "M.2"); });
    return figures.take();
}

/// The trade's name of a kit, in which 32 GB means 32 GiB.
SpecificationFigures specificationsOf(const MemoryKit& part)
{
    Figures figures;
    figures.add(times(part.modules,
                      number(part.moduleCapacity.inGib()) + " GB " + part.memoryType +
                          (part.speed ? "-" + std::to_string(*part.speed) : "") + " " + part.moduleType));
    figures.addKnown(part.casLatency, [](int latency) { return "CL" + std::to_string(latency); });
    return figures.take();
}

SpecificationFigures specificationsOf(const Drive& part)
{
    Figures figures;
    figures.add(driveCapacity(part.capacity));
    figures.add(part.driveInterface);
    figures.add(part.formFactor);
    figures.addKnown(part.pcieGeneration,
                     [](int generation) { return "PCIe " + std::to_string(generation) + ".0"; });
    figures.addKnown(RIGWRIGHT_TEXT("Document", "reads {figure}"), part.sequentialRead,
                     [](BytesPerSecond rate) { return number(rate.inGb()) + " GB/s"; });
    return figures.take();
}

SpecificationFigures specificationsOf(const PowerSupply& part)
{
    Figures figures;
    figures.add(watts(part.rating));
    figures.add(part.efficiency);
    figures.add(part.formFactor);
    addConnectors(figures, part.connectors);
    figures.addKnown(RIGWRIGHT_TEXT("Document", "{figure} × EPS 8-pin"), part.epsConnectors,
                     [](int count) { return std::to_string(count); });
    if (part.needs200Volts) {
        figures.addWord(RIGWRIGHT_TEXT("Document", "full rating at 200–240 V only"));
    }
    return figures.take();
}

SpecificationFigures specificationsOf(const Case& part)
{
    Figures figures;
    figures.addKnown(RIGWRIGHT_TEXT("Document", "{figure}U rack"), part.rackUnits,
                     [](int units) { return std::to_string(units); });
    figures.addSaid(RIGWRIGHT_TEXT("Document", "boards {figure}"), joined(part.boardFormFactors, "/"));
    figures.addKnown(RIGWRIGHT_TEXT("Document", "cards up to {figure}"), part.maxCardLength, millimetres);
    figures.addKnown(RIGWRIGHT_TEXT("Document", "coolers up to {figure}"), part.maxCoolerHeight, millimetres);
    if (part.expansionSlots) {
        figures.addCount(*part.expansionSlots, RIGWRIGHT_TEXT("Document", "{figure} expansion slot"),
                         RIGWRIGHT_TEXT("Document", "{figure} expansion slots"));
    }
    return figures.take();
}

SpecificationFigures specificationsOf(const Cooler& part)
{
    Figures figures;
    figures.addWord(part.liquid ? RIGWRIGHT_TEXT("Document", "liquid") : RIGWRIGHT_TEXT("Document", "air"));
    figures.addKnown(RIGWRIGHT_TEXT("Document", "{figure} radiator"), part.radiator, millimetres);
    figures.addKnown(RIGWRIGHT_TEXT("Document", "{figure} high"), part.height, millimetres);
    figures.addKnown(RIGWRIGHT_TEXT("Document", "carries away {figure}"), part.rating, watts);
    figures.addSaid(RIGWRIGHT_TEXT("Document", "sockets {figure}"), joined(part.sockets, "/"));
    return figures.take();
}

SpecificationFigures specificationsOf(const NetworkCard& part)
{
    Figures figures;
    figures.add(times(part.ports, number(part.gigabitsPerPort) + " Gb/s"));
    figures.add(part.protocol);
    figures.add(pcie(part.pcieGeneration, part.pcieLanes));
    return figures.take();
}

std::string acceleratorName(const Catalog& catalog, const PartId& id)
{
    const Accelerator* accelerator = acceleratorOf(catalog, id);
    return accelerator == nullptr ? id.text() : accelerator->info.name;
}

SpecificationFigures specificationsOf(const CompleteSystem& part, const Catalog& catalog)
{
    Figures figures;
    if (!part.accelerator.empty()) {
        figures.add(times(part.acceleratorCount, acceleratorName(catalog, part.accelerator)));
    }
    figures.add(part.cpu);
    figures.addKnown(RIGWRIGHT_TEXT("Document", "{figure} RAM"), part.memory, gibibytes);
    if (part.unifiedMemory) {
        figures.addWord(RIGWRIGHT_TEXT("Document", "unified memory"));
    }
    figures.addKnown(part.storage, driveCapacity);
    figures.addKnown(RIGWRIGHT_TEXT("Document", "up to {figure}"), part.maxPower, watts);
    figures.addKnown(RIGWRIGHT_TEXT("Document", "{figure}U rack"), part.rackUnits,
                     [](int units) { return std::to_string(units); });
    return figures.take();
}

template <class Part, class... Context>
SpecificationFigures specificationsIn(const std::vector<Part>& parts, const PartId& id,
                                      const Context&... context)
{
    const Part* part = findPart(parts, id);
    return part == nullptr ? SpecificationFigures() : specificationsOf(*part, context...);
}

} // namespace

std::string specificationsText(const SpecificationFigures& specifications, const Texts& texts)
{
    std::vector<std::string> figures;
    figures.reserve(specifications.size());
    for (const SpecificationFigure& figure : specifications) {
        figures.push_back(texts("Document", figure.text, figure.evidence));
    }
    return joined(figures, texts("Document", RIGWRIGHT_TEXT("Document", ", ")));
}

std::string keySpecifications(const Catalog& catalog, PartCategory category, const PartId& part)
{
    return specificationsText(specificationFigures(catalog, category, part), Texts());
}

SpecificationFigures specificationFigures(const Catalog& catalog, PartCategory category, const PartId& part)
{
    switch (category) {
    case PartCategory::Accelerator: {
        const Accelerator* accelerator = acceleratorOf(catalog, part);
        return accelerator == nullptr ? SpecificationFigures() : specificationsOf(*accelerator);
    }
    case PartCategory::Cpu: return specificationsIn(catalog.cpus, part);
    case PartCategory::Board: return specificationsIn(catalog.boards, part);
    case PartCategory::Memory: return specificationsIn(catalog.memory, part);
    case PartCategory::Storage: return specificationsIn(catalog.drives, part);
    case PartCategory::PowerSupply: return specificationsIn(catalog.powerSupplies, part);
    case PartCategory::Case: return specificationsIn(catalog.cases, part);
    case PartCategory::Cooler: return specificationsIn(catalog.coolers, part);
    case PartCategory::NetworkCard: return specificationsIn(catalog.networkCards, part);
    case PartCategory::System: return specificationsIn(catalog.systems, part, catalog);
    }
    return {};
}

} // namespace rigwright
