// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project_file.h"
#include "ui/latest_task.h"
#include "ui/open_project.h"

#include <QThreadPool>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace rigwright {

/// The file of the project that the window works on: reading, saving, the lock, and what is kept by itself for the case of a
/// crash. Reading and writing go on threads of their own.
class ProjectFiles : public QObject {
    Q_OBJECT
public:
    /// Called on the window's thread; gives what is to be called on the thread that writes, for the project as it is written.
    using Snapshot = std::function<std::function<Project()>()>;

    /// The project outlives it.
    ProjectFiles(OpenProject& project, Snapshot snapshot, QObject* parent = nullptr);
    /// Waits for what is being written.
    ~ProjectFiles() override;

    /// Empty: the project has no file yet.
    [[nodiscard]] const QString& path() const { return path_; }
    /// Another window has it: it can only be saved as another file.
    [[nodiscard]] bool isReadOnly() const { return readOnly_; }
    [[nodiscard]] bool isWriting() const { return writing_ > 0; }

    /// Why a file was not opened; `isLocked`: it can still be opened to read.
    struct Refusal {
        QString text;
        bool isLocked = false;
    };
    /// Reads the file; `opened`, `refused` or `overtaken` follows. A file that is opened meanwhile, or another document, takes its
    /// place.
    void open(const QString& path, bool readOnly);
    [[nodiscard]] bool isReading() const { return reading_.isBusy(); }
    /// Nothing is opened any more.
    void giveUpReading() { reading_.cancel(); }
    /// A document without a file.
    void begin(Project project);
    /// What a crash left, with changes to save. The copy goes once this document keeps its own.
    void recover(const RecoverableProject& found);

    /// To the file that it has; `saved` or `failed` follows.
    void save();
    void saveAs(const QString& path);

    /// Keeps unsaved changes in this folder from now on.
    void keepUnsavedIn(const std::filesystem::path& folder, int everyMs);
    /// Unsaved changes are given up.
    void discardUnsaved();

Q_SIGNALS:
    void opened();
    /// The present project stays.
    void refused(const QString& path, const rigwright::ProjectFiles::Refusal& why);
    /// The present project was edited while the file was read, and stays.
    void overtaken(const QString& path, bool readOnly);
    /// It is another file, or may be written now, or no longer.
    void changed();
    void saved();
    /// What could not be written, in one line; the project still has changes to save.
    void failed(const QString& error);

private:
    using Lock = std::shared_ptr<ProjectLock>;
    /// What came of a file that was to be opened.
    struct Reading {
        QString path;
        bool readOnly = false;
        Lock lock;
        std::optional<Refusal> refusal;
        Project project;
    };
    static void read(Reading& reading);
    void take(Reading& reading, const OpenProject::State& before);
    void write(const QString& path, const Lock& lock);
    void finish(const QString& path, const Lock& lock, const OpenProject::State& state,
                const Expected<void>& written);
    /// Another document takes the place of the present one.
    void leave();
    void keep();
    void setFile(const QString& path, Lock lock, bool readOnly);

    OpenProject& project_;
    Snapshot snapshot_;
    QString path_;
    bool readOnly_ = false;
    Lock lock_; ///< shared with the writing under way
    int writing_ = 0;
    int document_ = 0; ///< counts the documents that there have been
    QTimer tick_;
    std::shared_ptr<ProjectAutosave> autosave_; ///< shared with the thread that writes; null: nothing is kept
    OpenProject::State kept_;                   ///< that is kept; null: none is
    QThreadPool pool_;                          ///< of one thread: what is asked for later is written later
    LatestTask reading_;                        ///< last member: it stops before what it uses goes
};

} // namespace rigwright
