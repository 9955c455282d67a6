// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form_section.h"

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

Q_SIGNALS:
    void engineChanged();

private:
    void connectFields();
    void showUsers();
    [[nodiscard]] WorkloadKind kind() const;

    Segments* kind_;
    NumberField* context_;
    LogSlider* contextSlider_;
    NumberField* users_;
    LogSlider* usersSlider_;
    NumberField* prompt_;
    NumberField* output_;
    DecimalField* firstToken_;
    DecimalField* speed_;
    Choice* engine_;
    Row kindRow_, contextRow_, contextSliderRow_, usersRow_, usersSliderRow_, promptRow_, outputRow_,
        firstTokenRow_, speedRow_, engineRow_;
};

} // namespace rigwright
