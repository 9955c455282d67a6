// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/saved_limits.h"

#include "builds/machine.h"

#include <QSettings>
#include <QStringList>

#include <array>
#include <utility>

namespace rigwright {

namespace {

// Names in place of numbers: a later version may order an enumeration anew.
constexpr std::array kObjectiveNames{
    std::pair{Objective::Power, "power"}, std::pair{Objective::Noise, "noise"},
    std::pair{Objective::Headroom, "headroom"}, std::pair{Objective::UpgradeRoom, "upgrade-room"}};
constexpr std::array kCategories{PartCategory::Accelerator, PartCategory::Cpu,     PartCategory::Board,
                                 PartCategory::Memory,      PartCategory::Storage, PartCategory::PowerSupply,
                                 PartCategory::Case,        PartCategory::Cooler,  PartCategory::NetworkCard,
                                 PartCategory::System};

QStringList listOf(const QSettings& settings, const char* key)
{
    return settings.value(QStringLiteral("requirement/%1").arg(QLatin1String(key))).toStringList();
}

/// "psu 1 corsair-rm850e"; an id has no space.
QString lineName(const BuildLine& line)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QLatin1String(categoryName(line.category)))
        .arg(line.quantity)
        .arg(QString::fromStdString(line.part.text()));
}

std::optional<BuildLine> parseLine(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    BuildLine line;
    line.quantity = words.value(1).toInt();
    line.part = PartId(words.value(2).toStdString());
    if (words.size() != 3 || words.at(2).isEmpty() || line.quantity < 1 || line.quantity > kLargestQuantity) {
        return std::nullopt;
    }
    for (const PartCategory category : kCategories) {
        if (words.front() == QLatin1String(categoryName(category))) {
            line.category = category;
            return line;
        }
    }
    return std::nullopt;
}

/// "230 16"; empty: unknown.
std::optional<WallCircuit> parseCircuit(const QString& text)
{
    constexpr int kLeastVolts = 100;
    constexpr int kMostVolts = 240;
    const QStringList words = text.split(QLatin1Char(' '));
    const WallCircuit circuit{words.value(0).toInt(), words.value(1).toInt()};
    return circuit.volts >= kLeastVolts && circuit.volts <= kMostVolts && circuit.amperes >= 1
        ? std::optional(circuit)
        : std::nullopt;
}

} // namespace

void writeMoreLimits(QSettings& settings, const Requirement& requirement)
{
    QStringList formFactors;
    for (const std::string& name : requirement.formFactors) {
        formFactors << QString::fromStdString(name);
    }
    QStringList objectives;
    for (const auto& [objective, name] : kObjectiveNames) {
        for (const Objective chosen : requirement.objectives) {
            if (chosen == objective) {
                objectives << QLatin1String(name);
            }
        }
    }
    QStringList owned;
    for (const BuildLine& line : requirement.owned) {
        owned << lineName(line);
    }
    const auto& circuit = requirement.circuit;
    settings.setValue(QStringLiteral("circuit"),
                      circuit ? QStringLiteral("%1 %2").arg(circuit->volts).arg(circuit->amperes)
                              : QString());
    settings.setValue(QStringLiteral("form_factors"), formFactors);
    settings.setValue(QStringLiteral("objectives"), objectives);
    settings.setValue(QStringLiteral("owned"), owned);
    settings.setValue(QStringLiteral("mixed_cards"), requirement.mixedCards);
}

void readMoreLimits(const QSettings& settings, Requirement& requirement)
{
    requirement.circuit = parseCircuit(settings.value(QStringLiteral("requirement/circuit")).toString());
    requirement.formFactors.clear();
    for (const QString& name : listOf(settings, "form_factors")) {
        if (!name.isEmpty()) {
            requirement.formFactors.push_back(name.toStdString());
        }
    }
    requirement.objectives.clear();
    const QStringList chosen = listOf(settings, "objectives");
    for (const auto& [objective, name] : kObjectiveNames) {
        if (chosen.contains(QLatin1String(name))) {
            requirement.objectives.push_back(objective);
        }
    }
    requirement.owned.clear();
    for (const QString& text : listOf(settings, "owned")) {
        if (const auto line = parseLine(text)) {
            requirement.owned.push_back(*line);
        }
    }
    requirement.mixedCards = settings.value(QStringLiteral("requirement/mixed_cards"), false).toBool();
}

} // namespace rigwright
