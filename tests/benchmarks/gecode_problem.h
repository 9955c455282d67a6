// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/hardware.h"
#include "builds/rules/rules.h"
#include "builds/search/pool.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <tuple>

// What the comparison with Gecode needs of the catalog and the rule table; nothing of it is the search's.
namespace rigwright::benchmarks {

enum Place : std::size_t { kCards, kPlatform, kMemory, kCase, kCooler, kSupply, kDrive, kPlaces };
using Values = std::array<int, kPlaces>;
constexpr int kOpen = -1;

/// The variables that a rule reads, as bits.
inline unsigned placesOf(const Rule& rule)
{
    const auto reads = [&](PartCategory category) { return (rule.reads & partSet({category})) != 0; };
    const std::pair<bool, Place> places[] = {
        {reads(PartCategory::Accelerator), kCards},  {reads(PartCategory::Cpu), kPlatform},
        {reads(PartCategory::Board), kPlatform},     {reads(PartCategory::Memory), kMemory},
        {reads(PartCategory::Case), kCase},          {reads(PartCategory::Cooler), kCooler},
        {reads(PartCategory::PowerSupply), kSupply}, {reads(PartCategory::Storage), kDrive}};
    unsigned bits = 0;
    for (const auto& [read, place] : places) {
        bits |= read ? 1U << place : 0U;
    }
    return bits;
}

constexpr unsigned kCompleting = 1U << kCase | 1U << kCooler | 1U << kSupply | 1U << kDrive;

/// What each variable's values stand for, cheapest first, and what of it is worked out once.
class Problem {
public:
    Problem(const Question& question, const Pool& pool)
        : question_(question)
    {
        for (const Device& device : pool.devices) {
            for (int count = 1; count <= kMostAccelerators; ++count) {
                add(kCards, device.cards.front().price * count,
                    [chip = device.chip, count](Machine& machine) {
                        machine.accelerators = {{chip, count}};
                    });
            }
        }
        for (const auto& boards : pool.boards) {
            for (const auto& cpus : pool.cpus) {
                const Board* board = boards.part;
                const Cpu* cpu = cpus.part;
                const int sockets = socketsOf(*board);
                add(kPlatform, boards.price + cpus.price * sockets, [=](Machine& machine) {
                    machine.board = board;
                    machine.cpus = {{cpu, sockets}};
                });
            }
        }
        for (const auto& kits : pool.memory) {
            const MemoryKit* kit = kits.part;
            for (int quantity = 1; quantity <= 32; ++quantity) {
                add(kMemory, kits.price * quantity, [=](Machine& machine) {
                    machine.memory = {{kit, quantity}};
                });
            }
        }
        addAll(kCase, pool.cases, [](Machine& machine, const Case* part) { machine.enclosure = part; });
        addAll(kCooler, pool.coolers, [](Machine& machine, const Cooler* part) {
            machine.coolers = {{part, 1}};
        });
        addAll(kSupply, pool.supplies, [](Machine& machine, const PowerSupply* part) {
            machine.supplies = {{part, 1}};
        });
        addAll(kDrive, pool.drives, [](Machine& machine, const Drive* part) {
            machine.drives = {{part, 1}};
        });
        for (const Rule& rule : allRules()) {
            if (rule.reads != ~PartSet{0} && rule.severity == Severity::Blocker) {
                blockers_[placesOf(rule)].push_back(&rule);
            }
        }
        for (std::vector<Option>& options : options_) {
            std::ranges::stable_sort(options, {}, &Option::price);
        }
        keepUsable();
    }

    [[nodiscard]] int size(std::size_t place) const { return static_cast<int>(options_.at(place).size()); }
    [[nodiscard]] int price(std::size_t place, int value) const
    {
        return static_cast<int>(options_.at(place).at(static_cast<std::size_t>(value)).price);
    }
    [[nodiscard]] const std::map<unsigned, std::vector<const Rule*>>& blockers() const { return blockers_; }
    [[nodiscard]] int sockets(int platform) const
    {
        return countOf(machineOf({kOpen, platform, kOpen, kOpen, kOpen, kOpen, kOpen}).cpus);
    }

    [[nodiscard]] Machine machineOf(const Values& values) const
    {
        Machine machine;
        machine.demands = question_.demands;
        for (std::size_t place = 0; place < kPlaces; ++place) {
            if (values.at(place) != kOpen) {
                options_.at(place).at(static_cast<std::size_t>(values.at(place))).put(machine);
            }
        }
        if (!machine.coolers.empty() && !machine.cpus.empty()) {
            machine.coolers.front().quantity = countOf(machine.cpus);
        }
        return machine;
    }

    /// By the blockers that read these variables, and by the even population of channels.
    [[nodiscard]] bool allows(unsigned places, const Values& values) const
    {
        const Machine machine = machineOf(values);
        if (places == (1U << kPlatform | 1U << kMemory)) {
            const auto even = kitQuantities(*machine.board, *machine.memory.front().part);
            if (std::ranges::find(even, machine.memory.front().quantity) == even.end()) {
                return false;
            }
        }
        const auto rules = blockers_.find(places);
        return rules == blockers_.end() || std::ranges::none_of(rules->second, [&](const Rule* rule) {
                   const Verdict verdict = verdictOf(*rule, machine);
                   return verdict == Verdict::Broken || (verdict == Verdict::Unverified && rule->mustBeKnown);
               });
    }

    /// Speeds of all cards on all hosts that differ; once, after the lists are complete.
    void tabulateSpeeds()
    {
        hosts_.assign(static_cast<std::size_t>(size(kPlatform)), {});
        for (int platform = 0; platform < size(kPlatform); ++platform) {
            auto& hosts = hosts_.at(static_cast<std::size_t>(platform));
            for (int memory = 0; memory < size(kMemory); ++memory) {
                const Values values{kOpen, platform, memory, kOpen, kOpen, kOpen, kOpen};
                hosts.push_back(allows(1U << kPlatform | 1U << kMemory, values) ? hostOf(values) : kOpen);
            }
        }
        for (int cards = 0; cards < size(kCards); ++cards) {
            double most = -1;
            for (int platform = 0; platform < size(kPlatform); ++platform) {
                for (int memory = 0; memory < size(kMemory); ++memory) {
                    most = std::max(most, speed(cards, platform, memory));
                }
            }
            mostSpeed_.push_back(most);
        }
    }

    /// Tokens per second that rank the machine; below zero: it doesn't do.
    double speed(int cards, int platform, int memory)
    {
        const int host = hosts_.at(static_cast<std::size_t>(platform)).at(static_cast<std::size_t>(memory));
        const Link* link = host == kOpen ? nullptr : &linkOf(cards, platform);
        if (link == nullptr || !link->possible) {
            return -1;
        }
        const auto [known, isNew] = speeds_.try_emplace({cards, link->generation, link->lanes, host}, -1);
        if (isNew) {
            known->second = estimate(machineOf({cards, platform, memory, kOpen, kOpen, kOpen, kOpen}));
        }
        return known->second;
    }
    [[nodiscard]] double mostSpeed(int cards) const { return mostSpeed_.at(static_cast<std::size_t>(cards)); }

    /// Verdicts of rules on completing parts that leave a doubt; `within`: parts that those rules may read.
    [[nodiscard]] int doubts(const Values& values, unsigned within = kCompleting, unsigned must = 0) const
    {
        const Machine machine = machineOf(values);
        int doubts = 0;
        for (const Rule& rule : allRules()) {
            const unsigned completing = placesOf(rule) & kCompleting;
            const bool counts = completing != 0 && (completing & ~within) == 0 &&
                (completing & must) == must && rule.reads != ~PartSet{0} && rule.weighed &&
                rule.severity != Severity::Note;
            doubts += counts && verdictOf(rule, machine) != Verdict::Kept ? 1 : 0;
        }
        return doubts;
    }

    /// Of all valid sets of completing parts; a case limits coolers and supplies, and nothing else links them.
    int leastDoubts(int cards, int platform)
    {
        constexpr int kNone = 1'000'000;
        const auto [known, isNew] = leastDoubts_.try_emplace({cards, platform}, kNone);
        if (!isNew) {
            return known->second;
        }
        Values values{cards, platform, kOpen, kOpen, kOpen, kOpen, kOpen};
        const auto leastOf = [&](Place place, unsigned within) {
            int least = kNone;
            for (int value = 0; value < size(place); ++value) {
                values.at(place) = value;
                if (isValid(values, within)) {
                    least = std::min(least, doubts(values, within, 1U << place));
                }
            }
            values.at(place) = kOpen;
            return least;
        };
        int least = kNone;
        for (int enclosure = 0; enclosure < size(kCase); ++enclosure) {
            values.at(kCase) = enclosure;
            if (isValid(values, 1U << kCase)) {
                least = std::min(least,
                                 doubts(values, 1U << kCase) + leastOf(kCooler, 1U << kCase | 1U << kCooler) +
                                     leastOf(kSupply, 1U << kCase | 1U << kSupply));
            }
        }
        values.at(kCase) = kOpen;
        return known->second = least + leastOf(kDrive, 1U << kDrive);
    }

private:
    struct Link {
        bool possible = false;
        int generation = 0;
        int lanes = 0;
    };
    /// Which link the cards get on this platform.
    const Link& linkOf(int cards, int platform)
    {
        const auto [known, isNew] = links_.try_emplace({cards, platform});
        const Values values{cards, platform, kOpen, kOpen, kOpen, kOpen, kOpen};
        if (isNew && allows(1U << kCards | 1U << kPlatform, values)) {
            const AcceleratorGroup group = hardwareOf(machineOf(values)).accelerators.front();
            known->second = {true, group.linkGeneration.value_or(kOpen), group.linkLanes.value_or(kOpen)};
        }
        return known->second;
    }
    /// Equal for hosts that no speed tells apart.
    int hostOf(const Values& values)
    {
        const Host host = hardwareOf(machineOf(values)).host;
        const auto key = std::tuple(host.id, host.sockets, host.memory.value_or(Bytes()).value(),
                                    host.bandwidth.value_or(BytesPerSecond()).value());
        return hostNumbers_.try_emplace(key, static_cast<int>(hostNumbers_.size())).first->second;
    }
    [[nodiscard]] double estimate(const Machine& machine) const
    {
        const Hardware hardware = leftForModel(hardwareOf(machine));
        const Requirement& requirement = question_.requirement;
        const MemoryPlan plan = planMemory(question_.model, requirement.workload, hardware);
        if (!plan.fits || usesHost(question_.model, hardware, plan)) {
            return -1;
        }
        const auto speed =
            estimateSpeed(question_.model, requirement.workload, hardware, plan, question_.constants);
        return speed && meetsTargets(requirement, *speed) ? rankedSpeed(requirement, *speed).value() : -1;
    }

    struct Option {
        std::int64_t price = 0;
        std::function<void(Machine&)> put;
    };

    void add(Place place, std::int64_t price, std::function<void(Machine&)> put)
    {
        if (price <= question_.requirement.budget.minorUnits()) {
            options_.at(place).push_back({price, std::move(put)});
        }
    }
    template <class Part, class Put>
    void addAll(Place place, const std::vector<Priced<Part>>& parts, Put put)
    {
        for (const auto& each : parts) {
            add(place, each.price, [part = each.part, put](Machine& machine) { put(machine, part); });
        }
    }

    /// Rules on one variable shorten its list.
    void keepUsable()
    {
        for (std::size_t place = 0; place < kPlaces; ++place) {
            std::vector<Option> usable;
            for (int value = 0; value < size(place); ++value) {
                Values values{kOpen, kOpen, kOpen, kOpen, kOpen, kOpen, kOpen};
                values.at(place) = value;
                if (allows(1U << place, values)) {
                    usable.push_back(options_.at(place).at(static_cast<std::size_t>(value)));
                }
            }
            options_.at(place) = std::move(usable);
        }
    }

    /// By every blocker on cards, platform and these completing parts.
    [[nodiscard]] bool isValid(const Values& values, unsigned within) const
    {
        return std::ranges::all_of(blockers_, [&](const auto& group) {
            const unsigned completing = group.first & kCompleting;
            return completing == 0 || (completing & ~within) != 0 || allows(group.first, values);
        });
    }

    const Question& question_;
    std::array<std::vector<Option>, kPlaces> options_;
    std::map<unsigned, std::vector<const Rule*>> blockers_;
    std::vector<std::vector<int>> hosts_; ///< of platform and memory; kOpen: they don't go together
    std::map<std::tuple<PartId, int, std::int64_t, double>, int> hostNumbers_;
    std::map<std::pair<int, int>, Link> links_;
    std::map<std::tuple<int, int, int, int>, double> speeds_;
    std::vector<double> mostSpeed_;
    std::map<std::pair<int, int>, int> leastDoubts_;
};

} // namespace rigwright::benchmarks
