// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change.h"
#include "builds/question.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace rigwright {

/// What differs between two builds, a line each, by category.
[[nodiscard]] std::vector<PartChange> partChanges(const Build& before, const Build& after);

/// Of the speeds that machines are ranked by; empty: one is unknown.
[[nodiscard]] std::optional<double> speedRatio(const Requirement& requirement, const EvaluatedBuild& before,
                                               const EvaluatedBuild& after);

/// A requirement, perhaps with other settings, worked out, and what it says of machines.
class ChangedUse {
public:
    /// An error: the requirement can't be. Catalog and constants must outlive it.
    [[nodiscard]] static Expected<std::unique_ptr<ChangedUse>> of(const Catalog& catalog,
                                                                  const Requirement& requirement,
                                                                  std::optional<Watts> powerCap,
                                                                  const CalibrationTable& constants);
    ChangedUse(const ChangedUse&) = delete;
    ChangedUse& operator=(const ChangedUse&) = delete;

    [[nodiscard]] const Requirement& requirement() const { return requirement_; }
    [[nodiscard]] const std::optional<Watts>& powerCap() const { return powerCap_; }
    [[nodiscard]] const Question& question() const { return *question_; }

    /// The same parts, used like this.
    void applyTo(Machine& machine) const;
    /// Whether the machine holds the model where it may lie, and is as fast as asked for. Remembers what it was asked.
    [[nodiscard]] bool runsOn(const Machine& machine);
    /// Whether it holds the model, on hosts however fast. Boards and CPUs make no difference.
    [[nodiscard]] bool fitsOn(const Machine& machine);
    /// What the machine is ranked by, in tokens a second; nothing: it doesn't run the model, or a figure is unknown.
    [[nodiscard]] std::optional<double> speedOn(const Machine& machine);
    /// Whether its speed on the machine depends on CPUs and RAM; true also where it doesn't fit.
    [[nodiscard]] bool usesHostOn(const Machine& machine);
    /// Whether it runs, and also keeps every blocking rule.
    [[nodiscard]] bool isMetBy(const Machine& machine);

private:
    /// Accelerators and their numbers, the complete system, and the RAM.
    using PlanKey = std::vector<std::pair<const void*, std::int64_t>>;
    /// A plan, and whether it keeps to where the model may lie.
    struct Plan {
        MemoryPlan plan;
        bool allowed = false;
        bool needsHost = false; ///< its speed depends on CPUs and RAM
    };
    /// What the speed of one plan depends on beside its accelerators.
    struct Around {
        int generation = 0;
        int lanes = 0;
        int sockets = 0;
        int cores = 0;
        std::optional<double> baseGigahertz;
        bool avx512 = false;
        bool amx = false;
        bool pagesPlaced = false;
        std::optional<BytesPerSecond> bandwidth;
        PartId measured; ///< the CPU that a user's own measurement sets apart
        auto operator<=>(const Around&) const = default;
        [[nodiscard]] bool atLeastAsFastAs(const Around& other) const;
    };
    /// Whether one plan is fast enough, as far as it was asked. A machine between known ones needs no estimate.
    struct Speeds {
        std::map<Around, bool> known;
        std::map<Around, std::optional<double>> ranked;
        std::vector<Around> met;
        std::vector<Around> missed;
    };

    ChangedUse(const Requirement& requirement, std::optional<Watts> powerCap)
        : requirement_(requirement)
        , powerCap_(powerCap)
    { }
    [[nodiscard]] const Accelerator* chipIn(const Accelerator* card);
    [[nodiscard]] const Plan& planFor(const Machine& machine, const Hardware& hardware);
    [[nodiscard]] Around aroundOf(const Hardware& hardware, const Plan& plan) const;
    [[nodiscard]] bool isFastEnough(const Hardware& hardware, const Plan& plan);

    Requirement requirement_;
    std::optional<Watts> powerCap_;
    std::optional<Question> question_;
    std::map<const Accelerator*, const Accelerator*> chips_;
    std::map<PlanKey, Plan> plans_;
    std::map<const Plan*, Speeds> speeds_;
};

} // namespace rigwright
