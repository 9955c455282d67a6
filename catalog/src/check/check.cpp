// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/check.h"

#include "catalog/check/rules.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

namespace rigwright {

namespace checks {

std::string figure(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    std::string result(text);
    if (result.find('e') != std::string::npos) {
        std::snprintf(text, sizeof text, "%.0f", value);
        result = text;
    }
    return result;
}

std::optional<double> inDollars(const Catalog& catalog, const Money& amount)
{
    const ExchangeRate* rate = catalog.rates.find(amount.currency());
    return rate == nullptr ? std::nullopt : std::optional(amount.toDouble() / rate->perUsd);
}

std::optional<double> inDollars(const Catalog& catalog, const MoneyRate& rate)
{
    const ExchangeRate* exchange = catalog.rates.find(rate.currency());
    return exchange == nullptr ? std::nullopt : std::optional(rate.toDouble() / exchange->perUsd);
}

} // namespace checks

std::vector<CheckFinding> checkCatalog(const Catalog& catalog)
{
    using namespace checks;
    std::vector<CheckFinding> findings;
    for (const auto rules :
         {acceleratorRules(), cardRules(), platformRules(), componentRules(), unusedPartRules(), priceRules(),
          priceOutlierRules(), cloudRules(), apiRules(), modelRules(), regionRules(), provenanceRules()}) {
        for (const CatalogRule& rule : rules) {
            rule.judge(catalog, RuleReport(rule.name, findings));
        }
    }
    std::ranges::stable_sort(findings, {}, [](const CheckFinding& finding) {
        return std::tie(finding.rule, finding.subject, finding.message);
    });
    return findings;
}

} // namespace rigwright
