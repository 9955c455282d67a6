// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

// Projects with something in every field, within what a file may hold.
namespace rigwright {

inline std::int64_t anyWhole(std::int64_t least, std::int64_t most)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}

inline int anyCount(int least, int most)
{
    return static_cast<int>(anyWhole(least, most));
}

inline bool anyFlag()
{
    return anyWhole(0, 1) == 1;
}

/// Not a round number in binary.
inline double anyShare()
{
    return static_cast<double>(anyWhole(0, 1'000'000)) / 1'000'003;
}

/// Printable, also beyond ASCII, and what formats are fond of.
inline std::string anyText()
{
    static const std::vector<std::string> pieces{"a", "Z",  " ",    "\"", "\\", "=", ",",
                                                 "ü", "显", "🙂", "/",  "{",  "'"};
    std::string text;
    const std::int64_t length = anyWhole(0, 12);
    for (std::int64_t i = 0; i < length; ++i) {
        text += pieces[static_cast<std::size_t>(anyWhole(0, static_cast<std::int64_t>(pieces.size()) - 1))];
    }
    return text;
}

inline std::string anyLines()
{
    return anyText() + (anyFlag() ? "\n\t" : "") + anyText();
}

inline Date anyDate()
{
    return {anyCount(1970, 2199), anyCount(1, 12), anyCount(1, 28)};
}

inline Currency anyCurrency()
{
    const auto all = Currency::all();
    return all[static_cast<std::size_t>(anyWhole(0, static_cast<std::int64_t>(all.size()) - 1))];
}

inline Money anyMoney(Currency currency)
{
    return {anyWhole(0, 10'000'000'000), currency};
}

inline Share anyPercent()
{
    return Share(anyWhole(0, 10'000'000));
}

inline Share anyDiscount()
{
    return Share(anyWhole(0, 1'000'000));
}

template <class Value>
Value anyOf(const std::vector<Value>& values)
{
    return values[static_cast<std::size_t>(anyWhole(0, static_cast<std::int64_t>(values.size()) - 1))];
}

template <class Make>
auto maybe(const Make& make) -> std::optional<decltype(make())>
{
    return anyFlag() ? std::optional(make()) : std::nullopt;
}

inline PartId anyPart(int number)
{
    return PartId("part-" + std::to_string(number));
}

inline BuildLine anyBuildLine(int number)
{
    return {static_cast<PartCategory>(anyCount(0, static_cast<int>(PartCategory::System))), anyPart(number),
            anyCount(1, 1000)};
}

inline Build anyBuild()
{
    Build build;
    for (int i = anyCount(1, 4); i > 0; --i) {
        build.lines.push_back(anyBuildLine(i));
    }
    build.powerCap = maybe([] { return Watts(anyShare() * 900 + 1); });
    return build;
}

inline TrainingSetup anyTraining()
{
    TrainingSetup training;
    training.sequence = anyWhole(1, 1'000'000);
    training.microBatch = anyWhole(1, 1000);
    training.gradientAccumulation = anyCount(1, 1000);
    training.optimizer =
        maybe([] { return static_cast<Optimizer>(anyCount(0, static_cast<int>(Optimizer::Sgd))); });
    training.fp32Gradients = maybe(anyFlag);
    training.zeroStage = maybe([] { return anyCount(0, 3); });
    training.reshardAfterForward = anyFlag();
    training.offloadOptimizer = anyFlag();
    training.offloadParameters = anyFlag();
    training.contextParallel = anyCount(1, 64);
    training.sequenceParallel = anyFlag();
    training.recompute = maybe([] { return static_cast<Recompute>(anyCount(0, 2)); });
    training.loss = maybe([] { return static_cast<LossMode>(anyCount(0, 3)); });
    training.offloadActivations = anyFlag();
    training.compiled = anyFlag();
    training.fusedOptimizer = anyFlag();
    training.optimizerInBackward = anyFlag();
    training.loraRank = anyCount(1, 512);
    training.loraTargets = static_cast<LoraTargets>(anyCount(0, 2));
    training.loraDropout = anyFlag();
    training.loraOnExperts = anyFlag();
    training.dataWorkers = anyCount(0, 64);
    training.matrices = anyFlag() ? MatrixPrecision::Fp8 : MatrixPrecision::Bits16;
    training.interleavedStages = anyCount(1, 16);
    training.tokenBudget = maybe([] { return anyWhole(1, kLargestTokenBudget); });
    training.checkpointEvery = maybe([] { return anyCount(1, 10'000); });
    training.bytesPerToken = anyCount(1, 8);
    return training;
}

inline Workload anyWorkload()
{
    Workload workload;
    workload.kind = static_cast<WorkloadKind>(anyCount(0, static_cast<int>(WorkloadKind::Pretrain)));
    workload.engine = anyOf(allEngines());
    workload.weights = anyOf(std::vector{WeightFormat::Fp16, WeightFormat::Q4_K_M, WeightFormat::Nf4Dq});
    workload.importanceMatrix = anyFlag();
    workload.keyCache = static_cast<CacheType>(anyCount(0, static_cast<int>(CacheType::Q4_0)));
    workload.valueCache = static_cast<CacheType>(anyCount(0, static_cast<int>(CacheType::Q4_0)));
    workload.context = anyWhole(1, kLargestContext);
    workload.concurrency = anyCount(1, kLargestConcurrency);
    workload.promptTokens = anyWhole(1, kLargestContext);
    workload.outputTokens = anyWhole(1, kLargestContext);
    workload.microBatch = anyWhole(1, kLargestMicroBatch);
    workload.flashAttention = anyFlag();
    workload.unifiedCache = anyFlag();
    workload.memoryMap = anyFlag();
    workload.fullWindowCache = anyFlag();
    workload.serving = {maybe(anyShare), maybe([] { return anyWhole(1, 1'000'000); }),
                        maybe([] { return anyWhole(1, 1000); }), anyFlag()};
    workload.training = anyTraining();
    workload.prefixCacheHitRate = anyShare();
    workload.speculative = maybe([] { return SpeculativeDecoding{anyCount(1, 64), anyShare(), anyShare()}; });
    workload.requestRate = maybe([] { return RequestsPerSecond(anyShare() * 100); });
    workload.maxTimeToFirstToken = maybe([] { return Seconds(anyShare() * 10); });
    workload.maxTimePerOutputToken = maybe([] { return Seconds(anyShare()); });
    return workload;
}

inline Requirement anyRequirement()
{
    Requirement requirement;
    requirement.model = ModelId(anyText());
    requirement.workload = anyWorkload();
    requirement.budget = anyMoney(anyCurrency());
    requirement.maxWallPower = maybe([] { return Watts(anyShare() * 5000); });
    requirement.minDecode = maybe([] { return TokensPerSecond(anyShare() * 100); });
    requirement.enclosure = static_cast<Enclosure>(anyCount(0, 2));
    requirement.requireEcc = anyFlag();
    requirement.vendor = maybe([] { return static_cast<AcceleratorVendor>(anyCount(0, 4)); });
    requirement.allowHostOffload = anyFlag();
    requirement.circuit = maybe([] { return WallCircuit{anyCount(100, 240), anyCount(1, 63)}; });
    requirement.mixedCards = anyFlag();
    requirement.today = maybe(anyDate);
    for (int i = anyCount(0, 2); i > 0; --i) {
        requirement.formFactors.push_back("ATX" + anyText());
        requirement.objectives.push_back(static_cast<Objective>(anyCount(0, 3)));
        requirement.owned.push_back(anyBuildLine(i));
    }
    return requirement;
}

inline PartOrder anyPartOrder(int number)
{
    return {anyPart(number), anyText(),     anyText(),           anyText(), anyText(),
            anyLines(),      anyDiscount(), anyCount(0, 10'000), anyFlag()};
}

inline ServiceLine anyService(int number)
{
    return {"x-" + std::to_string(number),
            anyLines(),
            anyText(),
            anyCount(1, 100'000),
            maybe([] { return anyMoney(anyCurrency()); }),
            maybe(anyDate),
            anyLines()};
}

inline OrderDetails anyOrder()
{
    OrderDetails order;
    order.header = {anyText(),  anyText(), anyText(),  anyText(),  anyText(),      anyLines(),
                    anyLines(), anyText(), anyLines(), anyLines(), maybe(anyDate), maybe(anyDate)};
    order.terms = {maybe(anyPercent), anyDiscount(), maybe([] { return anyMoney(anyCurrency()); }),
                   anyPercent()};
    for (int i = anyCount(0, 3); i > 0; --i) {
        order.parts.push_back(anyPartOrder(i));
        order.services.push_back(anyService(i));
    }
    order.paper = anyFlag() ? Paper::Letter : Paper::A4;
    return order;
}

inline QuoteLine anyQuoteLine(int number)
{
    return {anyPart(number),     maybe([] { return PartId("other"); }),         anyLines(),
            anyCount(1, 10'000), maybe([] { return anyMoney(anyCurrency()); }), anyText(),
            anyText(),           maybe([] { return anyCount(0, 365); }),        maybe(anyDate),
            anyLines()};
}

inline Quote anyQuote()
{
    Quote quote{"S" + anyText(),
                anyText(),
                anyDate(),
                maybe(anyDate),
                anyCurrency(),
                maybe([] { return anyMoney(anyCurrency()); }),
                {}};
    for (int i = anyCount(0, 3); i > 0; --i) {
        quote.lines.push_back(anyQuoteLine(i));
    }
    return quote;
}

inline SavedMachine anyAlternative(int number)
{
    const Currency currency = anyCurrency();
    SavedMachine machine{"m-" + std::to_string(number),
                         "M" + anyText(),
                         anyLines(),
                         anyFlag(),
                         anyBuild(),
                         anyDate(),
                         anyMoney(currency),
                         {}};
    for (int i = anyCount(0, 3); i > 0; --i) {
        machine.lines.push_back({anyBuildLine(i), "N" + anyText(), maybe([&] { return anyMoney(currency); }),
                                 maybe(anyDate), anyFlag()});
    }
    return machine;
}

inline BomLine anyBomLine(Currency currency, int number)
{
    BomLine line;
    line.kind = static_cast<BomLine::Kind>(anyCount(0, 2));
    line.number = number;
    line.position = "1." + std::to_string(number);
    line.category = static_cast<PartCategory>(anyCount(0, static_cast<int>(PartCategory::System)));
    line.part = anyPart(number);
    line.manufacturer = anyText();
    line.description = anyLines();
    line.partNumber = anyText();
    line.specifications = anyText();
    line.supplier = anyText();
    line.supplierPartNumber = anyText();
    line.internalNumber = anyText();
    line.link = anyText();
    line.quoteNumber = anyText();
    line.leadTimeDays = maybe([] { return anyCount(0, 100); });
    line.comment = anyLines();
    line.approved = anyFlag();
    line.quantityPerSystem = anyCount(1, 1000);
    line.owned = anyFlag();
    line.unitPrice = maybe([&] { return Money(anyWhole(0, 100'000'000), currency); });
    line.discount = anyDiscount();
    line.priceKind = static_cast<PriceKind>(anyCount(0, 4));
    line.listedPrice = maybe([] { return anyMoney(anyCurrency()); });
    line.priceRegion = anyText();
    line.priceSource = anyText();
    line.priceDate = maybe(anyDate);
    line.priceValidUntil = maybe(anyDate);
    line.specsState = static_cast<Verification>(anyCount(0, 2));
    return line;
}

inline Revision anyRevision(int number)
{
    Revision revision{number, anyDate(), anyText(), anyLines(), anyRequirement(), {}};
    Bom& bom = revision.bom;
    bom.title = anyText();
    bom.machines = {{anyText(), anyCount(1, 100), anyText(), anyText()}};
    bom.preparedOn = anyDate();
    bom.catalogDate = anyDate();
    bom.currency = anyCurrency();
    bom.rate = maybe([&] { return ExchangeRate{bom.currency, anyShare() + 0.5, anyDate(), anyText()}; });
    bom.pricePolicy.oldAfterDays = anyCount(0, 365);
    bom.header = anyOrder().header;
    bom.terms = {maybe(anyPercent), anyDiscount(), maybe([&] { return anyMoney(bom.currency); }),
                 anyPercent()};
    for (int i = anyCount(0, 3); i > 0; --i) {
        bom.lines.push_back(anyBomLine(bom.currency, i));
    }
    bom.findings = {{"a", Severity::Warning, "{x} " + anyText(), {{"x", anyText()}}}};
    return revision;
}

/// Everything that the user says, and what was kept; the excerpt is for its own tests.
inline Project anyProject()
{
    Project project;
    project.name = anyText();
    project.notes = anyLines();
    project.createdOn = anyDate();
    project.requirement = anyRequirement();
    for (int i = anyCount(0, 3); i > 0; --i) {
        project.machines.push_back({anyText(), anyBuild(), anyCount(1, 10'000)});
        project.alternatives.push_back(anyAlternative(i));
        project.quotes.push_back(anyQuote());
    }
    project.shown = static_cast<std::size_t>(
        anyWhole(0, std::max<std::int64_t>(static_cast<std::int64_t>(project.machines.size()), 1) - 1));
    project.order = anyOrder();
    for (int i = 1; i <= anyCount(0, 2); ++i) {
        project.revisions.push_back(anyRevision(i));
    }
    return project;
}

} // namespace rigwright
