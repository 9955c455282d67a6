// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "bom/texts.h"

#include <optional>
#include <string>

namespace rigwright {

/// The purchasing document's texts in the reader's language: English ones marked RIGWRIGHT_TEXT("Document", …), and what the
/// program's own words are called in them.
class DocumentWords {
public:
    explicit DocumentWords(Texts texts)
        : texts_(std::move(texts))
    { }

    [[nodiscard]] const Texts& texts() const { return texts_; }
    [[nodiscard]] std::string operator()(const std::string& english,
                                         const Texts::Evidence& figures = {}) const
    {
        return texts_("Document", english, figures);
    }
    /// "1 line" or "12 lines": `many` has {count} for the number.
    [[nodiscard]] std::string counted(std::int64_t count, const std::string& one,
                                      const std::string& many) const;

    [[nodiscard]] std::string yesOrNo(bool value) const;
    [[nodiscard]] std::string category(PartCategory category) const;
    /// What a line is bought in: "piece", "kit", "item".
    [[nodiscard]] std::string unitOf(const BomLine& line) const;
    [[nodiscard]] std::string priceKind(PriceKind kind) const;
    /// "street", "at hand"; empty: no price is known.
    [[nodiscard]] std::string priceKind(const BomLine& line) const;
    [[nodiscard]] std::string verification(Verification state) const;
    [[nodiscard]] std::string severity(Severity severity) const;
    [[nodiscard]] std::string workloadKind(WorkloadKind kind) const;
    [[nodiscard]] std::string bound(Bound bound) const;

    /// What a purchaser must not overlook in a line: "price is 486 days old, no part number".
    [[nodiscard]] std::string attention(const Bom& bom, const BomLine& line) const;
    [[nodiscard]] std::string specifications(const BomLine& line) const;
    /// A figure of the cost comparison, with its unit: "3 years", "0.18 USD/kWh".
    [[nodiscard]] std::string costValue(const std::string& value) const;
    /// "Qwen3 32B at Q4_K_M, llama.cpp, chat, 8,192 tokens of context"
    [[nodiscard]] std::string workload(const std::string& model, const Workload& workload) const;
    /// "1 USD = 6.70778 CNY on 2026-09-29 (a bank)"
    [[nodiscard]] std::string exchangeRate(const ExchangeRate& rate) const;

private:
    Texts texts_;
};

} // namespace rigwright
