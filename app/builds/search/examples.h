// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/order.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rigwright {

/// Parts of a candidate that a rule excludes, with what they cost together, in minor units of the answer's currency.
struct ExcludedParts {
    std::vector<Used<Accelerator>> cards;
    std::int64_t cardsPrice = 0;
    const Board* board = nullptr;
    std::int64_t boardPrice = 0;
    Used<Cpu> cpu = {};
    std::int64_t cpuPrice = 0;
    Used<MemoryKit> memory = {};
    std::int64_t memoryPrice = 0;
    const CompleteSystem* system = nullptr;
    const Accelerator* systemAccelerator = nullptr;
    std::int64_t systemPrice = 0;
};

/// For each rule that reads no completing part the cheapest parts that it reads, of the candidates that count for it.
class Examples {
public:
    explicit Examples(const JudgingOrder& order);

    /// Parts of a machine that count; those which the rule doesn't read are left out of them and of their price.
    void offer(int reason, const ExcludedParts& parts);
    /// Whether parts of this price would be the cheapest.
    [[nodiscard]] bool wants(int reason, std::int64_t price) const;

    /// Null: the reason is no rule, or one on completing parts.
    [[nodiscard]] const Rule* ruleOf(int reason) const { return entryOf(reason).rule; }
    [[nodiscard]] const std::optional<ExcludedParts>& of(int reason) const { return entryOf(reason).parts; }
    [[nodiscard]] std::int64_t priceOf(int reason) const { return entryOf(reason).price; }

private:
    struct Entry {
        const Rule* rule = nullptr;
        std::int64_t price = 0;
        std::optional<ExcludedParts> parts;
    };
    [[nodiscard]] const Entry& entryOf(int reason) const
    {
        return entries_[static_cast<std::size_t>(reason)];
    }

    std::vector<Entry> entries_;
};

/// The machine that is nothing but these parts.
[[nodiscard]] Machine machineOf(const ExcludedParts& parts, const Demands& demands);

} // namespace rigwright
