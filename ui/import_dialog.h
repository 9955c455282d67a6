// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/latest_task.h"
#include "ui/model_library.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace rigwright {

class Card;
class ImportNotes;
class TableView;
class ThemedLabel;

/// Brings a model along: a file is chosen or a count of parameters typed, and what was read, assumed and left unknown shows
/// before the model is used.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// Empty where the user chose none; a seam for tests.
    using FileChooser = std::function<QString(QWidget* parent)>;

    explicit ImportDialog(ModelReader reader, QWidget* parent = nullptr);

    void setFileChooser(FileChooser chooser) { chooseFile_ = std::move(chooser); }
    /// Reads what the origin names.
    void read(const QString& origin);
    /// Shows what was read before, and offers to forget it.
    void showKnown(const ModelImport& import);
    [[nodiscard]] bool isBusy() const { return task_.isBusy(); }

Q_SIGNALS:
    void modelTaken(const rigwright::ModelImport& import);
    void modelForgotten(const rigwright::ModelId& model);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void take(const Expected<ModelImport>& read);
    void showImport(const ModelImport& import);
    void showError(const QString& text);

    ModelReader reader_;
    FileChooser chooseFile_;
    std::optional<ModelImport> import_;
    QTimer slow_; ///< reading that takes longer than this shows that it does

    ThemedLabel* intro_ = nullptr;
    QLineEdit* source_ = nullptr;
    QPushButton* browse_ = nullptr;
    ThemedLabel* error_ = nullptr;
    QProgressBar* busy_ = nullptr;
    Card* result_ = nullptr;
    ThemedLabel* facts_ = nullptr;
    ImportNotes* notes_ = nullptr;
    TableView* notesTable_ = nullptr;
    QPushButton* copy_ = nullptr;
    QPushButton* forget_ = nullptr;
    QPushButton* use_ = nullptr;
    QPushButton* close_ = nullptr;
    LatestTask task_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
