// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latest_task.h"

#include <exception>
#include <utility>

namespace rigwright {

LatestTask::LatestTask(QObject* parent)
    : QObject(parent)
    , worker_([this](const std::stop_token& stop) { work(stop); })
{ }

LatestTask::~LatestTask()
{
    const std::scoped_lock lock(mutex_);
    running_.request_stop();
}

void LatestTask::start(Job job)
{
    ++generation_;
    busy_ = true;
    {
        const std::scoped_lock lock(mutex_);
        running_.request_stop();
        running_ = std::stop_source();
        waiting_ = {std::move(job), generation_, running_.get_token()};
    }
    wake_.notify_one();
}

void LatestTask::cancel()
{
    ++generation_;
    busy_ = false;
    const std::scoped_lock lock(mutex_);
    running_.request_stop();
    waiting_ = {};
}

void LatestTask::work(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        Waiting next;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return static_cast<bool>(waiting_.job); })) {
                return;
            }
            next = std::exchange(waiting_, {});
        }
        Delivery delivery;
        try {
            delivery = next.job(next.stop);
        } catch (const std::exception& failure) {
            // Failures that can be planned for are values; nothing may leave the thread.
            qWarning("a background job failed: %s", failure.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, delivery = std::move(delivery), generation = next.generation] {
                deliver(delivery, generation);
            },
            Qt::QueuedConnection);
    }
}

void LatestTask::deliver(const Delivery& delivery, quint64 generation)
{
    if (generation != generation_) {
        return;
    }
    busy_ = false;
    if (delivery) {
        delivery();
    }
    Q_EMIT finished();
}

} // namespace rigwright
