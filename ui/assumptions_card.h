// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/card.h"

#include <memory>

class QGridLayout;
class QLabel;
class QSlider;

namespace rigwright {

class DecimalField;
class NumberField;

/// What the user assumes about use and prices, and what follows from the machine.
class AssumptionsCard : public Card {
    Q_OBJECT
public:
    explicit AssumptionsCard(QWidget* parent = nullptr);

    [[nodiscard]] CostAssumptions assumptions() const;
    /// Starts the tariff anew from the catalog where the currency has changed.
    void setCurrency(const Catalog& catalog, Currency currency);
    /// Null: no machine.
    void showMachine(const EvaluatedBuild* build);
    void showMonthlyElectricity(const std::optional<Money>& amount);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setRanges();
    void connectFields();
    void addField(QLabel* label, QWidget* field);
    void addHead();
    QLabel* addFigure(QLabel* label, const QString& objectName);
    void retranslate();
    void showShare();

    QGridLayout* grid_ = nullptr;
    QLabel* hoursLabel_ = nullptr;
    DecimalField* hours_ = nullptr;
    QSlider* slider_ = nullptr;
    QLabel* tariffLabel_ = nullptr;
    DecimalField* tariff_ = nullptr;
    QLabel* pueLabel_ = nullptr;
    DecimalField* pue_ = nullptr;
    QLabel* yearsLabel_ = nullptr;
    NumberField* years_ = nullptr;
    QLabel* machineHead_ = nullptr;
    QLabel* loadLabel_ = nullptr;
    QLabel* load_ = nullptr;
    QLabel* idleLabel_ = nullptr;
    QLabel* idle_ = nullptr;
    QLabel* monthlyLabel_ = nullptr;
    QLabel* monthly_ = nullptr;
    std::optional<Currency> currency_;
    CostAssumptions defaults_;
};

} // namespace rigwright
