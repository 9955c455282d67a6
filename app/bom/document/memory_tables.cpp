// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/sizing_tables.h"
#include "units/format.h"

#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

/// A component as documents name it, in the colour that it has in every chart of the program.
struct ComponentLook {
    const char* key;
    const char* name;
    Bytes MemoryComponents::*bytes;
    std::uint32_t rgb;
};

/// In the order in which bars stack them.
constexpr std::array<ComponentLook, 9> kComponents{{
    {"weights_gib", RIGWRIGHT_TEXT("Document", "Weights"), &MemoryComponents::weights, 0x3B6FB6},
    {"gradients_gib", RIGWRIGHT_TEXT("Document", "Gradients"), &MemoryComponents::gradients, 0x3F97A8},
    {"optimizer_gib", RIGWRIGHT_TEXT("Document", "Optimizer"), &MemoryComponents::optimizer, 0xC9637F},
    {"activations_gib", RIGWRIGHT_TEXT("Document", "Activations"), &MemoryComponents::activations, 0x93932E},
    {"kv_cache_gib", RIGWRIGHT_TEXT("Document", "KV cache"), &MemoryComponents::kvCache, 0xE0902F},
    {"compute_buffer_gib", RIGWRIGHT_TEXT("Document", "Compute buffers"), &MemoryComponents::computeBuffer,
     0x4F9D69},
    {"output_buffer_gib", RIGWRIGHT_TEXT("Document", "Output buffer"), &MemoryComponents::outputBuffer,
     0x86BF9A},
    {"engine_gib", RIGWRIGHT_TEXT("Document", "Engine"), &MemoryComponents::engineOverhead, 0x9A6FB0},
    {"state_gib", RIGWRIGHT_TEXT("Document", "Recurrent state"), &MemoryComponents::recurrentState, 0xB8BEC9},
}};

constexpr int kDecimals = 2;
constexpr std::size_t kCount = 1;
constexpr std::size_t kCapacity = 2;
constexpr std::size_t kFirstComponent = 3;

DocumentCell gibCell(Bytes amount)
{
    return decimalCell(amount.inGib(), kDecimals);
}

/// Components that something in the machine uses.
std::vector<ComponentLook> usedComponents(const MemoryBreakdown& memory)
{
    const MemoryComponents sum = memory.sum();
    std::vector<ComponentLook> used;
    for (const ComponentLook& component : kComponents) {
        if (sum.*component.bytes > Bytes()) {
            used.push_back(component);
        }
    }
    return used;
}

/// One row for equal devices that hold the same, then one for the RAM.
class MemoryTable {
public:
    MemoryTable(const SectionInput& input, std::size_t machine)
        : say_(input.say)
        , plan_(input.facts.machines[machine].build->plan)
        , components_(usedComponents(plan_.memory))
        , used_(kFirstComponent + components_.size())
    {
        table_.id = machineId("memory", machine);
        table_.title = input.ofMachine(say_(RIGWRIGHT_TEXT("Document", "Memory (GiB, 2^30 bytes)")), machine);
        addColumns();
    }

    [[nodiscard]] DocumentTable make()
    {
        const MemoryBreakdown& memory = plan_.memory;
        for (std::size_t first = 0; first < memory.devices.size();) {
            std::size_t next = first + 1;
            while (next < memory.devices.size() && areAlike(memory.devices[first], memory.devices[next])) {
                ++next;
            }
            addDevice(memory.devices[first], memory.devices[first].name, next - first, true);
            first = next;
        }
        addDevice(memory.host,
                  memory.host.name.empty()
                      ? say_(RIGWRIGHT_TEXT("Document", "RAM"))
                      : say_(RIGWRIGHT_TEXT("Document", "RAM of {name}"), {{"name", memory.host.name}}),
                  1, memory.hostCapacityKnown);
        addSums();
        return std::move(table_);
    }

    [[nodiscard]] const std::vector<ComponentLook>& components() const { return components_; }

private:
    static bool areAlike(const DeviceMemory& one, const DeviceMemory& other)
    {
        return one.name == other.name && one.used == other.used && one.capacity == other.capacity;
    }

    void addColumns()
    {
        const auto add = [&](const char* key, const char* title, Kind kind = Kind::Number) {
            table_.columns.push_back({key, say_(title), kind});
        };
        add("device", RIGWRIGHT_TEXT("Document", "Device"), Kind::Text);
        add("count", RIGWRIGHT_TEXT("Document", "Number of devices"));
        add("capacity_gib", RIGWRIGHT_TEXT("Document", "Capacity of each"));
        for (const ComponentLook& component : components_) {
            add(component.key, component.name);
        }
        add("used_gib", RIGWRIGHT_TEXT("Document", "Used of each"));
        add("free_gib", RIGWRIGHT_TEXT("Document", "Free"));
        add("fits", RIGWRIGHT_TEXT("Document", "Fits"), Kind::Text);
    }

    [[nodiscard]] CellRange here(std::size_t firstColumn, std::size_t lastColumn) const
    {
        return {table_.id, table_.rows.size(), firstColumn, table_.rows.size(), lastColumn};
    }

    void addDevice(const DeviceMemory& device, const std::string& name, std::size_t count,
                   bool isCapacityKnown)
    {
        std::vector<DocumentCell> cells{textCell(name), countCell(static_cast<std::int64_t>(count)),
                                        isCapacityKnown ? gibCell(device.capacity) : DocumentCell{}};
        for (const ComponentLook& component : components_) {
            cells.push_back(gibCell(device.used.*component.bytes));
        }
        cells.push_back(gibCell(device.used.total()));
        if (!components_.empty()) {
            cells.back().formula = Formula{"SUM({0})", {here(kFirstComponent, used_ - 1)}};
        }
        cells.push_back({});
        if (isCapacityKnown) {
            cells.back() = formulaCell(Decimal{(device.capacity - device.used.total()).inGib(), kDecimals},
                                       "{0}-{1}", {here(kCapacity, kCapacity), here(used_, used_)});
        }
        cells.push_back(fitsCell(device, isCapacityKnown));
        table_.rows.push_back({DocumentRow::Kind::Line, std::move(cells)});
    }

    [[nodiscard]] DocumentCell fitsCell(const DeviceMemory& device, bool isCapacityKnown) const
    {
        if (!isCapacityKnown) {
            return textCell(say_(RIGWRIGHT_TEXT("Document", "unverified")), CellTone::Attention);
        }
        return textCell(say_.yesOrNo(device.fits()), device.fits() ? CellTone::Good : CellTone::Bad);
    }

    void addSums()
    {
        const std::size_t last = table_.rows.size() - 1;
        const MemoryComponents sum = plan_.memory.sum();
        std::vector<DocumentCell> cells{textCell(say_(RIGWRIGHT_TEXT("Document", "All devices"))), {}, {}};
        const auto add = [&](Bytes amount) {
            cells.push_back(formulaCell(
                Decimal{amount.inGib(), kDecimals}, "SUMPRODUCT({0},{1})",
                {columnRange(table_.id, kCount, 0, last), columnRange(table_.id, cells.size(), 0, last)}));
        };
        for (const ComponentLook& component : components_) {
            add(sum.*component.bytes);
        }
        add(sum.total());
        cells.push_back({});
        cells.push_back(textCell(say_.yesOrNo(plan_.fits), plan_.fits ? CellTone::Good : CellTone::Bad));
        table_.rows.push_back({DocumentRow::Kind::Total, std::move(cells)});
    }

    const DocumentWords& say_;
    const MemoryPlan& plan_;
    std::vector<ComponentLook> components_;
    std::size_t used_;
    DocumentTable table_;
};

DocumentChart memoryChart(const SectionInput& input, std::size_t machine, const DocumentTable& table,
                          const std::vector<ComponentLook>& components)
{
    // All but the sums.
    const std::size_t last = table.rows.size() - 2;
    DocumentChart chart;
    chart.kind = DocumentChart::Kind::StackedBars;
    chart.id = machineId("memory_chart", machine);
    chart.title = input.ofMachine(
        input.say(RIGWRIGHT_TEXT("Document", "Memory of each device, and what it can hold")), machine);
    chart.categoryTitle = input.say(RIGWRIGHT_TEXT("Document", "Device"));
    chart.valueTitle = "GiB";
    chart.categories = columnRange(table.id, 0, 0, last);
    chart.limits = columnRange(table.id, kCapacity, 0, last);
    std::size_t column = kFirstComponent;
    for (const ComponentLook& component : components) {
        chart.series.push_back(
            {input.say(component.name), component.rgb, columnRange(table.id, column++, 0, last), {}, {}});
    }
    return chart;
}

/// Figures of a placement, each with its name.
class PlacementTable {
public:
    PlacementTable(const SectionInput& input, std::size_t machine)
        : say_(input.say)
        , plan_(input.facts.machines[machine].build->plan)
    {
        table_.id = machineId("placement", machine);
        table_.title = input.ofMachine(say_(RIGWRIGHT_TEXT("Document", "Placement")), machine);
        table_.columns = {{"what", ""}, {"value", "", Kind::Number}};
    }

    [[nodiscard]] DocumentTable make(Engine engine)
    {
        const Placement& placement = plan_.placement;
        if (engine == Engine::LlamaCpp) {
            add(RIGWRIGHT_TEXT("Document", "Layers on accelerators"), countCell(placement.gpuLayers));
            if (placement.expertsOnHost) {
                add(RIGWRIGHT_TEXT("Document", "Layers with experts in RAM"),
                    countCell(placement.hostExpertLayers));
            }
        } else {
            add(RIGWRIGHT_TEXT("Document", "Tensor parallel"), countCell(placement.tensorParallel));
            add(RIGWRIGHT_TEXT("Document", "Pipeline parallel"), countCell(placement.pipelineParallel));
            add(RIGWRIGHT_TEXT("Document", "Expert parallel"), countCell(placement.expertParallel));
            add(RIGWRIGHT_TEXT("Document", "Data parallel"), countCell(placement.dataParallel));
        }
        if (plan_.concurrentSequences) {
            add(RIGWRIGHT_TEXT("Document", "Sequences of this context that fit"),
                countCell(*plan_.concurrentSequences));
        }
        if (plan_.hostDemand.peak > Bytes()) {
            add(RIGWRIGHT_TEXT("Document", "Most RAM in use at once (GiB)"), gibCell(plan_.hostDemand.peak));
        }
        return std::move(table_);
    }

private:
    void add(const char* what, DocumentCell value)
    {
        table_.rows.push_back({DocumentRow::Kind::Line, {textCell(say_(what)), std::move(value)}});
    }

    const DocumentWords& say_;
    const MemoryPlan& plan_;
    DocumentTable table_;
};

} // namespace

void addMemory(DocumentSection& section, const SectionInput& input, std::size_t machine)
{
    MemoryTable maker(input, machine);
    DocumentTable table = maker.make();
    DocumentChart chart = memoryChart(input, machine, table, maker.components());
    section.blocks.emplace_back(std::move(table));
    if (!chart.series.empty()) {
        section.blocks.emplace_back(std::move(chart));
    }
}

void addPlacement(DocumentSection& section, const SectionInput& input, std::size_t machine)
{
    section.blocks.emplace_back(PlacementTable(input, machine).make(input.facts.requirement.workload.engine));
}

} // namespace rigwright
