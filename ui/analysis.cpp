// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analysis.h"

#include "builds/describe.h"
#include "builds/evaluate.h"

#include <QElapsedTimer>

#include <algorithm>
#include <exception>
#include <utility>

namespace rigwright {

struct Analysis::Job {
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const CalibrationTable> constants;
    Requirement requirement;
    std::optional<KeptMachine> kept;
    quint64 generation = 0;
    std::stop_token stop;
};

namespace {

/// A search whose failures are all values: an exception must not leave the worker's thread.
Expected<SearchResult> guarded(const Analysis::Search& search, const Catalog& catalog,
                               const Requirement& requirement, const std::stop_token& stop,
                               const CalibrationTable& constants)
{
    try {
        return search(catalog, requirement, stop, constants);
    } catch (const std::exception& failure) {
        return fail(std::string("the search failed: ") + failure.what());
    }
}

bool isUsable(const EvaluatedBuild& build)
{
    return build.plan.fits && std::ranges::none_of(build.findings, [](const Finding& finding) {
               return finding.severity == Severity::Blocker;
           });
}

/// Puts a machine among those that were found, by its price. Gives its id; empty: it was found as well, or can't be shown.
std::string addKept(SearchResult& result, const Catalog& catalog, const Requirement& requirement,
                    const KeptMachine& kept, const CalibrationTable& constants)
{
    const std::string id = idOf(kept.build);
    if (std::ranges::find(result.builds, id, &EvaluatedBuild::id) != result.builds.end()) {
        return {};
    }
    Expected<EvaluatedBuild> build = evaluateBuild(catalog, kept.build, requirement, constants);
    if (!build || !(kept.always || isUsable(*build))) {
        return {};
    }
    const auto place =
        std::ranges::upper_bound(result.builds, build->price.minorUnits(), {},
                                 [](const EvaluatedBuild& found) { return found.price.minorUnits(); });
    result.builds.insert(place, std::move(*build));
    return id;
}

} // namespace

Analysis::Analysis(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : Analysis(
          std::move(catalog),
          [](const Catalog& all, const Requirement& requirement, const std::stop_token& stop,
             const CalibrationTable& constants) { return searchBuilds(all, requirement, stop, constants); },
          parent)
{ }

Analysis::Analysis(std::shared_ptr<const Catalog> catalog, Search search, QObject* parent)
    : QObject(parent)
    , catalog_(std::move(catalog))
    , constants_(std::make_shared<const CalibrationTable>(fittedCalibration()))
    , search_(std::move(search))
{
    qRegisterMetaType<SearchAnswer>();
    connect(this, &Analysis::workDone, this, &Analysis::deliver, Qt::QueuedConnection);
    worker_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Analysis::~Analysis()
{
    const std::scoped_lock lock(mutex_);
    running_.request_stop();
}

void Analysis::ask(const Requirement& requirement, const std::optional<KeptMachine>& kept)
{
    ++generation_;
    {
        const std::scoped_lock lock(mutex_);
        running_.request_stop();
        running_ = std::stop_source();
        waiting_ = std::make_unique<Job>(
            Job{catalog_, constants_, requirement, kept, generation_, running_.get_token()});
    }
    wake_.notify_one();
    busy_ = true;
    Q_EMIT started();
}

void Analysis::cancel()
{
    ++generation_;
    busy_ = false;
    const std::scoped_lock lock(mutex_);
    running_.request_stop();
    waiting_.reset();
}

void Analysis::work(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        std::unique_ptr<Job> job;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return waiting_ != nullptr; })) {
                return;
            }
            job = std::move(waiting_);
        }
        QElapsedTimer timer;
        timer.start();
        Expected<SearchResult> found =
            guarded(search_, *job->catalog, job->requirement, job->stop, *job->constants);
        SearchAnswer answer;
        answer.requirement = job->requirement;
        answer.generation = job->generation;
        answer.elapsedMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (found) {
            if (job->kept) {
                answer.keptId = QString::fromStdString(
                    addKept(*found, *job->catalog, job->requirement, *job->kept, *job->constants));
            }
            answer.result = std::make_shared<const SearchResult>(std::move(*found));
        } else {
            answer.error = QString::fromStdString(found.error().message);
        }
        Q_EMIT workDone(answer, QPrivateSignal());
    }
}

void Analysis::deliver(const SearchAnswer& answer)
{
    if (answer.generation != generation_) {
        return;
    }
    busy_ = false;
    Q_EMIT answered(answer);
}

} // namespace rigwright
