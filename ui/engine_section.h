// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form_section.h"

class QCheckBox;
class QPushButton;

namespace rigwright {

/// How the engine is set up, behind a link: most people leave it as it is.
class EngineSection : public FormSection {
    Q_OBJECT
public:
    explicit EngineSection(QWidget* parent = nullptr);

    void show(const Requirement& requirement);
    void apply(Requirement& requirement) const;
    /// Each engine has settings of its own; some have none.
    void setWork(WorkloadKind kind, Engine engine);
    void retranslate();

private:
    void build();
    void connectFields();
    void showRows();
    QCheckBox* addCheck(const QString& objectName, Row& row);

    WorkloadKind kind_ = WorkloadKind::Chat;
    Engine engine_ = Engine::LlamaCpp;
    QPushButton* unfold_;
    NumberField* step_;
    QCheckBox* flash_ = nullptr;
    QCheckBox* unified_ = nullptr;
    QCheckBox* fullWindow_ = nullptr;
    QCheckBox* mapped_ = nullptr;
    DecimalField* share_;
    NumberField* batched_;
    NumberField* sequences_;
    QCheckBox* graphs_ = nullptr;
    DecimalField* prefixHits_;
    NumberField* draft_;
    DecimalField* accepted_;
    Row unfoldRow_, stepRow_, flashRow_, unifiedRow_, fullWindowRow_, mappedRow_, shareRow_, batchedRow_,
        sequencesRow_, graphsRow_, prefixHitsRow_, draftRow_, acceptedRow_;
};

} // namespace rigwright
