// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document_export.h"

#include "ui/document_texts.h"

#include <QPromise>
#include <QThreadPool>

namespace rigwright {

namespace {

Expected<void> writeDocument(const ExportOrder& order, const Texts& texts, const QString& path,
                             const CsvOptions& csv, const std::stop_token& stop)
{
    return documentFacts(*order.catalog, order.machines, order.requirement, order.request, order.day,
                         *order.constants, stop)
        .and_then([&](const DocumentFacts& facts) -> Expected<void> {
            if (stop.stop_requested()) {
                return fail(DocumentExport::tr("cancelled, nothing was written").toStdString());
            }
            return exportDocument(makeDocument(facts, texts), path.toStdString(), csv);
        });
}

} // namespace

DocumentExport::DocumentExport(QObject* parent)
    : QObject(parent)
{
    connect(&watcher_, &QFutureWatcher<Written>::finished, this, [this] {
        const Written result = watcher_.result();
        Q_EMIT written(result.path, result.error);
    });
}

void DocumentExport::write(ExportOrder order, const QString& path, const CsvOptions& csv)
{
    // A promise can't be copied into the pool's function.
    auto promise = std::make_shared<QPromise<Written>>();
    promise->start();
    watcher_.setFuture(promise->future());
    stop_ = std::stop_source();
    QThreadPool::globalInstance()->start([promise, order = std::move(order), texts = windowTexts(), path, csv,
                                          stop = stop_.get_token()] {
        const Expected<void> done = writeDocument(order, texts, path, csv, stop);
        promise->addResult(Written{path, done ? QString() : QString::fromStdString(done.error().message)});
        promise->finish();
    });
}

void DocumentExport::cancel()
{
    stop_.request_stop();
}

} // namespace rigwright
