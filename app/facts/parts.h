// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/offer.h"
#include "units/id.h"
#include "units/units.h"

#include <optional>
#include <string>
#include <vector>

// What the catalog knows of hardware. An empty optional, or an empty text or list where the comment says so, means that
// nobody knows: a rule that needs it reports "unverified".
namespace rigwright {

enum class PartCategory {
    Accelerator,
    Cpu,
    Board,
    Memory,
    Storage,
    PowerSupply,
    Case,
    Cooler,
    NetworkCard,
    System,
};

/// The name in tables, JSON and `catalog list`: "accelerator", "cpu", "board", "memory", "storage", "psu", "case",
/// "cooler", "nic", "system".
[[nodiscard]] const char* categoryName(PartCategory category);

/// Figures of a part that one source speaks of: "memory", "compute", "power", "size", "links", "slots" …
struct SpecGroup {
    std::string name;
    Provenance provenance;
};

struct PartInfo {
    PartId id;
    std::string manufacturer;
    std::string name;       ///< without the manufacturer, unless it is part of the product's name
    std::string partNumber; ///< the manufacturer's; empty: unknown, never made up
    std::vector<Offer> offers;
    Provenance specs; ///< of every group that `groups` doesn't name
    std::vector<SpecGroup> groups = {};
    std::string note = {};
    bool own = false;    ///< the user's own part
    bool edited = false; ///< the user changed a figure of it
    bool hidden = false; ///< proposed in no machine
    bool favourite = false;
};

enum class AcceleratorVendor { Nvidia, Amd, Intel, Apple, Other };
enum class Segment { Consumer, Workstation, Datacenter };

enum class Mounting {
    Card,        ///< PCIe card with its own fans
    PassiveCard, ///< PCIe card that needs the chassis' airflow
    Module,      ///< SXM, OAM: only inside a server made for it
    Integrated,  ///< GPU of a unified-memory system
};

/// Auxiliary power sockets on a card, or leads on a power supply.
struct PowerConnectors {
    int pin16 = 0; ///< 12VHPWR or 12V-2x6 (and Nvidia's 12-pin), 600 W each
    int pin8 = 0;  ///< PCIe 8-pin, 150 W each
    int pin6 = 0;  ///< PCIe 6-pin, 75 W each
};

struct Accelerator {
    PartInfo info;
    PartId variantOf = {}; ///< of a maker's card: the accelerator on it; empty: the accelerator itself
    AcceleratorVendor vendor = AcceleratorVendor::Other;
    Segment segment = Segment::Consumer;
    std::string architecture;
    std::optional<double> computeCapability; ///< Nvidia only, such as 8.9
    int releaseYear = 0;
    Bytes memory; ///< for unified memory: all of it
    std::optional<BytesPerSecond> bandwidth;
    // Dense rates of the data sheet.
    std::optional<FlopsPerSecond> fp32;
    std::optional<FlopsPerSecond> fp16;             ///< tensor units, FP32 accumulation
    std::optional<FlopsPerSecond> fp16Accumulate16; ///< tensor units, FP16 accumulation
    std::optional<FlopsPerSecond> bf16;
    std::optional<FlopsPerSecond> fp8;
    std::optional<FlopsPerSecond> int8;
    std::optional<FlopsPerSecond> fp4;
    std::optional<Watts> boardPower;
    std::optional<int> pcieGeneration;
    std::optional<int> pcieLanes;
    Mounting mounting = Mounting::Card;
    std::optional<int> slotWidth;
    std::optional<Millimetres> length;
    std::optional<PowerConnectors> power;
    /// Direct links between accelerators (NVLink, Infinity Fabric, Xe Link): all links of one device, both directions.
    std::optional<BytesPerSecond> linkBandwidth;
    int linkMaxDevices = 1; ///< how many devices the direct links can join; 1: PCIe only
};

struct Cpu {
    PartInfo info;
    std::string socket;
    int maxSockets = 1;
    int cores = 0;
    int threads = 0;
    std::optional<double> baseGhz;
    std::vector<std::string> memoryTypes; ///< "DDR4", "DDR5"
    std::vector<std::string> moduleTypes; ///< "UDIMM", "ECC UDIMM", "RDIMM", "LRDIMM", "MRDIMM", "CUDIMM"
    int memoryChannels = 0;
    int memorySpeed = 0;            ///< MT/s, one DIMM per channel
    std::optional<Bytes> memoryMax; ///< per socket
    int pcieGeneration = 0;
    int pcieLanes = 0; ///< usable lanes of one CPU for slots and M.2
    Watts power;       ///< base power: what the maker calls TDP
    std::optional<Watts> turboPower;
    bool avx512 = false;
    bool amx = false;
    std::optional<bool> graphics; ///< drives a display
};

struct PcieSlot {
    int generation = 0;
    int lanes = 0;         ///< electrical
    int physicalLanes = 0; ///< size of the socket
    bool fromCpu = true;   ///< false: behind the chipset
};

struct Board {
    PartInfo info;
    std::string socket;
    int socketCount = 1;
    std::string chipset;
    std::string formFactor; ///< "Mini-ITX", "mATX", "ATX", "E-ATX", "SSI-CEB", "SSI-EEB", "proprietary"
    int dimmSlots = 0;
    std::string memoryType;               ///< "DDR5"
    std::vector<std::string> moduleTypes; ///< as in Cpu
    int channelsPerSocket = 0;            ///< routed on this board
    std::optional<Bytes> memoryMax;
    std::vector<PcieSlot> slots; ///< from the CPU outwards; empty: unknown
    /// The first two x16 slots share one x16: with both in use each has eight lanes.
    bool slotsSplit = false;
    std::optional<int> m2Slots;
    std::optional<int> epsConnectors; ///< 8-pin CPU power
    std::string network;              ///< as printed; empty: unknown
    std::optional<bool> bmc;
};

struct MemoryKit {
    PartInfo info;
    std::string memoryType; ///< "DDR4", "DDR5"
    std::string moduleType; ///< as in Cpu
    int modules = 1;        ///< in the kit
    Bytes moduleCapacity;
    std::optional<int> speed; ///< MT/s
    std::optional<int> casLatency;
};

struct Drive {
    PartInfo info;
    Bytes capacity;
    std::string formFactor;     ///< "M.2 2280", "U.2", "2.5\"", "E1.S" …
    std::string driveInterface; ///< "NVMe", "SATA"
    std::optional<int> pcieGeneration;
    std::optional<BytesPerSecond> sequentialRead;
};

struct PowerSupply {
    PartInfo info;
    std::string formFactor; ///< "ATX", "SFX", "SFX-L", "CRPS" (redundant server module)
    Watts rating;
    std::string efficiency; ///< "80+ Gold"; empty: unknown
    std::optional<double> atxVersion;
    PowerConnectors connectors;  ///< leads that can be used at once
    bool connectorsKnown = true; ///< false: there may be more leads than `connectors` counts
    std::optional<int> epsConnectors;
    /// Full rating only at 200–240 V; at 120 V it gives less or does not start.
    bool needs200Volts = false;
};

struct Case {
    PartInfo info;
    std::vector<std::string> boardFormFactors; ///< as in Board
    std::optional<Millimetres> maxCardLength;
    std::optional<Millimetres> maxCoolerHeight;
    std::optional<int> expansionSlots;
    std::vector<std::string> powerSupplyFormFactors; ///< empty: unknown
    std::optional<int> rackUnits;
    bool ductedAirflow = false; ///< cools passive cards
};

struct Cooler {
    PartInfo info;
    bool liquid = false;
    std::vector<std::string> sockets;
    std::optional<Millimetres> height;   ///< of an air cooler
    std::optional<Millimetres> radiator; ///< length of a liquid cooler's radiator
    std::optional<Watts> rating;         ///< heat that the maker says it carries away
    std::optional<double> noiseDb;
};

struct NetworkCard {
    PartInfo info;
    double gigabitsPerPort = 0;
    int ports = 1;
    std::string protocol;
    int pcieGeneration = 0;
    int pcieLanes = 0;
};

/// A machine that is bought as one line: a unified-memory desktop, a workstation, a GPU server.
struct CompleteSystem {
    PartInfo info;
    PartId accelerator;
    int acceleratorCount = 1;
    std::string cpu;
    std::optional<Bytes> memory; ///< of the host; for unified memory it is the accelerator's
    bool unifiedMemory = false;
    std::optional<Bytes> storage;
    std::optional<Watts> maxPower;
    std::optional<int> rackUnits;
};

} // namespace rigwright
