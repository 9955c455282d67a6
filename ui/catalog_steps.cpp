// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_steps.h"

#include <algorithm>
#include <optional>
#include <string>

namespace rigwright {

/// A step of the user's catalog, which keeps by itself what it takes to undo it. It is done already when it comes to the stack.
class CatalogSteps::ChangesStep : public QUndoCommand {
public:
    ChangesStep(CatalogSteps& steps, const QString& label)
        : QUndoCommand(label)
        , steps_(steps)
    { }
    void undo() override { setObsolete(!steps_.go(text(), false)); }
    void redo() override
    {
        if (isDone_) {
            isDone_ = false;
        } else {
            setObsolete(!steps_.go(text(), true));
        }
    }

private:
    CatalogSteps& steps_;
    bool isDone_ = true;
};

class CatalogSteps::PolicyStep : public QUndoCommand {
public:
    PolicyStep(CatalogSteps& steps, const PricePolicy& before, const PricePolicy& after)
        : QUndoCommand(CatalogSteps::tr("Age of old prices"))
        , steps_(steps)
        , before_(before)
        , after_(after)
    { }
    void undo() override { steps_.watch(steps_.library_.bringPricePolicyBack(before_)); }
    void redo() override
    {
        if (isDone_) {
            isDone_ = false;
        } else {
            steps_.watch(steps_.library_.bringPricePolicyBack(after_));
        }
    }

private:
    CatalogSteps& steps_;
    PricePolicy before_;
    PricePolicy after_;
    bool isDone_ = true;
};

CatalogSteps::CatalogSteps(CatalogLibrary& library, QUndoStack& undoStack, QObject* parent)
    : QObject(parent)
    , library_(library)
    , undoStack_(undoStack)
{
    connect(&library_, &CatalogLibrary::stepMade, this,
            [this](const QString& label) { undoStack_.push(new ChangesStep(*this, label)); });
    connect(&library_, &CatalogLibrary::policySet, this,
            [this](const PricePolicy& before, const PricePolicy& after) {
                undoStack_.push(new PolicyStep(*this, before, after));
            });
    connect(&undoStack_, &QUndoStack::indexChanged, this, [this] { earlierUndone_ = 0; });
    connect(&library_, &CatalogLibrary::done, this, [this](quint64 request, const QString& error) {
        if (request == request_ && !error.isEmpty()) {
            Q_EMIT failed(error);
        }
    });
}

QString CatalogSteps::earlierLabel(bool forth) const
{
    const CatalogView& view = *library_.view();
    return QString::fromStdString((forth ? view.redoLabel : view.undoLabel).value_or(std::string()));
}

void CatalogSteps::undoEarlier()
{
    ++earlierUndone_;
    watch(library_.undo());
}

void CatalogSteps::redoEarlier()
{
    earlierUndone_ = std::max(earlierUndone_ - 1, 0);
    watch(library_.redo());
}

bool CatalogSteps::go(const QString& label, bool forth)
{
    // While something is being written, the view doesn't say yet what comes next.
    if (!library_.isBusy() && earlierLabel(forth) != label) {
        Q_EMIT failed(tr("another window has changed the catalog since; “%1” was left as it is").arg(label));
        return false;
    }
    watch(forth ? library_.redo() : library_.undo());
    return true;
}

} // namespace rigwright
