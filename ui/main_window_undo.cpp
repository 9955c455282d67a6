// SPDX-License-Identifier: GPL-3.0-or-later
// One order in which everything is undone: the project's steps, those of the user's machines and of the catalog.
#include "ui/catalog_library.h"
#include "ui/catalog_steps.h"
#include "ui/main_window.h"
#include "ui/notice_bar.h"
#include "ui/open_project.h"
#include "ui/tab_strip.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace rigwright {

namespace {

/// A field that holds nothing of its own to undo leaves the keys for it to the window.
class UndoKeys : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        QLineEdit* line = lineOf(watched);
        if (line == nullptr || line->window() != parent()) {
            return false;
        }
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                // What is taken is the window's to undo.
                QMetaObject::invokeMethod(
                    line, [line] { line->setModified(false); }, Qt::QueuedConnection);
            }
            return false;
        }
        if (event->type() != QEvent::ShortcutOverride || line->isModified()) {
            return false;
        }
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo)) {
            return false;
        }
        event->ignore();
        return true;
    }

private:
    [[nodiscard]] static QLineEdit* lineOf(QObject* watched)
    {
        auto* line = qobject_cast<QLineEdit*>(watched);
        return line != nullptr || qobject_cast<QAbstractSpinBox*>(watched) == nullptr
            ? line
            : watched->findChild<QLineEdit*>();
    }
};

} // namespace

void MainWindow::connectUndo()
{
    connect(undoAction_, &QAction::triggered, this, &MainWindow::undo);
    connect(redoAction_, &QAction::triggered, this, &MainWindow::redo);
    connect(&project_->undoStack(), &QUndoStack::indexChanged, this, &MainWindow::showUndo);
    connect(tabs_, &QTabBar::currentChanged, this, &MainWindow::showUndo);
    connect(catalogSteps_, &CatalogSteps::failed, this,
            [this](const QString& error) { projectNotice_->showNotice(tr("Not undone: %1.").arg(error)); });
    qApp->installEventFilter(new UndoKeys(this));
}

/// What an earlier start did to the catalog is undone where the catalog shows, once nothing of this start is left.
bool MainWindow::undoesEarlier() const
{
    return !project_->undoStack().canUndo() && tabs_->currentIndex() == CatalogTab &&
        !catalogSteps_->earlierLabel(false).isEmpty();
}

bool MainWindow::redoesEarlier() const
{
    const bool isNext = catalogSteps_->redoesEarlierFirst() ||
        (!project_->undoStack().canRedo() && tabs_->currentIndex() == CatalogTab);
    return isNext && !catalogSteps_->earlierLabel(true).isEmpty();
}

void MainWindow::undo()
{
    if (undoesEarlier()) {
        catalogSteps_->undoEarlier();
    } else {
        project_->undoStack().undo();
    }
}

void MainWindow::redo()
{
    if (redoesEarlier()) {
        catalogSteps_->redoEarlier();
    } else {
        project_->undoStack().redo();
    }
}

void MainWindow::showUndo()
{
    const QUndoStack& stack = project_->undoStack();
    const auto name = [](QAction* action, QString label, const QString& alone, const QString& naming) {
        action->setEnabled(!label.isEmpty());
        // A name is no place for a key.
        label.replace(QLatin1Char('&'), QStringLiteral("&&"));
        action->setText(label.isEmpty() ? alone : naming.arg(label));
    };
    name(undoAction_, undoesEarlier() ? catalogSteps_->earlierLabel(false) : stack.undoText(), tr("&Undo"),
         tr("&Undo: %1"));
    name(redoAction_, redoesEarlier() ? catalogSteps_->earlierLabel(true) : stack.redoText(), tr("&Redo"),
         tr("&Redo: %1"));
    importPartsAction_->setEnabled(catalogLibrary_->canChange());
}

} // namespace rigwright
