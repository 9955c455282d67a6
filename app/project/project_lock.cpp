// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_file.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <system_error>

namespace rigwright {

namespace {

namespace fs = std::filesystem;

/// A lock that nobody finished writing says nothing of its program: one that was killed within these few microseconds.
constexpr qint64 kUnfinishedSeconds = 10;

/// The file that a link leads to: two names of one file are one project.
fs::path lockOf(const fs::path& file)
{
    std::error_code error;
    const fs::path target = fs::weakly_canonical(file, error);
    return (error ? file : target).string() + ".lock";
}

Error heldBy(const fs::path& file, const QLockFile& lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    const QFileInfo info(lock.fileName());
    std::string who;
    if (lock.getLockInfo(&process, &host, &program) && process > 0) {
        who = " (process " + std::to_string(process);
        who += host.isEmpty() ? "" : " on " + host.toStdString();
        who +=
            " since " + info.lastModified().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString() + ")";
    }
    return {file.string() + ": open in another window" + who};
}

/// A file that is no whole lock and isn't being written either; the system's own lock keeps a living one.
bool clearUnfinished(QLockFile& lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    const QDateTime written = QFileInfo(lock.fileName()).lastModified();
    return !lock.getLockInfo(&process, &host, &program) && written.isValid() &&
        written.secsTo(QDateTime::currentDateTime()) > kUnfinishedSeconds && lock.removeStaleLockFile();
}

} // namespace

Expected<ProjectLock> ProjectLock::take(const fs::path& file)
{
    auto lock = std::make_unique<QLockFile>(QFile::decodeName(lockOf(file).c_str()));
    lock->setStaleLockTime(0); // a window may be open for weeks: only a program that is gone frees it
    if (lock->tryLock(0) || (clearUnfinished(*lock) && lock->tryLock(0))) {
        return ProjectLock(std::move(lock));
    }
    switch (lock->error()) {
    case QLockFile::LockFailedError: return tl::unexpected(heldBy(file, *lock));
    case QLockFile::PermissionError:
        return fail(file.string() + ": can't be locked: no permission to write in its folder");
    case QLockFile::NoError:
    case QLockFile::UnknownError: break;
    }
    return fail(file.string() + ": can't be locked: its folder is missing, full or read-only");
}

ProjectLock::ProjectLock(std::unique_ptr<QLockFile> held)
    : held_(std::move(held))
{ }

ProjectLock::ProjectLock(ProjectLock&&) noexcept = default;
ProjectLock& ProjectLock::operator=(ProjectLock&&) noexcept = default;
ProjectLock::~ProjectLock() = default;

} // namespace rigwright
