// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/specifications.h"

#include "bom/document/words.h"
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

/// "1 core", "8 cores"
std::string counted(std::int64_t count, const std::string& one)
{
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

/// A list of figures in which unknown ones don't appear.
class Figures {
public:
    void add(std::string figure)
    {
        if (!figure.empty()) {
            figures_.push_back(std::move(figure));
        }
    }
    template <class T, class Write>
    void addKnown(const std::optional<T>& value, Write write)
    {
        if (value) {
            add(write(*value));
        }
    }
    [[nodiscard]] std::string text() const { return joined(figures_, ", "); }

private:
    std::vector<std::string> figures_;
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

std::string connectors(const PowerConnectors& power)
{
    Figures figures;
    figures.add(power.pin16 > 0 ? times(power.pin16, "16-pin") : "");
    figures.add(power.pin8 > 0 ? times(power.pin8, "PCIe 8-pin") : "");
    figures.add(power.pin6 > 0 ? times(power.pin6, "PCIe 6-pin") : "");
    return figures.text();
}

std::string mountingText(Mounting mounting)
{
    switch (mounting) {
    case Mounting::Card: return "";
    case Mounting::PassiveCard: return "passive card";
    case Mounting::Module: return "module for a server board";
    case Mounting::Integrated: return "integrated";
    }
    return "";
}

std::string specificationsOf(const Accelerator& part)
{
    Figures figures;
    figures.add(gibibytes(part.memory));
    figures.addKnown(part.bandwidth, [](BytesPerSecond rate) { return number(rate.inGb()) + " GB/s"; });
    figures.addKnown(part.boardPower, [](Watts power) { return watts(power) + " board power"; });
    figures.add(mountingText(part.mounting));
    if (part.pcieGeneration && part.pcieLanes) {
        figures.add(pcie(*part.pcieGeneration, *part.pcieLanes));
    }
    figures.addKnown(part.slotWidth, [](int slots) { return counted(slots, "slot"); });
    figures.addKnown(part.length, millimetres);
    figures.addKnown(part.power, connectors);
    return figures.text();
}

std::string specificationsOf(const Cpu& part)
{
    Figures figures;
    figures.add(counted(part.cores, "core"));
    figures.add(counted(part.threads, "thread"));
    figures.addKnown(part.baseGhz, [](double ghz) { return number(ghz) + " GHz base"; });
    figures.add("socket " + part.socket);
    figures.add(watts(part.power) + " TDP");
    figures.add(counted(part.memoryChannels, "channel") + " " + joined(part.memoryTypes, "/"));
    return figures.text();
}

std::string slotsText(const std::vector<PcieSlot>& slots)
{
    std::vector<std::string> lanes;
    lanes.reserve(slots.size());
    for (const PcieSlot& slot : slots) {
        lanes.push_back("x" + std::to_string(slot.lanes));
    }
    return slots.empty() ? "" : "PCIe slots " + joined(lanes, "/");
}

std::string specificationsOf(const Board& part)
{
    Figures figures;
    figures.add("socket " + part.socket +
                (part.socketCount > 1 ? " × " + std::to_string(part.socketCount) : ""));
    figures.add(part.chipset);
    figures.add(part.formFactor);
    figures.add(
        times(part.dimmSlots,
              part.memoryType + (part.moduleTypes.empty() ? "" : " ") + joined(part.moduleTypes, "/")));
    figures.addKnown(part.memoryMax, [](Bytes most) { return "up to " + gibibytes(most); });
    figures.add(slotsText(part.slots));
    figures.addKnown(part.m2Slots, [](int slots) { return times(slots, "M.2"); });
    return figures.text();
}

/// The trade's name of a kit, in which 32 GB means 32 GiB.
std::string specificationsOf(const MemoryKit& part)
{
    Figures figures;
    figures.add(times(part.modules,
                      number(part.moduleCapacity.inGib()) + " GB " + part.memoryType +
                          (part.speed ? "-" + std::to_string(*part.speed) : "") + " " + part.moduleType));
    figures.addKnown(part.casLatency, [](int latency) { return "CL" + std::to_string(latency); });
    return figures.text();
}

std::string specificationsOf(const Drive& part)
{
    Figures figures;
    figures.add(driveCapacity(part.capacity));
    figures.add(part.driveInterface);
    figures.add(part.formFactor);
    figures.addKnown(part.pcieGeneration,
                     [](int generation) { return "PCIe " + std::to_string(generation) + ".0"; });
    figures.addKnown(part.sequentialRead,
                     [](BytesPerSecond rate) { return "reads " + number(rate.inGb()) + " GB/s"; });
    return figures.text();
}

std::string specificationsOf(const PowerSupply& part)
{
    Figures figures;
    figures.add(watts(part.rating));
    figures.add(part.efficiency);
    figures.add(part.formFactor);
    figures.add(connectors(part.connectors));
    figures.addKnown(part.epsConnectors, [](int count) { return times(count, "EPS 8-pin"); });
    figures.add(part.needs200Volts ? "full rating at 200–240 V only" : "");
    return figures.text();
}

std::string specificationsOf(const Case& part)
{
    Figures figures;
    figures.addKnown(part.rackUnits, [](int units) { return std::to_string(units) + "U rack"; });
    figures.add(part.boardFormFactors.empty() ? "" : "boards " + joined(part.boardFormFactors, "/"));
    figures.addKnown(part.maxCardLength,
                     [](Millimetres length) { return "cards up to " + millimetres(length); });
    figures.addKnown(part.maxCoolerHeight,
                     [](Millimetres height) { return "coolers up to " + millimetres(height); });
    figures.addKnown(part.expansionSlots, [](int slots) { return counted(slots, "expansion slot"); });
    return figures.text();
}

std::string specificationsOf(const Cooler& part)
{
    Figures figures;
    figures.add(part.liquid ? "liquid" : "air");
    figures.addKnown(part.radiator, [](Millimetres length) { return millimetres(length) + " radiator"; });
    figures.addKnown(part.height, [](Millimetres height) { return millimetres(height) + " high"; });
    figures.addKnown(part.rating, [](Watts heat) { return "carries away " + watts(heat); });
    figures.add(part.sockets.empty() ? "" : "sockets " + joined(part.sockets, "/"));
    return figures.text();
}

std::string specificationsOf(const NetworkCard& part)
{
    Figures figures;
    figures.add(times(part.ports, number(part.gigabitsPerPort) + " Gb/s"));
    figures.add(part.protocol);
    figures.add(pcie(part.pcieGeneration, part.pcieLanes));
    return figures.text();
}

std::string acceleratorName(const Catalog& catalog, const PartId& id)
{
    const Accelerator* accelerator = acceleratorOf(catalog, id);
    return accelerator == nullptr ? id.text() : accelerator->info.name;
}

std::string specificationsOf(const CompleteSystem& part, const Catalog& catalog)
{
    Figures figures;
    if (!part.accelerator.empty()) {
        figures.add(times(part.acceleratorCount, acceleratorName(catalog, part.accelerator)));
    }
    figures.add(part.cpu);
    figures.addKnown(part.memory, [](Bytes memory) { return gibibytes(memory) + " RAM"; });
    figures.add(part.unifiedMemory ? "unified memory" : "");
    figures.addKnown(part.storage, driveCapacity);
    figures.addKnown(part.maxPower, [](Watts power) { return "up to " + watts(power); });
    figures.addKnown(part.rackUnits, [](int units) { return std::to_string(units) + "U rack"; });
    return figures.text();
}

template <class Part, class... Context>
std::string specificationsIn(const std::vector<Part>& parts, const PartId& id, const Context&... context)
{
    const Part* part = findPart(parts, id);
    return part == nullptr ? std::string() : specificationsOf(*part, context...);
}

} // namespace

std::string keySpecifications(const Catalog& catalog, PartCategory category, const PartId& part)
{
    switch (category) {
    case PartCategory::Accelerator: {
        const Accelerator* accelerator = acceleratorOf(catalog, part);
        return accelerator == nullptr ? std::string() : specificationsOf(*accelerator);
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
