// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/check/check.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

// The rules that checkCatalog holds the catalog to.
namespace rigwright::checks {

/// Where one rule puts what it finds.
class RuleReport {
public:
    RuleReport(std::string rule, std::vector<CheckFinding>& findings)
        : rule_(std::move(rule))
        , findings_(findings)
    { }

    void error(const std::string& subject, std::string message) const
    {
        findings_.push_back({rule_, CheckSeverity::Error, subject, std::move(message)});
    }
    void warning(const std::string& subject, std::string message) const
    {
        findings_.push_back({rule_, CheckSeverity::Warning, subject, std::move(message)});
    }

private:
    std::string rule_;
    std::vector<CheckFinding>& findings_;
};

/// A rule looks at the whole catalog and reports every row that breaks it.
struct CatalogRule {
    const char* name;
    void (*judge)(const Catalog&, const RuleReport&);
};

// By topic; each list for the life of the program.
[[nodiscard]] std::span<const CatalogRule> acceleratorRules();
[[nodiscard]] std::span<const CatalogRule> cardRules();
[[nodiscard]] std::span<const CatalogRule> platformRules();
[[nodiscard]] std::span<const CatalogRule> componentRules();
[[nodiscard]] std::span<const CatalogRule> unusedPartRules();
[[nodiscard]] std::span<const CatalogRule> priceRules();
[[nodiscard]] std::span<const CatalogRule> priceOutlierRules();
[[nodiscard]] std::span<const CatalogRule> cloudRules();
[[nodiscard]] std::span<const CatalogRule> apiRules();
[[nodiscard]] std::span<const CatalogRule> modelRules();
[[nodiscard]] std::span<const CatalogRule> regionRules();
[[nodiscard]] std::span<const CatalogRule> provenanceRules();

/// "450", "16.5", "0.05": up to four digits that say something.
[[nodiscard]] std::string figure(double value);

/// In US dollars by the catalog's rates; nothing: no rate for its currency.
[[nodiscard]] std::optional<double> inDollars(const Catalog& catalog, const Money& amount);
[[nodiscard]] std::optional<double> inDollars(const Catalog& catalog, const MoneyRate& rate);

/// What may be; both ends are plausible.
struct Bounds {
    double least = 0;
    double most = 0;

    [[nodiscard]] bool hold(double value) const { return value >= least && value <= most; }
    /// "0.95 to 2.1"
    [[nodiscard]] std::string text() const { return figure(least) + " to " + figure(most); }
};

/// Calls `visit(PartInfo, table)` for every part of every table, makers' cards too.
template <class Visit>
void eachPart(const Catalog& catalog, Visit visit)
{
    const auto all = [&visit](const auto& parts, const char* table) {
        for (const auto& part : parts) {
            visit(part.info, table);
        }
    };
    all(catalog.accelerators, "accelerators");
    all(catalog.cards, "cards");
    all(catalog.cpus, "cpus");
    all(catalog.boards, "boards");
    all(catalog.memory, "memory");
    all(catalog.drives, "drives");
    all(catalog.powerSupplies, "power_supplies");
    all(catalog.cases, "cases");
    all(catalog.coolers, "coolers");
    all(catalog.networkCards, "network_cards");
    all(catalog.systems, "systems");
}

/// Calls `visit(Accelerator)` for every accelerator and every maker's card.
template <class Visit>
void eachAccelerator(const Catalog& catalog, Visit visit)
{
    for (const auto* list : {&catalog.accelerators, &catalog.cards}) {
        for (const Accelerator& accelerator : *list) {
            visit(accelerator);
        }
    }
}

} // namespace rigwright::checks
