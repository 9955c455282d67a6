// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/card.h"

#include <memory>
#include <optional>
#include <vector>

class QScrollArea;

namespace rigwright {

class ApiSection;
class AssumptionSection;
class CloudSection;
class FinancingSection;
class PowerFigures;
class PurchaseSection;
class RangesSection;
class RunningSection;
class UseSection;

/// What the user assumes about use and prices, in sections that unfold, and what follows from the machine.
class AssumptionsCard : public Card {
    Q_OBJECT
public:
    explicit AssumptionsCard(QWidget* parent = nullptr);

    [[nodiscard]] const CostAssumptions& assumptions() const { return assumed_; }
    /// With money in the currency of the fields; tells of it.
    void setAssumptions(const CostAssumptions& assumptions);
    /// The same, and tells of nothing.
    void showAssumptions(const CostAssumptions& assumptions);
    /// Countries and defaults; starts anew from the defaults where the currency has changed, or from what was saved for it.
    void setCurrency(std::shared_ptr<const Catalog> catalog, Currency currency,
                     const std::optional<CostAssumptions>& saved = {});
    [[nodiscard]] const std::optional<Currency>& currency() const { return currency_; }
    /// Something that is asked for is not there yet.
    [[nodiscard]] bool isComplete() const;
    /// Null: no machine.
    void showMachine(const EvaluatedBuild* build);
    void showMonthlyElectricity(const std::optional<Money>& amount);
    /// Those that count in the comparison that is shown.
    void showRanges(const std::vector<FactorRange>& ranges);
    /// What follows from all of it, in a sentence.
    void showHint(const QString& sentence);
    /// Texts that break over lines ask for no more height than the page gives.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void takeEdit(const CostAssumptions& assumptions);
    void chooseCountry(const std::string& code);
    void showThem();
    void retranslate();

    std::vector<AssumptionSection*> sections_;
    UseSection* use_;
    RunningSection* running_;
    RangesSection* ranges_;
    PowerFigures* power_;
    ThemedLabel* hint_;
    QScrollArea* scroll_;
    std::shared_ptr<const Catalog> catalog_; ///< shared with the page
    std::optional<Currency> currency_;
    CostAssumptions assumed_;
};

/// The assumptions with all money in one currency; what has no rate stays as it is.
[[nodiscard]] CostAssumptions inCurrency(CostAssumptions assumed, const ExchangeRates& rates,
                                         Currency currency);

} // namespace rigwright
