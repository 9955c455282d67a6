// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/change_report.h"

#include "builds/question.h"
#include "cli/report.h"
#include "units/format.h"

#include <ostream>

namespace rigwright {

namespace {

std::string nameOf(const Catalog& catalog, const PartId& id)
{
    const PartReference part = findAnyPart(catalog, id);
    return part.info == nullptr ? id.text() : part.info->name;
}

Json toJson(const Catalog& catalog, const std::optional<BuildLine>& line)
{
    if (!line) {
        return {};
    }
    return {{"category", categoryName(line->category)},
            {"part", line->part.text()},
            {"name", nameOf(catalog, line->part)},
            {"quantity", line->quantity}};
}

Json ratioJson(const std::optional<double>& ratio)
{
    return ratio ? Json(*ratio) : Json();
}

bool keepsTargets(const ChangeSet& set)
{
    const Workload& workload = set.requirement.workload;
    const bool asked =
        set.requirement.minDecode || workload.maxTimeToFirstToken || workload.maxTimePerOutputToken;
    return !asked || (set.machine.speed && meetsTargets(set.requirement, *set.machine.speed));
}

Json toJson(const Catalog& catalog, const ChangeSet& set)
{
    Json parts = Json::array();
    for (const PartChange& change : set.parts) {
        parts.push_back(
            {{"before", toJson(catalog, change.before)}, {"after", toJson(catalog, change.after)}});
    }
    Json settings = Json::array();
    for (const SettingChange& change : set.settings) {
        settings.push_back(
            {{"setting", settingName(change.kind)}, {"before", change.before}, {"after", change.after}});
    }
    return {{"parts", std::move(parts)},          {"settings", std::move(settings)},
            {"cost", toJson(set.cost)},           {"speed_ratio", ratioJson(set.speedRatio)},
            {"meets_targets", keepsTargets(set)}, {"build", toJson(set.machine)}};
}

std::string lineText(const Catalog& catalog, const BuildLine& line)
{
    return std::to_string(line.quantity) + " × " + nameOf(catalog, line.part);
}

const char* settingLabel(SettingChange::Kind kind)
{
    switch (kind) {
    case SettingChange::Kind::PowerCap: return "power cap of each accelerator";
    case SettingChange::Kind::KeyValueCache: return "KV cache";
    case SettingChange::Kind::Context: return "context";
    case SettingChange::Kind::Concurrency: return "users at once";
    case SettingChange::Kind::Weights: return "weights";
    case SettingChange::Kind::HostOffload: return "part of the model in RAM";
    }
    return "";
}

std::string speedText(const Requirement& requirement, const std::optional<SpeedEstimate>& speed)
{
    return speed ? formatRate(rankedSpeed(requirement, *speed).value()) + " tokens/s" : "not at all";
}

std::string costText(const Money& cost)
{
    const Money zero(0, cost.currency());
    return cost == zero ? "for nothing"
        : cost < zero   ? formatMoney(zero - cost) + " less"
                        : formatMoney(cost);
}

void printChange(std::ostream& out, const Catalog& catalog, const PartChange& change)
{
    if (change.before && change.after && change.before->part == change.after->part) {
        out << "     have     " << change.after->quantity << " instead of "
            << lineText(catalog, *change.before) << '\n';
        return;
    }
    if (change.before) {
        out << "     take out " << lineText(catalog, *change.before) << '\n';
    }
    if (change.after) {
        out << "     buy      " << lineText(catalog, *change.after) << '\n';
    }
}

} // namespace

Json toJson(const Catalog& catalog, const std::vector<ChangeSet>& sets)
{
    Json json = Json::array();
    for (const ChangeSet& set : sets) {
        json.push_back(toJson(catalog, set));
    }
    return json;
}

Json toJson(const std::vector<LimitPrice>& limits)
{
    Json json = Json::array();
    for (const LimitPrice& limit : limits) {
        Json evidence = Json::object();
        for (const auto& [key, value] : limit.evidence) {
            evidence[key] = value;
        }
        json.push_back({{"limit", limit.limit},
                        {"message", fillIn(limit.text, limit.evidence)},
                        {"evidence", std::move(evidence)},
                        {"difference", toJson(limit.difference)},
                        {"speed_ratio", ratioJson(limit.speedRatio)},
                        {"build", toJson(limit.machine)}});
    }
    return json;
}

void printChanges(std::ostream& out, const Catalog& catalog, const std::vector<ChangeSet>& sets,
                  const EvaluatedBuild& before)
{
    int number = 0;
    for (const ChangeSet& set : sets) {
        out << '\n'
            << ++number << ". " << set.machine.title << ": " << costText(set.cost) << ", "
            << speedText(set.requirement, before.speed) << " → "
            << speedText(set.requirement, set.machine.speed)
            << (keepsTargets(set) ? "" : " (slower than asked for)") << '\n';
        for (const PartChange& change : set.parts) {
            printChange(out, catalog, change);
        }
        for (const SettingChange& change : set.settings) {
            out << "     set      " << settingLabel(change.kind) << ": " << change.after
                << (change.before.empty() ? "" : " instead of " + change.before) << '\n';
        }
    }
}

void printLimits(std::ostream& out, const std::vector<LimitPrice>& limits)
{
    if (limits.empty()) {
        return;
    }
    out << "\nWhat limits keep out:\n";
    for (const LimitPrice& limit : limits) {
        out << "  " << limit.limit << ": " << fillIn(limit.text, limit.evidence) << '\n';
    }
}

} // namespace rigwright
