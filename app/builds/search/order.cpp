// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/order.h"

#include <stdexcept>

namespace rigwright {

namespace {

constexpr PartSet kPlatform = partSet({PartCategory::Cpu, PartCategory::Board});
constexpr PartSet kMemory = partSet({PartCategory::Memory});
constexpr PartSet kCards = partSet({PartCategory::Accelerator});
constexpr PartSet kCase = partSet({PartCategory::Case});
constexpr PartSet kCooler = partSet({PartCategory::Cooler});
constexpr PartSet kSupply = partSet({PartCategory::PowerSupply});
constexpr PartSet kDrive = partSet({PartCategory::Storage});
constexpr PartSet kCompleting = kCase | kCooler | kSupply | kDrive;
/// The search gives no machine network cards, and judges complete systems apart.
constexpr PartSet kIgnored = partSet({PartCategory::NetworkCard, PartCategory::System});

void addByContext(CompletionSteps& steps, PartSet context, const Step& step)
{
    const bool cards = (context & kCards) != 0;
    const bool platform = (context & kPlatform) != 0;
    (cards && platform ? steps.onBoth : cards ? steps.onCards : steps.onPlatform).push_back(step);
}

CompletionSteps& stepsOf(JudgingOrder& order, PartSet part)
{
    switch (part) {
    case kCase: return order.enclosure;
    case kCooler: return order.cooler;
    case kSupply: return order.supply;
    case kDrive: return order.drive;
    default: throw std::logic_error("a rule reads several completing parts other than one and the case");
    }
}

void addCompleting(JudgingOrder& order, PartSet reads, const Step& step)
{
    const PartSet parts = reads & kCompleting;
    const PartSet context = reads & ~kCompleting;
    if ((context & kMemory) != 0) {
        throw std::logic_error("a rule reads memory and a completing part");
    }
    if (parts == kCase || (parts & kCase) == 0) {
        addByContext(stepsOf(order, parts), context, step);
        return;
    }
    if (context != 0) {
        throw std::logic_error("a rule reads the case, another completing part and more");
    }
    stepsOf(order, parts & ~kCase).inCase.push_back(step);
}

void addToCandidate(JudgingOrder& order, PartSet reads, const Step& step)
{
    if ((reads & kMemory) != 0 && (reads & kCards) != 0) {
        throw std::logic_error("a rule reads memory and accelerators");
    }
    const bool memory = (reads & kMemory) != 0;
    const bool cards = (reads & kCards) != 0;
    (memory ? order.memory : cards ? order.cards : order.platform).push_back(step);
    if ((!memory && !order.cards.empty() && !cards) || (memory && !order.cards.empty())) {
        throw std::logic_error("the rule table mixes the order of CPUs, memory and cards");
    }
}

int addReason(JudgingOrder& order, const char* id, const char* text)
{
    order.reasons.push_back({id, text});
    return static_cast<int>(order.reasons.size()) - 1;
}

/// The completer combines only these; another kind of rule needs it to be extended first.
void checkCompleting(const JudgingOrder& order)
{
    const bool known = order.enclosure.onBoth.empty() && order.enclosure.inCase.empty() &&
        order.cooler.onCards.empty() && order.cooler.onBoth.empty() && order.drive.onCards.empty() &&
        order.drive.onBoth.empty() && order.drive.inCase.empty();
    if (!known) {
        throw std::logic_error(
            "a rule reads a completing part together with parts that don't decide about it");
    }
}

bool isCompleting(const Rule& rule)
{
    return (rule.reads & kCompleting) != 0;
}

/// Rules about the list of parts itself read everything and choose nothing.
bool readsEverything(const Rule& rule)
{
    return rule.reads == ~PartSet{0};
}

void addRules(JudgingOrder& order, bool completing)
{
    for (const Rule& rule : allRules()) {
        if (isCompleting(rule) != completing || readsEverything(rule)) {
            continue;
        }
        const bool blocker = rule.severity == Severity::Blocker;
        if (!blocker && (!completing || rule.severity == Severity::Note || !rule.weighed)) {
            continue;
        }
        const Step step{&rule, blocker ? addReason(order, rule.id, rule.excluded) : Step::kNoReason};
        if (blocker) {
            (completing ? order.afterPlan : order.beforePlan).push_back(step);
        }
        const PartSet reads = rule.reads & ~kIgnored;
        completing ? addCompleting(order, reads, step) : addToCandidate(order, reads, step);
    }
}

} // namespace

JudgingOrder judgingOrder()
{
    JudgingOrder order;
    order.noPrice =
        addReason(order, "no-price", RIGWRIGHT_TEXT("Exclusion", "The catalog has no price for a part"));
    addRules(order, false);
    order.memoryFit =
        addReason(order, "memory-fit", RIGWRIGHT_TEXT("Exclusion", "The model doesn't fit into the memory"));
    order.hostOffload = addReason(order, "host-offload",
                                  RIGWRIGHT_TEXT("Exclusion", "Part of the model would have to stay in RAM"));
    order.speedUnknown = addReason(
        order, "speed-unknown", RIGWRIGHT_TEXT("Exclusion", "A figure that the speed depends on is unknown"));
    order.targets =
        addReason(order, "targets", RIGWRIGHT_TEXT("Exclusion", "The machine is slower than asked for"));
    addRules(order, true);
    checkCompleting(order);
    order.budget =
        addReason(order, "budget", RIGWRIGHT_TEXT("Exclusion", "The machine costs more than the budget"));
    return order;
}

bool excludes(const Step& step, Verdict verdict)
{
    return step.reason != Step::kNoReason &&
        (verdict == Verdict::Broken || (verdict == Verdict::Unverified && step.rule->mustBeKnown));
}

int firstFailure(const std::vector<Step>& steps, const Machine& machine)
{
    for (const Step& step : steps) {
        if (excludes(step, verdictOf(*step.rule, machine))) {
            return step.reason;
        }
    }
    return Step::kNoReason;
}

} // namespace rigwright
