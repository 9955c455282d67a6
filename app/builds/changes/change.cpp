// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/change.h"

#include "builds/changes/change_use.h"

#include <algorithm>

namespace rigwright {

namespace {

std::vector<BuildLine> linesNotIn(const Build& build, const Build& other)
{
    std::vector<BuildLine> lines;
    std::ranges::copy_if(build.lines, std::back_inserter(lines), [&](const BuildLine& line) {
        return std::ranges::find(other.lines, line) == other.lines.end();
    });
    return lines;
}

/// The same part in another number before all, else the first of its category.
std::vector<BuildLine>::iterator partnerOf(const BuildLine& line, std::vector<BuildLine>& others)
{
    const auto same = std::ranges::find(others, line.part, &BuildLine::part);
    return same != others.end() ? same : std::ranges::find(others, line.category, &BuildLine::category);
}

} // namespace

const char* settingName(SettingChange::Kind kind)
{
    switch (kind) {
    case SettingChange::Kind::PowerCap: return "power-cap";
    case SettingChange::Kind::KeyValueCache: return "kv-cache";
    case SettingChange::Kind::Context: return "context";
    case SettingChange::Kind::Concurrency: return "concurrency";
    case SettingChange::Kind::Weights: return "weights";
    case SettingChange::Kind::HostOffload: return "host-offload";
    }
    return "";
}

std::vector<PartChange> partChanges(const Build& before, const Build& after)
{
    std::vector<BuildLine> gone = linesNotIn(before, after);
    std::vector<PartChange> changes;
    std::vector<BuildLine> added = linesNotIn(after, before);
    // A part whose number alone changes must not be taken for the partner of another one.
    std::stable_partition(added.begin(), added.end(), [&](const BuildLine& line) {
        return std::ranges::find(gone, line.part, &BuildLine::part) != gone.end();
    });
    for (const BuildLine& line : added) {
        const auto partner = partnerOf(line, gone);
        changes.push_back({partner == gone.end() ? std::nullopt : std::optional(*partner), line});
        if (partner != gone.end()) {
            gone.erase(partner);
        }
    }
    for (const BuildLine& line : gone) {
        changes.push_back({line, std::nullopt});
    }
    std::ranges::stable_sort(changes, {}, [](const PartChange& change) {
        return change.after ? change.after->category : change.before->category;
    });
    return changes;
}

std::optional<double> speedRatio(const Requirement& requirement, const EvaluatedBuild& before,
                                 const EvaluatedBuild& after)
{
    if (!before.speed || !after.speed) {
        return std::nullopt;
    }
    const double was = rankedSpeed(requirement, *before.speed).value();
    const double is = rankedSpeed(requirement, *after.speed).value();
    return was > 0 ? std::optional(is / was) : std::nullopt;
}

} // namespace rigwright
