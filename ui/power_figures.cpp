// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/power_figures.h"

#include "ui/text.h"

#include <QGridLayout>

namespace rigwright {

PowerFigures::PowerFigures(QWidget* parent)
    : QWidget(parent)
    , head_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(head_, 0, 0, 1, 2);
    load_ = addLine(grid, "loadPower");
    idle_ = addLine(grid, "idlePower");
    monthly_ = addLine(grid, "monthlyElectricity");
    showMachine(nullptr);
    showMonthlyElectricity(std::nullopt);
}

PowerFigures::Line PowerFigures::addLine(QGridLayout* grid, const char* objectName)
{
    const Line line{new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted),
                    new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text)};
    line.figure->setObjectName(QString::fromLatin1(objectName));
    const int row = grid->rowCount();
    grid->addWidget(line.label, row, 0);
    grid->addWidget(line.figure, row, 1, Qt::AlignRight);
    return line;
}

void PowerFigures::showMachine(const EvaluatedBuild* build)
{
    load_.figure->setText(build == nullptr ? QStringLiteral("–") : wattsText(build->wallPower));
    idle_.figure->setText(build == nullptr ? QStringLiteral("–") : wattsText(build->idlePower));
}

void PowerFigures::showMonthlyElectricity(const std::optional<Money>& amount)
{
    monthly_.figure->setText(amount ? moneyText(*amount) : QStringLiteral("–"));
}

void PowerFigures::retranslate()
{
    head_->setText(tr("What follows for the machine"));
    load_.label->setText(tr("Power under load"));
    idle_.label->setText(tr("Power when idle"));
    monthly_.label->setText(tr("Electricity a month"));
}

} // namespace rigwright
