// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"

#include <QMetaType>
#include <QObject>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace rigwright {

/// A machine that is shown beside what a search finds.
struct KeptMachine {
    Build build;
    /// Also where it doesn't fit or breaks a rule, as a document says what was chosen.
    bool always = false;
};

/// What one search found. The result is shared because pages keep showing it while the next one is on its way.
struct SearchAnswer {
    Requirement requirement;
    std::shared_ptr<const SearchResult> result; ///< null: see the error
    QString error;
    QString keptId; ///< of the machine that was kept; empty: the search itself found it, or none was kept
    double elapsedMs = 0;
    quint64 generation = 0;
};

/// Searches machines for the latest requirement on a thread of its own. A newer requirement stops the search for the older
/// one, whose answer is never delivered.
class Analysis : public QObject {
    Q_OBJECT
public:
    /// The function that does the work; a seam for tests.
    using Search = std::function<Expected<SearchResult>(
        const Catalog&, const Requirement&, const std::stop_token&, const CalibrationTable& constants)>;

    explicit Analysis(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);
    Analysis(std::shared_ptr<const Catalog> catalog, Search search, QObject* parent = nullptr);
    ~Analysis() override;

    /// For the searches that start from now on.
    void setCatalog(std::shared_ptr<const Catalog> catalog) { catalog_ = std::move(catalog); }
    void setConstants(std::shared_ptr<const CalibrationTable> constants)
    {
        constants_ = std::move(constants);
    }
    /// Starts a search and gives up the one before.
    void ask(const Requirement& requirement, const std::optional<KeptMachine>& kept = {});
    /// Gives up the search that runs, if any.
    void cancel();
    [[nodiscard]] bool isBusy() const { return busy_; }

Q_SIGNALS:
    void started();
    void answered(const rigwright::SearchAnswer& answer);
    /// From the worker's thread, for the queued connection to the window's thread alone.
    void workDone(const rigwright::SearchAnswer& answer, QPrivateSignal);

private:
    struct Job;
    void work(const std::stop_token& stop);
    void deliver(const SearchAnswer& answer);

    std::shared_ptr<const Catalog> catalog_;
    /// Those that speeds are estimated with; shared with the searches under way.
    std::shared_ptr<const CalibrationTable> constants_;
    Search search_;
    quint64 generation_ = 0;
    bool busy_ = false;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::unique_ptr<Job> waiting_; ///< guarded by mutex_
    std::stop_source running_;     ///< guarded by mutex_
    std::jthread worker_;          ///< last member: it stops before what it uses goes
};

} // namespace rigwright

Q_DECLARE_METATYPE(rigwright::SearchAnswer)
