// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "ui/form_section.h"

#include <array>
#include <optional>

class QCheckBox;
class QPushButton;

namespace rigwright {

class ModelField;
class ModelLibrary;
class ModelShelf;
class Tag;

/// Which model, in which precision.
class ModelSection : public FormSection {
    Q_OBJECT
public:
    ModelSection(const ModelLibrary& library, ModelShelf& shelf, QWidget* parent = nullptr);

    void show(const Requirement& requirement);
    void apply(Requirement& requirement) const;
    /// Offers only the weights that this engine loads for such work; the choice moves to the usual one or the nearest in
    /// size, and comes back with the kind of work.
    void setWork(WorkloadKind kind, Engine engine);
    /// The library has other models.
    void refillModels();
    /// Words below the model that don't refuse it.
    void tellOfModel(const QString& text);
    void retranslate();
    [[nodiscard]] bool isValid() const { return valid_; }
    [[nodiscard]] const ModelId& model() const;
    [[nodiscard]] WeightFormat weights() const;
    void focusModel();

Q_SIGNALS:
    void modelChanged();
    void weightsChanged();
    void importWanted();
    /// What an import read is to be shown.
    void notesWanted();

private:
    void buildSource();
    void connectFields();
    [[nodiscard]] bool offers(WeightFormat format) const;
    [[nodiscard]] std::vector<WeightFormat> offeredFormats();
    void fillWeights(WeightFormat wanted);
    void addGroup(const QString& text);
    void showMatrixChoice();
    void fillCacheTypes(CacheType wanted);
    [[nodiscard]] WeightFormat nearestFormat(WeightFormat wanted);
    void showFacts();

    const ModelLibrary& library_;
    ModelShelf& shelf_;
    WorkloadKind kind_ = WorkloadKind::Chat;
    Engine engine_ = Engine::LlamaCpp;
    std::array<std::optional<WeightFormat>, 2> before_; ///< the last weights to run, and to train
    bool valid_ = true;
    ModelField* modelField_;
    Choice* weights_;
    Choice* cache_;
    QCheckBox* matrix_;
    ThemedLabel* facts_;
    QWidget* source_ = nullptr;
    Tag* sourceTag_ = nullptr;
    ThemedLabel* sourceText_ = nullptr;
    QPushButton* notes_ = nullptr;
    Row modelRow_, weightsRow_, cacheRow_, matrixRow_;
};

/// "32.8 B parameters · 64 layers · GQA 40/8"
[[nodiscard]] QString modelFactsText(const ModelFacts& facts);

} // namespace rigwright
