// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/defaults.h"

#include "costs/cash_flow.h"

#include <algorithm>

namespace rigwright {

namespace {

// As listed for us-east-1: gp3 volumes a GB-month, and data transfer out to the internet in its first tier.
// https://aws.amazon.com/ebs/pricing/ and https://aws.amazon.com/ec2/pricing/on-demand/, from memory, unverified.
constexpr std::int64_t kStorageMicros = 80'000;
constexpr std::int64_t kEgressMicros = 90'000;
/// One chunk of a streamed answer, as JSON, for each token.
constexpr std::int64_t kBytesPerStreamedToken = 250;

/// The tariff of a country in a currency; nothing when either is unknown.
std::optional<MoneyRate> tariffOf(const ExchangeRates& rates, const Country& country, Currency currency)
{
    if (!country.householdElectricity) {
        return std::nullopt;
    }
    const MoneyRate& tariff = *country.householdElectricity;
    const auto factor = exchangeFactor(rates, tariff.currency(), currency);
    return factor ? std::optional(exchanged(tariff, *factor, currency)) : std::nullopt;
}

const Country* findCountry(const std::vector<Country>& countries, const std::string& code)
{
    const auto found = std::ranges::find(countries, code, &Country::code);
    return found == countries.end() ? nullptr : &*found;
}

Expected<const Country*> countryFor(const Catalog& catalog, Currency currency, const std::string& code)
{
    if (!code.empty()) {
        const Country* found = findCountry(catalog.countries, code);
        if (found == nullptr) {
            return fail("country: expected a code of the catalog such as DE, got '" + code.substr(0, 60) +
                        "'");
        }
        return found;
    }
    const auto found = std::ranges::find_if(catalog.countries, [&](const Country& country) {
        return country.currency == currency && tariffOf(catalog.rates, country, currency);
    });
    return found == catalog.countries.end() ? nullptr : &*found;
}

/// `country` null: what is the same everywhere.
CostAssumptions defaultsOf(const Country* country, const ExchangeRates& rates, Currency currency)
{
    CostAssumptions assumptions;
    const Money nothing(0, currency);
    assumptions.purchase.shipping = nothing;
    assumptions.purchase.installation = nothing;
    assumptions.running.electricity = MoneyRate(0, currency);
    assumptions.running.roomPerMonth = nothing;
    assumptions.running.softwarePerGpuYear = nothing;
    assumptions.running.staffPerYear = nothing;
    assumptions.cloud.storagePerGbMonth = MoneyRate(kStorageMicros, Currency::usd());
    assumptions.cloud.egressPerGb = MoneyRate(kEgressMicros, Currency::usd());
    assumptions.cloud.egressPerToken = Bytes(kBytesPerStreamedToken);
    if (country != nullptr) {
        assumptions.country = country->code;
        assumptions.running.electricity =
            tariffOf(rates, *country, currency).value_or(MoneyRate(0, currency));
        assumptions.purchase.taxRate = country->taxRate;
        assumptions.carbon = country->carbon;
    }
    return assumptions;
}

} // namespace

Expected<CostAssumptions> defaultAssumptions(const Catalog& catalog, Currency currency,
                                             const std::string& country)
{
    return countryFor(catalog, currency, country).map([&](const Country* found) {
        return defaultsOf(found, catalog.rates, currency);
    });
}

CostAssumptions defaultsFor(const CostCandidates& candidates, const CostAssumptions& assumptions)
{
    return defaultsOf(countryOf(candidates, assumptions), candidates.rates, candidates.currency);
}

const Country* countryOf(const CostCandidates& candidates, const CostAssumptions& assumptions)
{
    return assumptions.country.empty() ? nullptr : findCountry(candidates.countries, assumptions.country);
}

bool assumesTariffOf(const Country& country, const CostCandidates& candidates,
                     const CostAssumptions& assumptions)
{
    return tariffOf(candidates.rates, country, candidates.currency) == assumptions.running.electricity;
}

} // namespace rigwright
