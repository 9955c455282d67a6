// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets and texts of the dialog.
#include "ui/card.h"
#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/measurement_tables.h"
#include "ui/measurements_dialog.h"
#include "ui/table_view.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

QWidget* MeasurementsDialog::makeOptions()
{
    model_ = new Choice(QStringLiteral("measuredModel"));
    weights_ = new Choice(QStringLiteral("measuredWeights"));
    device_ = new Choice(QStringLiteral("measuredDevice"));
    count_ = new NumberField(QStringLiteral("measuredCount"));
    constexpr int kMostDevices = 64;
    count_->setRange(0, kMostDevices);
    auto* options = new QWidget;
    auto* grid = new QGridLayout(options);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    int column = 0;
    for (QWidget* field : std::initializer_list<QWidget*>{model_, weights_, device_, count_}) {
        auto* label = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
        label->setBuddy(field);
        optionLabels_.at(static_cast<std::size_t>(column)) = label;
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column, field == count_ ? 1 : 3);
        ++column;
    }
    return options;
}

void MeasurementsDialog::makeResult()
{
    result_ = new Card;
    factors_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    factors_->setObjectName(QStringLiteral("measuredFactors"));
    factors_->setWordWrap(true);
    compared_ = new ComparedTable(this);
    comparedView_ = new TableView;
    comparedView_->setObjectName(QStringLiteral("comparedSpeeds"));
    comparedView_->setModel(compared_);
    comparedView_->setStretchColumn(ComparedTable::Test);
    comparedView_->setElasticColumns({ComparedTable::Test, ComparedTable::Model});
    comparedView_->setBreaksLines(true);
    result_->body()->addWidget(factors_);
    result_->body()->addWidget(comparedView_, 1);
}

void MeasurementsDialog::makeKept()
{
    keptCard_ = new Card;
    undo_ = keptCard_->addLink(QStringLiteral("undoRemoval"));
    undo_->setAutoDefault(false);
    undo_->hide();
    remove_ = keptCard_->addLink(QStringLiteral("removeMeasurement"));
    remove_->setAutoDefault(false);
    kept_ = new KeptTable(this);
    keptView_ = new TableView;
    keptView_->setObjectName(QStringLiteral("keptMeasurements"));
    keptView_->setModel(kept_);
    keptView_->setStretchColumn(KeptTable::Source);
    keptView_->setElasticColumns({KeptTable::Source, KeptTable::Device});
    keptCard_->body()->addWidget(keptView_, 1);
}

void MeasurementsDialog::build()
{
    intro_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    intro_->setWordWrap(true);
    source_ = new QLineEdit;
    source_->setObjectName(QStringLiteral("measurementFile"));
    intro_->setBuddy(source_);
    browse_ = namedButton(QStringLiteral("measurementBrowse"));
    error_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Danger);
    error_->setObjectName(QStringLiteral("measurementError"));
    error_->setWordWrap(true);
    error_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    error_->hide();
    QWidget* options = makeOptions();
    makeResult();
    makeKept();
    keep_ = namedButton(QStringLiteral("measurementKeep"));
    keep_->setProperty("primary", true);
    keep_->setEnabled(false);
    close_ = namedButton(QStringLiteral("measurementClose"));

    auto* choose = new QHBoxLayout;
    choose->setSpacing(8);
    choose->addWidget(source_, 1);
    choose->addWidget(browse_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(keep_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addWidget(intro_);
    all->addLayout(choose);
    all->addWidget(options);
    all->addWidget(error_);
    all->addWidget(result_, 3);
    all->addWidget(keptCard_, 2);
    all->addLayout(buttons);
}

void MeasurementsDialog::retranslate()
{
    setWindowTitle(tr("My measurements"));
    intro_->setText(tr("The output of llama-bench (JSON, CSV or its table) or of vLLM's benchmarks (JSON), "
                       "measured on a device of yours. What it says corrects every speed of that device with "
                       "that engine, on this computer alone, until you remove it."));
    source_->setPlaceholderText(tr("File with a benchmark's output, chosen or dropped here"));
    source_->setAccessibleName(tr("File with a benchmark's output"));
    browse_->setText(tr("Choose a file …"));
    const std::array<QString, 4> names{tr("Model"), tr("Weights"), tr("Device"), tr("Devices together")};
    const std::array<QWidget*, 4> fields{model_, weights_, device_, count_};
    for (std::size_t i = 0; i < names.size(); ++i) {
        optionLabels_.at(i)->setText(names.at(i));
        fields.at(i)->setAccessibleName(names.at(i));
    }
    count_->setSpecialValueText(tr("As in the file"));
    result_->setTitle(tr("What the file says"));
    comparedView_->setAccessibleName(tr("Measured and estimated speeds"));
    comparedView_->setEmptyText(
        tr("Measured speeds beside their estimates show here, before anything is kept."));
    keptCard_->setTitle(tr("What is kept"));
    keptView_->setAccessibleName(tr("Kept measurements"));
    keptView_->setEmptyText(tr("Nothing yet. Estimates stand as published measurements of others have it."));
    remove_->setText(tr("Remove"));
    undo_->setText(tr("Undo removal"));
    keep_->setText(tr("Keep"));
    close_->setText(tr("Close"));
    fillChoices();
    showResult();
    keptView_->fitColumns();
}

} // namespace rigwright
