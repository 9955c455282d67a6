// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/substitute_check.h"

#include "builds/evaluate.h"

#include <algorithm>

namespace rigwright {

namespace {

Finding unchecked(const std::string& reason)
{
    return {"quote-substitute-unchecked",
            Severity::Blocker,
            RIGWRIGHT_TEXT("Finding", "The machine with the substitute can't be checked: {reason}."),
            {{"reason", reason}}};
}

/// The machine with every unit of a part exchanged.
Build exchanged(Build build, const PartId& part, const BuildLine& by)
{
    for (BuildLine& line : build.lines) {
        if (line.part == part) {
            line.part = by.part;
            line.category = by.category;
        }
    }
    return build;
}

bool has(const Build& build, const PartId& part)
{
    return std::ranges::any_of(build.lines, [&](const BuildLine& line) { return line.part == part; });
}

} // namespace

std::optional<Finding> checkSubstitute(const Catalog& catalog, const std::vector<OrderedMachine>& machines,
                                       const Requirement& requirement, const PartId& part,
                                       const PartId& substitute)
{
    const PartReference asked = findAnyPart(catalog, part);
    const PartReference offered = findAnyPart(catalog, substitute);
    if (offered.info == nullptr) {
        return Finding{"quote-substitute-unknown",
                       Severity::Blocker,
                       RIGWRIGHT_TEXT("Finding", "The catalog doesn't know {offered}."),
                       {{"offered", substitute.text()}}};
    }
    if (asked.info != nullptr && asked.category != offered.category) {
        return Finding{
            "quote-substitute-kind",
            Severity::Blocker,
            RIGWRIGHT_TEXT("Finding",
                           "{offered} is a part of another kind ({offeredKind}, not {askedKind})."),
            {{"offered", offered.info->name},
             {"offeredKind", categoryName(offered.category)},
             {"askedKind", categoryName(asked.category)}}};
    }
    for (const OrderedMachine& machine : machines) {
        const EvaluatedBuild& before = *machine.build;
        if (!has(before.build, part)) {
            continue;
        }
        const auto after = evaluateBuild(
            catalog, exchanged(before.build, part, {offered.category, substitute, 1}), requirement);
        if (!after) {
            return unchecked(after.error().message);
        }
        for (const Finding& finding : after->findings) {
            const bool isNew = std::ranges::find(before.findings, finding) == before.findings.end();
            if (finding.severity == Severity::Blocker && isNew) {
                return finding;
            }
        }
    }
    return std::nullopt;
}

} // namespace rigwright
