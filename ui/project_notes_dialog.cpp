// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_notes_dialog.h"

#include "ui/dialog_parts.h"
#include "ui/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {
constexpr QSize kSize(520, 380);
constexpr int kLongestName = 120;
} // namespace

ProjectNotesDialog::ProjectNotesDialog(const QString& name, const QString& notes, QWidget* parent)
    : QDialog(parent)
    , name_(new QLineEdit(name))
    , notes_(new QPlainTextEdit(notes))
{
    setObjectName(QStringLiteral("projectNotesDialog"));
    setWindowTitle(tr("Name and notes"));
    resize(kSize);
    auto* nameLabel = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    nameLabel->setText(tr("&Name of the project"));
    nameLabel->setBuddy(name_);
    name_->setObjectName(QStringLiteral("projectName"));
    name_->setMaxLength(kLongestName);
    name_->setPlaceholderText(tr("As its file is called"));
    auto* notesLabel = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    notesLabel->setText(tr("N&otes"));
    notesLabel->setBuddy(notes_);
    notes_->setObjectName(QStringLiteral("projectNotes"));
    notes_->setTabChangesFocus(true);
    QPushButton* cancel = namedButton(QStringLiteral("projectNotesCancel"));
    cancel->setText(tr("Cancel"));
    QPushButton* take = namedButton(QStringLiteral("projectNotesTake"));
    take->setText(tr("Take over"));
    take->setProperty("primary", true);
    take->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT taken(name_->text().simplified(), notes_->toPlainText());
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(take);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(6);
    all->addWidget(nameLabel);
    all->addWidget(name_);
    all->addSpacing(4);
    all->addWidget(notesLabel);
    all->addWidget(notes_, 1);
    all->addSpacing(4);
    all->addLayout(buttons);
}

} // namespace rigwright
