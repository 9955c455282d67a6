// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/open_project.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <memory>
#include <string>

namespace rigwright {

namespace {
constexpr qint64 kMergedMs = 1000;
constexpr int kFieldStep = 1;
} // namespace

/// The whole project before and after: it is small, and no step can forget a part of it.
class OpenProject::Step : public QUndoCommand {
public:
    Step(OpenProject& document, const QString& label, Project after, QString field)
        : QUndoCommand(label)
        , document_(document)
        , before_(document.project())
        , after_(std::move(after))
        , field_(std::move(field))
    {
        made_.start();
    }

    void undo() override { document_.put(before_); }
    void redo() override { document_.put(after_); }
    [[nodiscard]] int id() const override { return field_.isEmpty() ? -1 : kFieldStep; }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* step = dynamic_cast<const Step*>(next);
        if (step == nullptr || step->field_ != field_ || made_.elapsed() > kMergedMs) {
            return false;
        }
        after_ = step->after_;
        setText(step->text());
        made_.restart();
        return true;
    }

private:
    OpenProject& document_;
    Project before_;
    Project after_;
    QString field_;
    QElapsedTimer made_;
};

OpenProject::OpenProject(QObject* parent)
    : QObject(parent)
{ }

void OpenProject::change(const QString& label, const std::function<void(Project&)>& edit,
                         const QString& field)
{
    Project after = project_;
    edit(after);
    if (!sameProject(after, project_)) {
        undoStack_.push(new Step(*this, label, std::move(after), field));
    }
}

void OpenProject::reset(Project project)
{
    undoStack_.clear();
    put(project);
}

void OpenProject::put(const Project& project)
{
    project_ = project;
    Q_EMIT changed();
}

} // namespace rigwright
