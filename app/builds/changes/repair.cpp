// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/repair.h"

#include "builds/changes/repair_search.h"

#include <algorithm>
#include <tuple>

namespace rigwright {

namespace {

constexpr int kMostChanges = 3;
constexpr std::size_t kMostRepairs = 12;
/// Where so many smaller sets mend, nobody reads of larger ones.
constexpr std::size_t kEnoughRepairs = 6;

bool missesTargets(const EvaluatedBuild& build, const Requirement& requirement)
{
    const bool asked = requirement.minDecode || requirement.workload.maxTimeToFirstToken ||
        requirement.workload.maxTimePerOutputToken;
    return asked && !(build.speed && meetsTargets(requirement, *build.speed));
}

Expected<ChangeSet> changeSet(const Catalog& catalog, const CalibrationTable& constants,
                              const EvaluatedBuild& before, const Usage& usageBefore,
                              const RepairSearch::Mended& mended)
{
    ChangeSet set;
    set.requirement = mended.usage.requirement;
    const auto question = ask(catalog, set.requirement, constants);
    if (!question) {
        return tl::unexpected(question.error());
    }
    Machine machine = mended.machine;
    machine.demands = question->demands;
    machine.powerCap = mended.usage.powerCap;
    auto evaluated = evaluate(*question, machine);
    if (!evaluated) {
        return tl::unexpected(evaluated.error());
    }
    set.machine = std::move(*evaluated);
    set.machine.build.powerCap = machine.powerCap;
    set.parts = partChanges(before.build, set.machine.build);
    for (const SettingValue& setting : mended.settings) {
        set.settings.push_back(settingChange(usageBefore, setting));
    }
    set.cost = set.machine.price - before.price;
    set.speedRatio = speedRatio(set.requirement, before, set.machine);
    return set;
}

std::size_t changesIn(const RepairSearch::Mended& mended)
{
    return mended.parts.size() + mended.settings.size();
}

} // namespace

bool needsRepair(const EvaluatedBuild& build, const Requirement& requirement)
{
    return !build.plan.fits || missesTargets(build, requirement) ||
        std::ranges::any_of(build.findings, [](const Finding& finding) {
            return finding.severity == Severity::Blocker || finding.id == "host-offload";
        });
}

Expected<std::vector<ChangeSet>> findRepairs(const Catalog& catalog, const Build& build,
                                             const Requirement& requirement, std::stop_token stop,
                                             const CalibrationTable& constants)
{
    const auto question = ask(catalog, requirement, constants);
    auto machine = lookUp(catalog, build);
    if (!question || !machine) {
        return tl::unexpected(!question ? question.error() : machine.error());
    }
    machine->demands = question->demands;
    machine->powerCap = build.powerCap;
    const auto before = evaluate(*question, *machine);
    const auto pool = pricedParts(*question).map(soldParts);
    if (!before || !pool) {
        return tl::unexpected(!before ? before.error() : pool.error());
    }
    if (!needsRepair(*before, requirement)) {
        return std::vector<ChangeSet>();
    }
    RepairSearch search(catalog, requirement, constants, *pool, *question, *machine, std::move(stop));
    std::vector<std::pair<std::size_t, ChangeSet>> sets;
    for (const RepairSearch::Mended& mended : search.run(kMostChanges, kEnoughRepairs)) {
        auto set = changeSet(catalog, constants, *before, {requirement, build.powerCap}, mended);
        if (!set) {
            return tl::unexpected(set.error());
        }
        if (!needsRepair(set->machine, set->requirement)) {
            sets.emplace_back(changesIn(mended), std::move(*set));
        }
    }
    // What is saved by parts that the user may have already is no gain: then the faster one counts.
    std::ranges::stable_sort(sets, {}, [](const auto& each) {
        return std::tuple(each.first, std::max<std::int64_t>(0, each.second.cost.minorUnits()),
                          -each.second.speedRatio.value_or(0));
    });
    std::vector<ChangeSet> repairs;
    for (auto& each : sets) {
        ChangeSet& set = each.second;
        // Further kits like those there may also be the best kits in place of them.
        const bool known = std::ranges::any_of(repairs, [&](const ChangeSet& other) {
            return other.machine.id == set.machine.id && other.settings == set.settings;
        });
        if (!known && repairs.size() < kMostRepairs) {
            repairs.push_back(std::move(set));
        }
    }
    return repairs;
}

} // namespace rigwright
