// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_form.h"

#include "catalog/part_sheet.h"
#include "ui/catalog_words.h"
#include "ui/fields.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rigwright {

PartForm::PartForm(QWidget* parent)
    : QWidget(parent)
    , table_(new Choice(QStringLiteral("newPartTable")))
    , manufacturer_(new QLineEdit)
    , name_(new QLineEdit)
    , tableLabel_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , manufacturerLabel_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , nameLabel_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , error_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger))
    , hint_(new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted))
    , accept_(new QPushButton)
    , cancel_(new QPushButton)
{
    manufacturer_->setObjectName(QStringLiteral("newPartManufacturer"));
    name_->setObjectName(QStringLiteral("newPartName"));
    error_->setObjectName(QStringLiteral("newPartError"));
    error_->hide();
    hint_->setWordWrap(true);
    accept_->setObjectName(QStringLiteral("acceptPart"));
    accept_->setProperty("primary", true);
    cancel_->setObjectName(QStringLiteral("cancelPart"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(tableLabel_, 0, 0);
    grid->addWidget(manufacturerLabel_, 0, 1);
    grid->addWidget(nameLabel_, 0, 2);
    grid->addWidget(table_, 1, 0);
    grid->addWidget(manufacturer_, 1, 1);
    grid->addWidget(name_, 1, 2);
    grid->addWidget(error_, 2, 1, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 3);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel_);
    buttons->addWidget(accept_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(12);
    all->addLayout(grid);
    all->addWidget(hint_);
    all->addStretch(1);
    all->addLayout(buttons);
    connect(accept_, &QPushButton::clicked, this, &PartForm::accept);
    connect(cancel_, &QPushButton::clicked, this, &PartForm::cancelled);
    retranslate();
}

void PartForm::begin(const std::string& table)
{
    table_->chooseData(QString::fromStdString(table));
    manufacturer_->clear();
    name_->clear();
    error_->hide();
    setInvalid(manufacturer_, false);
    setInvalid(name_, false);
    manufacturer_->setFocus();
}

void PartForm::accept()
{
    const QString manufacturer = manufacturer_->text().trimmed();
    const QString name = name_->text().trimmed();
    setInvalid(manufacturer_, manufacturer.isEmpty());
    setInvalid(name_, name.isEmpty());
    error_->setVisible(manufacturer.isEmpty() || name.isEmpty());
    if (!manufacturer.isEmpty() && !name.isEmpty()) {
        Q_EMIT partGiven(table_->currentData().toString(), manufacturer, name);
    }
}

void PartForm::retranslate()
{
    const QVariant chosen = table_->currentData();
    table_->clear();
    for (const TableSpec& table : partTables()) {
        table_->addItem(tableText(table.name), QString::fromStdString(table.name));
    }
    table_->chooseData(chosen);
    tableLabel_->setText(tr("Category"));
    manufacturerLabel_->setText(tr("Manufacturer *"));
    nameLabel_->setText(tr("Name *"));
    table_->setAccessibleName(tr("Category"));
    manufacturer_->setAccessibleName(tr("Manufacturer"));
    name_->setAccessibleName(tr("Name"));
    error_->setText(tr("Both are needed to tell the part from others."));
    hint_->setText(
        tr("Fill in its figures afterwards, each in its place. Machines are built of it once every figure "
           "marked * is known; until then it stays in the list as incomplete."));
    accept_->setText(tr("Add the part"));
    cancel_->setText(tr("Cancel"));
}

void PartForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PartForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
