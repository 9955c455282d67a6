// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_files.h"

#include "ui/project_errors.h"

#include <QFileInfo>

#include <system_error>
#include <utility>

namespace rigwright {

namespace {

std::filesystem::path filePath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

QString fileText(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

} // namespace

ProjectFiles::ProjectFiles(OpenProject& project, Snapshot snapshot, QObject* parent)
    : QObject(parent)
    , project_(project)
    , snapshot_(std::move(snapshot))
    , reading_(nullptr)
{
    pool_.setMaxThreadCount(1);
    connect(&tick_, &QTimer::timeout, this, &ProjectFiles::keep);
}

ProjectFiles::~ProjectFiles()
{
    pool_.waitForDone();
}

void ProjectFiles::open(const QString& path, bool readOnly)
{
    auto reading = std::make_shared<Reading>();
    reading->path = QFileInfo(path).absoluteFilePath();
    reading->readOnly = readOnly;
    // Read anew, it is still this window that has it.
    reading->lock = reading->path == path_ && !readOnly ? lock_ : nullptr;
    reading_.start(
        [this, reading, before = project_.state()](const std::stop_token&) -> LatestTask::Delivery {
            read(*reading);
            return [this, reading, before] { take(*reading, before); };
        });
}

void ProjectFiles::read(Reading& reading)
{
    Expected<Project> project = readProject(filePath(reading.path));
    if (!project) {
        reading.refusal = Refusal{projectErrorText(project.error()), false};
        return;
    }
    reading.project = std::move(*project);
    if (reading.lock == nullptr && !reading.readOnly) {
        Expected<ProjectLock> taken = ProjectLock::take(filePath(reading.path));
        if (taken) {
            reading.lock = std::make_shared<ProjectLock>(std::move(*taken));
        } else {
            reading.refusal = Refusal{projectErrorText(taken.error()), true};
        }
    }
}

void ProjectFiles::take(Reading& reading, const OpenProject::State& before)
{
    if (reading.refusal) {
        Q_EMIT refused(reading.path, *reading.refusal);
        return;
    }
    if (project_.state() != before) {
        Q_EMIT overtaken(reading.path, reading.readOnly);
        return;
    }
    leave();
    setFile(reading.path, std::move(reading.lock), reading.readOnly);
    project_.reset(std::move(reading.project));
    Q_EMIT opened();
}

void ProjectFiles::leave()
{
    ++document_;
    discardUnsaved();
}

void ProjectFiles::begin(Project project)
{
    reading_.cancel();
    leave();
    setFile({}, nullptr, false);
    project_.reset(std::move(project));
}

void ProjectFiles::recover(const RecoverableProject& found)
{
    reading_.cancel();
    leave();
    Lock lock;
    bool readOnly = false;
    if (!found.original.empty()) {
        Expected<ProjectLock> taken = ProjectLock::take(found.original);
        readOnly = !taken;
        lock = taken ? std::make_shared<ProjectLock>(std::move(*taken)) : nullptr;
    }
    setFile(fileText(found.original), std::move(lock), readOnly);
    project_.reset(found.project, false);
    keep();
    pool_.start([left = found.autosave] {
        std::error_code gone;
        std::filesystem::remove(left, gone);
    });
}

void ProjectFiles::setFile(const QString& path, Lock lock, bool readOnly)
{
    path_ = path;
    lock_ = std::move(lock);
    readOnly_ = readOnly;
    Q_EMIT changed();
}

void ProjectFiles::save()
{
    write(path_, lock_);
}

void ProjectFiles::saveAs(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (absolute == path_ && !readOnly_) {
        save();
        return;
    }
    Expected<ProjectLock> taken = ProjectLock::take(filePath(absolute));
    if (!taken) {
        Q_EMIT failed(projectErrorText(taken.error()));
        return;
    }
    write(absolute, std::make_shared<ProjectLock>(std::move(*taken)));
}

void ProjectFiles::write(const QString& path, const Lock& lock)
{
    ++writing_;
    pool_.start([this, path, lock, state = project_.state(), project = snapshot_(), autosave = autosave_,
                 document = document_] {
        const Expected<void> written = writeProject(filePath(path), project());
        if (written && autosave != nullptr) {
            autosave->discard();
        }
        QMetaObject::invokeMethod(
            this,
            [this, path, lock, state, written, document] {
                --writing_;
                // The file is written; which document is open now is another matter.
                if (document == document_ || !written) {
                    finish(path, lock, state, written);
                }
            },
            Qt::QueuedConnection);
    });
}

void ProjectFiles::finish(const QString& path, const Lock& lock, const OpenProject::State& state,
                          const Expected<void>& written)
{
    if (!written) {
        Q_EMIT failed(projectErrorText(written.error()));
        return;
    }
    kept_ = nullptr;
    if (path != path_ || readOnly_) {
        setFile(path, lock, false);
    }
    project_.markSaved(state);
    Q_EMIT saved();
}

void ProjectFiles::keepUnsavedIn(const std::filesystem::path& folder, int everyMs)
{
    autosave_ = std::make_shared<ProjectAutosave>(folder);
    tick_.start(everyMs);
}

void ProjectFiles::keep()
{
    if (autosave_ == nullptr || project_.state() == kept_) {
        return;
    }
    if (!project_.isModified()) {
        discardUnsaved();
        return;
    }
    kept_ = project_.state();
    pool_.start([this, autosave = autosave_, project = snapshot_(), path = filePath(path_)] {
        if (const Expected<void> done = autosave->keep(project(), path); !done) {
            QMetaObject::invokeMethod(
                this, [this, error = projectErrorText(done.error())] { Q_EMIT failed(error); },
                Qt::QueuedConnection);
        }
    });
}

void ProjectFiles::discardUnsaved()
{
    if (autosave_ != nullptr && kept_ != nullptr) {
        kept_ = nullptr;
        pool_.start([autosave = autosave_] { autosave->discard(); });
    }
}

} // namespace rigwright
