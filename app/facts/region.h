// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/offer.h"
#include "units/units.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// Defaults of a country, which users overwrite.
struct Country {
    std::string code; ///< ISO 3166, "US"
    std::string name;
    Currency currency = Currency::usd();
    std::optional<MoneyRate> householdElectricity; ///< per kWh, USD
    std::optional<MoneyRate> businessElectricity;  ///< per kWh, USD
    std::optional<double> taxRate;                 ///< 0.13 for 13 % VAT or sales tax
    Provenance electricitySource;
    std::string taxSource = {};                 ///< empty: unknown
    std::optional<CarbonIntensity> carbon = {}; ///< of the electricity that is used there, over a year
    Provenance carbonSource = {};
};

/// How many units of a currency one US dollar buys.
struct ExchangeRate {
    Currency currency = Currency::usd();
    double perUsd = 1;
    Date date;
    std::string source;
};

class ExchangeRates {
public:
    ExchangeRates() = default;
    explicit ExchangeRates(std::vector<ExchangeRate> rates)
        : rates_(std::move(rates))
    { }

    [[nodiscard]] const std::vector<ExchangeRate>& all() const { return rates_; }
    /// Null when the currency has no rate. USD always has the rate 1.
    [[nodiscard]] const ExchangeRate* find(Currency currency) const;
    /// An error names the currency without a rate.
    [[nodiscard]] Expected<Money> convert(const Money& amount, Currency to) const;

private:
    std::vector<ExchangeRate> rates_;
};

} // namespace rigwright
