// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form_section.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace rigwright {

namespace {
constexpr int kLabelWidth = 92;
constexpr int kRowGap = 6;
} // namespace

FormSection::FormSection(QWidget* parent)
    : QWidget(parent)
    , head_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , grid_(new QGridLayout)
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    head_->setObjectName(QStringLiteral("sectionHead"));
    head_->hide();
    all->addWidget(head_);
    grid_->setVerticalSpacing(kRowGap);
    grid_->setHorizontalSpacing(8);
    grid_->setColumnMinimumWidth(0, kLabelWidth);
    grid_->setColumnStretch(1, 1);
    all->addLayout(grid_);
}

void FormSection::setHead(const QString& text)
{
    head_->setText(text.toUpper());
    head_->show();
}

FormSection::Row FormSection::addRow(QWidget* field)
{
    const int at = grid_->rowCount();
    auto* label = new QLabel(this);
    label->setBuddy(field);
    grid_->addWidget(label, at, 0);
    grid_->addWidget(field, at, 1);
    return Row{label, field, addError(field, at + 1)};
}

FormSection::Row FormSection::addWide(QWidget* field)
{
    const int at = grid_->rowCount();
    grid_->addWidget(field, at, 0, 1, 2);
    return Row{nullptr, field, addError(field, at + 1)};
}

ThemedLabel* FormSection::addError(const QWidget* field, int gridRow)
{
    auto* error = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger, this);
    error->setObjectName(field->objectName() + QStringLiteral("Error"));
    error->setWordWrap(true);
    error->hide();
    grid_->addWidget(error, gridRow, 0, 1, 2);
    return error;
}

void FormSection::setLabel(const Row& row, const QString& text)
{
    row.label->setText(text);
    QString plain = text;
    row.field->setAccessibleName(plain.remove(QLatin1Char('&')));
}

void FormSection::setError(const Row& row, const QString& text)
{
    row.error->setText(text);
    row.error->setVisible(!text.isEmpty());
    setInvalid(row.field, !text.isEmpty());
}

void FormSection::setRowVisible(const Row& row, bool visible)
{
    if (row.label != nullptr) {
        row.label->setVisible(visible);
    }
    row.field->setVisible(visible);
    if (!visible) {
        row.error->hide();
    }
}

} // namespace rigwright
