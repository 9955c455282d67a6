// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/completion.h"
#include "builds/search/grid.h"
#include "builds/search/memory_options.h"
#include "builds/search/outcome.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace rigwright {

/// What a host contributes to speed, beside its memory.
struct HostPower {
    int sockets = 1;
    int cores = 0;
    std::optional<double> baseGigahertz;
    bool avx512 = false;
    bool amx = false;
    PartId measured; ///< the CPU, where the user's own measurement sets it apart; empty: by its figures alone
    auto operator<=>(const HostPower&) const = default;

    [[nodiscard]] bool atLeastAsFastAs(const HostPower& other) const;
};

/// A board with a CPU in every socket.
struct Platform {
    const Board* board = nullptr;
    const Cpu* cpu = nullptr;
    std::int64_t price = 0;
    std::int64_t boardPrice = 0; ///< of `price`
    const MemoryOptions* memory = nullptr;
    int completionClass = 0;
    int host = 0; ///< number of its HostPower
};

/// Platforms that give accelerators the same slots.
struct SlotClass {
    int number = 0;
    std::vector<Platform> platforms;
    std::int64_t memoryOptions = 0; ///< of all of them together
    /// Numbers of the platforms that are cheapest, that have the cheapest board, and that have the cheapest CPUs.
    std::array<std::size_t, 3> cheapest = {};

    void add(const Platform& platform);
};

[[nodiscard]] ExcludedParts partsOf(const Platform& platform);

/// How many memory options of a range of capacities the platforms of a slot class have.
struct Tally {
    std::int64_t total = 0;
    std::vector<std::pair<int, std::int64_t>> classes; ///< by the number of the platforms' completion class
};

/// Every board with every CPU that works on it.
class Platforms {
public:
    /// Counts what doesn't go together for every accelerator configuration of the pool.
    Platforms(const Question& question, const Pool& pool, const JudgingOrder& order, Completer& completer,
              Outcome& outcome, const std::stop_token& stop);

    [[nodiscard]] const std::vector<SlotClass>& slotClasses() const { return slotClasses_; }
    [[nodiscard]] const std::vector<HostPower>& hosts() const { return hosts_; }
    /// Those that no other is as fast as.
    [[nodiscard]] const std::vector<HostPower>& fastestHosts() const { return fastestHosts_; }
    /// Every figure of every host and its memory that an estimate of speed asks for.
    [[nodiscard]] bool hostFiguresKnown() const { return hostFiguresKnown_; }
    /// Of board, CPUs and memory.
    [[nodiscard]] std::int64_t leastPrice() const { return leastPrice_; }
    /// Options with at least one capacity and less than another.
    [[nodiscard]] const Tally& tally(const SlotClass& slots, Bytes atLeast, Bytes below);
    /// All capacities of memory that occur, ascending.
    [[nodiscard]] const std::vector<Bytes>& capacities() const { return capacities_; }
    /// The fastest memory that occurs.
    [[nodiscard]] std::optional<BytesPerSecond> fastestMemory() const { return fastestMemory_; }

private:
    /// What memory rules read of boards and CPUs.
    struct MemoryTraits {
        std::string memoryType;
        std::vector<std::string> moduleTypes;
        int dimmSlots = 0;
        int sockets = 1;
        int channelsPerSocket = 0;
        std::optional<Bytes> boardMax;
        std::optional<int> boardSpeed;
        std::optional<int> boardSpeedTwoPerChannel;
        std::optional<bool> boardEcc;
        std::vector<std::string> cpuMemoryTypes;
        std::vector<std::string> cpuModuleTypes;
        int cpuChannels = 0;
        int cpuSpeed = 0;
        std::optional<int> cpuSpeedTwoPerChannel;
        std::optional<int> cpuDdr4Speed;
        std::optional<bool> cpuEcc;
        std::optional<Bytes> cpuMax;
        auto operator<=>(const MemoryTraits&) const = default;
    };
    /// What card rules and links read of boards and CPUs.
    struct SlotTraits {
        std::vector<int> slots;
        std::vector<int> laneSharing; ///< between slots
        bool split = false;
        std::string formFactor;
        int sockets = 1;
        int generation = 0;
        int lanes = 0;
        auto operator<=>(const SlotTraits&) const = default;
    };

    void addBoard(const Priced<Board>& board);
    void addPlatform(const Priced<Board>& board, const Priced<Cpu>& cpu);
    [[nodiscard]] const MemoryOptions& memoryFor(const Board& board, const Cpu& cpu);
    [[nodiscard]] SlotClass& slotClassFor(const Board& board, const Cpu& cpu);
    [[nodiscard]] int hostFor(const Board& board, const Cpu& cpu);
    void noteMemory(const MemoryOptions& memory);
    void noteHosts();

    const Question& question_;
    const Pool& pool_;
    const JudgingOrder& order_;
    Completer& completer_;
    Outcome& outcome_;
    std::int64_t configurations_;
    std::vector<SlotClass> slotClasses_;
    std::map<SlotTraits, std::size_t> slotClassOf_;
    std::map<MemoryTraits, std::unique_ptr<MemoryOptions>> memory_;
    std::map<HostPower, int> hostOf_;
    std::vector<HostPower> hosts_;
    std::vector<HostPower> fastestHosts_;
    bool hostFiguresKnown_ = true;
    std::int64_t leastPrice_ = 0;
    std::vector<Bytes> capacities_;
    Grid<std::optional<Tally>> tallies_; ///< of each slot class, by range of capacities
    std::optional<BytesPerSecond> fastestMemory_;
};

} // namespace rigwright
