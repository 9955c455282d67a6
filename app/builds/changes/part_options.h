// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/memory_choices.h"
#include "builds/search/pool.h"

#include <cstdint>
#include <map>
#include <tuple>
#include <variant>
#include <vector>

namespace rigwright {

/// What one change exchanges. In this order a machine is put together: each kind's choice depends on those before.
enum class PartKind {
    System,
    Board,
    Cpu,    ///< as many as before, or one for each socket of the board
    Memory, ///< equal kits in place of all, evenly on the channels: no less, and on no fewer channels, as far as the platform allows
    MoreMemory, ///< further kits like those there
    Cards,      ///< one to eight of another kind in place of all, with no less memory together
    CardCount,  ///< more or fewer of the only kind there
    Storage,    ///< one drive in place of all
    Case,
    Cooler,      ///< as many as CPUs
    PowerSupply, ///< as many as before, or one
    NetworkCard, ///< as many as before
};

inline constexpr int kPartKinds = 12;

[[nodiscard]] PartCategory categoryOf(PartKind kind);

/// Parts of one category that may stand in a machine.
struct PartOption {
    using Parts = std::variant<const CompleteSystem*, const Board*, std::vector<Used<Cpu>>,
                               std::vector<Used<MemoryKit>>, std::vector<Used<Accelerator>>,
                               std::vector<Used<Drive>>, const Case*, std::vector<Used<Cooler>>,
                               std::vector<Used<PowerSupply>>, std::vector<Used<NetworkCard>>>;
    Parts parts;
    std::int64_t price = 0; ///< of all of them, less what the user has
    /// What it is chosen by, least first: the price; for another number of cards, the price of the difference, up or down.
    std::int64_t weight = 0;
    const Accelerator* systemAccelerator = nullptr; ///< inside a complete system
};

void put(Machine& machine, const PartOption& option);

/// What may stand in place of the parts of one machine, each kind in the order of weight.
class PartOptions {
public:
    /// `before`: the machine that is changed. All must outlive the options. `pool` holds what can be bought.
    PartOptions(const Question& question, const Pool& pool, const Machine& before);

    /// Kinds of which the machine has a part, and memory and cards where it may take them.
    [[nodiscard]] std::vector<PartKind> kinds() const;
    /// For a machine in which the kinds before this one are chosen. Other than what `before` has of the kind.
    [[nodiscard]] const std::vector<PartOption>& of(PartKind kind, const Machine& machine);

private:
    /// What the options of a kind depend on.
    struct Context {
        PartKind kind = PartKind::System;
        int sockets = 0;
        int cpus = 0;
        int platform = 0; ///< class of platforms that take the same memory
        auto operator<=>(const Context&) const = default;
    };

    [[nodiscard]] int memoryClass(const Machine& machine);
    [[nodiscard]] std::vector<PartOption> make(PartKind kind, const Machine& machine) const;
    [[nodiscard]] std::vector<PartOption> systems() const;
    [[nodiscard]] std::vector<PartOption> boards() const;
    [[nodiscard]] std::vector<PartOption> cpus(const Machine& machine) const;
    [[nodiscard]] std::vector<PartOption> memory(const Machine& machine) const;
    [[nodiscard]] std::vector<PartOption> moreMemory() const;
    [[nodiscard]] std::vector<PartOption> cards() const;
    [[nodiscard]] std::vector<PartOption> cardCounts() const;
    [[nodiscard]] std::vector<PartOption> storage() const;
    [[nodiscard]] std::vector<PartOption> cases() const;
    [[nodiscard]] std::vector<PartOption> networkCards() const;
    template <class Part>
    [[nodiscard]] std::vector<PartOption> equalParts(const std::vector<Priced<Part>>& parts,
                                                     const std::vector<Used<Part>>& before,
                                                     const std::vector<int>& quantities) const;

    const Question& question_;
    const Pool& pool_;
    const Machine& before_;
    std::map<Context, std::vector<PartOption>> known_;
    std::map<std::tuple<const Board*, const Cpu*, int>, int> classOf_;
    std::map<MemoryPlatform, int> platforms_;
};

} // namespace rigwright
