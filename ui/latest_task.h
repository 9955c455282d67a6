// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace rigwright {

/// Runs the latest of the jobs that it is given, one after the other, on a thread of its own. A newer job stops the older
/// one, whose result is never delivered.
class LatestTask : public QObject {
    Q_OBJECT
public:
    /// Runs on the window's thread with what the job found; may be empty.
    using Delivery = std::function<void()>;
    /// Runs on the task's thread. It may end early once it is told to stop.
    using Job = std::function<Delivery(const std::stop_token&)>;

    explicit LatestTask(QObject* parent = nullptr);
    ~LatestTask() override;

    void start(Job job);
    /// Gives up the job that runs or waits, if any.
    void cancel();
    [[nodiscard]] bool isBusy() const { return busy_; }

Q_SIGNALS:
    /// The latest job has been delivered.
    void finished();

private:
    struct Waiting {
        Job job;
        quint64 generation = 0;
        std::stop_token stop;
    };
    void work(const std::stop_token& stop);
    void deliver(const Delivery& delivery, quint64 generation);

    quint64 generation_ = 0;
    bool busy_ = false;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    Waiting waiting_;          ///< guarded by mutex_; without a job, nothing waits
    std::stop_source running_; ///< guarded by mutex_
    std::jthread worker_;      ///< last member: it stops before what it uses goes
};

} // namespace rigwright
