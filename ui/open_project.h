// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>

namespace rigwright {

/// The project that the window works on. Every edit is a step that can be undone; whatever shows a part of the project follows
/// `changed`.
class OpenProject : public QObject {
    Q_OBJECT
public:
    explicit OpenProject(QObject* parent = nullptr);

    [[nodiscard]] const Project& project() const { return project_; }
    [[nodiscard]] QUndoStack& undoStack() { return undoStack_; }
    /// There is something to save.
    [[nodiscard]] bool isModified() const { return !undoStack_.isClean(); }

    /// One step, named by what it does: "Context", "Supplier of RTX 4090". Steps of one `field` (such as a slider's) that follow each
    /// other within a second are one; an empty one stands alone. Nothing happens where the edit changes nothing.
    void change(const QString& label, const std::function<void(Project&)>& edit, const QString& field = {});
    /// Another document: there is nothing to undo, and nothing to save.
    void reset(Project project);
    /// The present state is in the file.
    void markSaved() { undoStack_.setClean(); }

Q_SIGNALS:
    /// The project is another: by an edit, a step back or forth, or another document.
    void changed();

private:
    class Step;

    void put(const Project& project);

    Project project_;
    QUndoStack undoStack_;
};

} // namespace rigwright
