// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/recognize.h"

#include "detect/device_names.h"
#include "detect/recognize_memory.h"
#include "detect/system_facts.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rigwright {

namespace {

constexpr int kNvidia = 0x10de;
constexpr int kAmd = 0x1002;
constexpr int kIntel = 0x8086;
constexpr int kAcceleratorClass = 0x12;

std::string hex(int number)
{
    char text[16];
    (void)std::snprintf(text, sizeof text, "%04x", static_cast<unsigned>(number));
    return text;
}

class Recognition {
public:
    Recognition(const Catalog& catalog, const SystemTexts& system)
        : catalog_(catalog)
        , system_(system)
        , cpu_(detectedCpu(system.cpuInfo))
        , visible_(detectedMemory(system.memoryInfo))
    { }

    RecognizedMachine run() &&
    {
        addMac();
        addCpu();
        addGpus();
        addPciDevices();
        addBoard();
        addMemory();
        addDrives();
        assemble();
        tell();
        return std::move(machine_);
    }

private:
    /// Equal parts are one, with their number.
    void add(RecognizedPart part)
    {
        for (RecognizedPart& other : machine_.parts) {
            if (other.category == part.category && other.part == part.part && other.asNamed == part.asNamed) {
                other.quantity += part.quantity;
                return;
            }
        }
        machine_.parts.push_back(std::move(part));
    }

    template <class Part>
    void add(PartCategory category, const std::string& asNamed, int quantity, const NamedPart<Part>& named)
    {
        add({category, asNamed, quantity, named.part == nullptr ? PartId() : named.part->info.id,
             named.assumed});
    }

    void addMac()
    {
        const DetectedMac mac = detectedMac(system_.macHardware);
        if (mac.chip.empty()) {
            return;
        }
        product_ = mac.model;
        auto chip = unifiedChipLike(catalog_, mac.chip, mac.memory.value_or(Bytes()));
        if (chip.part != nullptr && mac.memory && chip.part->memory != *mac.memory) {
            chip = {};
        }
        chip.assumed = !mac.memory;
        unified_ = true;
        add(PartCategory::Accelerator,
            mac.chip + (mac.memory ? ", " + formatFixed(mac.memory->inGib(), 0) + " GB" : ""), 1, chip);
    }

    void addCpu()
    {
        if (cpu_.name.empty()) {
            return;
        }
        // What the graphics of a unified-memory chip have taken is missing from what the kernel sees.
        Bytes memory = visible_.value_or(Bytes());
        for (const PciDevice& device : system_.pciDevices) {
            memory += device.memory.value_or(Bytes());
        }
        if (const auto chip = unifiedChipLike(catalog_, cpu_.name, memory); chip.part != nullptr) {
            unified_ = true;
            product_ = system_.productName;
            add(PartCategory::Accelerator, cpu_.name, 1, chip);
            return;
        }
        auto found = cpuLike(catalog_, cpu_.name);
        if (found.part != nullptr) {
            host_.cpu = found.part;
            host_.sockets = std::min(cpu_.sockets, found.part->maxSockets);
            found.assumed = found.assumed || cpu_.virtualMachine || host_.sockets != cpu_.sockets;
        }
        add(PartCategory::Cpu, cpu_.name, host_.cpu != nullptr ? host_.sockets : cpu_.sockets, found);
    }

    void addGpus()
    {
        for (const DetectedGpu& gpu : detectedGpus(system_.nvidiaSmi)) {
            const auto found = acceleratorLike(catalog_, {gpu.name}, gpu.memory);
            const std::string memory =
                gpu.memory ? ", " + formatCount(static_cast<std::int64_t>(gpu.memory->inMib())) + " MiB" : "";
            add(PartCategory::Accelerator, gpu.name + memory, 1, found);
            noteLimit(gpu, found.part);
        }
    }

    /// A limit below the board power is a cap of the user's, where all cards have the same.
    void noteLimit(const DetectedGpu& gpu, const Accelerator* part)
    {
        constexpr Watts kRounding(1);
        const bool capped = part != nullptr && part->boardPower && gpu.powerLimit &&
            *gpu.powerLimit < *part->boardPower - kRounding;
        const Watts limit = capped ? *gpu.powerLimit : Watts();
        capsDiffer_ = capsDiffer_ || (cap_ && *cap_ != limit);
        cap_ = limit;
    }

    void addPciDevices()
    {
        for (const PciDevice& device : system_.pciDevices) {
            const bool isGpu = device.vendor == kNvidia || device.vendor == kAmd || device.vendor == kIntel;
            const bool known = device.vendor == kNvidia && !system_.nvidiaSmi.empty();
            if (known || (!isGpu && device.classCode >> 16 != kAcceleratorClass)) {
                continue; // a server's management controller or a virtual screen is no accelerator
            }
            const auto found = acceleratorLike(catalog_, productNames(device.name), device.memory);
            const bool inCpu = found.part != nullptr && found.part->mounting == Mounting::Integrated;
            const bool unnamed = device.name.empty();
            if (unified_ && (inCpu || found.part == nullptr)) {
                continue;
            }
            add(PartCategory::Accelerator,
                unnamed ? "PCI device " + hex(device.vendor) + ":" + hex(device.device) : device.name, 1,
                found);
        }
    }

    void addBoard()
    {
        if (system_.boardName.empty() || unified_) {
            return;
        }
        const auto board = boardLike(catalog_, system_.boardVendor, system_.boardName);
        host_.board = board.part;
        const std::string vendor = system_.boardVendor.empty() ? "" : system_.boardVendor + " ";
        add(PartCategory::Board, vendor + system_.boardName, 1, board);
    }

    void addMemory()
    {
        if (unified_) {
            return;
        }
        for (RecognizedPart& part :
             recognizeMemory(catalog_, detectedModules(system_.memoryModules), visible_, host_)) {
            add(std::move(part));
        }
    }

    void addDrives()
    {
        for (const DetectedDrive& drive : detectedDrives(system_.drives)) {
            add(PartCategory::Storage,
                drive.model + ", " + formatCount(std::llround(drive.capacity.inGb())) + " GB", 1,
                driveLike(catalog_, drive));
        }
    }

    /// The system that a machine with accelerators of one kind is, if it is one.
    void findSystem()
    {
        const Accelerator* only = nullptr;
        int count = 0;
        for (const RecognizedPart& part : machine_.parts) {
            if (part.category != PartCategory::Accelerator || part.part.empty()) {
                continue;
            }
            const Accelerator* accelerator = acceleratorOf(catalog_, part.part);
            if (only != nullptr && accelerator != only) {
                return;
            }
            only = accelerator;
            count += part.quantity;
        }
        if (only == nullptr) {
            return;
        }
        const std::string& product = product_.empty() ? system_.productName : product_;
        const auto found = systemLike(catalog_, *only, count, product);
        if (found.part != nullptr) {
            isSystem_ = true;
            add(PartCategory::System, product.empty() ? "system with " + only->info.name : product, 1, found);
        }
    }

    void assemble()
    {
        findSystem();
        for (const RecognizedPart& part : machine_.parts) {
            if (part.part.empty() || isSystem_ != (part.category == PartCategory::System)) {
                continue;
            }
            const Accelerator* accelerator = acceleratorOf(catalog_, part.part);
            // The graphics of a CPU on a board are no part that somebody adds.
            if (accelerator != nullptr && accelerator->mounting == Mounting::Integrated &&
                host_.board != nullptr) {
                continue;
            }
            const auto same = std::ranges::find(machine_.build.lines, part.part, &BuildLine::part);
            if (same != machine_.build.lines.end()) {
                same->quantity += part.quantity;
            } else {
                machine_.build.lines.push_back({part.category, part.part, part.quantity});
            }
        }
        if (cap_ && !capsDiffer_ && *cap_ > Watts()) {
            machine_.build.powerCap = cap_;
        }
    }

    void note(const char* id, Severity severity, const char* text,
              std::vector<std::pair<std::string, std::string>> evidence = {})
    {
        machine_.findings.push_back({id, severity, text, std::move(evidence)});
    }

    void tellOf(const RecognizedPart& part)
    {
        if (part.part.empty()) {
            note("detect-unknown", Severity::Note,
                 RIGWRIGHT_TEXT("Finding", "The catalog has nothing that is surely {name}."),
                 {{"name", part.asNamed}});
        } else if (part.assumed) {
            note(
                "detect-assumed", Severity::Note,
                RIGWRIGHT_TEXT("Finding",
                               "{name} is taken for {part}: the system doesn't tell it from others like it."),
                {{"name", part.asNamed}, {"part", findAnyPart(catalog_, part.part).info->name}});
        }
    }

    void tell()
    {
        if (cpu_.virtualMachine) {
            note("detect-virtual", Severity::Warning,
                 RIGWRIGHT_TEXT("Finding",
                                "This is a virtual machine: it sees a share of the hardware, or something "
                                "else in its place."));
        }
        std::ranges::for_each(machine_.parts, [&](const RecognizedPart& part) { tellOf(part); });
        if (isSystem_) {
            return;
        }
        if (cpu_.name.empty() && !unified_) {
            note("detect-no-cpu", Severity::Note,
                 RIGWRIGHT_TEXT("Finding", "The system doesn't name its CPU."));
        }
        if (system_.boardName.empty() && !unified_) {
            note("detect-no-board", Severity::Note,
                 RIGWRIGHT_TEXT("Finding", "The system doesn't name its board."));
        }
        note("detect-missing", Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "No system says which power supply, case and CPU coolers it has: add them for a "
                            "full check."));
    }

    const Catalog& catalog_;
    const SystemTexts& system_;
    DetectedCpu cpu_;
    std::optional<Bytes> visible_;
    MemoryHost host_;
    bool unified_ = false;
    bool isSystem_ = false;
    std::string product_;
    std::optional<Watts> cap_; ///< 0: a card at its board power
    bool capsDiffer_ = false;
    RecognizedMachine machine_;
};

} // namespace

RecognizedMachine recognize(const Catalog& catalog, const SystemTexts& system)
{
    return Recognition(catalog, system).run();
}

} // namespace rigwright
