// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace rigwright {

/// The project that the window works on. Every edit is a step that can be undone; whatever shows a part of the project follows
/// `changed`.
class OpenProject : public QObject {
    Q_OBJECT
public:
    explicit OpenProject(QObject* parent = nullptr);
    ~OpenProject() override;

    [[nodiscard]] const Project& project() const { return *state_; }
    /// The order in which everything in the window is undone. Steps of others, such as the catalog's, may be pushed on it too.
    [[nodiscard]] QUndoStack& undoStack() { return undoStack_; }
    /// There is something to save.
    [[nodiscard]] bool isModified() const { return state_ != saved_; }

    /// One step, named by what it does: "Context", "Supplier of RTX 4090". Steps of one `field` (such as a slider's) that follow each
    /// other within a second are one; an empty one stands alone. Nothing happens where the edit changes nothing.
    void change(const QString& label, const std::function<void(Project&)>& edit, const QString& field = {});
    /// What follows from the latest step by itself, such as the machine that a search recommends: no step of its own, and
    /// nothing to save.
    void follow(const std::function<void(Project&)>& edit);
    /// Another document: there is nothing to undo, and nothing to save unless it is a recovered one.
    void reset(Project project, bool isSaved = true);

    /// One of the states that the document has had, for `markSaved` once it is written.
    using State = std::shared_ptr<const Project>;
    [[nodiscard]] State state() const { return state_; }
    /// This state is in the file.
    void markSaved(const State& state);

Q_SIGNALS:
    /// The project is another: by an edit, a step back or forth, or another document.
    void changed();
    /// There is something to save now, or no longer.
    void modifiedChanged();

private:
    class Step;

    void put(const std::shared_ptr<Project>& state);

    // Steps share the states before and after them; what follows by itself changes one in its place.
    std::shared_ptr<Project> state_ = std::make_shared<Project>();
    State saved_ = state_;
    QUndoStack undoStack_;
};

} // namespace rigwright
