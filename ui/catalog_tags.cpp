// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_tags.h"

#include "ui/catalog_words.h"
#include "ui/figure_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace rigwright {

namespace {
struct CatalogTags {
    Q_DECLARE_TR_FUNCTIONS(rigwright::CatalogTags)
};
} // namespace

CellTag verificationTag(Verification state)
{
    return {state == Verification::Unverified ? TagKind::Unknown : TagKind::Good, verificationText(state)};
}

std::optional<Verification> verificationOf(const PartEntry& part)
{
    for (const Verification state :
         {Verification::Sourced, Verification::Compared, Verification::Unverified}) {
        if (part.sheet.cell("verification") == verificationName(state)) {
            return state;
        }
    }
    return std::nullopt;
}

CellTags chiefTag(const PartEntry& part)
{
    if (!part.missing.empty()) {
        return {{TagKind::Danger, CatalogTags::tr("incomplete")}};
    }
    if (!part.underneath.empty()) {
        return {{TagKind::Warning, CatalogTags::tr("changed")}};
    }
    return {verificationTag(verificationOf(part).value_or(Verification::Unverified))};
}

CellTags stateTags(const PartEntry& part)
{
    CellTags tags;
    if (const std::optional<Verification> state = verificationOf(part)) {
        tags.append(verificationTag(*state));
    }
    if (!part.missing.empty()) {
        tags.append({TagKind::Danger, CatalogTags::tr("incomplete")});
    }
    if (!part.underneath.empty()) {
        tags.append({TagKind::Warning, CatalogTags::tr("changed")});
    }
    if (part.origin == PartOrigin::Own) {
        tags.append({TagKind::Neutral, CatalogTags::tr("own")});
    } else if (part.origin == PartOrigin::Edited) {
        tags.append({TagKind::Neutral, CatalogTags::tr("edited")});
    }
    if (part.marks.hidden) {
        tags.append({TagKind::Neutral, CatalogTags::tr("hidden")});
    }
    return tags;
}

QString missingText(const PartEntry& part)
{
    if (part.missing.empty()) {
        return {};
    }
    QStringList names;
    for (const std::string& column : part.missing) {
        names.append(columnWords(column).label);
    }
    return CatalogTags::tr("Proposed in no machine until these are known: %1")
        .arg(names.join(CatalogTags::tr(", ")));
}

QString stateTip(const PartEntry& part)
{
    QStringList lines;
    switch (verificationOf(part).value_or(Verification::Unverified)) {
    case Verification::Sourced: lines << CatalogTags::tr("Figures read from the source that is named"); break;
    case Verification::Compared: lines << CatalogTags::tr("Figures that agree with a second source"); break;
    case Verification::Unverified: lines << CatalogTags::tr("Figures that nobody has checked"); break;
    }
    if (!part.missing.empty()) {
        lines << missingText(part);
    }
    if (!part.underneath.empty()) {
        lines << CatalogTags::tr("The shipped catalog has changed under your edit");
    }
    if (part.origin == PartOrigin::Own) {
        lines << CatalogTags::tr("Your own part");
    } else if (part.origin == PartOrigin::Edited) {
        lines << CatalogTags::tr("You changed figures of it");
    }
    if (part.marks.hidden) {
        lines << CatalogTags::tr("Hidden: proposed in no machine");
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace rigwright
