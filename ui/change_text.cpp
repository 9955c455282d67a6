// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change_text.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace rigwright {

namespace {

/// The context of the texts of changes.
class ChangeText {
    Q_DECLARE_TR_FUNCTIONS(rigwright::ChangeText)
};

QString settingText(SettingChange::Kind kind)
{
    switch (kind) {
    case SettingChange::Kind::PowerCap: return ChangeText::tr("Power cap of each card");
    case SettingChange::Kind::KeyValueCache: return ChangeText::tr("KV cache");
    case SettingChange::Kind::Context: return ChangeText::tr("Context");
    case SettingChange::Kind::Concurrency: return ChangeText::tr("Users at once");
    case SettingChange::Kind::Weights: return ChangeText::tr("Weights");
    case SettingChange::Kind::HostOffload: return ChangeText::tr("Part of the model in RAM");
    }
    return {};
}

/// Counts with separators; names as they are.
QString valueText(const std::string& value)
{
    const QString text = QString::fromStdString(value);
    bool isCount = false;
    const qlonglong count = text.toLongLong(&isCount);
    return isCount ? countText(count) : text;
}

} // namespace

QString lineText(const Catalog& catalog, const BuildLine& line)
{
    const PartInfo* info = findAnyPart(catalog, line.part).info;
    const QString name = QString::fromStdString(info == nullptr ? line.part.text() : info->name);
    return line.quantity == 1 ? name : QStringLiteral("%1 × %2").arg(line.quantity).arg(name);
}

namespace {

QString categoryOf(const PartChange& change)
{
    const auto& some = change.after ? change.after : change.before;
    return some ? categoryText(some->category) : QString();
}

QString bodyOf(const Catalog& catalog, const PartChange& change)
{
    if (!change.before) {
        return change.after ? ChangeText::tr("add %1").arg(lineText(catalog, *change.after)) : QString();
    }
    if (!change.after) {
        return ChangeText::tr("without %1").arg(lineText(catalog, *change.before));
    }
    return QStringLiteral("%1 → %2").arg(lineText(catalog, *change.before), lineText(catalog, *change.after));
}

QString bodyOf(const SettingChange& change)
{
    return change.before.empty()
        ? valueText(change.after)
        : QStringLiteral("%1 → %2").arg(valueText(change.before), valueText(change.after));
}

} // namespace

QString partChangeText(const Catalog& catalog, const PartChange& change)
{
    return ChangeText::tr("%1: %2").arg(categoryOf(change), bodyOf(catalog, change));
}

QString settingChangeText(const SettingChange& change)
{
    return ChangeText::tr("%1: %2").arg(settingText(change.kind), bodyOf(change));
}

QString changeTitle(const ChangeSet& set)
{
    QStringList names;
    for (const PartChange& change : set.parts) {
        names << categoryOf(change);
    }
    for (const SettingChange& change : set.settings) {
        names << settingText(change.kind);
    }
    names.removeDuplicates();
    return names.join(ChangeText::tr(", "));
}

QStringList changeBodies(const Catalog& catalog, const ChangeSet& set)
{
    QStringList bodies;
    for (const PartChange& change : set.parts) {
        bodies << bodyOf(catalog, change);
    }
    for (const SettingChange& change : set.settings) {
        bodies << bodyOf(change);
    }
    return bodies;
}

QStringList changeTexts(const Catalog& catalog, const ChangeSet& set)
{
    QStringList texts;
    for (const PartChange& change : set.parts) {
        texts << partChangeText(catalog, change);
    }
    for (const SettingChange& change : set.settings) {
        texts << settingChangeText(change);
    }
    return texts;
}

QString differenceText(const Money& difference)
{
    if (difference.minorUnits() == 0) {
        return moneyText(difference);
    }
    const bool less = difference.minorUnits() < 0;
    return (less ? QStringLiteral("−") : QStringLiteral("+")) +
        moneyText(less ? difference * -1 : difference);
}

QString speedRatioText(std::optional<double> ratio)
{
    if (!ratio) {
        return {};
    }
    constexpr double kHundred = 100;
    const double rounded = std::round(*ratio * kHundred) / kHundred;
    return rounded == 1 ? ChangeText::tr("as fast")
                        : QStringLiteral("%1 ×").arg(QLocale().toString(rounded, 'g', 3));
}

} // namespace rigwright
