// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog_source.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace rigwright {

/// The catalog as the window works with it: the latest view of it, and changes that are written on a thread of their own, one
/// after the other. What another window changed shows within a few seconds.
class CatalogLibrary : public QObject {
    Q_OBJECT
public:
    CatalogLibrary(std::unique_ptr<CatalogSource> source, std::shared_ptr<const CatalogView> first,
                   QObject* parent = nullptr);
    ~CatalogLibrary() override;

    /// Reads the catalog once, on this thread.
    [[nodiscard]] static Expected<std::unique_ptr<CatalogLibrary>>
    open(std::unique_ptr<CatalogSource> source);
    /// A catalog of engines alone, without parts to browse, that can't be changed.
    [[nodiscard]] static std::unique_ptr<CatalogLibrary> fixed(std::shared_ptr<const Catalog> catalog);

    [[nodiscard]] const std::shared_ptr<const CatalogView>& view() const { return view_; }
    /// Why the user's own catalog doesn't count; empty: all is well, or there is none.
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] bool canChange() const { return canChange_; }
    /// Something is being written.
    [[nodiscard]] bool isBusy() const { return waiting_ > 0; }

    // What the user does is told by `stepMade` and `policySet`, so that the window can undo it in its order.
    /// One step that can be undone, named by `label`. Returns the request's number, which `done` tells. `progress` is called
    /// on the thread that writes.
    quint64 apply(std::shared_ptr<const CatalogChanges> changes, const QString& label,
                  Progress progress = {});
    quint64 apply(CatalogChanges changes, const QString& label)
    {
        return apply(std::make_shared<const CatalogChanges>(std::move(changes)), label);
    }
    quint64 undo();
    quint64 redo();
    quint64 setPricePolicy(const PricePolicy& policy);
    /// As setPricePolicy, but a step back or forth itself.
    quint64 bringPricePolicyBack(const PricePolicy& policy);
    /// Whether another window has changed something; asked every few seconds by itself.
    void look();

Q_SIGNALS:
    /// There is a new view.
    void changed();
    /// A request is done, after `changed`; the error is empty where it succeeded.
    void done(quint64 request, const QString& error);
    /// Changes are written, before `done`: a step that `undo` takes back.
    void stepMade(const QString& label);
    /// A limit of prices' age is written, before `done`; no step of the catalog's own.
    void policySet(const rigwright::PricePolicy& before, const rigwright::PricePolicy& after);

private:
    struct Outcome {
        QString error;
        std::shared_ptr<const CatalogView> view; ///< null: nothing new
    };
    using Write = std::function<Expected<void>(CatalogSource&)>;
    struct Job {
        quint64 request = 0; ///< 0: nobody asked
        Write write;         ///< empty: look whether others have changed something
    };

    quint64 ask(Write write);
    void put(Job job);
    void work(const std::stop_token& stop);
    [[nodiscard]] Outcome outcomeOf(const Job& job, bool alsoRead);
    void deliver(quint64 request, const Outcome& outcome);

    std::unique_ptr<CatalogSource> source_; ///< for the worker alone, once it works
    std::shared_ptr<const CatalogView> view_;
    QString problem_;
    bool canChange_ = true;
    quint64 requests_ = 0;
    std::map<quint64, std::function<void()>> onSuccess_; ///< of requests under way
    int waiting_ = 0;
    bool looking_ = false;
    QTimer look_;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Job> jobs_; ///< guarded by mutex_
    std::jthread worker_;  ///< last member: it stops before what it uses goes
};

} // namespace rigwright
