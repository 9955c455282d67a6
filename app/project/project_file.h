// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLockFile;

namespace rigwright {

/// Reads a file of at most 64 MiB. The error begins with the path.
[[nodiscard]] Expected<Project> readProject(const std::filesystem::path& file);
/// Whole or not at all, through QSaveFile: a crash, a full disk or a missing permission leaves the old file. A project that could
/// not be read again is refused, and so is the place of a file that is no project or a newer one. The error begins with the path.
[[nodiscard]] Expected<void> writeProject(const std::filesystem::path& file, const Project& project);

/// Who has a project open: a lock beside the file ("NAME.lock"), which the system frees when the program ends in whatever way.
class ProjectLock {
public:
    /// An error says who holds it: "open in another window (process 4711 on HOST since …)".
    [[nodiscard]] static Expected<ProjectLock> take(const std::filesystem::path& file);
    ProjectLock(ProjectLock&&) noexcept;
    ProjectLock& operator=(ProjectLock&&) noexcept;
    ~ProjectLock();

private:
    explicit ProjectLock(std::unique_ptr<QLockFile> held);
    std::unique_ptr<QLockFile> held_;
};

/// What a crash left: a project as it was last kept by itself, and the file that it is of.
struct RecoverableProject {
    std::filesystem::path autosave;
    std::filesystem::path original; ///< empty: it was never saved
    Project project;
};

/// Keeps unsaved work in a folder of the user's, one file for each open document.
class ProjectAutosave {
public:
    /// `$XDG_STATE_HOME/rigwright/autosave`, else in `~/.local/state`.
    [[nodiscard]] static std::filesystem::path folder();
    /// For a document that is open here. The name is its own; others' files are not touched.
    explicit ProjectAutosave(std::filesystem::path folder);
    /// Leaves what was kept where it is; `discard` takes it away.
    ~ProjectAutosave();
    ProjectAutosave(const ProjectAutosave&) = delete;
    ProjectAutosave& operator=(const ProjectAutosave&) = delete;

    /// Whole or not at all.
    [[nodiscard]] Expected<void> keep(const Project& project, const std::filesystem::path& original);
    /// Once the document is saved, or its changes are given up.
    void discard();

    /// What programs that no longer run have left, the newest first. What can't be read stays, and is not told.
    [[nodiscard]] static std::vector<RecoverableProject> recoverable(const std::filesystem::path& folder);

private:
    std::filesystem::path folder_;
    std::filesystem::path file_;         ///< empty until something is kept
    std::unique_ptr<QLockFile> running_; ///< tells others that its program runs
};

} // namespace rigwright
