// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding_counts.h"

#include "builds/rules/rules.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <string_view>

namespace rigwright {

namespace {
struct Findings {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Findings)
};

const Rule* ruleOf(const Finding& finding)
{
    const auto found = std::ranges::find(allRules(), finding.id, &Rule::id);
    return found == allRules().end() ? nullptr : &*found;
}

} // namespace

bool isUnverified(const Finding& finding)
{
    constexpr std::string_view kPartsUnverified = "parts-unverified";
    if (finding.id == kPartsUnverified) {
        return true;
    }
    const Rule* rule = ruleOf(finding);
    return rule != nullptr && rule->unverified != nullptr && finding.text == rule->unverified;
}

TagKind tagKindOf(const Finding& finding)
{
    if (isUnverified(finding)) {
        return TagKind::Unknown;
    }
    switch (finding.severity) {
    case Severity::Blocker: return TagKind::Danger;
    case Severity::Warning: return TagKind::Warning;
    case Severity::Note: break;
    }
    return TagKind::Neutral;
}

FindingCounts countFindings(const std::vector<Finding>& findings)
{
    FindingCounts counts;
    counts.holding = static_cast<int>(allRules().size());
    for (const Finding& finding : findings) {
        counts.holding -= ruleOf(finding) == nullptr ? 0 : 1;
        switch (tagKindOf(finding)) {
        case TagKind::Danger: ++counts.blockers; break;
        case TagKind::Warning: ++counts.warnings; break;
        case TagKind::Unknown: ++counts.unverified; break;
        case TagKind::Good:
        case TagKind::Neutral: ++counts.notes; break;
        }
    }
    return counts;
}

CellTags shortTags(const FindingCounts& counts)
{
    CellTags tags;
    if (counts.blockers > 0) {
        tags.append({TagKind::Danger, countText(counts.blockers)});
    }
    if (counts.warnings > 0) {
        tags.append({TagKind::Warning, countText(counts.warnings)});
    }
    if (counts.unverified > 0) {
        tags.append({TagKind::Unknown, countText(counts.unverified)});
    }
    if (tags.isEmpty()) {
        tags.append({TagKind::Good, {}});
    }
    return tags;
}

CellTags wordedTags(const FindingCounts& counts)
{
    CellTags tags{{TagKind::Good, Findings::tr("%n rules hold", nullptr, counts.holding)}};
    if (counts.blockers > 0) {
        tags.append({TagKind::Danger, Findings::tr("%n blockers", nullptr, counts.blockers)});
    }
    if (counts.warnings > 0) {
        tags.append({TagKind::Warning, Findings::tr("%n warnings", nullptr, counts.warnings)});
    }
    if (counts.unverified > 0) {
        tags.append({TagKind::Unknown, Findings::tr("%n unverified", nullptr, counts.unverified)});
    }
    return tags;
}

QString inWords(const FindingCounts& counts)
{
    QStringList words;
    for (const CellTag& tag : wordedTags(counts)) {
        words.append(tag.text);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace rigwright
