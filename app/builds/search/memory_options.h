// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/order.h"
#include "builds/search/pool.h"

#include <optional>
#include <span>
#include <vector>

namespace rigwright {

/// A kit in a quantity, on one kind of board and CPU.
struct MemoryOption {
    const MemoryKit* kit = nullptr;
    int quantity = 1;
    Bytes capacity;
    std::int64_t price = 0;
    std::optional<BytesPerSecond> bandwidth;
};

/// Options, to be asked for those with so much capacity: how many cost at most so much, which is the cheapest.
class MemoryShelf {
public:
    struct Entry {
        std::int64_t price = 0;
        int option = 0;
    };

    MemoryShelf() = default;
    MemoryShelf(const std::vector<MemoryOption>& options, const std::vector<int>& chosen);

    /// Options with at least so much capacity, cheapest first; equal prices in the order of the catalog.
    [[nodiscard]] std::span<const Entry> atLeast(Bytes capacity) const;

private:
    std::vector<Bytes> capacities_;               ///< ascending, each once
    std::vector<std::vector<Entry>> withAtLeast_; ///< for each capacity
};

/// Options of one bandwidth.
struct BandwidthShelf {
    std::optional<BytesPerSecond> bandwidth;
    MemoryShelf shelf;
};

/// Options that fail the same reason first.
struct FailedMemory {
    int reason = Step::kNoReason;
    std::int64_t count = 0;
    MemoryOption cheapest; ///< without what they would hold
};

/// What memory can go onto a kind of board and CPU.
struct MemoryOptions {
    std::vector<MemoryOption> options; ///< that pass every rule
    MemoryShelf all;
    std::vector<BandwidthShelf> byBandwidth;
    std::vector<FailedMemory> failed;
    std::int64_t considered = 0;
};

/// Judges every kit in every quantity on a board with a CPU in each socket.
[[nodiscard]] MemoryOptions memoryOptions(const Pool& pool, const JudgingOrder& order, const Board& board,
                                          const Cpu& cpu, const Demands& demands);

/// The options of a shelf with at least one capacity and less than another.
class MemoryRange {
public:
    MemoryRange(const MemoryOptions& memory, const MemoryShelf& shelf, Bytes atLeast, Bytes below)
        : options_(memory.options)
        , entries_(shelf.atLeast(atLeast))
        , beyond_(shelf.atLeast(below))
        , below_(below)
    { }

    [[nodiscard]] std::int64_t count() const;
    /// Options that cost at most so much.
    [[nodiscard]] std::int64_t countWithin(std::int64_t price) const;
    /// Null when there is none.
    [[nodiscard]] const MemoryOption* cheapest() const { return firstFrom(0); }
    [[nodiscard]] const MemoryOption* cheapestAbove(std::int64_t price) const;
    /// All that cost at most so much, cheapest first.
    [[nodiscard]] std::vector<const MemoryOption*> within(std::int64_t price) const;

private:
    [[nodiscard]] const MemoryOption* firstFrom(std::size_t entry) const;

    const std::vector<MemoryOption>& options_;
    std::span<const MemoryShelf::Entry> entries_;
    std::span<const MemoryShelf::Entry> beyond_;
    Bytes below_;
};

} // namespace rigwright
