// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/grade.h"
#include "builds/search/grid.h"
#include "builds/search/pool.h"

#include <map>
#include <optional>
#include <vector>

namespace rigwright {

/// The best cooler, case, power supply and drive for one set of accelerators on one platform.
struct Completion {
    Grade grade;
    const Cooler* cooler = nullptr; ///< one for each CPU
    const Case* enclosure = nullptr;
    const PowerSupply* supply = nullptr;
    const Drive* drive = nullptr;
};

/// Finds the best set of completing parts that are valid together. A case limits coolers and supplies, and nothing else
/// links completing parts (judgingOrder() holds the rules to that), so that for each kind of case the best cooler, the best
/// supply and the best case can be found apart, and the best drive for all. The best of sums is the sum of the bests: grades
/// that don't fail add up doubts and prices, and of those that do only the first failure is asked for.
class Completer {
public:
    /// `ignored`: a reason whose rules are not applied.
    Completer(const Pool& pool, const JudgingOrder& order, Demands demands, int ignored = Step::kNoReason);

    /// Accelerators and platforms that no completing rule can tell apart get the same number.
    [[nodiscard]] int cardsClass(const std::vector<Used<Accelerator>>& cards);
    [[nodiscard]] int platformClass(const Board& board, const Cpu& cpu);

    [[nodiscard]] Grade grade(int cardsClass, int platformClass);
    /// That of the grade alone, which is sooner known.
    [[nodiscard]] int firstFailure(int cardsClass, int platformClass);
    [[nodiscard]] Completion complete(int cardsClass, int platformClass);

    /// No complete set costs less.
    [[nodiscard]] std::int64_t leastPrice() const { return leastPrice_; }

private:
    /// What the rules on one kind of completing part read of accelerators of one kind.
    struct SupplyUse {
        int count = 0;
        std::optional<Watts> boardPower;
        std::optional<int> pin16;
        std::optional<int> pin8;
        std::optional<int> pin6;
        auto operator<=>(const SupplyUse&) const = default;
    };
    /// Of these what rules read that weigh accelerators, platform and supply together: how much power is drawn.
    struct LoadUse {
        int count = 0;
        std::optional<Watts> boardPower;
        auto operator<=>(const LoadUse&) const = default;
    };
    struct LoadPlatform {
        int dimmSlots = 0;
        int sockets = 1;
        Watts power;
        std::optional<Watts> turboPower;
        auto operator<=>(const LoadPlatform&) const = default;
    };
    struct CaseUse {
        int count = 0;
        std::optional<Mounting> mounting;
        std::optional<int> slotWidth;
        std::optional<Millimetres> length;
        auto operator<=>(const CaseUse&) const = default;
    };
    /// What they read of boards and CPUs.
    struct SupplyPlatform {
        std::optional<int> epsConnectors;
        int dimmSlots = 0;
        int sockets = 1;
        Watts power;
        std::optional<Watts> turboPower;
        auto operator<=>(const SupplyPlatform&) const = default;
    };
    struct CasePlatform {
        std::string formFactor;
        int sockets = 1;
        std::string socket;
        Watts power;
        std::optional<Watts> turboPower;
        auto operator<=>(const CasePlatform&) const = default;
    };
    struct DrivePlatform {
        std::vector<std::optional<int>> ports;
        auto operator<=>(const DrivePlatform&) const = default;
    };
    /// Numbers of what a class of accelerators, or of platforms, is to cases, supplies and drives.
    struct Parts {
        int enclosure = 0;
        int supply = 0;
        int drive = 0; ///< of platforms alone
        auto operator<=>(const Parts&) const = default;
    };
    struct Supplies {
        std::vector<Grade> grades; ///< of each supply
        int leastDoubts = 0;       ///< of those that don't fail
        int load = 0;              ///< number of the LoadUse or LoadPlatform
        int lastSound = -1; ///< a supply that was found sound with these accelerators; below 0: none yet
    };
    struct Cases {
        std::vector<Grade> grades;      ///< of each case with its cooler
        std::vector<int> coolerForKind; ///< the best for each kind of case, by its limits on coolers
    };
    /// Cases that treat every part of a category alike are one kind for it.
    struct CaseKinds {
        std::vector<int> kindOf;                ///< each case
        std::vector<std::vector<Grade>> grades; ///< of each kind: every part of the category
    };
    template <class Traits>
    class Numbers {
    public:
        /// The number of these traits; new ones get the next.
        [[nodiscard]] std::pair<int, bool> of(const Traits& traits)
        {
            const auto [known, isNew] = numbers_.emplace(traits, static_cast<int>(numbers_.size()));
            return {known->second, isNew};
        }

    private:
        std::map<Traits, int> numbers_;
    };

    template <class Part, class Put>
    [[nodiscard]] CaseKinds sortCases(const std::vector<Priced<Part>>& parts, const std::vector<Step>& steps,
                                      Put put) const;
    [[nodiscard]] Grade judge(const std::vector<Step>& steps, const Machine& machine) const;
    [[nodiscard]] Machine machineOn(const Board& board, const Cpu& cpu) const;
    [[nodiscard]] Supplies gradeSupplies(Machine machine, const std::vector<Step>& steps, bool priced) const;
    [[nodiscard]] std::vector<Grade> gradeCases(Machine machine, const std::vector<Step>& steps,
                                                bool priced) const;
    [[nodiscard]] Cases casesOn(const Machine& platform) const;
    [[nodiscard]] GradedPart driveOn(Machine platform) const;

    [[nodiscard]] const std::vector<GradedPart>& supplyChoices(int cards, int platform);
    [[nodiscard]] std::vector<std::optional<Grade>>& togetherOf(int cards, int platform);
    /// Of a supply with the loads of accelerators and platform.
    [[nodiscard]] const Grade& gradeTogether(std::optional<Grade>& known, int cards, int platform,
                                             int supply);
    [[nodiscard]] const std::vector<GradedPart>& caseChoices(int cards, int platform);
    /// Whether a machine with this supply holds together.
    [[nodiscard]] bool holds(const Parts& cards, const Parts& platform, int supply);
    /// The number of the best kind of supplies, with the grade of everything.
    [[nodiscard]] GradedPart bestKind(const Parts& cards, const Parts& platform);

    const JudgingOrder& order_;
    Demands demands_;
    int ignored_;
    bool anyPartMissing_;
    std::int64_t leastPrice_ = 0;
    std::vector<Priced<PowerSupply>> supplies_; ///< cheapest first
    std::vector<Priced<Case>> cases_;
    std::vector<Priced<Cooler>> coolers_;
    std::vector<Priced<Drive>> drives_;
    CaseKinds coolerKinds_;
    CaseKinds supplyKinds_;
    std::vector<int> leastDoubtsOfKind_; ///< of supplies in each kind of case

    Numbers<std::vector<CaseUse>> caseUses_;
    Numbers<std::vector<SupplyUse>> supplyUses_;
    Numbers<std::vector<LoadUse>> loadUses_;
    Numbers<Parts> cardsParts_;
    Numbers<CasePlatform> casePlatforms_;
    Numbers<SupplyPlatform> supplyPlatforms_;
    Numbers<LoadPlatform> loadPlatforms_;
    Numbers<DrivePlatform> drivePlatforms_;
    Numbers<Parts> platformParts_;
    std::vector<Parts> cards_;
    std::vector<Parts> platforms_;

    std::vector<std::vector<Grade>> casesByCards_;
    std::vector<Cases> casesByPlatform_;
    std::vector<Supplies> suppliesByCards_;
    std::vector<Supplies> suppliesByPlatform_;
    std::vector<std::vector<Used<Accelerator>>> cardsOfLoad_; ///< an example of each number
    std::vector<Machine> platformOfLoad_;
    std::vector<GradedPart> driveByPlatform_;
    Grid<std::vector<std::optional<Grade>>> together_; ///< of each supply, by loads
    Grid<std::vector<GradedPart>> supplyChoices_;      ///< for each kind of case
    Grid<std::vector<GradedPart>> caseChoices_;        ///< for each kind of supplies
};

} // namespace rigwright
