// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/examples.h"

namespace rigwright {

namespace {

bool reads(const Rule& rule, PartCategory category)
{
    return (rule.reads & partSet({category})) != 0;
}

std::int64_t priceRead(const Rule& rule, const ExcludedParts& parts)
{
    return parts.systemPrice + (reads(rule, PartCategory::Accelerator) ? parts.cardsPrice : 0) +
        (reads(rule, PartCategory::Board) ? parts.boardPrice : 0) +
        (reads(rule, PartCategory::Cpu) ? parts.cpuPrice : 0) +
        (reads(rule, PartCategory::Memory) ? parts.memoryPrice : 0);
}

ExcludedParts onlyRead(const Rule& rule, ExcludedParts parts)
{
    if (!reads(rule, PartCategory::Accelerator)) {
        parts.cards.clear();
    }
    if (!reads(rule, PartCategory::Board)) {
        parts.board = nullptr;
    }
    if (!reads(rule, PartCategory::Cpu)) {
        parts.cpu = {};
    }
    if (!reads(rule, PartCategory::Memory)) {
        parts.memory = {};
    }
    return parts;
}

} // namespace

Examples::Examples(const JudgingOrder& order)
    : entries_(order.reasons.size())
{
    for (const Step& step : order.beforePlan) {
        entries_[static_cast<std::size_t>(step.reason)].rule = step.rule;
    }
}

bool Examples::wants(int reason, std::int64_t price) const
{
    const Entry& entry = entryOf(reason);
    return entry.rule != nullptr && (!entry.parts || price < entry.price);
}

void Examples::offer(int reason, const ExcludedParts& parts)
{
    Entry& entry = entries_[static_cast<std::size_t>(reason)];
    if (entry.rule == nullptr) {
        return;
    }
    const std::int64_t price = priceRead(*entry.rule, parts);
    if (!entry.parts || price < entry.price) {
        entry.price = price;
        entry.parts = onlyRead(*entry.rule, parts);
    }
}

Machine machineOf(const ExcludedParts& parts, const Demands& demands)
{
    Machine machine;
    machine.demands = demands;
    machine.accelerators = parts.cards;
    machine.board = parts.board;
    if (parts.cpu.part != nullptr) {
        machine.cpus = {parts.cpu};
    }
    if (parts.memory.part != nullptr) {
        machine.memory = {parts.memory};
    }
    machine.system = parts.system;
    machine.systemAccelerator = parts.systemAccelerator;
    return machine;
}

} // namespace rigwright
