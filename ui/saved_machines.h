// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/machine_set.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

class QUndoStack;

namespace rigwright {

/// How many machines are compared side by side.
inline constexpr int kMostPinned = 4;

/// The user's machines as the window works with them. Each change reads the file anew, so that windows don't undo one
/// another's work, writes it and is a step of the window's undo stack. What another window changed shows within a few seconds.
class SavedMachines : public QObject {
    Q_OBJECT
public:
    /// The stack outlives the machines.
    SavedMachines(std::filesystem::path file, QUndoStack& undoStack, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<SavedMachine>& machines() const { return set_.machines; }
    /// Null: no machine has this id.
    [[nodiscard]] const SavedMachine* find(const QString& id) const;
    [[nodiscard]] int pinnedCount() const;
    /// Why the file could not be read or written; empty: it could.
    [[nodiscard]] const QString& error() const { return error_; }
    /// A name that no machine has yet: "RTX 3090 24 GB", "RTX 3090 24 GB (2)".
    [[nodiscard]] QString freeName(const QString& wanted) const;

    // Each is one step. They fail where the file could not be read or written, and then nothing has changed.
    /// Gives the id that the machine has from now on; empty: it was not added.
    QString add(SavedMachine machine);
    bool rename(const QString& id, const QString& name);
    bool setNote(const QString& id, const QString& note);
    bool setPinned(const QString& id, bool pinned);
    /// Takes name, parts, prices and day of another; note and pin stay.
    bool setParts(const QString& id, const SavedMachine& edited);
    QString duplicate(const QString& id);
    bool remove(const QString& id);

    /// Takes the latest step back: as the stack does where it comes first there, else as a step of its own.
    void takeBack();
    /// Whether another window has changed something; asked every few seconds by itself.
    void look();

Q_SIGNALS:
    /// There are other machines, or another error.
    void changed();

private:
    /// One machine before and after; none: it isn't there.
    struct Change {
        std::optional<SavedMachine> before;
        std::optional<SavedMachine> after;
        std::size_t place = 0;
    };
    class Step;
    /// What a step does to a set that was read anew.
    using Edit = std::function<Expected<Change>(const MachineSet&)>;

    bool step(const QString& label, const Edit& edit);
    bool alter(const QString& id, const QString& label, const std::function<void(SavedMachine&)>& alteration);
    [[nodiscard]] Expected<Change> write(const Edit& edit);
    static void perform(MachineSet& set, Change& change);
    /// From the one state of a machine to the other, unless another window has changed it since.
    bool put(const Change& wanted);
    bool complain(const std::string& message);
    void read();
    [[nodiscard]] QDateTime stamp() const;

    std::filesystem::path file_;
    MachineSet set_;
    QString error_;
    bool unread_ =
        false; ///< the error is of reading, and goes when that succeeds; that of a step stays to be read
    QDateTime read_; ///< the file's time when it was read
    QUndoStack& undoStack_;
    QTimer look_;
};

} // namespace rigwright
