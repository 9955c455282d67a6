// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/saved_state.h"

#include "ui/saved_limits.h"

#include <array>
#include <utility>

namespace rigwright {

namespace {

// Names in place of numbers: a later version may order an enumeration anew.
constexpr std::array kEnclosureNames{std::pair{Enclosure::Any, "any"}, std::pair{Enclosure::Tower, "tower"},
                                     std::pair{Enclosure::Rack, "rack"}};
constexpr std::array kVendorNames{
    std::pair{AcceleratorVendor::Nvidia, "nvidia"}, std::pair{AcceleratorVendor::Amd, "amd"},
    std::pair{AcceleratorVendor::Intel, "intel"}, std::pair{AcceleratorVendor::Apple, "apple"}};
constexpr std::array kAppearanceNames{std::pair{Appearance::System, "system"},
                                      std::pair{Appearance::Light, "light"},
                                      std::pair{Appearance::Dark, "dark"}};

template <class Table, class Value>
QString nameIn(const Table& table, Value value)
{
    for (const auto& [known, name] : table) {
        if (known == value) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

template <class Table>
auto valueIn(const Table& table, const QString& name)
{
    std::optional<std::remove_const_t<decltype(table.front().first)>> value;
    for (const auto& [known, text] : table) {
        if (name == QLatin1String(text)) {
            value = known;
        }
    }
    return value;
}

std::string textOf(const QSettings& settings, const char* key)
{
    return settings.value(QStringLiteral("requirement/%1").arg(QLatin1String(key))).toString().toStdString();
}

double numberOf(const QSettings& settings, const char* key)
{
    return settings.value(QStringLiteral("requirement/%1").arg(QLatin1String(key))).toDouble();
}

std::int64_t countOf(const QSettings& settings, const char* key, std::int64_t fallback)
{
    bool ok = false;
    const qlonglong value =
        settings.value(QStringLiteral("requirement/%1").arg(QLatin1String(key))).toLongLong(&ok);
    return ok && value > 0 ? value : fallback;
}

bool flagOf(const QSettings& settings, const char* key, bool fallback)
{
    return settings.value(QStringLiteral("requirement/%1").arg(QLatin1String(key)), fallback).toBool();
}

void readEngine(const QSettings& settings, Workload& workload)
{
    workload.microBatch = countOf(settings, "ubatch", workload.microBatch);
    workload.flashAttention = flagOf(settings, "flash_attention", workload.flashAttention);
    workload.unifiedCache = flagOf(settings, "unified_cache", workload.unifiedCache);
    workload.fullWindowCache = flagOf(settings, "full_window_cache", workload.fullWindowCache);
    workload.memoryMap = flagOf(settings, "memory_map", workload.memoryMap);
    const auto some = [](auto value) { return value > 0 ? std::optional(value) : std::nullopt; };
    ServingSetup& serving = workload.serving;
    serving.memoryShare = some(numberOf(settings, "memory_share"));
    serving.batchedTokens = some(countOf(settings, "batched_tokens", 0));
    serving.mostSequences = some(countOf(settings, "most_sequences", 0));
    serving.graphs = flagOf(settings, "cuda_graphs", serving.graphs);
}

void readTraffic(const QSettings& settings, Workload& workload)
{
    const double rate = numberOf(settings, "requests_per_s");
    workload.requestRate = rate > 0 && workload.kind == WorkloadKind::Serve
        ? std::optional(RequestsPerSecond(rate))
        : std::nullopt;
    workload.prefixCacheHitRate = numberOf(settings, "prefix_hit_rate");
    if (const auto tokens = countOf(settings, "draft_tokens", 0); tokens > 0) {
        SpeculativeDecoding& guess = workload.speculative.emplace();
        guess.draftTokens = static_cast<int>(tokens);
        guess.acceptance = numberOf(settings, "draft_acceptance");
    }
}

void writeTraffic(QSettings& settings, const Workload& workload)
{
    const auto save = [&settings](const char* key, const QVariant& value) {
        settings.setValue(QLatin1String(key), value);
    };
    save("requests_per_s", workload.requestRate ? workload.requestRate->value() : 0.0);
    save("prefix_hit_rate", workload.prefixCacheHitRate);
    save("draft_tokens", workload.speculative ? workload.speculative->draftTokens : 0);
    save("draft_acceptance", workload.speculative ? workload.speculative->acceptance : 0.0);
}

void writeEngine(QSettings& settings, const Workload& workload)
{
    const auto save = [&settings](const char* key, const QVariant& value) {
        settings.setValue(QLatin1String(key), value);
    };
    save("ubatch", static_cast<qlonglong>(workload.microBatch));
    save("flash_attention", workload.flashAttention);
    save("unified_cache", workload.unifiedCache);
    save("full_window_cache", workload.fullWindowCache);
    save("memory_map", workload.memoryMap);
    const ServingSetup& serving = workload.serving;
    save("memory_share", serving.memoryShare.value_or(0));
    save("batched_tokens", static_cast<qlonglong>(serving.batchedTokens.value_or(0)));
    save("most_sequences", static_cast<qlonglong>(serving.mostSequences.value_or(0)));
    save("cuda_graphs", serving.graphs);
}

template <class Value>
std::optional<Value> known(const Expected<Value>& value)
{
    return value ? std::optional(*value) : std::nullopt;
}

void readTraining(const QSettings& settings, TrainingSetup& training)
{
    training.sequence = countOf(settings, "sequence", training.sequence);
    training.microBatch = countOf(settings, "micro_batch", training.microBatch);
    training.loraRank = static_cast<int>(countOf(settings, "lora_rank", training.loraRank));
    training.loraTargets = parseLoraTargets(textOf(settings, "lora_targets")).value_or(training.loraTargets);
    training.gradientAccumulation =
        static_cast<int>(countOf(settings, "accumulation", training.gradientAccumulation));
    training.contextParallel =
        static_cast<int>(countOf(settings, "context_parallel", training.contextParallel));
    const std::int64_t budget = countOf(settings, "token_budget", 0);
    training.tokenBudget = budget > 0 ? std::optional(budget) : std::nullopt;
    training.loraOnExperts = flagOf(settings, "lora_on_experts", training.loraOnExperts);
    training.compiled = flagOf(settings, "compiled", training.compiled);
    training.optimizer = known(parseOptimizer(textOf(settings, "optimizer")));
    training.recompute = known(parseRecompute(textOf(settings, "recompute")));
    training.loss = known(parseLossMode(textOf(settings, "loss")));
    bool hasStage = false;
    const int stage = QString::fromStdString(textOf(settings, "zero_stage")).toInt(&hasStage);
    training.zeroStage = hasStage ? std::optional(stage) : std::nullopt;
    training.offloadOptimizer = textOf(settings, "offload_optimizer") == "true";
    training.offloadParameters = textOf(settings, "offload_parameters") == "true";
}

void readWorkload(const QSettings& settings, Workload& workload)
{
    workload.kind = parseWorkloadKind(textOf(settings, "workload")).value_or(workload.kind);
    workload.engine = parseEngine(textOf(settings, "engine")).value_or(workload.engine);
    workload.weights = parseWeightFormat(textOf(settings, "weights")).value_or(workload.weights);
    workload.importanceMatrix = textOf(settings, "importance_matrix") == "true";
    workload.keyCache = parseCacheType(textOf(settings, "kv_cache")).value_or(workload.keyCache);
    workload.valueCache = workload.keyCache;
    workload.context = countOf(settings, "context", workload.context);
    workload.concurrency = static_cast<int>(countOf(settings, "concurrency", workload.concurrency));
    workload.promptTokens = countOf(settings, "prompt_tokens", workload.promptTokens);
    workload.outputTokens = countOf(settings, "output_tokens", workload.outputTokens);
    const double firstToken = numberOf(settings, "first_token_s");
    workload.maxTimeToFirstToken = firstToken > 0 ? std::optional(Seconds(firstToken)) : std::nullopt;
    readEngine(settings, workload);
    readTraffic(settings, workload);
    readTraining(settings, workload.training);
}

/// What is left to the tools is saved as an empty text.
void writeTraining(QSettings& settings, const TrainingSetup& training)
{
    const auto save = [&settings](const char* key, const QVariant& value) {
        settings.setValue(QLatin1String(key), value);
    };
    const auto name = [](const auto& value, auto nameOf) {
        return value ? QString::fromLatin1(nameOf(*value)) : QString();
    };
    save("sequence", static_cast<qlonglong>(training.sequence));
    save("micro_batch", static_cast<qlonglong>(training.microBatch));
    save("lora_rank", training.loraRank);
    save("lora_targets", QString::fromLatin1(loraTargetsName(training.loraTargets)));
    save("accumulation", training.gradientAccumulation);
    save("token_budget", static_cast<qlonglong>(training.tokenBudget.value_or(0)));
    save("context_parallel", training.contextParallel);
    save("lora_on_experts", training.loraOnExperts);
    save("compiled", training.compiled);
    save("optimizer", name(training.optimizer, optimizerName));
    save("recompute", name(training.recompute, recomputeName));
    save("loss", name(training.loss, lossModeName));
    save("zero_stage", training.zeroStage ? QString::number(*training.zeroStage) : QString());
    save("offload_optimizer", training.offloadOptimizer);
    save("offload_parameters", training.offloadParameters);
}

} // namespace

void saveRequirement(QSettings& settings, const Requirement& requirement)
{
    const Workload& workload = requirement.workload;
    settings.beginGroup(QStringLiteral("requirement"));
    const auto save = [&settings](const char* key, const QVariant& value) {
        settings.setValue(QLatin1String(key), value);
    };
    save("model", QString::fromStdString(requirement.model.text()));
    save("workload", QString::fromLatin1(workloadKindName(workload.kind)));
    save("engine", QString::fromLatin1(engineName(workload.engine)));
    save("weights", QString::fromLatin1(weightFormatName(workload.weights)));
    save("importance_matrix", workload.importanceMatrix);
    save("kv_cache", QString::fromLatin1(cacheTypeName(workload.keyCache)));
    save("context", static_cast<qlonglong>(workload.context));
    save("concurrency", workload.concurrency);
    save("prompt_tokens", static_cast<qlonglong>(workload.promptTokens));
    save("output_tokens", static_cast<qlonglong>(workload.outputTokens));
    save("first_token_s", workload.maxTimeToFirstToken ? workload.maxTimeToFirstToken->value() : 0.0);
    save("tokens_per_s", requirement.minDecode ? requirement.minDecode->value() : 0.0);
    save("budget", QString::fromStdString(requirement.budget.decimal()));
    save("currency", QString::fromStdString(requirement.budget.currency().code()));
    save("wall_watts", requirement.maxWallPower ? requirement.maxWallPower->value() : 0.0);
    save("enclosure", nameIn(kEnclosureNames, requirement.enclosure));
    save("vendor", requirement.vendor ? nameIn(kVendorNames, *requirement.vendor) : QString());
    save("ecc", requirement.requireEcc);
    save("offload", requirement.allowHostOffload);
    writeMoreLimits(settings, requirement);
    writeEngine(settings, workload);
    writeTraffic(settings, workload);
    writeTraining(settings, workload.training);
    settings.endGroup();
}

std::optional<Requirement> savedRequirement(const QSettings& settings, const Requirement& fallback)
{
    if (!settings.contains(QStringLiteral("requirement/model"))) {
        return std::nullopt;
    }
    Requirement requirement = fallback;
    requirement.model = ModelId(textOf(settings, "model"));
    readWorkload(settings, requirement.workload);
    const double speed = numberOf(settings, "tokens_per_s");
    requirement.minDecode = speed > 0 ? std::optional(TokensPerSecond(speed)) : std::nullopt;
    const Currency currency =
        Currency::parse(textOf(settings, "currency")).value_or(fallback.budget.currency());
    requirement.budget = Money::parse(textOf(settings, "budget"), currency).value_or(fallback.budget);
    const double watts = numberOf(settings, "wall_watts");
    requirement.maxWallPower = watts > 0 ? std::optional(Watts(watts)) : std::nullopt;
    requirement.enclosure = valueIn(kEnclosureNames, QString::fromStdString(textOf(settings, "enclosure")))
                                .value_or(Enclosure::Any);
    requirement.vendor = valueIn(kVendorNames, QString::fromStdString(textOf(settings, "vendor")));
    requirement.requireEcc = settings.value(QStringLiteral("requirement/ecc"), false).toBool();
    requirement.allowHostOffload = settings.value(QStringLiteral("requirement/offload"), true).toBool();
    readMoreLimits(settings, requirement);
    return requirement;
}

void saveImports(QSettings& settings, const QStringList& origins)
{
    settings.setValue(QStringLiteral("imports/origins"), origins);
}

QStringList savedImports(const QSettings& settings)
{
    return settings.value(QStringLiteral("imports/origins")).toStringList();
}

QString appearanceName(Appearance appearance)
{
    return nameIn(kAppearanceNames, appearance);
}

std::optional<Appearance> parseAppearance(const QString& name)
{
    return valueIn(kAppearanceNames, name);
}

} // namespace rigwright
