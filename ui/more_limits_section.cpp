// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more_limits_section.h"

#include "ui/multi_choice.h"
#include "ui/owned_parts.h"
#include "ui/text.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <map>

namespace rigwright {

namespace {

constexpr std::array kCircuits{WallCircuit{120, 15}, WallCircuit{120, 20}, WallCircuit{230, 10},
                               WallCircuit{230, 16}};
constexpr int kUnknownCircuit = -1;
constexpr int kOwnCircuit = -2;
constexpr int kLeastVolts = 100;
constexpr int kMostVolts = 240;
constexpr int kMostAmperes = 200;
constexpr std::array kObjectives{Objective::Power, Objective::Noise, Objective::Headroom,
                                 Objective::UpgradeRoom};

QString objectiveId(Objective objective)
{
    return QStringLiteral("objective%1").arg(static_cast<int>(objective));
}

} // namespace

MoreLimitsSection::MoreLimitsSection(QWidget* parent)
    : FormSection(parent)
    , unfold_(new QPushButton)
    , circuit_(new Choice(QStringLiteral("circuit")))
    , volts_(new NumberField(QStringLiteral("circuitVolts")))
    , amperes_(new NumberField(QStringLiteral("circuitAmperes")))
    , boards_(new MultiChoice(QStringLiteral("formFactors")))
    , objectives_(new MultiChoice(QStringLiteral("objectives")))
    , mixed_(new QCheckBox)
    , owned_(new OwnedParts)
{
    build();
    connectFields();
    showRows();
}

void MoreLimitsSection::build()
{
    unfold_->setObjectName(QStringLiteral("moreLimits"));
    unfold_->setProperty("link", true);
    unfold_->setProperty("fold", true);
    unfold_->setFlat(true);
    unfold_->setCheckable(true);
    unfold_->setCursor(Qt::PointingHandCursor);
    unfold_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    volts_->setRange(kLeastVolts, kMostVolts);
    volts_->setValue(WallCircuit().volts);
    amperes_->setRange(1, kMostAmperes);
    amperes_->setValue(WallCircuit().amperes);
    mixed_->setObjectName(QStringLiteral("mixedCards"));
    circuit_->addItem(QString(), kUnknownCircuit);
    for (std::size_t i = 0; i < kCircuits.size(); ++i) {
        circuit_->addItem(QString(), static_cast<int>(i));
    }
    circuit_->addItem(QString(), kOwnCircuit);
    unfoldRow_ = addWide(unfold_);
    circuitRow_ = addRow(circuit_);
    voltsRow_ = addRow(volts_);
    amperesRow_ = addRow(amperes_);
    boardsRow_ = addRow(boards_);
    objectivesRow_ = addRow(objectives_);
    mixedRow_ = addWide(mixed_);
    ownedRow_ = addRow(owned_);
}

void MoreLimitsSection::connectFields()
{
    connect(unfold_, &QPushButton::toggled, this, &MoreLimitsSection::showRows);
    connect(unfold_, &QPushButton::clicked, this, [this](bool open) {
        if (open) {
            Q_EMIT unfolded();
        }
    });
    connect(circuit_, &QComboBox::currentIndexChanged, this, &MoreLimitsSection::takeChange);
    for (NumberField* field : {volts_, amperes_}) {
        connect(field, &QSpinBox::valueChanged, this, &MoreLimitsSection::takeChange);
    }
    for (MultiChoice* choice : {boards_, objectives_}) {
        connect(choice, &MultiChoice::choiceChanged, this, &MoreLimitsSection::takeChange);
    }
    connect(mixed_, &QCheckBox::toggled, this, &MoreLimitsSection::takeChange);
    connect(owned_, &OwnedParts::linesChanged, this, &MoreLimitsSection::takeChange);
}

void MoreLimitsSection::takeChange()
{
    showRows();
    Q_EMIT changed();
}

void MoreLimitsSection::setCatalog(const std::shared_ptr<const Catalog>& catalog)
{
    std::map<std::string, int> counts;
    for (const Board& board : catalog->boards) {
        if (!board.formFactor.empty()) {
            ++counts[board.formFactor];
        }
    }
    // Board sizes that an import brings along are many; the common ones come first.
    std::vector<std::pair<std::string, int>> byCount(counts.begin(), counts.end());
    std::ranges::stable_sort(byCount, std::ranges::greater(), &std::pair<std::string, int>::second);
    formFactors_.clear();
    for (const auto& [name, count] : byCount) {
        formFactors_ << QString::fromStdString(name);
    }
    fillFormFactors();
    owned_->setCatalog(catalog);
    showRows();
}

void MoreLimitsSection::fillFormFactors()
{
    QStringList texts;
    for (const QString& name : formFactors_) {
        texts << (name == QLatin1String("proprietary") ? tr("maker's own") : name);
    }
    boards_->setEntries(formFactors_, texts);
}

void MoreLimitsSection::show(const Requirement& requirement)
{
    {
        const QSignalBlocker quiet(this);
        int entry = kUnknownCircuit;
        if (requirement.circuit) {
            const auto known = std::ranges::find(kCircuits, *requirement.circuit);
            entry = known == kCircuits.end() ? kOwnCircuit : static_cast<int>(known - kCircuits.begin());
            volts_->setValue(requirement.circuit->volts);
            amperes_->setValue(requirement.circuit->amperes);
        }
        circuit_->chooseData(entry);
        QStringList boards;
        for (const std::string& name : requirement.formFactors) {
            boards << QString::fromStdString(name);
        }
        boards_->setChosen(boards);
        QStringList objectives;
        for (const Objective objective : requirement.objectives) {
            objectives << objectiveId(objective);
        }
        objectives_->setChosen(objectives);
        mixed_->setChecked(requirement.mixedCards);
        owned_->setLines(requirement.owned);
    }
    showRows();
}

std::optional<WallCircuit> MoreLimitsSection::circuit() const
{
    const int entry = circuit_->currentData().toInt();
    if (entry == kUnknownCircuit) {
        return std::nullopt;
    }
    return entry == kOwnCircuit ? WallCircuit{volts_->value(), amperes_->value()}
                                : kCircuits.at(static_cast<std::size_t>(entry));
}

void MoreLimitsSection::apply(Requirement& requirement) const
{
    requirement.circuit = circuit();
    requirement.formFactors.clear();
    for (const QString& name : boards_->chosen()) {
        requirement.formFactors.push_back(name.toStdString());
    }
    const QStringList chosen = objectives_->chosen();
    requirement.objectives.clear();
    for (const Objective objective : kObjectives) {
        if (chosen.contains(objectiveId(objective))) {
            requirement.objectives.push_back(objective);
        }
    }
    requirement.mixedCards = mixed_->isChecked();
    requirement.owned = owned_->lines();
}

int MoreLimitsSection::setCount() const
{
    return (circuit() ? 1 : 0) + (boards_->chosen().isEmpty() ? 0 : 1) +
        (objectives_->chosen().isEmpty() ? 0 : 1) + (mixed_->isChecked() ? 1 : 0) +
        (owned_->lines().empty() ? 0 : 1);
}

void MoreLimitsSection::showRows()
{
    const bool open = unfold_->isChecked();
    const bool own = circuit_->currentData().toInt() == kOwnCircuit;
    for (const Row& row : {circuitRow_, boardsRow_, objectivesRow_, mixedRow_, ownedRow_}) {
        setRowVisible(row, open);
    }
    for (const Row& row : {voltsRow_, amperesRow_}) {
        setRowVisible(row, open && own);
    }
    const int set = setCount();
    unfold_->setText(open           ? tr("Hide more limits")
                         : set == 0 ? tr("More limits, parts at hand")
                                    : tr("More limits, parts at hand · %1 set").arg(set));
}

void MoreLimitsSection::fillCircuits()
{
    const QSignalBlocker quiet(circuit_);
    circuit_->setItemText(0, tr("unknown"));
    for (std::size_t i = 0; i < kCircuits.size(); ++i) {
        circuit_->setItemText(static_cast<int>(i) + 1,
                              tr("%1 V × %2 A").arg(kCircuits.at(i).volts).arg(kCircuits.at(i).amperes));
    }
    circuit_->setItemText(circuit_->count() - 1, tr("another one"));
}

void MoreLimitsSection::retranslate()
{
    fillCircuits();
    fillFormFactors();
    setLabel(circuitRow_, tr("Circu&it"));
    circuit_->setToolTip(tr("The circuit of the wall socket and its breaker"));
    setLabel(voltsRow_, tr("Voltage"));
    volts_->setUnit(tr("V"));
    setLabel(amperesRow_, tr("Breaker"));
    amperes_->setUnit(tr("A"));
    setLabel(boardsRow_, tr("Board si&ze"));
    boards_->setNothingText(tr("any"));
    setLabel(objectivesRow_, tr("&Rank also by"));
    QStringList ids;
    QStringList texts;
    for (const Objective objective : kObjectives) {
        ids << objectiveId(objective);
        texts << objectiveText(objective);
    }
    objectives_->setEntries(ids, texts);
    objectives_->setNothingText(tr("nothing else"));
    mixed_->setText(tr("Mix unequal cards"));
    mixed_->setToolTip(tr("Also machines with two kinds of accelerators"));
    setLabel(ownedRow_, tr("At hand"));
    ownedRow_.label->setToolTip(tr("Parts that you have: they cost nothing"));
    owned_->retranslate();
    showRows();
}

} // namespace rigwright
