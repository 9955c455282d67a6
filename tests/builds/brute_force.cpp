// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/brute_force.h"

#include "builds/hardware.h"
#include "builds/memory_layout.h"
#include "builds/merits.h"
#include "builds/power.h"
#include "builds/question.h"
#include "builds/rules/rules.h"
#include "builds/slot_plan.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace rigwright::test {

namespace {

const PartSet kCompleting =
    partSet({PartCategory::Case, PartCategory::Cooler, PartCategory::PowerSupply, PartCategory::Storage});

bool concerns(const Rule& rule, bool completing)
{
    return rule.reads != ~PartSet{0} && ((rule.reads & kCompleting) != 0) == completing;
}

bool refuses(const Rule& rule, const Machine& machine)
{
    const Verdict verdict = verdictOf(rule, machine);
    return rule.severity == Severity::Blocker &&
        (verdict == Verdict::Broken || (verdict == Verdict::Unverified && rule.mustBeKnown));
}

/// All blockers of one kind that a machine breaks, in the order of the table.
std::vector<std::string> brokenRules(const Machine& machine, bool completing)
{
    std::vector<std::string> broken;
    for (const Rule& rule : allRules()) {
        if (concerns(rule, completing) && refuses(rule, machine)) {
            broken.emplace_back(rule.id);
        }
    }
    return broken;
}

int doubtsOf(const Machine& machine)
{
    int doubts = 0;
    for (const Rule& rule : allRules()) {
        const Verdict verdict = verdictOf(rule, machine);
        doubts += concerns(rule, true) && rule.weighed && rule.severity != Severity::Note &&
                verdict != Verdict::Kept
            ? 1
            : 0;
    }
    return doubts;
}

std::size_t placeOf(const std::string& id)
{
    const auto found = std::ranges::find_if(allRules(), [&](const Rule& rule) { return rule.id == id; });
    return static_cast<std::size_t>(found - allRules().begin());
}

/// What rules about accelerators that read no completing part can't verify.
int cardDoubtsOf(const Machine& machine)
{
    int doubts = 0;
    for (const Rule& rule : allRules()) {
        doubts += concerns(rule, false) && (rule.reads & partSet({PartCategory::Accelerator})) != 0 &&
                rule.severity == Severity::Blocker && verdictOf(rule, machine) == Verdict::Unverified
            ? 1
            : 0;
    }
    return doubts;
}

/// Place of the first broken rule in the table; past the end: none.
std::size_t firstBroken(const Machine& machine, const std::string& ignored)
{
    std::size_t place = 0;
    for (const Rule& rule : allRules()) {
        if (concerns(rule, true) && rule.id != ignored && refuses(rule, machine)) {
            return place;
        }
        ++place;
    }
    return place;
}

class Enumerator {
public:
    Enumerator(const Question& question, const Catalog& catalog)
        : question_(question)
        , catalog_(catalog)
    { }

    Enumeration run()
    {
        for (const Board& board : catalog_.boards) {
            for (const Cpu& cpu : catalog_.cpus) {
                for (const MemoryKit& kit : catalog_.memory) {
                    if (allowed(board.info) && allowed(cpu.info) && allowed(kit.info)) {
                        eachQuantity(board, cpu, kit);
                    }
                }
            }
        }
        for (const CompleteSystem& system : catalog_.systems) {
            if (allowed(system.info)) {
                judgeSystem(system);
            }
        }
        findFront();
        return std::move(result_);
    }

private:
    struct Feasible {
        std::int64_t price;
        double speed;
        std::vector<double> standing; ///< in what was asked for beside these: larger is better
        Enumeration::Configuration configuration;

        [[nodiscard]] bool beats(const Feasible& other) const
        {
            bool noWorse = price <= other.price && speed >= other.speed;
            for (std::size_t i = 0; i < standing.size(); ++i) {
                noWorse = noWorse && standing[i] >= other.standing[i];
            }
            return noWorse && (price < other.price || speed > other.speed || standing != other.standing);
        }
    };
    /// What a plan says: the reasons for which it fails, and its speed.
    struct Planned {
        std::vector<std::string> failures;
        double speed = 0;
    };
    /// A machine without its completing parts.
    struct Chosen {
        Machine machine;
        std::int64_t cardsPrice = 0;
    };
    struct Completed {
        Machine machine;
        std::size_t firstBroken = 0;
        int doubts = 0;
        std::int64_t price = 0;
    };

    int owned(const PartInfo& part) const
    {
        int count = 0;
        for (const BuildLine& line : question_.requirement.owned) {
            count += line.part == part.id ? line.quantity : 0;
        }
        return count;
    }

    bool allowed(const PartInfo& part) const { return !part.hidden || owned(part) > 0; }

    /// Of so many: those at hand are free, further ones cost what they are sold for, hidden ones aren't bought.
    std::optional<std::int64_t> price(const PartInfo& part, int quantity, bool buyable = true) const
    {
        const int bought = std::max(0, quantity - owned(part));
        const auto each = priceOf(question_, part).value();
        if (bought > 0 && (!each || part.hidden || !buyable)) {
            return std::nullopt;
        }
        return bought == 0 ? 0 : each->minorUnits() * bought;
    }

    void eachQuantity(const Board& board, const Cpu& cpu, const MemoryKit& kit)
    {
        for (int quantity = 1; quantity * kit.modules <= board.dimmSlots; ++quantity) {
            const int modules = quantity * kit.modules;
            if (modules % board.socketCount != 0 ||
                !isEvenPopulation(modules / board.socketCount, board.channelsPerSocket)) {
                continue;
            }
            Machine machine;
            machine.demands = question_.demands;
            machine.board = &board;
            machine.cpus = {{&cpu, board.socketCount}};
            machine.memory = {{&kit, quantity}};
            judge({{machine, 0}}, {{"", 0}});
            for (const Accelerator& chip : catalog_.accelerators) {
                for (int count = 1; count <= 8 && allowedChip(chip); ++count) {
                    judge(boughtWith(machine, chip, count), {{chip.info.id.text(), count}});
                }
            }
            if (question_.requirement.mixedCards) {
                eachMixture(machine);
            }
        }
    }

    /// With up to four accelerators, of two kinds of one vendor.
    void eachMixture(const Machine& machine)
    {
        const auto& chips = catalog_.accelerators;
        for (std::size_t i = 0; i < chips.size(); ++i) {
            for (std::size_t j = i + 1; j < chips.size(); ++j) {
                if (!allowedChip(chips[i]) || !allowedChip(chips[j]) || chips[i].vendor != chips[j].vendor ||
                    chips[i].vendor == AcceleratorVendor::Other) {
                    continue;
                }
                for (const auto& [one, other] : {std::pair(1, 1), std::pair(1, 2), std::pair(1, 3),
                                                 std::pair(2, 1), std::pair(2, 2), std::pair(3, 1)}) {
                    judgeMixture(machine, chips[i], one, chips[j], other);
                }
            }
        }
    }

    void judgeMixture(const Machine& machine, const Accelerator& one, int ones, const Accelerator& other,
                      int others)
    {
        std::vector<Chosen> choices;
        for (const Chosen& chosen : boughtWith(machine, one, ones)) {
            for (const Chosen& beside : boughtWith(machine, other, others)) {
                choices.push_back(chosen);
                choices.back().cardsPrice += beside.cardsPrice;
                choices.back().machine.accelerators.push_back(beside.machine.accelerators.front());
            }
        }
        const auto budget = question_.requirement.budget.minorUnits();
        const auto beyond = [&](const Chosen& chosen) { return chosen.cardsPrice > budget; };
        if (!choices.empty() && std::ranges::all_of(choices, beyond) && priceOfPlatform(machine)) {
            ++result_.considered;
            return exclude("budget");
        }
        judge(choices, {{one.info.id.text(), ones}, {other.info.id.text(), others}});
    }

    bool allowedChip(const Accelerator& chip) const
    {
        return allowed(chip.info) || std::ranges::any_of(catalog_.cards, [&](const Accelerator& card) {
                   return card.variantOf == chip.info.id && owned(card.info) > 0;
               });
    }

    /// The machine with every article that has the accelerator on it; empty: nobody sells one.
    std::vector<Chosen> boughtWith(const Machine& machine, const Accelerator& chip, int count) const
    {
        std::vector<Chosen> all;
        const auto add = [&](const Accelerator& article, bool buyable) {
            if (const auto cost = price(article.info, count, buyable)) {
                all.push_back({machine, *cost});
                all.back().machine.accelerators = {{&article, count}};
            }
        };
        const Offer* own = currentOffer(chip.info.offers);
        bool anySold = false;
        for (const Accelerator& card : catalog_.cards) {
            const Offer* offer = currentOffer(card.info.offers);
            const bool current =
                offer != nullptr && (own == nullptr || !(offer->date < own->date)) && !chip.info.hidden;
            if (card.variantOf == chip.info.id) {
                anySold = anySold || (current && !card.info.hidden);
                add(card, current);
            }
        }
        add(chip, !anySold);
        return all;
    }

    std::optional<std::int64_t> priceOfPlatform(const Machine& machine) const
    {
        std::int64_t sum = 0;
        for (const auto& [part, quantity] :
             {std::pair(&machine.cpus.front().part->info, machine.cpus.front().quantity),
              std::pair(&machine.board->info, 1),
              std::pair(&machine.memory.front().part->info, machine.memory.front().quantity)}) {
            const auto cost = price(*part, quantity);
            if (!cost) {
                return std::nullopt;
            }
            sum += *cost;
        }
        return sum;
    }

    Planned plan(const Machine& machine) const
    {
        Planned planned;
        const Requirement& wanted = question_.requirement;
        const Hardware hardware = leftForModel(hardwareOf(machine));
        const MemoryPlan memory = planMemory(question_.model, wanted.workload, hardware);
        if (!memory.fits) {
            planned.failures.emplace_back("memory-fit");
            return planned;
        }
        if (usesHost(question_.model, hardware, memory) && !wanted.allowHostOffload) {
            planned.failures.emplace_back("host-offload");
        }
        const auto speed =
            estimateSpeed(question_.model, wanted.workload, hardware, memory, question_.constants);
        if (!speed) {
            planned.failures.emplace_back("speed-unknown");
            return planned;
        }
        planned.speed = rankedSpeed(wanted, *speed).value();
        if (!meetsTargets(wanted, *speed)) {
            planned.failures.emplace_back("targets");
        }
        return planned;
    }

    std::optional<Completed> complete(const std::vector<Chosen>& choices,
                                      const std::string& ignored = "") const
    {
        std::optional<Completed> best;
        const auto rank = [](const Completed& x) {
            return std::tuple(allRules().size() - x.firstBroken, x.doubts, x.price);
        };
        for (const Chosen& chosen : choices) {
            for (const Completed& tried : completions(chosen, ignored)) {
                if (!best || rank(tried) < rank(*best)) {
                    best = tried;
                }
            }
        }
        return best;
    }

    std::vector<Completed> completions(const Chosen& chosen, const std::string& ignored) const
    {
        std::vector<Completed> all;
        const int cardDoubts = cardDoubtsOf(chosen.machine);
        for (const Case& enclosure : catalog_.cases) {
            for (const Cooler& cooler : catalog_.coolers) {
                for (const PowerSupply& supply : catalog_.powerSupplies) {
                    for (const Drive& drive : catalog_.drives) {
                        const int sockets = chosen.machine.cpus.front().quantity;
                        const auto a = price(enclosure.info, 1);
                        const auto b = price(cooler.info, sockets);
                        const auto c = price(supply.info, 1);
                        const auto d = price(drive.info, 1);
                        if (!a || !b || !c || !d) {
                            continue;
                        }
                        Completed tried{chosen.machine, 0, 0, chosen.cardsPrice + *a + *b + *c + *d};
                        tried.machine.enclosure = &enclosure;
                        tried.machine.coolers = {{&cooler, sockets}};
                        tried.machine.supplies = {{&supply, 1}};
                        tried.machine.drives = {{&drive, 1}};
                        tried.firstBroken = firstBroken(tried.machine, ignored);
                        tried.doubts = cardDoubts + doubtsOf(tried.machine);
                        all.push_back(std::move(tried));
                    }
                }
            }
        }
        return all;
    }

    void exclude(const std::string& reason) { ++result_.excluded[reason]; }

    static void keepLeast(std::map<std::string, std::int64_t>& least, const std::string& key,
                          std::int64_t cost)
    {
        const auto [known, isNew] = least.emplace(key, cost);
        if (!isNew) {
            known->second = std::min(known->second, cost);
        }
    }

    void offerNearest(const std::string& reason, std::int64_t cost)
    {
        keepLeast(result_.nearest, reason, cost);
    }

    /// The parts of a machine without completing ones that the rule reads.
    void offerExample(const Rule& rule, const Chosen& chosen)
    {
        const auto reads = [&](PartCategory category) { return (rule.reads & partSet({category})) != 0; };
        std::int64_t cost = reads(PartCategory::Accelerator) ? chosen.cardsPrice : 0;
        if (reads(PartCategory::Board)) {
            cost += price(chosen.machine.board->info, 1).value();
        }
        if (reads(PartCategory::Cpu)) {
            const Used<Cpu>& cpu = chosen.machine.cpus.front();
            cost += price(cpu.part->info, cpu.quantity).value();
        }
        if (reads(PartCategory::Memory)) {
            const Used<MemoryKit>& kit = chosen.machine.memory.front();
            cost += price(kit.part->info, kit.quantity).value();
        }
        keepLeast(result_.examples, rule.id, cost);
    }

    /// `choices`: the articles that the machine's accelerator is sold as.
    void judge(const std::vector<Chosen>& choices, const Enumeration::Configuration& configuration)
    {
        ++result_.considered;
        const auto parts = choices.empty() ? std::nullopt : priceOfPlatform(choices.front().machine);
        if (!parts) {
            return exclude("no-price");
        }
        std::vector<Chosen> usable;
        std::map<std::size_t, std::vector<Chosen>> refused;
        for (const Chosen& chosen : choices) {
            if (const auto broken = brokenRules(chosen.machine, false); broken.empty()) {
                usable.push_back(chosen);
            } else {
                refused[placeOf(broken.front())].push_back(chosen);
            }
        }
        if (usable.empty()) {
            const Rule& rule = allRules()[refused.rbegin()->first];
            for (const Chosen& chosen : refused.rbegin()->second) {
                offerExample(rule, chosen);
            }
            return exclude(rule.id);
        }
        judgeUsable(fastestLinks(usable), *parts, configuration);
    }

    /// The articles whose cards get as fast links as those of any.
    static std::vector<Chosen> fastestLinks(const std::vector<Chosen>& choices)
    {
        std::vector<std::pair<double, int>> links;
        for (const Chosen& chosen : choices) {
            const auto slowest = planSlots(chosen.machine).slowest.value_or(CardLink());
            links.emplace_back(slowest.weight(), slowest.generation);
        }
        std::vector<Chosen> fastest;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (links[i] == *std::ranges::max_element(links)) {
                fastest.push_back(choices[i]);
            }
        }
        return fastest;
    }

    void judgeUsable(const std::vector<Chosen>& usable, std::int64_t parts,
                     const Enumeration::Configuration& configuration)
    {
        const Planned planned = plan(usable.front().machine);
        const auto completed = complete(usable);
        const bool sound = completed && completed->firstBroken == allRules().size();
        const std::int64_t budget = question_.requirement.budget.minorUnits();
        if (!planned.failures.empty()) {
            exclude(planned.failures.front());
            if (planned.failures.size() == 1 && sound && parts + completed->price <= budget) {
                offerNearest(planned.failures.front(), parts + completed->price);
            }
            return;
        }
        if (!sound) {
            const std::string reason = completed ? allRules()[completed->firstBroken].id : "no-price";
            exclude(reason);
            const auto ignoring = complete(usable, reason);
            if (ignoring && ignoring->firstBroken == allRules().size() && parts + ignoring->price <= budget) {
                offerNearest(reason, parts + ignoring->price);
            }
            return;
        }
        settle(parts + completed->price, planned.speed, completed->machine, configuration);
    }

    std::vector<double> standingOf(const Machine& machine) const
    {
        const Hardware hardware = leftForModel(hardwareOf(machine));
        const MemoryPlan memory = planMemory(question_.model, question_.requirement.workload, hardware);
        const Merits merits = meritsOf(machine, memory, hardware);
        std::vector<double> standing;
        for (const Objective objective : question_.requirement.objectives) {
            switch (objective) {
            case Objective::Power: standing.push_back(-wallPower(machine).value()); break;
            case Objective::Noise: standing.push_back(merits.noise ? -*merits.noise : -1e9); break;
            case Objective::Headroom: standing.push_back(static_cast<double>(merits.headroom.value())); break;
            case Objective::UpgradeRoom: standing.push_back(merits.roomForCards); break;
            }
        }
        return standing;
    }

    void settle(std::int64_t cost, double speed, const Machine& machine,
                const Enumeration::Configuration& configuration)
    {
        if (cost > question_.requirement.budget.minorUnits()) {
            exclude("budget");
            offerNearest("budget", cost);
            return;
        }
        ++result_.feasible;
        feasible_.push_back({cost, speed, standingOf(machine), configuration});
        if (configuration.size() > 1) {
            return;
        }
        const auto [known, isNew] = result_.cheapest.emplace(configuration, cost);
        if (!isNew) {
            known->second = std::min(known->second, cost);
        }
    }

    void judgeSystem(const CompleteSystem& system)
    {
        ++result_.considered;
        const auto cost = price(system.info, 1);
        if (!cost) {
            return exclude("no-price");
        }
        Machine machine;
        machine.demands = question_.demands;
        machine.system = &system;
        machine.systemAccelerator = findPart(catalog_.accelerators, system.accelerator);
        std::vector<std::string> failures = brokenRules(machine, false);
        if (!failures.empty()) {
            keepLeast(result_.examples, failures.front(), *cost);
        }
        const Planned planned = plan(machine);
        failures.insert(failures.end(), planned.failures.begin(), planned.failures.end());
        const auto late = brokenRules(machine, true);
        failures.insert(failures.end(), late.begin(), late.end());
        const bool affordable = *cost <= question_.requirement.budget.minorUnits();
        if (failures.empty()) {
            return settle(*cost, planned.speed, machine,
                          {{system.accelerator.text(), system.acceleratorCount}});
        }
        exclude(failures.front());
        if (failures.size() == 1 && affordable) {
            offerNearest(failures.front(), *cost);
        }
    }

    void findFront()
    {
        std::set<Enumeration::Point> front;
        for (const Feasible& one : feasible_) {
            const auto beats = [&](const Feasible& other) { return other.beats(one); };
            if (std::ranges::none_of(feasible_, beats)) {
                const Enumeration::Point point{one.price, one.speed, one.standing};
                front.insert(point);
                result_.onFront[point].push_back(one.configuration);
            }
        }
        result_.front.assign(front.begin(), front.end());
    }

    const Question& question_;
    const Catalog& catalog_;
    Enumeration result_;
    std::vector<Feasible> feasible_;
};

} // namespace

Enumeration enumerate(const Catalog& catalog, const Requirement& requirement,
                      const CalibrationTable& constants)
{
    const auto question = ask(catalog, requirement, constants);
    return Enumerator(question.value(), catalog).run();
}

} // namespace rigwright::test
