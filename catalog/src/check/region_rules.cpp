// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>

namespace rigwright::checks {

namespace {

/// Sales taxes go from none (Hong Kong) to 27 % (Hungary).
void taxRate(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kShare{0, 0.28};
    for (const Country& country : catalog.countries) {
        if (country.taxRate && !kShare.hold(*country.taxRate)) {
            report.error(country.code,
                         "a tax of " + figure(*country.taxRate * 100) + " %; expected 0 to 28 %");
        }
    }
}

/// Countries with subsidies ask a few cents, Bermuda and islands half a dollar.
void electricityPrice(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kDollars{0.005, 0.7};
    for (const Country& country : catalog.countries) {
        for (const auto& price : {country.householdElectricity, country.businessElectricity}) {
            if (price && !kDollars.hold(price->toDouble())) {
                report.error(country.code,
                             price->decimal() + " USD a kWh; expected " + kDollars.text() + " USD");
            }
        }
    }
}

/// Businesses pay a third of households, or where households are subsidised two times as much.
void businessElectricity(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kShare{0.3, 2.2};
    for (const Country& country : catalog.countries) {
        if (country.householdElectricity && country.businessElectricity &&
            !kShare.hold(country.businessElectricity->toDouble() /
                         country.householdElectricity->toDouble())) {
            report.warning(country.code,
                           "businesses pay " + country.businessElectricity->decimal() +
                               " USD a kWh, households " + country.householdElectricity->decimal());
        }
    }
}

/// From water and nuclear power alone some 0.02 kg, from lignite alone some 1.2: more is per cent, grams or pounds a MWh.
void carbonIntensity(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kKilograms{0.01, 1.2};
    for (const Country& country : catalog.countries) {
        if (country.carbon && !kKilograms.hold(country.carbon->value())) {
            report.error(country.code,
                         figure(country.carbon->value()) + " kg CO2e a kWh; expected " + kKilograms.text() +
                             " kg");
        }
        if (country.carbon && country.carbonSource.source.empty()) {
            report.error(country.code, "a carbon intensity without a source");
        }
    }
}

void countryWithoutRate(const Catalog& catalog, const RuleReport& report)
{
    for (const Country& country : catalog.countries) {
        if (catalog.rates.find(country.currency) == nullptr) {
            report.error(country.code, "its currency " + country.currency.code() + " has no rate");
        }
    }
}

struct KnownRate {
    const char* currency;
    double perUsd;
};

/// Averages of 2025 (the Federal Reserve's G.5A, rounded): a rate that is half or twice as much is upside down or of another
/// currency.
constexpr std::array kKnownRates{
    KnownRate{"USD", 1},     KnownRate{"CNY", 7.2},  KnownRate{"EUR", 0.89}, KnownRate{"GBP", 0.76},
    KnownRate{"JPY", 150},   KnownRate{"AUD", 1.55}, KnownRate{"BRL", 5.6},  KnownRate{"CAD", 1.4},
    KnownRate{"CHF", 0.83},  KnownRate{"DKK", 6.6},  KnownRate{"HKD", 7.8},  KnownRate{"INR", 87},
    KnownRate{"KRW", 1'420}, KnownRate{"MXN", 19},   KnownRate{"NOK", 10.4}, KnownRate{"NZD", 1.7},
    KnownRate{"PLN", 3.8},   KnownRate{"SEK", 9.8},  KnownRate{"SGD", 1.3},  KnownRate{"TWD", 31},
    KnownRate{"ZAR", 18},
};

void exchangeRate(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kFactor{0.6, 1.7};
    for (const ExchangeRate& rate : catalog.rates.all()) {
        const auto known = std::ranges::find(kKnownRates, rate.currency.code(), &KnownRate::currency);
        if (known != kKnownRates.end() && !kFactor.hold(rate.perUsd / known->perUsd)) {
            report.warning(rate.currency.code(),
                           figure(rate.perUsd) + " for a US dollar; in 2025 it was " + figure(known->perUsd));
        }
    }
}

/// The user's own rates may be newer than the catalog; a day that nobody filled in is 1970-01-01.
void exchangeRateDay(const Catalog& catalog, const RuleReport& report)
{
    constexpr int kMostDays = 400;
    for (const ExchangeRate& rate : catalog.rates.all()) {
        if (catalog.date.daysSince(rate.date) > kMostDays) {
            report.warning(rate.currency.code(),
                           "a rate of " + rate.date.iso() + "; the catalog is of " + catalog.date.iso());
        }
        if (rate.source.empty()) {
            report.error(rate.currency.code(), "a rate without a source");
        }
    }
}

constexpr std::array kRules{
    CatalogRule{"tax-rate", taxRate},
    CatalogRule{"electricity-price", electricityPrice},
    CatalogRule{"business-electricity", businessElectricity},
    CatalogRule{"carbon-intensity", carbonIntensity},
    CatalogRule{"country-without-rate", countryWithoutRate},
    CatalogRule{"exchange-rate", exchangeRate},
    CatalogRule{"exchange-rate-day", exchangeRateDay},
};

} // namespace

std::span<const CatalogRule> regionRules()
{
    return kRules;
}

} // namespace rigwright::checks
