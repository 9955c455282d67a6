// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_library.h"

#include <exception>
#include <utility>

namespace rigwright {

namespace {

constexpr int kLookMs = 2'000;

/// Nothing to change, and nobody else who changes it.
class FixedCatalog : public CatalogSource {
public:
    explicit FixedCatalog(std::shared_ptr<const CatalogView> view)
        : view_(std::move(view))
    { }

    [[nodiscard]] std::optional<Error> problem() const override { return Error{}; }
    [[nodiscard]] Expected<std::shared_ptr<const CatalogView>> read() override { return view_; }
    [[nodiscard]] Expected<void> apply(const CatalogChanges& /*changes*/, const std::string& /*label*/,
                                       const Progress& /*progress*/) override
    {
        return tl::unexpected(*problem());
    }
    [[nodiscard]] Expected<void> setPricePolicy(const PricePolicy& /*policy*/) override
    {
        return tl::unexpected(*problem());
    }
    [[nodiscard]] Expected<void> undo() override { return tl::unexpected(*problem()); }
    [[nodiscard]] Expected<void> redo() override { return tl::unexpected(*problem()); }
    [[nodiscard]] bool changedByOthers() override { return false; }

private:
    std::shared_ptr<const CatalogView> view_;
};

} // namespace

CatalogLibrary::CatalogLibrary(std::unique_ptr<CatalogSource> source,
                               std::shared_ptr<const CatalogView> first, QObject* parent)
    : QObject(parent)
    , source_(std::move(source))
    , view_(std::move(first))
    , worker_([this](const std::stop_token& stop) { work(stop); })
{
    if (const std::optional<Error> problem = source_->problem()) {
        problem_ = QString::fromStdString(problem->message);
        canChange_ = false;
    }
    look_.setInterval(kLookMs);
    connect(&look_, &QTimer::timeout, this, &CatalogLibrary::look);
    if (canChange_) {
        look_.start();
    }
}

CatalogLibrary::~CatalogLibrary()
{
    // What the user has asked for is written, but nobody waits for its view.
    worker_.request_stop();
    wake_.notify_all();
}

Expected<std::unique_ptr<CatalogLibrary>> CatalogLibrary::open(std::unique_ptr<CatalogSource> source)
{
    auto view = source->read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    return std::make_unique<CatalogLibrary>(std::move(source), std::move(*view));
}

std::unique_ptr<CatalogLibrary> CatalogLibrary::fixed(std::shared_ptr<const Catalog> catalog)
{
    auto view = std::make_shared<CatalogView>();
    view->catalog = std::move(catalog);
    return std::make_unique<CatalogLibrary>(std::make_unique<FixedCatalog>(view), view);
}

quint64 CatalogLibrary::apply(std::shared_ptr<const CatalogChanges> changes, const QString& label,
                              Progress progress)
{
    const quint64 request =
        ask([changes = std::move(changes), label = label.toStdString(), progress = std::move(progress)](
                CatalogSource& source) { return source.apply(*changes, label, progress); });
    onSuccess_[request] = [this, label] { Q_EMIT stepMade(label); };
    return request;
}

quint64 CatalogLibrary::undo()
{
    return ask([](CatalogSource& source) { return source.undo(); });
}

quint64 CatalogLibrary::redo()
{
    return ask([](CatalogSource& source) { return source.redo(); });
}

quint64 CatalogLibrary::setPricePolicy(const PricePolicy& policy)
{
    const quint64 request = bringPricePolicyBack(policy);
    onSuccess_[request] = [this, before = view_->catalog->pricePolicy, policy] {
        Q_EMIT policySet(before, policy);
    };
    return request;
}

quint64 CatalogLibrary::bringPricePolicyBack(const PricePolicy& policy)
{
    return ask([policy](CatalogSource& source) { return source.setPricePolicy(policy); });
}

void CatalogLibrary::look()
{
    if (!looking_ && waiting_ == 0) {
        looking_ = true;
        put({});
    }
}

quint64 CatalogLibrary::ask(Write write)
{
    ++requests_;
    ++waiting_;
    put({requests_, std::move(write)});
    return requests_;
}

void CatalogLibrary::put(Job job)
{
    {
        const std::scoped_lock lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
}

void CatalogLibrary::work(const std::stop_token& stop)
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, stop, [this] { return !jobs_.empty(); });
            if (jobs_.empty()) {
                return;
            }
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        const Outcome outcome = outcomeOf(job, !stop.stop_requested());
        QMetaObject::invokeMethod(
            this, [this, request = job.request, outcome] { deliver(request, outcome); },
            Qt::QueuedConnection);
    }
}

CatalogLibrary::Outcome CatalogLibrary::outcomeOf(const Job& job, bool alsoRead)
{
    try {
        if (job.write) {
            if (const Expected<void> written = job.write(*source_); !written) {
                return {QString::fromStdString(written.error().message), nullptr};
            }
        } else if (!source_->changedByOthers()) {
            return {};
        }
        if (!alsoRead) {
            return {};
        }
        auto view = source_->read();
        return view ? Outcome{{}, std::move(*view)}
                    : Outcome{QString::fromStdString(view.error().message), nullptr};
    } catch (const std::exception& failure) {
        // Failures that can be planned for are values; nothing may leave the thread.
        return {QString::fromUtf8(failure.what()), nullptr};
    }
}

void CatalogLibrary::deliver(quint64 request, const Outcome& outcome)
{
    if (request == 0) {
        looking_ = false;
    } else {
        --waiting_;
    }
    if (outcome.view != nullptr) {
        view_ = outcome.view;
        Q_EMIT changed();
    }
    if (request != 0) {
        const auto told = onSuccess_.extract(request);
        if (!told.empty() && outcome.error.isEmpty()) {
            told.mapped()();
        }
        Q_EMIT done(request, outcome.error);
    }
}

} // namespace rigwright
