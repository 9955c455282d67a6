// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/multi_choice.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace rigwright {

namespace {

/// A menu that stays open while its entries are chosen.
class LastingMenu : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        QAction* entry = actionAt(event->pos());
        if (entry == nullptr || !entry->isCheckable()) {
            QMenu::mouseReleaseEvent(event);
            return;
        }
        entry->trigger();
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        const bool chooses =
            event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (chooses && activeAction() != nullptr) {
            activeAction()->trigger();
            return;
        }
        QMenu::keyPressEvent(event);
    }
};

} // namespace

MultiChoice::MultiChoice(const QString& objectName, QWidget* parent)
    : Choice(objectName, parent)
    , menu_(new LastingMenu(this))
{
    menu_->setObjectName(objectName + QStringLiteral("Menu"));
    addItem(QString());
}

void MultiChoice::setEntries(const QStringList& ids, const QStringList& texts)
{
    const QStringList before = chosen();
    menu_->clear();
    entries_.clear();
    for (int i = 0; i < ids.size(); ++i) {
        QAction* entry = menu_->addAction(texts.value(i));
        entry->setObjectName(ids.at(i));
        entry->setCheckable(true);
        entry->setChecked(before.contains(ids.at(i)));
        connect(entry, &QAction::triggered, this, [this] {
            showSummary();
            Q_EMIT choiceChanged();
        });
        entries_.push_back(entry);
    }
    showSummary();
}

void MultiChoice::setNothingText(const QString& text)
{
    nothing_ = text;
    showSummary();
}

void MultiChoice::setChosen(const QStringList& ids)
{
    for (QAction* entry : entries_) {
        entry->setChecked(ids.contains(entry->objectName()));
    }
    showSummary();
}

QStringList MultiChoice::chosen() const
{
    QStringList ids;
    for (const QAction* entry : entries_) {
        if (entry->isChecked()) {
            ids << entry->objectName();
        }
    }
    return ids;
}

void MultiChoice::showSummary()
{
    QStringList texts;
    for (const QAction* entry : entries_) {
        if (entry->isChecked()) {
            texts << entry->text();
        }
    }
    const QString summary = texts.isEmpty() ? nothing_ : texts.join(tr(", "));
    setItemText(0, summary);
    setToolTip(texts.isEmpty() ? QString() : summary);
}

void MultiChoice::showPopup()
{
    if (entries_.empty()) {
        return;
    }
    menu_->setMinimumWidth(width());
    menu_->popup(mapToGlobal(QPoint(0, height())));
    menu_->setActiveAction(entries_.front());
}

void MultiChoice::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down: showPopup(); return;
    default: Choice::keyPressEvent(event);
    }
}

} // namespace rigwright
