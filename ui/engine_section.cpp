// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine_section.h"

#include <QCheckBox>
#include <QPushButton>

namespace rigwright {

namespace {

constexpr int kMostTokens = 1'000'000;
constexpr int kMostSequences = 100'000;
constexpr double kPercent = 100;

/// Those that keep keys and values in a pool of blocks.
bool hasPool(Engine engine)
{
    return engine == Engine::Vllm || engine == Engine::SgLang || engine == Engine::TensorRtLlm;
}

/// Zero leaves it to the engine.
std::optional<std::int64_t> chosen(const NumberField* field)
{
    return field->value() > 0 ? std::optional<std::int64_t>(field->value()) : std::nullopt;
}

} // namespace

EngineSection::EngineSection(QWidget* parent)
    : FormSection(parent)
    , unfold_(new QPushButton)
    , step_(new NumberField(QStringLiteral("ubatch")))
    , share_(new DecimalField(QStringLiteral("memoryShare")))
    , batched_(new NumberField(QStringLiteral("batchedTokens")))
    , sequences_(new NumberField(QStringLiteral("stepSequences")))
{
    build();
    connectFields();
    showRows();
}

void EngineSection::build()
{
    unfold_->setObjectName(QStringLiteral("engineSettings"));
    unfold_->setProperty("link", true);
    unfold_->setProperty("fold", true);
    unfold_->setFlat(true);
    unfold_->setCheckable(true);
    unfold_->setCursor(Qt::PointingHandCursor);
    unfold_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    step_->setRange(1, static_cast<int>(kLargestMicroBatch));
    share_->setRange(0, kPercent);
    share_->setDecimals(0);
    batched_->setRange(0, kMostTokens);
    batched_->setSingleStep(1024);
    sequences_->setRange(0, kMostSequences);
    unfoldRow_ = addWide(unfold_);
    stepRow_ = addRow(step_);
    flash_ = addCheck(QStringLiteral("flashAttention"), flashRow_);
    unified_ = addCheck(QStringLiteral("unifiedCache"), unifiedRow_);
    fullWindow_ = addCheck(QStringLiteral("fullWindowCache"), fullWindowRow_);
    mapped_ = addCheck(QStringLiteral("memoryMap"), mappedRow_);
    shareRow_ = addRow(share_);
    batchedRow_ = addRow(batched_);
    sequencesRow_ = addRow(sequences_);
    graphs_ = addCheck(QStringLiteral("cudaGraphs"), graphsRow_);
}

QCheckBox* EngineSection::addCheck(const QString& objectName, Row& row)
{
    auto* check = new QCheckBox;
    check->setObjectName(objectName);
    row = addWide(check);
    connect(check, &QCheckBox::toggled, this, &FormSection::changed);
    return check;
}

void EngineSection::connectFields()
{
    connect(unfold_, &QPushButton::toggled, this, &EngineSection::showRows);
    for (NumberField* field : {step_, batched_, sequences_}) {
        connect(field, &QSpinBox::valueChanged, this, &FormSection::changed);
    }
    connect(share_, &QDoubleSpinBox::valueChanged, this, &FormSection::changed);
}

void EngineSection::show(const Requirement& requirement)
{
    const Workload& workload = requirement.workload;
    step_->setValue(static_cast<int>(workload.microBatch));
    flash_->setChecked(workload.flashAttention);
    unified_->setChecked(workload.unifiedCache);
    fullWindow_->setChecked(workload.fullWindowCache);
    mapped_->setChecked(workload.memoryMap);
    share_->setValue(workload.serving.memoryShare.value_or(0) * kPercent);
    batched_->setValue(static_cast<int>(workload.serving.batchedTokens.value_or(0)));
    sequences_->setValue(static_cast<int>(workload.serving.mostSequences.value_or(0)));
    graphs_->setChecked(workload.serving.graphs);
    setWork(workload.kind, workload.engine);
}

void EngineSection::apply(Requirement& requirement) const
{
    Workload& workload = requirement.workload;
    workload.microBatch = step_->value();
    workload.flashAttention = flash_->isChecked();
    workload.unifiedCache = unified_->isChecked();
    workload.fullWindowCache = fullWindow_->isChecked();
    workload.memoryMap = mapped_->isChecked();
    workload.serving.memoryShare =
        share_->value() > 0 ? std::optional(share_->value() / kPercent) : std::nullopt;
    workload.serving.batchedTokens = chosen(batched_);
    workload.serving.mostSequences = chosen(sequences_);
    workload.serving.graphs = graphs_->isChecked();
}

void EngineSection::setWork(WorkloadKind kind, Engine engine)
{
    kind_ = kind;
    engine_ = engine;
    showRows();
}

void EngineSection::showRows()
{
    const bool open = unfold_->isChecked();
    const bool cells = engine_ == Engine::LlamaCpp;
    const bool pool = hasPool(engine_);
    for (const Row& row : {stepRow_, flashRow_, fullWindowRow_, mappedRow_}) {
        setRowVisible(row, open && cells);
    }
    setRowVisible(unifiedRow_, open && cells && kind_ == WorkloadKind::Serve);
    for (const Row& row : {shareRow_, batchedRow_, sequencesRow_, graphsRow_}) {
        setRowVisible(row, open && pool);
    }
    unfold_->setText(open ? tr("Hide engine settings") : tr("Engine settings"));
    setVisible((cells || pool) && !isTraining(kind_));
}

void EngineSection::retranslate()
{
    setLabel(stepRow_, tr("Micro-&batch"));
    step_->setUnit(tr("tokens"));
    flash_->setText(tr("Flash attention"));
    unified_->setText(tr("One cache for all sequences"));
    fullWindow_->setText(tr("Whole context in sliding windows"));
    mapped_->setText(tr("Files are mapped into memory"));
    setLabel(shareRow_, tr("Memory s&hare"));
    share_->setUnit(QStringLiteral("%"));
    share_->setSpecialValueText(tr("automatic"));
    setLabel(batchedRow_, tr("Tokens a step"));
    batched_->setSpecialValueText(tr("automatic"));
    batched_->setUnit(tr("tokens"));
    setLabel(sequencesRow_, tr("Requests a step"));
    sequences_->setSpecialValueText(tr("automatic"));
    graphs_->setText(tr("CUDA graphs"));
    showRows();
}

} // namespace rigwright
