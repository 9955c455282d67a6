// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog_library.h"

#include <QUndoStack>

#include <functional>

namespace rigwright {

/// Puts what the user does to the catalog among the window's other steps, in the order in which it was done. What an earlier
/// start of the program did to the catalog comes after all of these.
class CatalogSteps : public QObject {
    Q_OBJECT
public:
    /// Library and stack outlive it.
    CatalogSteps(CatalogLibrary& library, QUndoStack& undoStack, QObject* parent = nullptr);

    /// What the catalog's own next step back or forth is called; empty: there is none. It is an earlier start's where the stack
    /// has none to take back, or none of the catalog's.
    [[nodiscard]] QString earlierLabel(bool forth) const;
    /// Takes back, or does again, what an earlier start of the program did.
    void undoEarlier();
    void redoEarlier();
    /// An earlier start's step is the latest that was taken back.
    [[nodiscard]] bool redoesEarlierFirst() const { return earlierUndone_ > 0; }

Q_SIGNALS:
    /// A step back or forth was not possible, and why.
    void failed(const QString& error);

private:
    class ChangesStep;
    class PolicyStep;

    /// Takes the catalog's own last step back, or its next one forth, unless it is another than `label`. False: it is.
    bool go(const QString& label, bool forth);
    void watch(quint64 request) { request_ = request; }

    CatalogLibrary& library_;
    QUndoStack& undoStack_;
    quint64 request_ = 0;   ///< the latest step back or forth
    int earlierUndone_ = 0; ///< since anything was done on the stack
};

} // namespace rigwright
