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

/// Of the part's figures as a whole: that of its weakest group.
[[nodiscard]] Verification weakestState(const PartInfo& part);

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
    Bytes memory;                ///< for unified memory: all of it
    std::string memoryType = {}; ///< "GDDR6X", "HBM3", "LPDDR5X" …; empty: unknown
    std::optional<int> memoryBusBits = {};
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
    /// Of a maker's card: the board power of the accelerator on it, which the rates above are for.
    std::optional<Watts> ratedPower = {};
    std::string chipName = {}; ///< of a maker's card: the name of the accelerator on it
};

/// The accelerator itself, or the one on a maker's card: what measurements and rentals name.
[[nodiscard]] inline const PartId& chipOf(const Accelerator& accelerator)
{
    return accelerator.variantOf.empty() ? accelerator.info.id : accelerator.variantOf;
}

/// "GeForce RTX 4090", whoever makes the card.
[[nodiscard]] inline const std::string& chipNameOf(const Accelerator& accelerator)
{
    return accelerator.chipName.empty() ? accelerator.info.name : accelerator.chipName;
}

/// The board power that an accelerator's rates are for. A maker's card may draw more or less.
[[nodiscard]] inline std::optional<Watts> powerOfRates(const Accelerator& accelerator)
{
    return accelerator.variantOf.empty() ? accelerator.boardPower : accelerator.ratedPower;
}

struct Cpu {
    PartInfo info;
    std::string socket;
    int maxSockets = 1;
    std::string family = {}; ///< what boards name in `cpuFamilies`: "Ryzen 9000", "EPYC 9005"; empty: unknown
    int cores = 0;
    int threads = 0;
    std::optional<double> baseGhz;
    std::optional<double> boostGhz = {};  ///< of one core
    std::vector<std::string> memoryTypes; ///< "DDR4", "DDR5"
    std::vector<std::string> moduleTypes; ///< "UDIMM", "ECC UDIMM", "RDIMM", "LRDIMM", "MRDIMM", "CUDIMM"
    int memoryChannels = 0;
    int memorySpeed = 0; ///< MT/s, one DIMM per channel
    /// MT/s with two DIMMs of two ranks in a channel; where its memory is DDR4 and DDR5, of DDR5.
    std::optional<int> memorySpeedTwoPerChannel = {};
    std::optional<int> ddr4Speed =
        {};                         ///< MT/s of DDR4, where `memorySpeed` is of DDR5 and the CPU takes both
    std::optional<Bytes> memoryMax; ///< per socket
    std::optional<bool> ecc = {};   ///< corrects errors with ECC modules on a board that does so too
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
    /// Whose lanes they are on a board with several sockets, from 1.
    std::optional<int> processor = {};
    /// Which of the case's slots, from 1 at the CPU's end; one step is the thickness of a single-slot card.
    std::optional<int> position = {};
    /// The ways in which the firmware splits its lanes among several devices, such as 8+8 and 4+4+4+4; one way of all lanes
    /// together: it can't. Empty: unknown.
    std::vector<std::vector<int>> splits = {};
};

/// A place of a board where a device goes, by the kind of connector and the maker's number: slot 1 is the first of
/// Board::slots, M.2 connectors are counted as the maker does.
struct BoardPort {
    enum class Kind { Slot, M2, Sata, U2, SlimSas, Mcio, Oculink, Usb4 };
    Kind kind = Kind::Slot;
    int number = 1;
    friend bool operator==(const BoardPort&, const BoardPort&) = default;
};

/// A device in one place takes lanes from another.
struct LaneShare {
    BoardPort used;
    BoardPort affected;
    int lanesLeft = 0; ///< of the affected place; 0: switched off
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
    /// What else switches lanes; empty: nothing is known of it.
    std::vector<LaneShare> laneSharing = {};
    std::optional<int> m2Slots;
    std::optional<int> sataPorts = {};    ///< connectors of their own
    std::optional<int> u2Ports = {};      ///< U.2 sockets on the board
    std::optional<int> slimSasPorts = {}; ///< SlimSAS of four or eight lanes
    std::optional<int> mcioPorts = {};    ///< MCIO of eight lanes
    std::optional<int> oculinkPorts = {};
    std::optional<int> epsConnectors;    ///< 8-pin CPU power
    std::optional<int> memorySpeed = {}; ///< MT/s that the maker guarantees with one DIMM per channel
    std::optional<int> memorySpeedTwoPerChannel = {};
    std::optional<bool> ecc = {};              ///< corrects errors with ECC modules
    std::vector<std::string> cpuFamilies = {}; ///< that start with any firmware of it; empty: unknown
    std::vector<std::string> cpuFamiliesByUpdate =
        {};                                 ///< that need newer firmware, or a later revision of the board
    std::optional<bool> biosFlashback = {}; ///< its firmware can be renewed without a CPU that it knows
    std::string network;                    ///< as printed; empty: unknown
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
    std::optional<int> ranks = {}; ///< of one module
    std::optional<double> volts = {};
    std::optional<Millimetres> height = {};
};

struct Drive {
    PartInfo info;
    Bytes capacity;
    std::string formFactor;     ///< "M.2 2280", "U.2", "2.5\"", "E1.S" …
    std::string driveInterface; ///< "NVMe", "SATA"
    std::optional<int> pcieGeneration;
    std::optional<int> pcieLanes = {};
    std::optional<BytesPerSecond> sequentialRead;
    std::optional<BytesPerSecond> sequentialWrite = {};
    std::optional<Bytes> endurance = {};          ///< that may be written within the warranty
    std::optional<bool> powerLossProtection = {}; ///< finishes what it has acknowledged when the power fails
    std::optional<Watts> power = {};              ///< active
};

struct PowerSupply {
    PartInfo info;
    std::string formFactor; ///< "ATX", "SFX", "SFX-L", "CRPS" (redundant server module)
    Watts rating;
    std::string efficiency; ///< "80+ Gold"; empty: unknown
    std::optional<double> atxVersion;
    PowerConnectors connectors;            ///< leads that can be used at once
    bool connectorsKnown = true;           ///< false: there may be more leads than `connectors` counts
    std::optional<Watts> pin16Rating = {}; ///< of the strongest 16-pin lead: 300, 450 or 600 W
    std::optional<int> epsConnectors;
    /// Full rating only at 200–240 V; at 120 V it gives less or does not start.
    bool needs200Volts = false;
    std::optional<Watts> lowLineRating = {}; ///< at 100–127 V; none where it does not start there
    std::string inlet = {}; ///< "C14" (10 A) or "C20" (16 A); empty: unknown or none of its own
    std::optional<Millimetres> length = {};
    std::optional<bool> redundant = {}; ///< a module that another one can stand in for
};

struct Case {
    PartInfo info;
    std::vector<std::string> boardFormFactors; ///< as in Board
    std::optional<Millimetres> maxCardLength;
    std::optional<Millimetres> maxCoolerHeight;
    std::optional<int> expansionSlots;
    std::vector<std::string> powerSupplyFormFactors; ///< empty: unknown
    std::optional<int> powerSupplies = {};           ///< places for them
    std::optional<Millimetres> maxPowerSupplyLength = {};
    std::optional<int> includedSupplies = {};      ///< power supplies that come with it; 0: none
    std::optional<Watts> includedSupplyPower = {}; ///< rating of one of them
    std::vector<std::string> radiators = {};  ///< lengths that fit somewhere: "240", "360"; empty: unknown
    std::optional<int> doubleWidthCards = {}; ///< how many the maker says it holds
    std::optional<int> bays35 = {};           ///< 3.5-inch
    std::optional<int> bays25 = {};           ///< 2.5-inch
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
    std::string connector = {}; ///< "RJ45", "QSFP56" …; empty: unknown
    std::optional<bool> rdma = {};
    int pcieGeneration = 0;
    int pcieLanes = 0;
    std::optional<Watts> maxPower = {};
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
    std::string network = {}; ///< as printed; empty: unknown
    std::optional<Watts> maxPower;
    std::optional<int> powerSupplies = {};
    std::optional<Watts> powerSupplyRating = {}; ///< of one of them
    std::optional<int> rackUnits;
};

} // namespace rigwright
