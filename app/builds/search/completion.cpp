// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/completion.h"

#include <algorithm>
#include <tuple>

namespace rigwright {

bool Grade::betterThan(const Grade& other) const
{
    return std::tuple(-firstFailure, doubts, price) <
        std::tuple(-other.firstFailure, other.doubts, other.price);
}

Grade& Grade::operator+=(const Grade& other)
{
    firstFailure = std::min(firstFailure, other.firstFailure);
    doubts += other.doubts;
    price += other.price;
    return *this;
}

Completer::Completer(const Pool& pool, const JudgingOrder& order, const Demands& demands, int ignored)
    : pool_(pool)
    , order_(order)
    , demands_(demands)
    , ignored_(ignored)
    , anyPartMissing_(pool.cases.empty() || pool.coolers.empty() || pool.supplies.empty() ||
                      pool.drives.empty())
    , supplies_(pool.supplies)
{
    std::ranges::stable_sort(supplies_, {}, &Priced<PowerSupply>::price);
    coolerKinds_ = sortCases(pool_.coolers, order_.cooler.inCase, [](Machine& machine, const Cooler* cooler) {
        machine.coolers = {{cooler, 1}};
    });
    supplyKinds_ =
        sortCases(supplies_, order_.supply.inCase, [](Machine& machine, const PowerSupply* supply) {
            machine.supplies = {{supply, 1}};
        });
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

Machine Completer::machineOf(const Cards* cards, const Platform* platform) const
{
    Machine machine;
    machine.demands = demands_;
    if (cards != nullptr && cards->count > 0) {
        machine.accelerators = {{cards->accelerator, cards->count}};
    }
    if (platform != nullptr) {
        machine.board = platform->board;
        machine.cpus = {{platform->cpu, socketsOf(*platform->board)}};
    }
    return machine;
}

template <class Part, class Put>
Completer::CaseKinds Completer::sortCases(const std::vector<Priced<Part>>& parts,
                                          const std::vector<Step>& steps, Put put) const
{
    CaseKinds kinds;
    std::map<std::vector<std::pair<int, int>>, int> known;
    Machine machine = machineOf(nullptr, nullptr);
    for (const Priced<Case>& each : pool_.cases) {
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

int Completer::cardsClass(const Accelerator* accelerator, int count)
{
    CardsTraits traits;
    if (accelerator != nullptr && count > 0) {
        const auto& power = accelerator->power;
        traits = {count,
                  accelerator->mounting,
                  accelerator->slotWidth,
                  accelerator->length,
                  accelerator->boardPower,
                  power ? std::optional<int>(power->pin16) : std::nullopt,
                  power ? std::optional<int>(power->pin8) : std::nullopt,
                  power ? std::optional<int>(power->pin6) : std::nullopt};
    }
    const auto [found, isNew] = cardsClasses_.emplace(traits, static_cast<int>(cards_.size()));
    if (isNew) {
        Cards cards;
        cards.accelerator = accelerator;
        cards.count = traits.count;
        gradeForCards(cards);
        cards_.push_back(std::move(cards));
    }
    return found->second;
}

int Completer::platformClass(const Board& board, const Cpu& cpu)
{
    const PlatformTraits traits{board.formFactor, board.epsConnectors, board.m2Slots,   board.sataPorts,
                                board.u2Ports,    board.slimSasPorts,  board.mcioPorts, board.oculinkPorts,
                                board.dimmSlots,  socketsOf(board),    cpu.socket,      cpu.power,
                                cpu.turboPower};
    const auto [found, isNew] = platformClasses_.emplace(traits, static_cast<int>(platforms_.size()));
    if (isNew) {
        Platform platform;
        platform.board = &board;
        platform.cpu = &cpu;
        gradeForPlatform(platform);
        platforms_.push_back(std::move(platform));
    }
    return found->second;
}

void Completer::gradeForCards(Cards& cards) const
{
    Machine machine = machineOf(&cards, nullptr);
    for (const Priced<Case>& each : pool_.cases) {
        machine.enclosure = each.part;
        cards.cases.push_back(judge(order_.enclosure.onCards, machine));
    }
    machine.enclosure = nullptr;
    for (const Priced<PowerSupply>& each : supplies_) {
        machine.supplies = {{each.part, 1}};
        cards.supplies.push_back(judge(order_.supply.onCards, machine));
    }
}

void Completer::gradeForPlatform(Platform& platform) const
{
    Machine machine = machineOf(nullptr, &platform);
    for (const Priced<Case>& each : pool_.cases) {
        machine.enclosure = each.part;
        Grade grade = judge(order_.enclosure.onPlatform, machine);
        grade.price = each.price;
        platform.cases.push_back(grade);
    }
    machine.enclosure = nullptr;
    for (const Priced<PowerSupply>& each : supplies_) {
        machine.supplies = {{each.part, 1}};
        Grade grade = judge(order_.supply.onPlatform, machine);
        grade.price = each.price;
        platform.supplies.push_back(grade);
    }
    chooseCoolers(platform);
    chooseDrive(platform);
}

void Completer::chooseCoolers(Platform& platform) const
{
    Machine machine = machineOf(nullptr, &platform);
    const int sockets = socketsOf(*platform.board);
    std::vector<Grade> alone;
    for (const Priced<Cooler>& each : pool_.coolers) {
        machine.coolers = {{each.part, sockets}};
        Grade grade = judge(order_.cooler.onPlatform, machine);
        grade.price = each.price * sockets;
        alone.push_back(grade);
    }
    for (const std::vector<Grade>& inCase : coolerKinds_.grades) {
        Choice best;
        for (std::size_t i = 0; i < alone.size(); ++i) {
            const Grade grade = alone[i] + inCase[i];
            if (best.index < 0 || grade.betterThan(best.grade)) {
                best = {static_cast<int>(i), grade};
            }
        }
        platform.coolerInCase.push_back(best.index);
        platform.coolerGrades.push_back(best.grade);
    }
}

void Completer::chooseDrive(Platform& platform) const
{
    Machine machine = machineOf(nullptr, &platform);
    for (std::size_t i = 0; i < pool_.drives.size(); ++i) {
        machine.drives = {{pool_.drives[i].part, 1}};
        Grade grade = judge(order_.drive.onPlatform, machine);
        grade.price = pool_.drives[i].price;
        if (platform.drive < 0 || grade.betterThan(platform.driveGrade)) {
            platform.drive = static_cast<int>(i);
            platform.driveGrade = grade;
        }
    }
}

std::vector<Completer::Choice> Completer::chooseSupplies(const Cards& cards, const Platform& platform) const
{
    Machine machine = machineOf(&cards, &platform);
    machine.supplies.resize(1);
    std::vector<Choice> best(supplyKinds_.grades.size());
    for (std::size_t i = 0; i < supplies_.size(); ++i) {
        const Grade apart = cards.supplies[i] + platform.supplies[i];
        std::optional<Grade> together;
        for (std::size_t kind = 0; kind < best.size(); ++kind) {
            Grade grade = apart + supplyKinds_.grades[kind][i];
            // Judging the rest can only make it worse.
            if (best[kind].index >= 0 && !grade.betterThan(best[kind].grade)) {
                continue;
            }
            if (!together) {
                machine.supplies.front() = {supplies_[i].part, 1};
                together = judge(order_.supply.onBoth, machine);
            }
            grade += *together;
            if (best[kind].index < 0 || grade.betterThan(best[kind].grade)) {
                best[kind] = {static_cast<int>(i), grade};
            }
        }
    }
    return best;
}

Completion Completer::solve(const Cards& cards, const Platform& platform) const
{
    Completion best;
    best.grade.firstFailure = order_.noPrice;
    if (anyPartMissing_) {
        return best;
    }
    const std::vector<Choice> supplies = chooseSupplies(cards, platform);
    const auto at = [](const auto& list, int index) -> const auto&
    {
        return list[static_cast<std::size_t>(index)];
    };
    for (std::size_t i = 0; i < pool_.cases.size(); ++i) {
        const int coolerKind = coolerKinds_.kindOf[i];
        const Choice& supply = at(supplies, supplyKinds_.kindOf[i]);
        const Grade grade = cards.cases[i] + platform.cases[i] + at(platform.coolerGrades, coolerKind) +
            supply.grade + platform.driveGrade;
        if (i == 0 || grade.betterThan(best.grade)) {
            best = {grade, at(pool_.coolers, at(platform.coolerInCase, coolerKind)).part, pool_.cases[i].part,
                    at(supplies_, supply.index).part, at(pool_.drives, platform.drive).part};
        }
    }
    return best;
}

const Completion& Completer::complete(int cardsClass, int platformClass)
{
    Cards& cards = cards_[static_cast<std::size_t>(cardsClass)];
    const auto index = static_cast<std::size_t>(platformClass);
    if (cards.solved.size() < platforms_.size()) {
        cards.solved.resize(platforms_.size());
    }
    if (!cards.solved[index]) {
        cards.solved[index] = solve(cards, platforms_[index]);
    }
    return *cards.solved[index];
}

} // namespace rigwright
