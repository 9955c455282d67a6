// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/assumptions.h"

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
std::optional<MoneyRate> tariffOf(const Catalog& catalog, const Country& country, Currency currency)
{
    if (!country.householdElectricity) {
        return std::nullopt;
    }
    const MoneyRate& tariff = *country.householdElectricity;
    const auto factor = exchangeFactor(catalog.rates, tariff.currency(), currency);
    return factor ? std::optional(exchanged(tariff, *factor, currency)) : std::nullopt;
}

Expected<const Country*> countryFor(const Catalog& catalog, Currency currency, const std::string& code)
{
    if (!code.empty()) {
        const auto found = std::ranges::find(catalog.countries, code, &Country::code);
        if (found == catalog.countries.end()) {
            return fail("country: expected a code of the catalog such as DE, got '" + code.substr(0, 60) +
                        "'");
        }
        return &*found;
    }
    const auto found = std::ranges::find_if(catalog.countries, [&](const Country& country) {
        return country.currency == currency && tariffOf(catalog, country, currency);
    });
    return found == catalog.countries.end() ? nullptr : &*found;
}

} // namespace

Expected<CostAssumptions> defaultAssumptions(const Catalog& catalog, Currency currency,
                                             const std::string& country)
{
    CostAssumptions assumptions;
    const Expected<const Country*> found = countryFor(catalog, currency, country);
    if (!found) {
        return tl::unexpected(found.error());
    }
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
    if (*found != nullptr) {
        assumptions.country = (*found)->code;
        assumptions.running.electricity =
            tariffOf(catalog, **found, currency).value_or(MoneyRate(0, currency));
        assumptions.purchase.taxRate = (*found)->taxRate;
        assumptions.carbon = (*found)->carbon;
    }
    return assumptions;
}

} // namespace rigwright
