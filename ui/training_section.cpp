// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training_section.h"

#include "ui/text.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalBlocker>

#include <array>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kMillion = 1e6;
constexpr int kLongestSequence = 100'000'000;
constexpr int kLargestBatch = 65'536;
constexpr int kLargestRank = 65'536;
constexpr int kMostShares = 1'000'000;
constexpr int kSequenceStep = 1024;
/// The data of the entry that leaves a choice to the tools.
constexpr int kAutomatic = -1;

enum Offload { OffloadNone, OffloadOptimizer, OffloadAll };

constexpr std::array kOptimizers{Optimizer::AdamW,      Optimizer::AdamWBf16,      Optimizer::AdamW8Bit,
                                 Optimizer::PagedAdamW, Optimizer::PagedAdamW8Bit, Optimizer::Adafactor,
                                 Optimizer::Muon,       Optimizer::SgdMomentum,    Optimizer::Sgd};
constexpr std::array kRecomputes{Recompute::None, Recompute::Selective, Recompute::Full};
constexpr std::array kLosses{LossMode::Whole, LossMode::Compiled, LossMode::Chunked, LossMode::Fused};
constexpr std::array kTargets{LoraTargets::QueryValue, LoraTargets::Attention, LoraTargets::AllLinear};

template <class Value>
std::optional<Value> chosen(const Choice* choice)
{
    const int data = choice->currentData().toInt();
    return data == kAutomatic ? std::nullopt : std::optional(static_cast<Value>(data));
}

template <class Value>
void choose(Choice* choice, const std::optional<Value>& value)
{
    choice->chooseData(value ? static_cast<int>(*value) : kAutomatic);
}

/// Entries anew, with the choice kept.
class Refill {
public:
    explicit Refill(Choice* choice)
        : choice_(choice)
        , quiet_(choice)
        , kept_(choice->currentData())
    {
        choice_->clear();
    }
    ~Refill() { choice_->chooseData(kept_); }
    Refill(const Refill&) = delete;
    Refill& operator=(const Refill&) = delete;

    template <class Value>
    void add(const QString& text, Value value)
    {
        choice_->addItem(text, static_cast<int>(value));
    }

private:
    Choice* choice_;
    QSignalBlocker quiet_;
    QVariant kept_;
};

} // namespace

TrainingSection::TrainingSection(QWidget* parent)
    : FormSection(parent)
    , sequence_(new NumberField(QStringLiteral("sequence")))
    , microBatch_(new NumberField(QStringLiteral("microBatch")))
    , budget_(new DecimalField(QStringLiteral("tokenBudget")))
    , optimizer_(new Choice(QStringLiteral("optimizer")))
    , sharding_(new Choice(QStringLiteral("sharding")))
    , recompute_(new Choice(QStringLiteral("recompute")))
    , loss_(new Choice(QStringLiteral("loss")))
    , rank_(new NumberField(QStringLiteral("loraRank")))
    , targets_(new Choice(QStringLiteral("loraTargets")))
    , offload_(new Choice(QStringLiteral("offloadTraining")))
    , more_(new QPushButton)
    , accumulation_(new NumberField(QStringLiteral("accumulation")))
    , contextParallel_(new NumberField(QStringLiteral("contextParallel")))
    , experts_(new QCheckBox)
    , compiled_(new QCheckBox)
{
    build();
    buildMore();
    fillChoices();
    connectFields();
    showMore();
}

void TrainingSection::build()
{
    sequence_->setRange(1, kLongestSequence);
    sequence_->setSingleStep(kSequenceStep);
    microBatch_->setRange(1, kLargestBatch);
    budget_->setRange(0, static_cast<double>(kLargestTokenBudget) / kMillion);
    budget_->setDecimals(2);
    budget_->setSingleStep(100);
    rank_->setRange(1, kLargestRank);
    sequenceRow_ = addRow(sequence_);
    microBatchRow_ = addRow(microBatch_);
    budgetRow_ = addRow(budget_);
    rankRow_ = addRow(rank_);
    targetsRow_ = addRow(targets_);
    optimizerRow_ = addRow(optimizer_);
    recomputeRow_ = addRow(recompute_);
    lossRow_ = addRow(loss_);
    shardingRow_ = addRow(sharding_);
    offloadRow_ = addRow(offload_);
}

void TrainingSection::buildMore()
{
    more_->setObjectName(QStringLiteral("moreTraining"));
    more_->setProperty("link", true);
    more_->setProperty("fold", true);
    more_->setFlat(true);
    more_->setCheckable(true);
    more_->setCursor(Qt::PointingHandCursor);
    more_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    accumulation_->setRange(1, kMostShares);
    contextParallel_->setRange(1, kMostShares);
    experts_->setObjectName(QStringLiteral("loraOnExperts"));
    compiled_->setObjectName(QStringLiteral("compiled"));
    moreRow_ = addWide(more_);
    accumulationRow_ = addRow(accumulation_);
    contextParallelRow_ = addRow(contextParallel_);
    expertsRow_ = addWide(experts_);
    compiledRow_ = addWide(compiled_);
}

void TrainingSection::connectFields()
{
    connect(more_, &QPushButton::toggled, this, &TrainingSection::showMore);
    for (QCheckBox* box : {experts_, compiled_}) {
        connect(box, &QCheckBox::toggled, this, &FormSection::changed);
    }
    for (NumberField* field : {sequence_, microBatch_, rank_, accumulation_, contextParallel_}) {
        connect(field, &QSpinBox::valueChanged, this, &FormSection::changed);
    }
    connect(budget_, &QDoubleSpinBox::valueChanged, this, &FormSection::changed);
    for (Choice* choice : {optimizer_, sharding_, recompute_, loss_, targets_, offload_}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &FormSection::changed);
    }
}

void TrainingSection::show(const Requirement& requirement)
{
    const TrainingSetup& setup = requirement.workload.training;
    sequence_->setValue(static_cast<int>(setup.sequence));
    microBatch_->setValue(static_cast<int>(setup.microBatch));
    budget_->setValue(static_cast<double>(setup.tokenBudget.value_or(0)) / kMillion);
    rank_->setValue(setup.loraRank);
    accumulation_->setValue(setup.gradientAccumulation);
    contextParallel_->setValue(setup.contextParallel);
    experts_->setChecked(setup.loraOnExperts);
    compiled_->setChecked(setup.compiled);
    targets_->chooseData(static_cast<int>(setup.loraTargets));
    choose(optimizer_, setup.optimizer);
    choose(recompute_, setup.recompute);
    choose(loss_, setup.loss);
    choose(sharding_, setup.zeroStage);
    offload_->chooseData(static_cast<int>(setup.offloadParameters      ? OffloadAll
                                              : setup.offloadOptimizer ? OffloadOptimizer
                                                                       : OffloadNone));
    if (isTraining(requirement.workload.kind)) {
        setKind(requirement.workload.kind);
    }
}

void TrainingSection::apply(Requirement& requirement) const
{
    TrainingSetup& setup = requirement.workload.training;
    setup.sequence = sequence_->value();
    setup.microBatch = microBatch_->value();
    setup.tokenBudget = budget_->value() > 0
        ? std::optional<std::int64_t>(std::llround(budget_->value() * kMillion))
        : std::nullopt;
    setup.loraRank = rank_->value();
    setup.gradientAccumulation = accumulation_->value();
    setup.contextParallel = contextParallel_->value();
    setup.loraOnExperts = experts_->isChecked();
    setup.compiled = compiled_->isChecked();
    setup.loraTargets = static_cast<LoraTargets>(targets_->currentData().toInt());
    setup.optimizer = chosen<Optimizer>(optimizer_);
    setup.recompute = chosen<Recompute>(recompute_);
    setup.loss = chosen<LossMode>(loss_);
    setup.zeroStage = chosen<int>(sharding_);
    const int offload = offload_->currentData().toInt();
    setup.offloadOptimizer = offload != OffloadNone;
    setup.offloadParameters = offload == OffloadAll;
}

void TrainingSection::setKind(WorkloadKind kind)
{
    kind_ = kind;
    setRowVisible(rankRow_, trainsAdapters(kind));
    setRowVisible(targetsRow_, trainsAdapters(kind));
    showMore();
    showDefaults();
}

void TrainingSection::showMore()
{
    const bool open = more_->isChecked();
    setRowVisible(accumulationRow_, open);
    setRowVisible(contextParallelRow_, open);
    setRowVisible(compiledRow_, open);
    setRowVisible(expertsRow_, open && trainsAdapters(kind_));
    more_->setText(open ? tr("Fewer settings") : tr("More settings"));
}

bool TrainingSection::validate(const Requirement& requirement)
{
    Requirement tried = requirement;
    apply(tried);
    QString inGeneral;
    QString offload;
    if (const Expected<void> checked = checkTraining(tried.workload.training, kind_); !checked) {
        TrainingSetup without = tried.workload.training;
        without.offloadOptimizer = false;
        without.offloadParameters = false;
        const QString error = QString::fromStdString(checked.error().message);
        (checkTraining(without, kind_) ? offload : inGeneral) = error;
    }
    setError(sequenceRow_, inGeneral);
    setError(offloadRow_, offload);
    return inGeneral.isEmpty() && offload.isEmpty();
}

void TrainingSection::retranslate()
{
    setHead(tr("Training"));
    setLabel(sequenceRow_, tr("Se&quence"));
    sequence_->setUnit(tr("tokens"));
    setLabel(microBatchRow_, tr("&Micro-batch"));
    microBatch_->setUnit(tr("examples"));
    setLabel(budgetRow_, tr("Train o&n"));
    budget_->setUnit(tr("million tokens"));
    budget_->setSpecialValueText(tr("open"));
    setLabel(rankRow_, tr("LoRA &rank"));
    setLabel(targetsRow_, tr("LoRA &on"));
    setLabel(optimizerRow_, tr("Optimi&zer"));
    setLabel(recomputeRow_, tr("Recom&pute"));
    setLabel(lossRow_, tr("&Loss"));
    setLabel(shardingRow_, tr("Sh&arding"));
    setLabel(offloadRow_, tr("O&ffload"));
    setLabel(accumulationRow_, tr("Accumulate"));
    accumulation_->setUnit(tr("micro-batches"));
    setLabel(contextParallelRow_, tr("Split sequence"));
    contextParallel_->setUnit(tr("devices"));
    experts_->setText(tr("Adapters on routed experts too"));
    compiled_->setText(tr("With torch.compile"));
    showMore();
    fillChoices();
}

void TrainingSection::fillChoices()
{
    fillOptimizers();
    {
        Refill entries(recompute_);
        entries.add(tr("Automatic"), kAutomatic);
        for (const Recompute recompute : kRecomputes) {
            entries.add(recomputeText(recompute), recompute);
        }
    }
    {
        Refill entries(loss_);
        entries.add(tr("Automatic"), kAutomatic);
        for (const LossMode loss : kLosses) {
            entries.add(lossText(loss), loss);
        }
    }
    {
        Refill entries(targets_);
        for (const LoraTargets targets : kTargets) {
            entries.add(loraTargetsText(targets), targets);
        }
    }
    {
        Refill entries(sharding_);
        entries.add(tr("Automatic"), kAutomatic);
        entries.add(tr("None, whole copies"), 0);
        entries.add(tr("ZeRO-1: optimizer"), 1);
        entries.add(tr("ZeRO-2: and gradients"), 2);
        entries.add(tr("ZeRO-3, FSDP: all"), 3);
    }
    {
        Refill entries(offload_);
        entries.add(tr("Nothing"), OffloadNone);
        entries.add(tr("Optimizer to RAM"), OffloadOptimizer);
        entries.add(tr("Optimizer, parameters to RAM"), OffloadAll);
    }
    showDefaults();
}

void TrainingSection::fillOptimizers()
{
    Refill entries(optimizer_);
    entries.add(tr("Automatic"), kAutomatic);
    for (const Optimizer optimizer : kOptimizers) {
        entries.add(optimizerText(optimizer), optimizer);
    }
}

/// Stages depend on how many devices there will be; the rest is known before.
void TrainingSection::showDefaults()
{
    const TrainingSetup usual = resolveTraining({}, kind_, 1);
    const auto tell = [](Choice* choice, const QString& text) {
        const int entry = choice->findData(kAutomatic);
        choice->setItemText(entry, text);
        choice->setItemData(entry, tr("auto"), Choice::kDetailRole);
    };
    if (usual.optimizer) {
        tell(optimizer_, optimizerText(*usual.optimizer));
    }
    if (usual.recompute) {
        tell(recompute_, recomputeText(*usual.recompute));
    }
    if (usual.loss) {
        tell(loss_, lossText(*usual.loss));
    }
}

} // namespace rigwright
