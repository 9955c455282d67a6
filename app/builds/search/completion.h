// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/order.h"
#include "builds/search/pool.h"

#include <map>
#include <optional>
#include <vector>

namespace rigwright {

/// How well a choice of completing parts does. Better is: failing later or not at all, then fewer warnings and unverified
/// points, then cheaper. A cheaper set that nobody can vouch for is no bargain, so that price comes last.
struct Grade {
    int firstFailure = Step::kNoReason;
    int doubts = 0;
    std::int64_t price = 0;

    [[nodiscard]] bool sound() const { return firstFailure == Step::kNoReason; }
    [[nodiscard]] bool betterThan(const Grade& other) const;
    Grade& operator+=(const Grade& other);
    friend Grade operator+(Grade a, const Grade& b) { return a += b; }
};

/// The best cooler, case, power supply and drive for one set of accelerators on one platform.
struct Completion {
    Grade grade;
    const Cooler* cooler = nullptr; ///< one for each CPU
    const Case* enclosure = nullptr;
    const PowerSupply* supply = nullptr;
    const Drive* drive = nullptr;
};

/// Finds the best set of completing parts that are valid together. A case limits coolers and supplies, and nothing else
/// links completing parts (judgingOrder() holds the rules to that), so that for each case the best cooler, the best supply
/// and the best drive can be found apart.
class Completer {
public:
    /// `ignored`: a reason whose rules are not applied.
    Completer(const Pool& pool, const JudgingOrder& order, const Demands& demands,
              int ignored = Step::kNoReason);

    /// Accelerators and platforms that no completing rule can tell apart get the same number.
    [[nodiscard]] int cardsClass(const Accelerator* accelerator, int count);
    [[nodiscard]] int platformClass(const Board& board, const Cpu& cpu);

    [[nodiscard]] const Completion& complete(int cardsClass, int platformClass);

private:
    /// What completing rules read of accelerators.
    struct CardsTraits {
        int count = 0;
        std::optional<Mounting> mounting;
        std::optional<int> slotWidth;
        std::optional<Millimetres> length;
        std::optional<Watts> boardPower;
        std::optional<int> pin16;
        std::optional<int> pin8;
        std::optional<int> pin6;
        auto operator<=>(const CardsTraits&) const = default;
    };
    /// What completing rules read of boards and CPUs.
    struct PlatformTraits {
        std::string formFactor;
        std::optional<int> epsConnectors;
        std::optional<int> m2Slots;
        std::optional<int> sataPorts;
        std::optional<int> u2Ports;
        std::optional<int> slimSasPorts;
        std::optional<int> mcioPorts;
        std::optional<int> oculinkPorts;
        int dimmSlots = 0;
        int sockets = 1;
        std::string socket;
        Watts power;
        std::optional<Watts> turboPower;
        auto operator<=>(const PlatformTraits&) const = default;
    };
    struct Cards {
        const Accelerator* accelerator = nullptr;
        int count = 0;
        std::vector<Grade> cases; ///< of each case, by the cards alone
        std::vector<Grade> supplies;
        std::vector<std::optional<Completion>> solved; ///< for each platform class
    };
    struct Platform {
        const Board* board = nullptr;
        const Cpu* cpu = nullptr;
        std::vector<Grade> cases;
        std::vector<Grade> supplies;
        std::vector<int> coolerInCase; ///< the best for each kind of case, by its limits on coolers
        std::vector<Grade> coolerGrades;
        int drive = -1;
        Grade driveGrade;
    };
    /// Cases that treat every part of a category alike are one kind for it.
    struct CaseKinds {
        std::vector<int> kindOf;                ///< each case
        std::vector<std::vector<Grade>> grades; ///< of each kind: every part of the category
    };
    struct Choice {
        int index = -1;
        Grade grade;
    };

    template <class Part, class Put>
    [[nodiscard]] CaseKinds sortCases(const std::vector<Priced<Part>>& parts, const std::vector<Step>& steps,
                                      Put put) const;
    [[nodiscard]] Grade judge(const std::vector<Step>& steps, const Machine& machine) const;
    [[nodiscard]] Machine machineOf(const Cards* cards, const Platform* platform) const;
    void gradeForCards(Cards& cards) const;
    void gradeForPlatform(Platform& platform) const;
    void chooseCoolers(Platform& platform) const;
    void chooseDrive(Platform& platform) const;
    [[nodiscard]] std::vector<Choice> chooseSupplies(const Cards& cards, const Platform& platform) const;
    [[nodiscard]] Completion solve(const Cards& cards, const Platform& platform) const;

    const Pool& pool_;
    const JudgingOrder& order_;
    Demands demands_;
    int ignored_;
    bool anyPartMissing_;
    std::vector<Priced<PowerSupply>> supplies_; ///< cheapest first
    CaseKinds coolerKinds_;
    CaseKinds supplyKinds_;
    std::map<CardsTraits, int> cardsClasses_;
    std::map<PlatformTraits, int> platformClasses_;
    std::vector<Cards> cards_;
    std::vector<Platform> platforms_;
};

} // namespace rigwright
