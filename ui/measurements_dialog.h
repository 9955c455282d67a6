// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/measurements/compare.h"
#include "ui/latest_task.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

class QLineEdit;
class QPushButton;

namespace rigwright {

class Card;
class Choice;
class ComparedTable;
class KeptTable;
class Measurements;
class NumberField;
class TableView;
class ThemedLabel;

/// The user's own measurements: a benchmark's output is chosen or dropped, what was matched and how far the estimate was off
/// shows before anything is kept; and what is kept, which can be removed and brought back.
class MeasurementsDialog : public QDialog {
    Q_OBJECT
public:
    /// Empty where the user chose none; a seam for tests.
    using FileChooser = std::function<QString(QWidget* parent)>;

    MeasurementsDialog(Measurements& measurements, std::shared_ptr<const Catalog> catalog, const Date& today,
                       QWidget* parent = nullptr);

    void setFileChooser(FileChooser chooser) { chooseFile_ = std::move(chooser); }
    void read(const QString& file);
    [[nodiscard]] bool isBusy() const { return task_.isBusy(); }

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// What became of a file; a text in place of comparisons says what is wrong.
    struct Outcome {
        std::vector<Comparison> comparisons;
        std::string error;
        std::optional<MatchFailure> failure;
    };

    void build();
    QWidget* makeOptions();
    void makeResult();
    void makeKept();
    void connectParts();
    void retranslate();
    void fillChoices();
    [[nodiscard]] MatchOptions options() const;
    void take(const Outcome& outcome);
    void showResult();
    void showKept();
    void keep();
    void removeSelected();
    void undoRemoval();
    [[nodiscard]] std::vector<DeviceCorrection> corrections() const;

    Measurements& measurements_;
    /// Shared with the thread that compares.
    std::shared_ptr<const Catalog> catalog_;
    Date today_;
    FileChooser chooseFile_;
    QString file_;
    Outcome outcome_;
    std::optional<DeviceCorrection> removed_; ///< that can be brought back

    ThemedLabel* intro_ = nullptr;
    QLineEdit* source_ = nullptr;
    QPushButton* browse_ = nullptr;
    Choice* model_ = nullptr;
    Choice* weights_ = nullptr;
    Choice* device_ = nullptr;
    NumberField* count_ = nullptr;
    std::array<ThemedLabel*, 4> optionLabels_{};
    ThemedLabel* error_ = nullptr;
    Card* result_ = nullptr;
    ThemedLabel* factors_ = nullptr;
    ComparedTable* compared_ = nullptr;
    TableView* comparedView_ = nullptr;
    Card* keptCard_ = nullptr;
    KeptTable* kept_ = nullptr;
    TableView* keptView_ = nullptr;
    QPushButton* remove_ = nullptr;
    QPushButton* undo_ = nullptr;
    QPushButton* keep_ = nullptr;
    QPushButton* close_ = nullptr;
    LatestTask task_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
