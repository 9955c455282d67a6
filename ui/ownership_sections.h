// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assumption_section.h"

namespace rigwright {

/// What buying costs beside the price of the parts.
class PurchaseSection : public AssumptionSection {
    Q_OBJECT
public:
    explicit PurchaseSection(QWidget* parent = nullptr);
    void retranslate() override;

private:
    Field machines_, tax_, recoverable_, shipping_, installation_, spares_;
};

/// How the purchase is paid, what the machine is worth later, and what money later is worth today.
class FinancingSection : public AssumptionSection {
    Q_OBJECT
public:
    explicit FinancingSection(QWidget* parent = nullptr);
    void retranslate() override;

protected:
    void showMore() override;

private:
    Field kind_, interest_, term_, down_, residual_, depreciation_, method_, refresh_, discount_;
};

/// Electricity and everything else that running a machine takes; with the country that the defaults are of.
class RunningSection : public AssumptionSection {
    Q_OBJECT
public:
    explicit RunningSection(QWidget* parent = nullptr);
    /// The countries to choose from.
    void setCountries(const std::vector<Country>& countries);
    void retranslate() override;

Q_SIGNALS:
    /// Tariff, tax and carbon are to be those of a country.
    void countryChosen(const std::string& code);

protected:
    void showMore() override;
    [[nodiscard]] bool isMoreDefault() const override;

private:
    void fillCountries();

    Choice* country_;
    std::vector<Country> countries_;
    Field countryRow_, tariff_, night_, change_, pue_, idle_, room_, support_, software_, staff_, staffPay_,
        carbon_;
};

} // namespace rigwright
