// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/upgrade.h"

#include "builds/changes/upgrade_search.h"

#include <algorithm>

namespace rigwright {

namespace {

/// The requirement of somebody who has all of a machine.
Requirement owning(Requirement requirement, const Build& current)
{
    for (const BuildLine& line : current.lines) {
        const auto same = std::ranges::find(requirement.owned, line.part, &BuildLine::part);
        if (same == requirement.owned.end()) {
            requirement.owned.push_back(line);
        } else {
            same->quantity = std::max(same->quantity, line.quantity);
        }
    }
    return requirement;
}

Expected<ChangeSet> changeSet(const Question& question, const EvaluatedBuild& now,
                              const UpgradeSearch::Step& step)
{
    return evaluate(question, step.machine).map([&](EvaluatedBuild machine) {
        ChangeSet set;
        set.requirement = question.requirement;
        set.parts = partChanges(now.build, machine.build);
        set.cost = Money(step.cost, question.requirement.budget.currency());
        set.speedRatio = speedRatio(question.requirement, now, machine);
        set.machine = std::move(machine);
        return set;
    });
}

} // namespace

Expected<UpgradeAnswer> findUpgrades(const Catalog& catalog, const Build& current,
                                     const Requirement& requirement, const std::stop_token& stop,
                                     const CalibrationTable& constants)
{
    auto machine = lookUp(catalog, current);
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    const auto use = ChangedUse::of(catalog, owning(requirement, current), current.powerCap, constants);
    if (!use) {
        return tl::unexpected(use.error());
    }
    const Question& question = (*use)->question();
    (*use)->applyTo(*machine);
    auto now = evaluate(question, *machine);
    const auto pool = pricedParts(question).map(soldParts);
    if (!now || !pool) {
        return tl::unexpected(!now ? now.error() : pool.error());
    }
    UpgradeSearch search(**use, *pool, *machine, stop);
    UpgradeAnswer answer;
    for (const UpgradeSearch::Step& step : search.run()) {
        auto set = changeSet(question, *now, step);
        if (!set) {
            return tl::unexpected(set.error());
        }
        answer.steps.push_back(std::move(*set));
    }
    answer.now = std::move(*now);
    answer.considered = search.considered();
    answer.exact = !stop.stop_requested();
    return answer;
}

} // namespace rigwright
