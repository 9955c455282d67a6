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
    /// Whether it also keeps every blocking rule.
    [[nodiscard]] bool isMetBy(const Machine& machine);

private:
    using PlanKey = std::vector<std::pair<const void*, int>>;

    ChangedUse(const Requirement& requirement, std::optional<Watts> powerCap)
        : requirement_(requirement)
        , powerCap_(powerCap)
    { }
    [[nodiscard]] bool workOut(const Machine& machine) const;

    Requirement requirement_;
    std::optional<Watts> powerCap_;
    std::optional<Question> question_;
    std::map<PlanKey, bool> known_;
};

} // namespace rigwright
