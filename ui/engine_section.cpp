// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine_section.h"

#include <QCheckBox>
#include <QPushButton>

namespace rigwright {

namespace {

constexpr int kMostTokens = 1'000'000;
constexpr int kMostSequences = 100'000;
constexpr double kPercent = 100;
constexpr double kMostHits = 99;
constexpr int kMostDraft = 64;

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
    , prefixHits_(new DecimalField(QStringLiteral("prefixHits")))
    , draft_(new NumberField(QStringLiteral("draftTokens")))
    , accepted_(new DecimalField(QStringLiteral("draftAcceptance")))
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
    prefixHits_->setRange(0, kMostHits);
    prefixHits_->setDecimals(0);
    draft_->setRange(0, kMostDraft);
    accepted_->setRange(0, kPercent);
    accepted_->setDecimals(0);
    prefixHitsRow_ = addRow(prefixHits_);
    draftRow_ = addRow(draft_);
    acceptedRow_ = addRow(accepted_);
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
    connect(draft_, &QSpinBox::valueChanged, this, [this] {
        showRows();
        Q_EMIT changed();
    });
    for (DecimalField* field : {share_, prefixHits_, accepted_}) {
        connect(field, &QDoubleSpinBox::valueChanged, this, &FormSection::changed);
    }
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
    const SpeculativeDecoding guess = workload.speculative.value_or(SpeculativeDecoding());
    prefixHits_->setValue(workload.prefixCacheHitRate * kPercent);
    accepted_->setValue(guess.acceptance * kPercent);
    draft_->setValue(workload.speculative ? guess.draftTokens : 0);
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
    workload.prefixCacheHitRate = isTraining(kind_) ? 0 : prefixHits_->value() / kPercent;
    workload.speculative.reset();
    if (draft_->value() > 0 && !isTraining(kind_)) {
        SpeculativeDecoding& guess = workload.speculative.emplace();
        guess.draftTokens = draft_->value();
        guess.acceptance = accepted_->value() / kPercent;
    }
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
    setRowVisible(prefixHitsRow_, open);
    setRowVisible(draftRow_, open);
    setRowVisible(acceptedRow_, open && draft_->value() > 0);
    unfold_->setText(open ? tr("Hide engine settings") : tr("Engine settings"));
    setVisible(!isTraining(kind_));
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
    setLabel(prefixHitsRow_, tr("Prompt reused"));
    prefixHits_->setUnit(QStringLiteral("%"));
    prefixHits_->setToolTip(tr("Share of the prompt whose keys and values the engine still has"));
    setLabel(draftRow_, tr("Drafted tokens"));
    draft_->setUnit(tr("a step"));
    draft_->setSpecialValueText(tr("none"));
    draft_->setToolTip(
        tr("Speculative decoding: tokens that a small model guesses for one step of the large one"));
    setLabel(acceptedRow_, tr("Guessed right"));
    accepted_->setUnit(QStringLiteral("%"));
    showRows();
}

} // namespace rigwright
