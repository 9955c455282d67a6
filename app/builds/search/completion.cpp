// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/completion.h"

#include "builds/power_cap.h"
#include "builds/search/same_facts.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace rigwright {

namespace {

template <class List>
const auto& at(const List& list, int index)
{
    return list[static_cast<std::size_t>(index)];
}

/// Of parts that are alike the cheapest, cheapest first; equal prices in the order of the catalog.
template <class Part>
std::vector<Priced<Part>> distinct(std::vector<Priced<Part>> parts)
{
    std::ranges::stable_sort(parts, {}, [](const Priced<Part>& part) { return *part.costOf(1); });
    std::vector<Priced<Part>> kept;
    for (const Priced<Part>& part : parts) {
        const auto same = [&](const Priced<Part>& other) {
            return other.noDearerThan(part) && sameFacts(*other.part, *part.part);
        };
        if (std::ranges::none_of(kept, same)) {
            kept.push_back(part);
        }
    }
    return kept;
}

int leastDoubtsOf(const std::vector<Grade>& grades)
{
    int least = std::numeric_limits<int>::max();
    for (const Grade& grade : grades) {
        least = grade.sound() ? std::min(least, grade.doubts) : least;
    }
    return least == std::numeric_limits<int>::max() ? 0 : least;
}

/// The kinds of cases that a better supply may still be found for.
class OpenKinds {
public:
    /// `inCase`: of each kind, every supply.
    OpenKinds(std::vector<GradedPart>& best, const std::vector<std::vector<Grade>>& inCase)
        : best_(best)
        , inCase_(inCase)
        , open_(best.size())
    {
        std::iota(open_.begin(), open_.end(), std::size_t{0});
    }

    [[nodiscard]] bool none() const { return open_.empty(); }

    /// Whether a supply of this grade, outside of any case, may be better than what a kind has. Of supplies that fail only the
    /// first failure says something.
    [[nodiscard]] bool mayTake(const Grade& grade, std::size_t supply) const
    {
        if (!grade.sound() && grade.firstFailure <= firstFailure_) {
            return false;
        }
        return std::ranges::any_of(open_, [&](std::size_t kind) {
            return best_[kind].index < 0 || (grade + inCase_[kind][supply]).betterThan(best_[kind].grade);
        });
    }

    void offer(const Grade& grade, std::size_t supply)
    {
        for (const std::size_t kind : open_) {
            best_[kind].offer(static_cast<int>(supply), grade + inCase_[kind][supply]);
        }
    }

    /// Leaves out kinds with a supply that nobody doubts more than the least.
    template <class LeastDoubts>
    void close(LeastDoubts leastDoubts)
    {
        std::erase_if(open_, [&](std::size_t kind) {
            return best_[kind].grade.sound() && best_[kind].grade.doubts <= leastDoubts(kind);
        });
        firstFailure_ = Step::kNoReason;
        for (const std::size_t kind : open_) {
            firstFailure_ = std::min(firstFailure_, best_[kind].grade.firstFailure);
        }
    }

private:
    std::vector<GradedPart>& best_;
    const std::vector<std::vector<Grade>>& inCase_;
    std::vector<std::size_t> open_;
    int firstFailure_ = -1; ///< the first of what fails in every open kind
};

} // namespace

Completer::Completer(const Pool& pool, const JudgingOrder& order, Demands demands, int ignored)
    : order_(order)
    , demands_(std::move(demands))
    , ignored_(ignored)
    , anyPartMissing_(pool.cases.empty() || pool.coolers.empty() || pool.supplies.empty() ||
                      pool.drives.empty())
    , supplies_(distinct(pool.supplies))
    , cases_(distinct(pool.cases))
    , coolers_(distinct(pool.coolers))
    , drives_(distinct(pool.drives))
{
    if (anyPartMissing_) {
        return;
    }
    leastPrice_ = *supplies_.front().costOf(1) + *cases_.front().costOf(1) + *coolers_.front().costOf(1) +
        *drives_.front().costOf(1);
    coolerKinds_ = sortCases(coolers_, order_.cooler.inCase, [](Machine& machine, const Cooler* cooler) {
        machine.coolers = {{cooler, 1}};
    });
    supplyKinds_ =
        sortCases(supplies_, order_.supply.inCase, [](Machine& machine, const PowerSupply* supply) {
            machine.supplies = {{supply, 1}};
        });
    for (const std::vector<Grade>& grades : supplyKinds_.grades) {
        leastDoubtsOfKind_.push_back(leastDoubtsOf(grades));
    }
}

Grade Completer::judge(const std::vector<Step>& steps, const Machine& machine) const
{
    Grade grade;
    for (const Step& step : steps) {
        if (step.reason == ignored_ && step.reason != Step::kNoReason) {
            continue;
        }
        const Verdict verdict = verdictOf(*step.rule, machine);
        if (excludes(step, verdict)) {
            grade.firstFailure = std::min(grade.firstFailure, step.reason);
            return grade;
        }
        grade.doubts += verdict == Verdict::Kept ? 0 : 1;
    }
    return grade;
}

Machine Completer::machineOn(const Board& board, const Cpu& cpu) const
{
    Machine machine;
    machine.demands = demands_;
    machine.board = &board;
    machine.cpus = {{&cpu, socketsOf(board)}};
    return machine;
}

template <class Part, class Put>
Completer::CaseKinds Completer::sortCases(const std::vector<Priced<Part>>& parts,
                                          const std::vector<Step>& steps, Put put) const
{
    CaseKinds kinds;
    std::map<std::vector<std::pair<int, int>>, int> known;
    Machine machine;
    machine.demands = demands_;
    for (const Priced<Case>& each : cases_) {
        machine.enclosure = each.part;
        std::vector<Grade> grades;
        std::vector<std::pair<int, int>> key;
        for (const Priced<Part>& part : parts) {
            put(machine, part.part);
            grades.push_back(judge(steps, machine));
            key.emplace_back(grades.back().firstFailure, grades.back().doubts);
        }
        const auto [kind, isNew] = known.emplace(std::move(key), static_cast<int>(kinds.grades.size()));
        if (isNew) {
            kinds.grades.push_back(std::move(grades));
        }
        kinds.kindOf.push_back(kind->second);
    }
    return kinds;
}

Completer::Supplies Completer::gradeSupplies(Machine machine, const std::vector<Step>& steps,
                                             bool priced) const
{
    Supplies supplies;
    machine.supplies.resize(1);
    for (const Priced<PowerSupply>& each : supplies_) {
        machine.supplies.front() = {each.part, 1};
        supplies.grades.push_back(judge(steps, machine));
        supplies.grades.back().price = priced ? *each.costOf(1) : 0;
    }
    supplies.leastDoubts = leastDoubtsOf(supplies.grades);
    return supplies;
}

std::vector<Grade> Completer::gradeCases(Machine machine, const std::vector<Step>& steps, bool priced) const
{
    std::vector<Grade> grades;
    for (const Priced<Case>& each : cases_) {
        machine.enclosure = each.part;
        grades.push_back(judge(steps, machine));
        grades.back().price = priced ? *each.costOf(1) : 0;
    }
    return grades;
}

Completer::Cases Completer::casesOn(const Machine& platform) const
{
    Machine machine = platform;
    const int sockets = socketsOf(*platform.board);
    std::vector<Grade> alone;
    for (const Priced<Cooler>& each : coolers_) {
        machine.coolers = {{each.part, sockets}};
        alone.push_back(judge(order_.cooler.onPlatform, machine));
        if (const auto cost = each.costOf(sockets)) {
            alone.back().price = *cost;
        } else {
            alone.back().firstFailure = order_.noPrice;
        }
    }
    Cases cases;
    std::vector<Grade> coolers;
    for (const std::vector<Grade>& inCase : coolerKinds_.grades) {
        GradedPart best;
        for (std::size_t i = 0; i < alone.size(); ++i) {
            best.offer(static_cast<int>(i), alone[i] + inCase[i]);
        }
        cases.coolerForKind.push_back(best.index);
        coolers.push_back(best.grade);
    }
    cases.grades = gradeCases(platform, order_.enclosure.onPlatform, true);
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        cases.grades[i] += at(coolers, coolerKinds_.kindOf[i]);
    }
    return cases;
}

GradedPart Completer::driveOn(Machine platform) const
{
    GradedPart best;
    for (std::size_t i = 0; i < drives_.size(); ++i) {
        platform.drives = {{drives_[i].part, 1}};
        Grade grade = judge(order_.drive.onPlatform, platform);
        grade.price = *drives_[i].costOf(1);
        best.offer(static_cast<int>(i), grade);
    }
    return best;
}

int Completer::cardsClass(const std::vector<Used<Accelerator>>& cards)
{
    std::vector<CaseUse> inCase;
    std::vector<SupplyUse> onSupply;
    for (const auto& [card, count] : cards) {
        const auto& power = card->power;
        inCase.push_back({count, card->mounting, card->slotWidth, card->length});
        onSupply.push_back({count, mostPower(*card), power ? std::optional<int>(power->pin16) : std::nullopt,
                            power ? std::optional<int>(power->pin8) : std::nullopt,
                            power ? std::optional<int>(power->pin6) : std::nullopt});
    }
    Machine machine;
    machine.demands = demands_;
    machine.accelerators = cards;
    const auto [enclosure, newEnclosure] = caseUses_.of(inCase);
    if (newEnclosure) {
        casesByCards_.push_back(gradeCases(machine, order_.enclosure.onCards, false));
    }
    const auto [supply, newSupply] = supplyUses_.of(onSupply);
    if (newSupply) {
        suppliesByCards_.push_back(gradeSupplies(machine, order_.supply.onCards, false));
        std::vector<LoadUse> load;
        for (const SupplyUse& use : onSupply) {
            load.push_back({use.count, use.boardPower});
        }
        const auto [number, newLoad] = loadUses_.of(load);
        suppliesByCards_.back().load = number;
        if (newLoad) {
            cardsOfLoad_.push_back(cards);
        }
    }
    const Parts parts{enclosure, supply, 0};
    const auto [number, isNew] = cardsParts_.of(parts);
    if (isNew) {
        cards_.push_back(parts);
    }
    return number;
}

int Completer::platformClass(const Board& board, const Cpu& cpu)
{
    const int sockets = socketsOf(board);
    const Machine machine = machineOn(board, cpu);
    Parts parts;
    bool isNew = false;
    std::tie(parts.enclosure, isNew) =
        casePlatforms_.of({board.formFactor, sockets, cpu.socket, cpu.power, cpu.turboPower});
    if (isNew) {
        casesByPlatform_.push_back(anyPartMissing_ ? Cases() : casesOn(machine));
    }
    std::tie(parts.supply, isNew) =
        supplyPlatforms_.of({board.epsConnectors, board.dimmSlots, sockets, cpu.power, cpu.turboPower});
    if (isNew) {
        suppliesByPlatform_.push_back(gradeSupplies(machine, order_.supply.onPlatform, true));
        const auto [load, newLoad] = loadPlatforms_.of({board.dimmSlots, sockets, cpu.power, cpu.turboPower});
        suppliesByPlatform_.back().load = load;
        if (newLoad) {
            platformOfLoad_.push_back(machine);
        }
    }
    std::tie(parts.drive, isNew) =
        drivePlatforms_.of({{board.m2Slots, board.sataPorts, board.u2Ports, board.slimSasPorts,
                             board.mcioPorts, board.oculinkPorts}});
    if (isNew) {
        driveByPlatform_.push_back(driveOn(machine));
    }
    const auto [number, isNewClass] = platformParts_.of(parts);
    if (isNewClass) {
        platforms_.push_back(parts);
    }
    return number;
}

std::vector<std::optional<Grade>>& Completer::togetherOf(int cards, int platform)
{
    std::vector<std::optional<Grade>>& grades = together_.at(cards, platform);
    grades.resize(supplies_.size());
    return grades;
}

const Grade& Completer::gradeTogether(std::optional<Grade>& known, int cards, int platform, int supply)
{
    if (!known) {
        Machine& machine = platformOfLoad_[static_cast<std::size_t>(platform)];
        machine.accelerators = at(cardsOfLoad_, cards);
        machine.supplies.resize(1);
        machine.supplies.front() = {at(supplies_, supply).part, 1};
        known = judge(order_.supply.onBoth, machine);
    }
    return *known;
}

const std::vector<GradedPart>& Completer::supplyChoices(int cards, int platform)
{
    std::vector<GradedPart>& best = supplyChoices_.at(cards, platform);
    if (!best.empty()) {
        return best;
    }
    best.resize(supplyKinds_.grades.size());
    const Supplies& byCards = at(suppliesByCards_, cards);
    const Supplies& byPlatform = at(suppliesByPlatform_, platform);
    const int leastDoubts = byCards.leastDoubts + byPlatform.leastDoubts;
    std::vector<std::optional<Grade>>& together = togetherOf(byCards.load, byPlatform.load);
    OpenKinds open(best, supplyKinds_.grades);
    for (std::size_t i = 0; i < supplies_.size() && !open.none(); ++i) {
        const Grade apart = byCards.grades[i] + byPlatform.grades[i];
        // Judging the rest can only make it worse.
        if (!open.mayTake(apart, i)) {
            continue;
        }
        const int index = static_cast<int>(i);
        const Grade whole = apart + gradeTogether(together[i], byCards.load, byPlatform.load, index);
        if (open.mayTake(whole, i)) {
            open.offer(whole, i);
            // Those that follow cost as much or more.
            open.close([&](std::size_t kind) { return leastDoubts + leastDoubtsOfKind_[kind]; });
        }
    }
    return best;
}

const std::vector<GradedPart>& Completer::caseChoices(int cards, int platform)
{
    std::vector<GradedPart>& best = caseChoices_.at(cards, platform);
    if (best.empty()) {
        best.resize(supplyKinds_.grades.size());
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            best[static_cast<std::size_t>(supplyKinds_.kindOf[i])].offer(
                static_cast<int>(i), at(casesByCards_, cards)[i] + at(casesByPlatform_, platform).grades[i]);
        }
    }
    return best;
}

GradedPart Completer::bestKind(const Parts& cards, const Parts& platform)
{
    const std::vector<GradedPart>& supplies = supplyChoices(cards.supply, platform.supply);
    const std::vector<GradedPart>& cases = caseChoices(cards.enclosure, platform.enclosure);
    GradedPart best;
    for (std::size_t kind = 0; kind < supplies.size(); ++kind) {
        best.offer(static_cast<int>(kind), cases[kind].grade + supplies[kind].grade);
    }
    best.grade += at(driveByPlatform_, platform.drive).grade;
    return best;
}

Grade Completer::grade(int cardsClass, int platformClass)
{
    if (anyPartMissing_) {
        return {order_.noPrice, 0, 0};
    }
    return bestKind(at(cards_, cardsClass), at(platforms_, platformClass)).grade;
}

bool Completer::holds(const Parts& cards, const Parts& platform, int supply)
{
    const std::vector<GradedPart>& cases = caseChoices(cards.enclosure, platform.enclosure);
    const Supplies& byCards = at(suppliesByCards_, cards.supply);
    const Supplies& byPlatform = at(suppliesByPlatform_, platform.supply);
    const auto anyFits = [&] {
        for (std::size_t kind = 0; kind < cases.size(); ++kind) {
            if (cases[kind].grade.sound() && at(supplyKinds_.grades[kind], supply).sound()) {
                return true;
            }
        }
        return false;
    };
    return at(driveByPlatform_, platform.drive).grade.sound() && at(byCards.grades, supply).sound() &&
        at(byPlatform.grades, supply).sound() && anyFits() &&
        gradeTogether(togetherOf(byCards.load, byPlatform.load)[static_cast<std::size_t>(supply)],
                      byCards.load, byPlatform.load, supply)
            .sound();
}

int Completer::firstFailure(int cardsClass, int platformClass)
{
    if (anyPartMissing_) {
        return order_.noPrice;
    }
    const Parts& cards = at(cards_, cardsClass);
    const Parts& platform = at(platforms_, platformClass);
    int& lastSound = suppliesByCards_[static_cast<std::size_t>(cards.supply)].lastSound;
    if (lastSound >= 0 && holds(cards, platform, lastSound)) {
        return Step::kNoReason;
    }
    const GradedPart best = bestKind(cards, platform);
    if (best.grade.sound()) {
        lastSound = at(supplyChoices(cards.supply, platform.supply), best.index).index;
    }
    return best.grade.firstFailure;
}

Completion Completer::complete(int cardsClass, int platformClass)
{
    Completion completion;
    if (anyPartMissing_) {
        completion.grade.firstFailure = order_.noPrice;
        return completion;
    }
    const Parts& cards = at(cards_, cardsClass);
    const Parts& platform = at(platforms_, platformClass);
    const GradedPart best = bestKind(cards, platform);
    const int enclosure = at(caseChoices(cards.enclosure, platform.enclosure), best.index).index;
    const int supply = at(supplyChoices(cards.supply, platform.supply), best.index).index;
    const int cooler =
        at(at(casesByPlatform_, platform.enclosure).coolerForKind, at(coolerKinds_.kindOf, enclosure));
    completion.grade = best.grade;
    completion.cooler = at(coolers_, cooler).part;
    completion.enclosure = at(cases_, enclosure).part;
    completion.supply = at(supplies_, supply).part;
    completion.drive = at(drives_, at(driveByPlatform_, platform.drive).index).part;
    return completion;
}

} // namespace rigwright
