// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requirement_steps.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <array>

namespace rigwright {

namespace {

/// The context of the names of steps.
class RequirementSteps {
    Q_DECLARE_TR_FUNCTIONS(rigwright::RequirementSteps)
};

using Differs = bool (*)(const Requirement&, const Requirement&);

struct Field {
    const char* name;
    Differs differs;
};

template <auto Member>
bool ofRequirement(const Requirement& one, const Requirement& other)
{
    return one.*Member != other.*Member;
}

template <auto Member>
bool ofWorkload(const Requirement& one, const Requirement& other)
{
    return one.workload.*Member != other.workload.*Member;
}

template <auto Member>
bool ofServing(const Requirement& one, const Requirement& other)
{
    return one.workload.serving.*Member != other.workload.serving.*Member;
}

template <auto Member>
bool ofTraining(const Requirement& one, const Requirement& other)
{
    return one.workload.training.*Member != other.workload.training.*Member;
}

bool otherCurrency(const Requirement& one, const Requirement& other)
{
    return one.budget.currency() != other.budget.currency();
}

bool otherBudget(const Requirement& one, const Requirement& other)
{
    return !otherCurrency(one, other) && one.budget != other.budget;
}

template <auto Member>
bool ofDraft(const Requirement& one, const Requirement& other)
{
    const auto& before = one.workload.speculative;
    const auto& after = other.workload.speculative;
    return before && after && (*before).*Member != (*after).*Member;
}

bool otherDraft(const Requirement& one, const Requirement& other)
{
    return one.workload.speculative.has_value() != other.workload.speculative.has_value() ||
        ofDraft<&SpeculativeDecoding::draftTokens>(one, other) ||
        ofDraft<&SpeculativeDecoding::draftCost>(one, other);
}

bool otherCache(const Requirement& one, const Requirement& other)
{
    return ofWorkload<&Workload::keyCache>(one, other) || ofWorkload<&Workload::valueCache>(one, other);
}

bool otherOffload(const Requirement& one, const Requirement& other)
{
    return ofTraining<&TrainingSetup::offloadOptimizer>(one, other) ||
        ofTraining<&TrainingSetup::offloadParameters>(one, other);
}

bool otherSharding(const Requirement& one, const Requirement& other)
{
    return ofTraining<&TrainingSetup::zeroStage>(one, other) ||
        ofTraining<&TrainingSetup::reshardAfterForward>(one, other);
}

bool otherAdapters(const Requirement& one, const Requirement& other)
{
    return ofTraining<&TrainingSetup::loraTargets>(one, other) ||
        ofTraining<&TrainingSetup::loraOnExperts>(one, other) ||
        ofTraining<&TrainingSetup::loraDropout>(one, other);
}

constexpr std::array kFields{
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "KV cache"), otherCache},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Importance matrix"),
          ofWorkload<&Workload::importanceMatrix>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Context"), ofWorkload<&Workload::context>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Users at once"),
          ofWorkload<&Workload::concurrency>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Requests"), ofWorkload<&Workload::requestRate>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Prompt"), ofWorkload<&Workload::promptTokens>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Output"), ofWorkload<&Workload::outputTokens>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "First token"),
          ofWorkload<&Workload::maxTimeToFirstToken>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Time of a token"),
          ofWorkload<&Workload::maxTimePerOutputToken>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Speed"), ofRequirement<&Requirement::minDecode>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Micro-batch"), ofWorkload<&Workload::microBatch>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Flash attention"),
          ofWorkload<&Workload::flashAttention>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "One cache for all sequences"),
          ofWorkload<&Workload::unifiedCache>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Mapped files"), ofWorkload<&Workload::memoryMap>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Sliding windows"),
          ofWorkload<&Workload::fullWindowCache>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Memory share"),
          ofServing<&ServingSetup::memoryShare>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Tokens a step"),
          ofServing<&ServingSetup::batchedTokens>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Requests a step"),
          ofServing<&ServingSetup::mostSequences>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "CUDA graphs"), ofServing<&ServingSetup::graphs>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Prompt reused"),
          ofWorkload<&Workload::prefixCacheHitRate>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Drafted tokens"), otherDraft},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Guessed right"),
          ofDraft<&SpeculativeDecoding::acceptance>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Sequence"), ofTraining<&TrainingSetup::sequence>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Micro-batch"),
          ofTraining<&TrainingSetup::microBatch>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Accumulation"),
          ofTraining<&TrainingSetup::gradientAccumulation>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Training tokens"),
          ofTraining<&TrainingSetup::tokenBudget>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Optimizer"),
          ofTraining<&TrainingSetup::optimizer>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Recompute"),
          ofTraining<&TrainingSetup::recompute>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Loss"), ofTraining<&TrainingSetup::loss>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Sharding"), otherSharding},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Offload"), otherOffload},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Split sequence"),
          ofTraining<&TrainingSetup::contextParallel>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "torch.compile"),
          ofTraining<&TrainingSetup::compiled>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "LoRA rank"),
          ofTraining<&TrainingSetup::loraRank>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "LoRA layers"), otherAdapters},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Currency"), otherCurrency},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Budget"), otherBudget},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Wall power"),
          ofRequirement<&Requirement::maxWallPower>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Enclosure"),
          ofRequirement<&Requirement::enclosure>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "GPU maker"), ofRequirement<&Requirement::vendor>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "ECC memory"),
          ofRequirement<&Requirement::requireEcc>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Part of the model in RAM"),
          ofRequirement<&Requirement::allowHostOffload>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Circuit"), ofRequirement<&Requirement::circuit>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Board size"),
          ofRequirement<&Requirement::formFactors>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Ranking"),
          ofRequirement<&Requirement::objectives>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Parts at hand"),
          ofRequirement<&Requirement::owned>},
    Field{QT_TRANSLATE_NOOP("rigwright::RequirementSteps", "Unequal cards"),
          ofRequirement<&Requirement::mixedCards>},
};

/// Fields of which a change brings changes of others along; empty: none of these changes.
QString leadingChange(const Requirement& before, const Requirement& after, const QString& model)
{
    if (before.model != after.model) {
        return RequirementSteps::tr("Model: %1").arg(model);
    }
    if (before.workload.kind != after.workload.kind) {
        return RequirementSteps::tr("Workload: %1").arg(workloadText(after.workload.kind));
    }
    if (before.workload.engine != after.workload.engine) {
        return RequirementSteps::tr("Engine: %1")
            .arg(QString::fromLatin1(engineLabel(after.workload.engine)));
    }
    if (before.workload.weights != after.workload.weights) {
        return RequirementSteps::tr("Weights: %1").arg(weightsText(after.workload.weights));
    }
    return {};
}

} // namespace

QString requirementStepName(const Requirement& before, const Requirement& after, const QString& model)
{
    QString name = leadingChange(before, after, model);
    if (!name.isEmpty()) {
        return name;
    }
    for (const Field& field : kFields) {
        if (field.differs(before, after)) {
            if (!name.isEmpty()) {
                return RequirementSteps::tr("Requirement");
            }
            name = RequirementSteps::tr(field.name);
        }
    }
    // The day is the window's own.
    Requirement same = after;
    same.today = before.today;
    return name.isEmpty() && before != same ? RequirementSteps::tr("Requirement") : name;
}

} // namespace rigwright
