// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document_facts.h"
#include "bom/export.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace rigwright {

/// Everything that a purchasing document is written from.
struct ExportOrder {
    std::shared_ptr<const Catalog> catalog;
    std::vector<OrderedMachine> machines;
    Requirement requirement;
    DocumentRequest request;
    Date day;
    std::shared_ptr<const CalibrationTable> constants;
};

/// Works a purchasing document out and writes it, on another thread. What the user asked for is written also when this goes away
/// meanwhile.
class DocumentExport : public QObject {
    Q_OBJECT
public:
    explicit DocumentExport(QObject* parent = nullptr);

    /// In the window's language. The format goes by the extension of the path.
    void write(ExportOrder order, const QString& path, const CsvOptions& csv);
    /// The file is not written, unless that has begun.
    void cancel();
    [[nodiscard]] bool isBusy() const { return watcher_.isRunning(); }

Q_SIGNALS:
    /// `error` is empty when the file was written.
    void written(const QString& path, const QString& error);

private:
    struct Written {
        QString path;
        QString error;
    };

    QFutureWatcher<Written> watcher_;
    std::stop_source stop_;
};

} // namespace rigwright
