// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload_section.h"

#include "ui/offered.h"
#include "ui/text.h"

#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::int64_t kSliderFrom = 1024;
constexpr std::int64_t kMostUsersOnSlider = 1024;
constexpr double kMostRequests = 100'000;
constexpr std::array kRuns{WorkloadKind::Chat, WorkloadKind::Serve, WorkloadKind::Batch};
constexpr std::array kTrainings{WorkloadKind::Lora, WorkloadKind::Qlora, WorkloadKind::Full,
                                WorkloadKind::Pretrain};
constexpr int kTrain = static_cast<int>(kRuns.size()); ///< the segment that leads to the kinds of training

} // namespace

WorkloadSection::WorkloadSection(QWidget* parent)
    : FormSection(parent)
    , kind_(new Segments(QStringLiteral("workload")))
    , training_(new Segments(QStringLiteral("trainingKind")))
    , context_(new NumberField(QStringLiteral("context")))
    , contextSlider_(new LogSlider(QStringLiteral("contextSlider")))
    , users_(new NumberField(QStringLiteral("concurrency")))
    , usersSlider_(new LogSlider(QStringLiteral("concurrencySlider")))
    , prompt_(new NumberField(QStringLiteral("promptTokens")))
    , output_(new NumberField(QStringLiteral("outputTokens")))
    , firstToken_(new DecimalField(QStringLiteral("firstToken")))
    , speed_(new DecimalField(QStringLiteral("speedTarget")))
    , requests_(new DecimalField(QStringLiteral("requestRate")))
    , engine_(new Choice(QStringLiteral("engine")))
{
    kind_->setTexts({QString(), QString(), QString(), QString()});
    kind_->setButtonNames({QStringLiteral("workloadChat"), QStringLiteral("workloadServe"),
                           QStringLiteral("workloadBatch"), QStringLiteral("workloadTrain")});
    training_->setTexts({QString(), QString(), QString(), QString()});
    training_->setButtonNames({QStringLiteral("workloadLora"), QStringLiteral("workloadQlora"),
                               QStringLiteral("workloadFull"), QStringLiteral("workloadPretrain")});
    context_->setRange(1, static_cast<int>(kLargestContext));
    context_->setSingleStep(static_cast<int>(kSliderFrom));
    users_->setRange(1, kLargestConcurrency);
    usersSlider_->setBounds(1, kMostUsersOnSlider);
    for (NumberField* field : {prompt_, output_}) {
        field->setRange(1, static_cast<int>(kLargestContext));
        field->setSingleStep(64);
    }
    firstToken_->setRange(0, 3600);
    firstToken_->setDecimals(1);
    firstToken_->setSingleStep(0.5);
    firstToken_->setPrefix(QStringLiteral("≤ "));
    speed_->setRange(0, 100'000);
    speed_->setDecimals(0);
    speed_->setPrefix(QStringLiteral("≥ "));

    requests_->setRange(0, kMostRequests);
    requests_->setDecimals(2);
    requests_->setSingleStep(0.5);

    kindRow_ = addWide(kind_);
    trainingRow_ = addWide(training_);
    contextRow_ = addRow(context_);
    contextSliderRow_ = addWide(contextSlider_);
    usersRow_ = addRow(users_);
    usersSliderRow_ = addWide(usersSlider_);
    requestsRow_ = addRow(requests_);
    promptRow_ = addRow(prompt_);
    outputRow_ = addRow(output_);
    firstTokenRow_ = addRow(firstToken_);
    speedRow_ = addRow(speed_);
    engineRow_ = addRow(engine_);
    fillEngines(Engine::LlamaCpp);
    connectFields();
}

void WorkloadSection::connectFields()
{
    connect(kind_, &Segments::chosen, this, &WorkloadSection::takeKind);
    connect(training_, &Segments::chosen, this, &WorkloadSection::takeKind);
    connect(context_, &QSpinBox::valueChanged, this, [this](int tokens) {
        contextSlider_->showAmount(tokens);
        Q_EMIT changed();
    });
    connect(contextSlider_, &LogSlider::amountChosen, this,
            [this](std::int64_t tokens) { context_->setValue(static_cast<int>(tokens)); });
    connect(users_, &QSpinBox::valueChanged, this, [this](int users) {
        usersSlider_->showAmount(users);
        Q_EMIT changed();
    });
    connect(usersSlider_, &LogSlider::amountChosen, this,
            [this](std::int64_t users) { users_->setValue(static_cast<int>(users)); });
    for (NumberField* field : {prompt_, output_}) {
        connect(field, &QSpinBox::valueChanged, this, &FormSection::changed);
    }
    for (DecimalField* field : {firstToken_, speed_, requests_}) {
        connect(field, &QDoubleSpinBox::valueChanged, this, &FormSection::changed);
    }
    connect(engine_, &QComboBox::currentIndexChanged, this, [this] {
        Q_EMIT workChanged();
        Q_EMIT changed();
    });
}

void WorkloadSection::show(const Requirement& requirement)
{
    const Workload& workload = requirement.workload;
    showKind(workload.kind);
    setContext(workload.context);
    if (workload.kind == WorkloadKind::Serve) {
        users_->setValue(workload.concurrency);
        requests_->setValue(workload.requestRate ? workload.requestRate->value() : 0);
    }
    prompt_->setValue(static_cast<int>(workload.promptTokens));
    output_->setValue(static_cast<int>(workload.outputTokens));
    firstToken_->setValue(workload.maxTimeToFirstToken ? workload.maxTimeToFirstToken->value() : 0);
    speed_->setValue(requirement.minDecode ? requirement.minDecode->value() : 0);
    weights_ = workload.weights;
    fillEngines(workload.engine);
    showFields();
}

void WorkloadSection::apply(Requirement& requirement) const
{
    Workload& workload = requirement.workload;
    workload.kind = kind();
    workload.context = context_->value();
    workload.concurrency = kind() == WorkloadKind::Serve ? users_->value() : 1;
    workload.requestRate = kind() == WorkloadKind::Serve && requests_->value() > 0
        ? std::optional(RequestsPerSecond(requests_->value()))
        : std::nullopt;
    workload.promptTokens = prompt_->value();
    workload.outputTokens = output_->value();
    workload.engine = engine();
    workload.maxTimeToFirstToken = firstToken_->value() > 0 && !isTraining(kind())
        ? std::optional(Seconds(firstToken_->value()))
        : std::nullopt;
    requirement.minDecode = speed_->value() > 0 && !isTraining(kind())
        ? std::optional(TokensPerSecond(speed_->value()))
        : std::nullopt;
}

void WorkloadSection::setModel(const ModelFacts* facts)
{
    contextSlider_->setBounds(kSliderFrom,
                              facts != nullptr && facts->maxContext > kSliderFrom ? facts->maxContext
                                                                                  : kSliderFrom * 128);
    contextSlider_->showAmount(context_->value());
}

void WorkloadSection::setContext(std::int64_t tokens)
{
    context_->setValue(static_cast<int>(std::min(tokens, kLargestContext)));
}

bool WorkloadSection::validate(const Requirement& requirement, const ModelFacts* facts)
{
    const Workload& workload = requirement.workload;
    const bool runs = !isTraining(workload.kind);
    QString context;
    if (runs && facts != nullptr && facts->maxContext > 0 && workload.context > facts->maxContext) {
        context = tr("This model reads at most %1 tokens.").arg(countText(facts->maxContext));
    }
    QString output;
    if (runs && workload.promptTokens + workload.outputTokens > workload.context) {
        output = tr("Prompt and output together exceed the context.");
    }
    // What is wrong with the training stands in its own section.
    const bool trainingIsSound = runs || checkTraining(workload.training, workload.kind).has_value();
    QString engine;
    if (const Expected<void> checked = check(workload);
        !checked && trainingIsSound && context.isEmpty() && output.isEmpty()) {
        engine = QString::fromStdString(checked.error().message);
    }
    setError(contextRow_, context);
    setError(outputRow_, output);
    setError(engineRow_, engine);
    return context.isEmpty() && output.isEmpty() && engine.isEmpty();
}

void WorkloadSection::retranslate()
{
    setHead(tr("Workload"));
    kind_->setAccessibleName(tr("Workload"));
    kind_->setTexts({workloadText(WorkloadKind::Chat), workloadText(WorkloadKind::Serve),
                     workloadText(WorkloadKind::Batch), tr("Train")});
    training_->setAccessibleName(tr("Training"));
    training_->setTexts(
        {workloadText(WorkloadKind::Lora), workloadText(WorkloadKind::Qlora), tr("Full"), tr("Pretrain")});
    setLabel(contextRow_, tr("&Context"));
    contextSlider_->setAccessibleName(tr("Context"));
    setLabel(usersRow_, tr("&Users"));
    usersSlider_->setAccessibleName(tr("Users"));
    setLabel(requestsRow_, tr("&Requests"));
    requests_->setUnit(tr("a second"));
    requests_->setSpecialValueText(tr("as answered"));
    requests_->setToolTip(
        tr("Requests that arrive at random; without a rate each user asks anew once answered"));
    setLabel(promptRow_, tr("&Prompt"));
    setLabel(outputRow_, tr("&Output"));
    setLabel(firstTokenRow_, tr("First &token"));
    setLabel(speedRow_, tr("&Speed"));
    setLabel(engineRow_, tr("&Engine"));
    for (NumberField* field : {context_, prompt_, output_}) {
        field->setUnit(tr("tokens"));
    }
    users_->setUnit(tr("at once"));
    firstToken_->setUnit(tr("s"));
    firstToken_->setSpecialValueText(tr("any"));
    speed_->setUnit(tr("tokens/s"));
    speed_->setSpecialValueText(tr("any"));
    fillEngines(engine());
}

Engine WorkloadSection::engine() const
{
    return static_cast<Engine>(engine_->currentData().toInt());
}

WorkloadKind WorkloadSection::kind() const
{
    const auto segment = static_cast<std::size_t>(std::max(kind_->current(), 0));
    return segment < kRuns.size()
        ? kRuns.at(segment)
        : kTrainings.at(static_cast<std::size_t>(std::max(training_->current(), 0)));
}

void WorkloadSection::setWeights(WeightFormat weights)
{
    if (weights != weights_) {
        weights_ = weights;
        fillEngines(engine());
    }
}

void WorkloadSection::takeKind()
{
    const bool trained = isTraining(shown_);
    if (isTraining(kind()) != trained) {
        before_.at(trained ? 1 : 0) = engine();
    }
    const Engine wanted = engineForKind();
    shown_ = kind();
    fillEngines(wanted);
    showFields();
    Q_EMIT workChanged();
    Q_EMIT changed();
}

/// From running to training and back: the engine of last time. Else the one that is chosen where it does this work, or the
/// usual one.
Engine WorkloadSection::engineForKind() const
{
    const bool trains = isTraining(kind());
    const auto& before = before_.at(trains ? 1 : 0);
    if (trains != isTraining(shown_) && before && engineRuns(*before, kind())) {
        return *before;
    }
    if (engineRuns(engine(), kind())) {
        return engine();
    }
    const std::vector<Engine> able = enginesFor(kind());
    return engineFor(kind(), defaultWeights(kind())).value_or(able.empty() ? engine() : able.front());
}

void WorkloadSection::fillEngines(Engine wanted)
{
    const QSignalBlocker quiet(engine_);
    engine_->clear();
    for (const Engine engine : enginesFor(kind())) {
        engine_->addItem(QString::fromLatin1(engineLabel(engine)), static_cast<int>(engine));
        if (!engineLoads(engine, weights_)) {
            engine_->setItemData(engine_->count() - 1, tr("not %1").arg(weightsText(weights_)),
                                 Choice::kDetailRole);
        }
    }
    engine_->chooseData(static_cast<int>(wanted));
}

void WorkloadSection::showKind(WorkloadKind kind)
{
    shown_ = kind;
    const auto run = std::ranges::find(kRuns, kind);
    kind_->setCurrent(run != kRuns.end() ? static_cast<int>(run - kRuns.begin()) : kTrain);
    if (const auto training = std::ranges::find(kTrainings, kind); training != kTrainings.end()) {
        training_->setCurrent(static_cast<int>(training - kTrainings.begin()));
    }
}

void WorkloadSection::showFields()
{
    const bool trains = isTraining(kind());
    const bool serves = kind() == WorkloadKind::Serve;
    setRowVisible(trainingRow_, trains);
    for (const Row& row :
         {contextRow_, contextSliderRow_, promptRow_, outputRow_, firstTokenRow_, speedRow_}) {
        setRowVisible(row, !trains);
    }
    setRowVisible(usersRow_, serves);
    setRowVisible(usersSliderRow_, serves);
    setRowVisible(requestsRow_, serves);
}

} // namespace rigwright
