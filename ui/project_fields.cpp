// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_fields.h"

#include "ui/fields.h"
#include "ui/open_project.h"

#include <QGridLayout>
#include <QLineEdit>

namespace rigwright {

ProjectFields::ProjectFields(QGridLayout& grid, int columns, QObject* parent)
    : QObject(parent)
    , grid_(grid)
    , columns_(columns)
{ }

QLineEdit* ProjectFields::add(Field field)
{
    const std::size_t index = entries_.size();
    const int row = static_cast<int>(index) / columns_ * 2;
    const int column = static_cast<int>(index) % columns_;
    Entry entry;
    entry.label = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    entry.edit = new QLineEdit;
    entry.edit->setObjectName(QString::fromLatin1(field.name));
    entry.label->setBuddy(entry.edit);
    entry.field = std::move(field);
    grid_.addWidget(entry.label, row, column);
    grid_.addWidget(entry.edit, row + 1, column);
    connect(entry.edit, &QLineEdit::editingFinished, this, [this, index] { commit(index); });
    entries_.push_back(std::move(entry));
    return entries_.back().edit;
}

void ProjectFields::setProject(OpenProject* project)
{
    project_ = project;
    connect(project_, &OpenProject::changed, this, &ProjectFields::refresh);
    reread();
}

void ProjectFields::setWrong(Entry& entry, const QString& wrong)
{
    entry.wrong = wrong;
    setInvalid(entry.edit, !wrong.isEmpty());
}

void ProjectFields::commit(std::size_t index)
{
    Entry& entry = entries_[index];
    if (project_ == nullptr || !entry.edit->isModified()) {
        return;
    }
    Project edited = project_->project();
    const Typed<void> taken = entry.field.write(edited, entry.edit->text().trimmed());
    setWrong(entry, taken ? QString() : taken.error());
    if (taken) {
        entry.edit->setModified(false);
        const QString step = entry.field.step ? entry.field.step() : entry.field.title();
        project_->change(step, [&edited](Project& project) { project = std::move(edited); });
        refresh();
    }
    Q_EMIT errorsChanged();
}

void ProjectFields::refresh()
{
    for (Entry& entry : entries_) {
        const QString text = project_ == nullptr ? QString() : entry.field.read(project_->project());
        // What is being typed, or could not be read, is the user's to finish.
        if (!entry.edit->isModified() && entry.edit->text() != text) {
            entry.edit->setText(text);
        }
    }
    retranslate();
}

void ProjectFields::reread()
{
    for (Entry& entry : entries_) {
        entry.edit->setModified(false);
        setWrong(entry, {});
    }
    refresh();
    Q_EMIT errorsChanged();
}

void ProjectFields::setEnabled(bool enabled)
{
    for (Entry& entry : entries_) {
        entry.edit->setEnabled(enabled);
    }
}

void ProjectFields::retranslate()
{
    for (Entry& entry : entries_) {
        entry.label->setText(entry.field.title());
        entry.edit->setAccessibleName(entry.field.title());
    }
}

QString ProjectFields::errors() const
{
    QStringList lines;
    for (const Entry& entry : entries_) {
        if (!entry.wrong.isEmpty()) {
            lines.append(
                tr("%1: %2", "field and what is wrong with it").arg(entry.field.title(), entry.wrong));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace rigwright
