// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/saved_machines.h"

#include <QFileInfo>
#include <QUndoStack>
#include <QUuid>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kLookMs = 2000;

QString pathText(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

auto findIn(auto& set, const std::string& id)
{
    return std::ranges::find(set.machines, id, &SavedMachine::id);
}

bool isSame(const std::optional<SavedMachine>& one, const std::optional<SavedMachine>& other)
{
    if (!one || !other) {
        return one.has_value() == other.has_value();
    }
    return machineSetText(MachineSet{{*one}}) == machineSetText(MachineSet{{*other}});
}

} // namespace

/// A change that is done already when it comes to the stack. One that can't be undone any more leaves the stack.
class SavedMachines::Step : public QUndoCommand {
public:
    Step(SavedMachines& machines, const QString& label, Change change)
        : QUndoCommand(label)
        , machines_(machines)
        , change_(std::move(change))
    { }

    [[nodiscard]] Change inverse() const { return {change_.after, change_.before, change_.place}; }
    void undo() override { setObsolete(!machines_.put(inverse())); }
    void redo() override
    {
        if (isDone_) {
            isDone_ = false;
        } else {
            setObsolete(!machines_.put(change_));
        }
    }

private:
    SavedMachines& machines_;
    Change change_;
    bool isDone_ = true;
};

SavedMachines::SavedMachines(std::filesystem::path file, QUndoStack& undoStack, QObject* parent)
    : QObject(parent)
    , file_(std::move(file))
    , undoStack_(undoStack)
{
    read();
    look_.setInterval(kLookMs);
    connect(&look_, &QTimer::timeout, this, &SavedMachines::look);
    look_.start();
}

QDateTime SavedMachines::stamp() const
{
    return QFileInfo(pathText(file_)).lastModified();
}

void SavedMachines::read()
{
    read_ = stamp();
    Expected<MachineSet> set = file_.empty() ? MachineSet() : readMachineSet(file_);
    if (set) {
        set_ = std::move(*set);
        error_ = unread_ ? QString() : error_;
    } else {
        error_ = QString::fromStdString(set.error().message);
    }
    unread_ = !set.has_value();
}

void SavedMachines::look()
{
    if (stamp() != read_) {
        read();
        Q_EMIT changed();
    }
}

const SavedMachine* SavedMachines::find(const QString& id) const
{
    const auto found = findIn(set_, id.toStdString());
    return found == set_.machines.end() ? nullptr : &*found;
}

int SavedMachines::pinnedCount() const
{
    return static_cast<int>(std::ranges::count(set_.machines, true, &SavedMachine::pinned));
}

QString SavedMachines::freeName(const QString& wanted) const
{
    const auto isTaken = [this](const QString& name) {
        return std::ranges::find(set_.machines, name.toStdString(), &SavedMachine::name) !=
            set_.machines.end();
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number) {
        name = QStringLiteral("%1 (%2)").arg(wanted).arg(number);
    }
    return name;
}

bool SavedMachines::complain(const std::string& message)
{
    error_ = QString::fromStdString(message);
    Q_EMIT changed();
    return false;
}

/// Does to a set what a change says, and notes where in the set the machine stands.
void SavedMachines::perform(MachineSet& set, Change& change)
{
    const std::string& id = change.before ? change.before->id : change.after->id;
    const auto found = findIn(set, id);
    if (found == set.machines.end()) {
        const std::size_t place = std::min(change.place, set.machines.size());
        set.machines.insert(set.machines.begin() + static_cast<std::ptrdiff_t>(place), *change.after);
        return;
    }
    change.place = static_cast<std::size_t>(found - set.machines.begin());
    if (change.after) {
        *found = *change.after;
    } else {
        set.machines.erase(found);
    }
}

Expected<SavedMachines::Change> SavedMachines::write(const Edit& edit)
{
    if (file_.empty()) {
        return fail(tr("there is no folder to keep machines in").toStdString());
    }
    Change change;
    Expected<MachineSet> set = updateMachineSet(file_, [&](MachineSet& fresh) -> Expected<void> {
        auto wanted = edit(fresh);
        if (!wanted) {
            return tl::unexpected(wanted.error());
        }
        change = std::move(*wanted);
        perform(fresh, change);
        return {};
    });
    if (!set) {
        return tl::unexpected(set.error());
    }
    set_ = std::move(*set);
    read_ = stamp();
    error_.clear();
    return change;
}

bool SavedMachines::step(const QString& label, const Edit& edit)
{
    const Expected<Change> change = write(edit);
    if (!change) {
        return complain(change.error().message);
    }
    undoStack_.push(new Step(*this, label, *change));
    Q_EMIT changed();
    return true;
}

bool SavedMachines::alter(const QString& id, const QString& label,
                          const std::function<void(SavedMachine&)>& alteration)
{
    return step(label, [this, &id, &alteration](const MachineSet& set) -> Expected<Change> {
        const auto found = findIn(set, id.toStdString());
        if (found == set.machines.end()) {
            return fail(tr("another window has removed this machine").toStdString());
        }
        Change change{*found, *found, 0};
        alteration(*change.after);
        return change;
    });
}

QString SavedMachines::add(SavedMachine machine)
{
    const QString label = tr("Save “%1”").arg(QString::fromStdString(machine.name));
    const bool done = step(label, [&machine](const MachineSet& set) -> Expected<Change> {
        return Change{std::nullopt, machine, set.machines.size()};
    });
    return done ? QString::fromStdString(machine.id) : QString();
}

bool SavedMachines::rename(const QString& id, const QString& name)
{
    return alter(id, tr("Rename “%1”").arg(name),
                 [&name](SavedMachine& machine) { machine.name = name.toStdString(); });
}

bool SavedMachines::setNote(const QString& id, const QString& note)
{
    return alter(id, tr("Note on a machine"),
                 [&note](SavedMachine& machine) { machine.note = note.toStdString(); });
}

bool SavedMachines::setPinned(const QString& id, bool pinned)
{
    return alter(id, pinned ? tr("Pin a machine") : tr("Unpin a machine"),
                 [pinned](SavedMachine& machine) { machine.pinned = pinned; });
}

bool SavedMachines::setParts(const QString& id, const SavedMachine& edited)
{
    const SavedMachine* known = find(id);
    const QString name = known == nullptr ? QString() : QString::fromStdString(known->name);
    return alter(id, tr("Edit “%1”").arg(name), [&edited](SavedMachine& machine) {
        machine.name = edited.name;
        machine.build = edited.build;
        machine.lines = edited.lines;
        machine.price = edited.price;
        machine.savedOn = edited.savedOn;
    });
}

QString SavedMachines::duplicate(const QString& id)
{
    const SavedMachine* known = find(id);
    if (known == nullptr) {
        return {};
    }
    SavedMachine copy = *known;
    copy.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    copy.pinned = false;
    copy.name = freeName(QString::fromStdString(known->name)).toStdString();
    return add(std::move(copy));
}

bool SavedMachines::remove(const QString& id)
{
    const SavedMachine* known = find(id);
    const QString name = known == nullptr ? QString() : QString::fromStdString(known->name);
    return step(tr("Remove “%1”").arg(name), [this, &id](const MachineSet& set) -> Expected<Change> {
        const auto found = findIn(set, id.toStdString());
        if (found == set.machines.end()) {
            return fail(tr("another window has removed this machine").toStdString());
        }
        return Change{*found, std::nullopt, 0};
    });
}

void SavedMachines::takeBack()
{
    for (int index = undoStack_.index() - 1; index >= 0; --index) {
        const QUndoCommand* command = undoStack_.command(index);
        const auto* step = dynamic_cast<const Step*>(command);
        if (step == nullptr) {
            continue;
        }
        if (index == undoStack_.index() - 1) {
            undoStack_.undo();
        } else {
            const Change back = step->inverse();
            const QString label = tr("Take back: %1").arg(step->text());
            if (put(back)) {
                undoStack_.push(new Step(*this, label, back));
            }
        }
        return;
    }
}

bool SavedMachines::put(const Change& wanted)
{
    const Expected<Change> done = write([&wanted](const MachineSet& set) -> Expected<Change> {
        const auto found = findIn(set, (wanted.before ? wanted.before : wanted.after)->id);
        const bool isThere = found != set.machines.end();
        if (!isSame(isThere ? std::optional(*found) : std::nullopt, wanted.before)) {
            return fail(
                tr("another window has changed this machine since; the step was not undone").toStdString());
        }
        return wanted;
    });
    if (!done) {
        return complain(done.error().message);
    }
    Q_EMIT changed();
    return true;
}

} // namespace rigwright
