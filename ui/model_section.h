// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "ui/form_section.h"

#include <memory>

namespace rigwright {

class ModelField;
class ModelShelf;

/// Which model, in which precision.
class ModelSection : public FormSection {
    Q_OBJECT
public:
    ModelSection(std::shared_ptr<const Catalog> catalog, ModelShelf& shelf, QWidget* parent = nullptr);

    void show(const Requirement& requirement);
    void apply(Requirement& requirement) const;
    /// Offers only what this engine loads; the choice moves to the nearest in size.
    void setEngine(Engine engine);
    void retranslate();
    [[nodiscard]] bool isValid() const { return valid_; }
    [[nodiscard]] const ModelId& model() const;
    void focusModel();

Q_SIGNALS:
    void modelChanged();

private:
    void fillWeights(WeightFormat wanted);
    void fillCacheTypes(CacheType wanted);
    [[nodiscard]] WeightFormat nearestFormat(WeightFormat wanted) const;
    void showFacts();

    ModelShelf& shelf_;
    Engine engine_ = Engine::LlamaCpp;
    bool valid_ = true;
    ModelField* modelField_;
    Choice* weights_;
    Choice* cache_;
    ThemedLabel* facts_;
    Row modelRow_, weightsRow_, cacheRow_;
};

/// "32.8 B parameters · 64 layers · GQA 40/8"
[[nodiscard]] QString modelFactsText(const ModelFacts& facts);

} // namespace rigwright
