// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form_section.h"

#include <array>
#include <optional>

namespace rigwright {

struct ModelFacts;

/// What the model is to do, on which engine, and how fast.
class WorkloadSection : public FormSection {
    Q_OBJECT
public:
    explicit WorkloadSection(QWidget* parent = nullptr);

    void show(const Requirement& requirement);
    void apply(Requirement& requirement) const;
    /// The model bounds the slider.
    void setModel(const ModelFacts* facts);
    void setContext(std::int64_t tokens);
    /// Shows beside the fields what is wrong with them; true when nothing is.
    bool validate(const Requirement& requirement, const ModelFacts* facts);
    void retranslate();
    [[nodiscard]] Engine engine() const;
    [[nodiscard]] WorkloadKind kind() const;
    /// Engines that don't load these weights say so beside their names.
    void setWeights(WeightFormat weights);

Q_SIGNALS:
    /// Another kind of work, or another engine.
    void workChanged();

private:
    void connectFields();
    void takeKind();
    void showKind(WorkloadKind kind);
    void showFields();
    void fillEngines(Engine wanted);
    [[nodiscard]] Engine engineForKind() const;

    Segments* kind_;
    Segments* training_;
    NumberField* context_;
    LogSlider* contextSlider_;
    NumberField* users_;
    LogSlider* usersSlider_;
    NumberField* prompt_;
    NumberField* output_;
    DecimalField* firstToken_;
    DecimalField* speed_;
    DecimalField* requests_;
    Choice* engine_;
    WeightFormat weights_ = WeightFormat::Q4_K_M;
    WorkloadKind shown_ = WorkloadKind::Chat;
    std::array<std::optional<Engine>, 2> before_; ///< the last engine to run, and to train
    Row kindRow_, trainingRow_, contextRow_, contextSliderRow_, usersRow_, usersSliderRow_, promptRow_,
        outputRow_, requestsRow_, firstTokenRow_, speedRow_, engineRow_;
};

} // namespace rigwright
