// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/cost_case.h"

#include <QObject>
#include <QString>

#include <filesystem>

namespace rigwright {

/// The sets of assumptions that the user keeps under names. Each change reads the file anew, so that windows don't undo one
/// another's work.
class CostCases : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Reads the file; without one, nothing can be kept.
    void open(const std::filesystem::path& file);
    /// A document's cases; changes are the document's from then on, and the file stays as it is.
    void show(const std::vector<CostCase>& cases);
    [[nodiscard]] const std::vector<CostCase>& cases() const { return set_.cases; }
    /// Null: there is none of this name.
    [[nodiscard]] const CostCase* find(const QString& name) const;
    /// Why the file could not be read or written; empty: it could.
    [[nodiscard]] const QString& error() const { return error_; }

    // False where it failed, and then nothing has changed.
    bool keep(const QString& name, const CostAssumptions& assumptions);
    bool rename(const QString& name, const QString& to);
    bool remove(const QString& name);

Q_SIGNALS:
    /// There are other cases, or another error.
    void changed();
    /// The user has kept, renamed or removed one; after `changed`.
    void edited();

private:
    bool update(const std::function<Expected<void>(CostCaseSet&)>& change);

    std::filesystem::path file_;
    bool ofDocument_ = false;
    CostCaseSet set_;
    QString error_;
};

} // namespace rigwright
