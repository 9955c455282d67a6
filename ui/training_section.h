// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form_section.h"

class QCheckBox;
class QPushButton;

namespace rigwright {

/// How a model is trained. What is left to the defaults of the tools says beside it which they are.
class TrainingSection : public FormSection {
    Q_OBJECT
public:
    explicit TrainingSection(QWidget* parent = nullptr);

    void show(const Requirement& requirement);
    void apply(Requirement& requirement) const;
    /// Which fields there are depends on the kind of training.
    void setKind(WorkloadKind kind);
    /// Shows beside the fields what is wrong with them; true when nothing is.
    bool validate(const Requirement& requirement);
    void retranslate();

private:
    void build();
    void buildMore();
    void connectFields();
    void showMore();
    void fillChoices();
    void fillOptimizers();
    void showDefaults();

    WorkloadKind kind_ = WorkloadKind::Lora;
    NumberField* sequence_;
    NumberField* microBatch_;
    DecimalField* budget_; ///< of tokens, in millions
    Choice* optimizer_;
    Choice* sharding_;
    Choice* recompute_;
    Choice* loss_;
    NumberField* rank_;
    Choice* targets_;
    Choice* offload_;
    QPushButton* more_;
    NumberField* accumulation_;
    NumberField* contextParallel_;
    QCheckBox* experts_;
    QCheckBox* compiled_;
    Row sequenceRow_, microBatchRow_, budgetRow_, optimizerRow_, shardingRow_, recomputeRow_, lossRow_,
        rankRow_, targetsRow_, offloadRow_, moreRow_, accumulationRow_, contextParallelRow_, expertsRow_,
        compiledRow_;
};

} // namespace rigwright
