// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"
#include "ui/latest_task.h"

#include <QDialog>

#include <functional>
#include <memory>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace rigwright {

class Choice;
class ThemedLabel;

/// Writes parts and prices as our own CSV, to be edited in a spreadsheet and imported again.
class CatalogExportDialog : public QDialog {
    Q_OBJECT
public:
    /// Empty where the user chose none; a seam for tests.
    using PathChooser = std::function<QString(QWidget* parent, bool folder, const QString& proposal)>;

    /// `table` is proposed, "cpus"; empty: all tables.
    CatalogExportDialog(std::shared_ptr<const CatalogView> view, const QString& table,
                        QWidget* parent = nullptr);

    void setPathChooser(PathChooser chooser) { choosePath_ = std::move(chooser); }
    [[nodiscard]] bool isBusy() const { return task_.isBusy(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void choosePath();
    void write();
    void showOutcome(const QString& text, bool isError);
    [[nodiscard]] QString table() const;

    std::shared_ptr<const CatalogView> view_; ///< shared with the thread that writes
    PathChooser choosePath_;

    ThemedLabel* intro_ = nullptr;
    ThemedLabel* whatLabel_ = nullptr;
    Choice* what_ = nullptr;
    QCheckBox* onlyOwn_ = nullptr;
    QLineEdit* target_ = nullptr;
    QPushButton* browse_ = nullptr;
    ThemedLabel* outcome_ = nullptr;
    QPushButton* export_ = nullptr;
    QPushButton* close_ = nullptr;
    LatestTask task_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
