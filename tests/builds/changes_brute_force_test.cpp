// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/alternatives.h"
#include "builds/changes/part_search.h"
#include "builds/changes/repair.h"
#include "builds/changes/upgrade.h"
#include "builds/evaluate.h"
#include "builds/random_build.h"
#include "builds/random_catalog.h"
#include "builds/rules/rules.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>

using namespace rigwright;
using namespace rigwright::test;

namespace {

constexpr PartSet kAround =
    partSet({PartCategory::Case, PartCategory::Cooler, PartCategory::PowerSupply, PartCategory::Storage});

/// Open points of the rules that read one of these parts.
int doubtsOf(const Machine& machine, const Machine& before, PartSet exchanged, bool allWarnings)
{
    int doubts = 0;
    for (const Rule& rule : allRules()) {
        const bool counts = rule.severity == Severity::Blocker ||
            (rule.severity == Severity::Warning && rule.weighed &&
             (allWarnings || (rule.reads & kAround) != 0));
        if (!counts || rule.reads == ~PartSet{0} || (rule.reads & exchanged) == 0 ||
            verdictOf(rule, machine) == Verdict::Kept) {
            continue;
        }
        const bool mustBeKnown =
            !allWarnings && rule.mustBeKnown && verdictOf(rule, before) != Verdict::Unverified;
        doubts += mustBeKnown ? 1000 : 1;
    }
    return doubts;
}

class Repairs {
public:
    Repairs(const Question& question, const Machine& before, const std::vector<PartKind>& kinds)
        : question_(question)
        , before_(before)
        , kinds_(kinds)
    {
        for (const PartKind kind : kinds) {
            exchanged_ |= partSet({categoryOf(kind)});
        }
    }

    std::optional<PartsRank> best()
    {
        choose(0, before_, 0);
        return best_;
    }

private:
    void choose(std::size_t number, const Machine& machine, std::int64_t weight)
    {
        if (number < kinds_.size()) {
            for (const Alternative& one : alternatives(kinds_[number], question_, before_, machine)) {
                Machine changed = machine;
                one.put(changed);
                choose(number + 1, changed, weight + one.weight);
            }
            return;
        }
        const PartsRank rank{doubtsOf(machine, before_, exchanged_, false), weight};
        if (!best_ || rank < *best_) {
            const auto evaluated = evaluate(question_, machine);
            if (evaluated && !needsRepair(*evaluated, question_.requirement)) {
                best_ = rank;
            }
        }
    }

    const Question& question_;
    const Machine& before_;
    const std::vector<PartKind>& kinds_;
    PartSet exchanged_ = 0;
    std::optional<PartsRank> best_;
};

const std::vector<std::vector<PartKind>>& setsOfKinds()
{
    using enum PartKind;
    static const std::vector<std::vector<PartKind>> sets{{Case},
                                                         {PowerSupply},
                                                         {Cooler},
                                                         {Storage},
                                                         {Board},
                                                         {Cpu},
                                                         {Memory},
                                                         {MoreMemory},
                                                         {Cards},
                                                         {CardCount},
                                                         {Case, PowerSupply},
                                                         {Case, Cooler},
                                                         {Cards, PowerSupply},
                                                         {CardCount, PowerSupply},
                                                         {Cards, Case},
                                                         {Board, Cpu},
                                                         {Board, Memory},
                                                         {Cpu, Memory},
                                                         {Memory, Cards},
                                                         {Cpu, Cooler},
                                                         {Storage, PowerSupply},
                                                         {Board, Cpu, Memory},
                                                         {Cards, Case, PowerSupply},
                                                         {Cpu, Cooler, PowerSupply},
                                                         {MoreMemory, PowerSupply}};
    return sets;
}

bool applies(const std::vector<PartKind>& kinds, const Machine& machine)
{
    return std::ranges::none_of(kinds, [&](PartKind kind) {
        return kind == PartKind::CardCount && machine.accelerators.size() != 1;
    });
}

/// Every step of an upgrade, each with every choice of what is around its core.
class Upgrades {
public:
    Upgrades(const Question& question, const Machine& now)
        : question_(question)
        , now_(now)
    {
        for (const Rule& rule : allRules()) {
            wasOpen_[&rule] = verdictOf(rule, now) == Verdict::Unverified;
        }
        const auto evaluated = evaluate(question, now).value();
        speedNow_ = evaluated.speed ? rankedSpeed(question.requirement, *evaluated.speed).value() : 0;
    }

    /// Cost and speed.
    std::vector<std::pair<std::int64_t, double>> steps()
    {
        using enum PartKind;
        const std::vector<Alternative> cards = cardSteps();
        for (const Alternative& one : cards) {
            exchange({one}, {});
            exchange({one}, {Memory});
            exchange({one}, {MoreMemory});
            exchange({one}, {Board});
        }
        for (const std::vector<PartKind>& kinds : std::vector<std::vector<PartKind>>{
                 {Memory}, {MoreMemory}, {Cpu}, {Cpu, Memory}, {Cpu, MoreMemory}, {Board, Cpu, Memory}}) {
            exchange({}, kinds);
        }
        std::ranges::sort(found_, {}, [](const auto& step) { return std::pair(step.first, -step.second); });
        std::vector<std::pair<std::int64_t, double>> kept;
        double fastest = speedNow_;
        for (const auto& [cost, speed] : found_) {
            if (speed >= fastest * 1.01) {
                kept.emplace_back(cost, speed);
                fastest = speed;
            }
        }
        return kept;
    }

private:
    struct Around {
        int bought = 0;
        int doubts = 0;
        std::int64_t price = 0;
        auto operator<=>(const Around&) const = default;
    };

    std::vector<Alternative> cardSteps() const
    {
        std::vector<Alternative> all;
        const bool mixed = now_.accelerators.size() > 1;
        const Used<Accelerator> there =
            now_.accelerators.empty() ? Used<Accelerator>() : now_.accelerators.front();
        for (const Accelerator& chip : question_.catalog.accelerators) {
            for (const Priced<Accelerator>& card : articlesOf(question_, chip)) {
                const bool same = there.part == card.part;
                for (int count = 1; count <= 8; ++count) {
                    const std::int64_t price =
                        priceToPay(question_.requirement, card.part->info.id, card.price, count);
                    if (mixed || !same || count != there.quantity) {
                        all.push_back({[card, count](Machine& m) {
                                           m.accelerators = {{card.part, count}};
                                       },
                                       price, price});
                    }
                    if (there.part != nullptr && !same && there.part->vendor == card.part->vendor &&
                        there.quantity + count <= 8) {
                        all.push_back({[card, count](Machine& m) {
                                           m.accelerators.push_back({card.part, count});
                                       },
                                       price, price});
                    }
                }
            }
        }
        return all;
    }

    void exchange(const std::vector<Alternative>& first, const std::vector<PartKind>& kinds)
    {
        Machine machine = now_;
        std::int64_t price = 0;
        for (const Alternative& one : first) {
            one.put(machine);
            price += one.price;
        }
        choose(kinds, 0, machine, price);
    }

    void choose(const std::vector<PartKind>& kinds, std::size_t number, const Machine& machine,
                std::int64_t price)
    {
        if (number == kinds.size()) {
            settle(machine, price);
            return;
        }
        for (const Alternative& one : alternatives(kinds[number], question_, now_, machine)) {
            Machine changed = machine;
            one.put(changed);
            choose(kinds, number + 1, changed, price + one.price);
        }
    }

    bool refuses(const Rule& rule, const Machine& machine, bool around) const
    {
        const Verdict verdict = verdictOf(rule, machine);
        return rule.severity == Severity::Blocker && ((rule.reads & kAround) != 0) == around &&
            (verdict == Verdict::Broken ||
             (!around && verdict == Verdict::Unverified && rule.mustBeKnown && !wasOpen_.at(&rule)));
    }

    bool isRefused(const Machine& machine, bool around) const
    {
        return std::ranges::any_of(allRules(),
                                   [&](const Rule& rule) { return refuses(rule, machine, around); });
    }

    void settle(const Machine& machine, std::int64_t price)
    {
        const std::int64_t budget = question_.requirement.budget.minorUnits();
        if (price > budget || isRefused(machine, false)) {
            return;
        }
        const auto evaluated = evaluate(question_, machine).value();
        const bool onHost =
            std::ranges::find(evaluated.findings, "host-offload", &Finding::id) != evaluated.findings.end();
        if (!evaluated.speed || onHost) {
            return;
        }
        const double speed = rankedSpeed(question_.requirement, *evaluated.speed).value();
        if (speed < speedNow_ * 1.01) {
            return;
        }
        around_.reset();
        completeWith(machine, machine, 0, {}, 0);
        if (around_ && price + around_->price <= budget) {
            found_.emplace_back(price + around_->price, speed);
        }
    }

    void completeWith(const Machine& core, const Machine& machine, int number, Around sofar, PartSet bought)
    {
        static const std::vector<PartKind> kinds{PartKind::Storage, PartKind::Case, PartKind::Cooler,
                                                 PartKind::PowerSupply};
        if (number == 4) {
            sofar.doubts = doubtsOf(machine, machine, bought, true);
            if ((!around_ || sofar < *around_) && !isRefused(machine, true)) {
                around_ = sofar;
            }
            return;
        }
        const PartKind kind = kinds[static_cast<std::size_t>(number)];
        if (kind != PartKind::Cooler || countOf(machine.coolers) >= countOf(machine.cpus)) {
            completeWith(core, machine, number + 1, sofar, bought);
        }
        for (const Alternative& one : alternatives(kind, question_, now_, core)) {
            Machine changed = machine;
            one.put(changed);
            completeWith(core, changed, number + 1, {sofar.bought + 1, 0, sofar.price + one.price},
                         bought | partSet({categoryOf(kind)}));
        }
    }

    const Question& question_;
    const Machine& now_;
    std::map<const Rule*, bool> wasOpen_;
    double speedNow_ = 0;
    std::optional<Around> around_;
    std::vector<std::pair<std::int64_t, double>> found_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(changes_brute_force)

BOOST_AUTO_TEST_CASE(the_parts_that_mend_are_the_best_of_all_combinations)
{
    int mended = 0;
    for (unsigned seed = 0; seed < 50; ++seed) {
        const Catalog catalog = variedCatalog(seed);
        const Requirement wanted = variedRequirement(catalog, seed);
        const auto use = ChangedUse::of(catalog, wanted, {}, fittedCalibration()).value();
        const Pool pool = pricedParts(use->question()).value();
        Machine machine = lookUp(catalog, damagedBuild(catalog, wanted, seed)).value();
        if (machine.system != nullptr) {
            continue;
        }
        use->applyTo(machine);
        PartOptions options(use->question(), pool, machine);
        PartSearch search(options, machine, {});
        for (const std::vector<PartKind>& kinds : setsOfKinds()) {
            if (!applies(kinds, machine)) {
                continue;
            }
            const auto expected = Repairs(use->question(), machine, kinds).best();
            const auto found = search.best(*use, kinds);
            std::string names;
            for (const PartKind kind : kinds) {
                names += std::to_string(static_cast<int>(kind)) + " ";
            }
            BOOST_TEST_CONTEXT("seed " << seed << ", kinds " << names)
            {
                BOOST_TEST(found.has_value() == expected.has_value());
                if (found && expected) {
                    BOOST_TEST(found->rank.doubts == expected->doubts);
                    BOOST_TEST(found->rank.weight == expected->weight);
                    ++mended;
                }
            }
        }
    }
    BOOST_TEST(mended > 60);
}

BOOST_AUTO_TEST_CASE(the_steps_of_an_upgrade_are_the_best_of_all)
{
    int steps = 0;
    for (unsigned seed = 0; seed < 160; ++seed) {
        const Catalog catalog = variedCatalog(seed);
        Requirement wanted = variedRequirement(catalog, seed);
        const Build build = damagedBuild(catalog, wanted, seed);
        wanted.budget = Money(std::int64_t{100} * (300 + 15 * seed), Currency::usd());
        Machine machine = lookUp(catalog, build).value();
        if (machine.system != nullptr) {
            continue;
        }
        const UpgradeAnswer answer = findUpgrades(catalog, build, wanted).value();
        Requirement owning = wanted;
        owning.owned = build.lines;
        const Question question = ask(catalog, owning).value();
        machine.demands = question.demands;
        const auto expected = Upgrades(question, machine).steps();
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            BOOST_TEST(answer.exact);
            BOOST_REQUIRE(answer.steps.size() == expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                BOOST_TEST(answer.steps[i].cost.minorUnits() == expected[i].first);
                BOOST_TEST(answer.steps[i].machine.price.minorUnits() == expected[i].first);
                BOOST_TEST(rankedSpeed(wanted, *answer.steps[i].machine.speed).value() == expected[i].second,
                           boost::test_tools::tolerance(1e-9));
                ++steps;
            }
        }
    }
    BOOST_TEST(steps > 20);
}

BOOST_AUTO_TEST_SUITE_END()
