// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/open_project.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <utility>

namespace rigwright {

namespace {

constexpr qint64 kMergedMs = 1000;
constexpr int kFieldStep = 1;
constexpr int kLongestHistory = 200;

} // namespace

/// The whole project before and after: no step can forget a part of it.
class OpenProject::Step : public QUndoCommand {
public:
    Step(OpenProject& document, const QString& label, std::shared_ptr<Project> after, QString field)
        : QUndoCommand(label)
        , document_(document)
        , before_(document.state_)
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
        // A slider that came back to where it was has done nothing.
        setObsolete(sameProject(*before_, *after_));
        made_.restart();
        return true;
    }

private:
    OpenProject& document_;
    std::shared_ptr<Project> before_;
    std::shared_ptr<Project> after_;
    QString field_;
    QElapsedTimer made_;
};

OpenProject::OpenProject(QObject* parent)
    : QObject(parent)
{
    undoStack_.setUndoLimit(kLongestHistory);
}

OpenProject::~OpenProject() = default;

void OpenProject::change(const QString& label, const std::function<void(Project&)>& edit,
                         const QString& field)
{
    auto after = std::make_shared<Project>(*state_);
    edit(*after);
    if (!sameProject(*state_, *after)) {
        undoStack_.push(new Step(*this, label, std::move(after), field));
    }
}

void OpenProject::follow(const std::function<void(Project&)>& edit)
{
    edit(*state_);
    Q_EMIT changed();
}

void OpenProject::reset(Project project, bool isSaved)
{
    undoStack_.clear();
    state_ = std::make_shared<Project>(std::move(project));
    saved_ = isSaved ? state_ : nullptr;
    Q_EMIT changed();
    Q_EMIT modifiedChanged();
}

void OpenProject::markSaved(const State& state)
{
    saved_ = state;
    // What comes next is not merged into a step that is in the file.
    undoStack_.setClean();
    Q_EMIT modifiedChanged();
}

void OpenProject::put(const std::shared_ptr<Project>& state)
{
    state_ = state;
    Q_EMIT changed();
    Q_EMIT modifiedChanged();
}

} // namespace rigwright
