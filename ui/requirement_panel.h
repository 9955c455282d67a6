// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "facts/catalog.h"

#include <QTimer>
#include <QWidget>

namespace rigwright {

class EngineSection;
class LimitsSection;
class ModelLibrary;
class ModelSection;
class ModelShelf;
class MoreLimitsSection;
class TrainingSection;
class WorkloadSection;

/// What the window starts with where nothing was saved.
[[nodiscard]] Requirement defaultRequirement(const Catalog& catalog);

/// The left side of the window: everything that the user wants. Each change is told at once, several of one moment as one.
class RequirementPanel : public QWidget {
    Q_OBJECT
public:
    RequirementPanel(const ModelLibrary& library, ModelShelf& shelf, QWidget* parent = nullptr);

    [[nodiscard]] Requirement requirement() const;
    /// Shows it and tells it as a change.
    void setRequirement(const Requirement& requirement);
    void focusModel();
    /// The library has other models, or the catalog other parts.
    void refillModels();
    /// Words below the model that don't refuse it.
    void tellOfModel(const QString& text);

Q_SIGNALS:
    void importWanted();
    /// What the import of the chosen model read is to be shown.
    void notesWanted();
    void requirementChanged(const rigwright::Requirement& requirement);
    /// A field says what is wrong; the last good requirement still counts.
    void requirementRefused();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void connectSections();
    void showWork();
    void retranslate();
    /// Shows what is wrong beside the fields; true when nothing is.
    bool validate();
    void tell();

    const ModelLibrary& library_;
    ModelShelf& shelf_;
    ModelSection* model_;
    WorkloadSection* workload_;
    EngineSection* engine_;
    TrainingSection* training_;
    LimitsSection* limits_;
    MoreLimitsSection* more_;
    QTimer later_;
    Requirement base_; ///< what the panel has no field for stays as it came
};

} // namespace rigwright
