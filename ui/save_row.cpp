// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/save_row.h"

#include "ui/dialog_parts.h"
#include "ui/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace rigwright {

namespace {

QPushButton* linkButton(const char* name)
{
    QPushButton* button = namedButton(QString::fromLatin1(name));
    button->setProperty("link", true);
    button->setFlat(true);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

} // namespace

SaveRow::SaveRow(QWidget* parent)
    : QWidget(parent)
    , saved_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , save_(linkButton("saveMachine"))
    , edit_(linkButton("editMachine"))
    , name_(new QLineEdit)
    , accept_(namedButton(QStringLiteral("acceptMachineName")))
    , cancel_(linkButton("cancelMachineName"))
{
    saved_->setObjectName(QStringLiteral("machineIsSaved"));
    name_->setObjectName(QStringLiteral("machineName"));
    name_->installEventFilter(this);
    accept_->setProperty("primary", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(save_);
    row->addWidget(edit_);
    row->addWidget(saved_);
    row->addWidget(name_, 1);
    row->addWidget(accept_);
    row->addWidget(cancel_);
    row->addStretch(0);
    connect(save_, &QPushButton::clicked, this, [this] { askForName(true); });
    connect(edit_, &QPushButton::clicked, this, &SaveRow::editChosen);
    connect(name_, &QLineEdit::returnPressed, this, &SaveRow::accept);
    connect(accept_, &QPushButton::clicked, this, &SaveRow::accept);
    connect(cancel_, &QPushButton::clicked, this, [this] { askForName(false); });
    retranslate();
    showMachine({}, false);
}

void SaveRow::showMachine(const QString& proposedName, bool saved)
{
    // What is being typed is for the machine that was there when it began.
    const bool goesOn = name_->isVisible() && proposedName == proposed_;
    proposed_ = proposedName;
    saved_->setVisible(saved);
    setVisible(!proposed_.isEmpty());
    if (!goesOn) {
        askForName(false);
    }
}

void SaveRow::askForName(bool asking)
{
    for (QWidget* field : std::initializer_list<QWidget*>{name_, accept_, cancel_}) {
        field->setVisible(asking);
    }
    const bool hadFocus = name_->hasFocus();
    save_->setVisible(!asking);
    edit_->setVisible(!asking);
    saved_->setMaximumWidth(asking ? 0 : QWIDGETSIZE_MAX);
    if (asking) {
        name_->setText(proposed_);
        name_->selectAll();
        name_->setFocus();
    } else if (hadFocus) {
        save_->setFocus();
    }
}

void SaveRow::accept()
{
    const QString name = name_->text().simplified();
    if (!name.isEmpty()) {
        askForName(false);
        Q_EMIT saveChosen(name);
    }
}

bool SaveRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == name_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        askForName(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SaveRow::retranslate()
{
    save_->setText(tr("Save …"));
    save_->setToolTip(tr("Keep this machine among yours, on Compare"));
    edit_->setText(tr("Edit …"));
    edit_->setToolTip(tr("Exchange parts of this machine"));
    saved_->setText(tr("★ saved"));
    name_->setAccessibleName(tr("Name of the machine"));
    accept_->setText(tr("Save"));
    cancel_->setText(tr("Cancel"));
}

void SaveRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
