// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/cost_sources.h"

#include "costs/assumption_lines.h"
#include "costs/cash_flow.h"
#include "costs/defaults.h"
#include "costs/ranges.h"
#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr int kSpeedDecimals = 4;

/// By CostFactor.
constexpr std::array<const char*, 11> kRangeTitles{
    RIGWRIGHT_TEXT("Costs", "Range of the use"),
    RIGWRIGHT_TEXT("Costs", "Range of the hardware's price"),
    RIGWRIGHT_TEXT("Costs", "Range of the own speed"),
    RIGWRIGHT_TEXT("Costs", "Range of the power"),
    RIGWRIGHT_TEXT("Costs", "Range of the electricity tariff"),
    RIGWRIGHT_TEXT("Costs", "Range of what the facility adds"),
    RIGWRIGHT_TEXT("Costs", "Range of room, support, software and staff"),
    RIGWRIGHT_TEXT("Costs", "Range of the residual value"),
    RIGWRIGHT_TEXT("Costs", "Range of the cloud's price"),
    RIGWRIGHT_TEXT("Costs", "Range of the cloud's speed"),
    RIGWRIGHT_TEXT("Costs", "Range of the hosted API's price"),
};

std::string rangeText(double low, double high, int decimals)
{
    return formatFixed(low, decimals) + "–" + formatFixed(high, decimals);
}

std::string speedText(const Range<RequestsPerSecond>& speed)
{
    return formatFixed(speed.mid.value(), kSpeedDecimals) + " (" +
        rangeText(speed.low.value(), speed.high.value(), kSpeedDecimals) + ") 1/s";
}

CostSource estimated(const char* what, std::string value)
{
    return {what, {}, std::move(value), SourceKind::Estimate, {}, {}, Verification::Unverified};
}

class Sources {
public:
    Sources(const CostComparison& comparison, const CostCandidates& candidates)
        : comparison_(comparison)
        , candidates_(candidates)
        , given_(comparison.assumptions)
        , country_(countryOf(candidates, comparison.assumptions))
        , lines_(linesOf(comparison.assumptions))
        , defaults_(linesOf(defaultsFor(candidates, comparison.assumptions)))
    { }

    [[nodiscard]] std::vector<CostSource> take()
    {
        addMachine();
        addTariff();
        addTax();
        addLines(lines_.own, defaults_.own);
        addOffers(ScenarioKind::Cloud, comparison_.breakEven.against);
        addModelFiles();
        addLines(lines_.cloud, defaults_.cloud);
        addOffers(ScenarioKind::Api, comparison_.apiBreakEven.against);
        addLines(lines_.api, defaults_.api);
        addLines(lines_.general, defaults_.general);
        addHoursInMonth();
        addCarbon();
        addRanges();
        addExchangeRates();
        return std::move(sources_);
    }

private:
    void addMachine()
    {
        const EvaluatedBuild& build = candidates_.build;
        for (const PricedLine& line : build.lines) {
            addPart(line);
        }
        sources_.push_back(estimated(RIGWRIGHT_TEXT("Costs", "Power under load, of one machine at the wall"),
                                     formatFixed(build.wallPower.value(), 0) + " W"));
        sources_.push_back(estimated(RIGWRIGHT_TEXT("Costs", "Power idle, of one machine at the wall"),
                                     formatFixed(build.idlePower.value(), 0) + " W"));
        if (candidates_.capacity) {
            sources_.push_back(estimated(RIGWRIGHT_TEXT("Costs", "Requests that one machine answers"),
                                         speedText(*candidates_.capacity)));
        }
    }

    void addPart(const PricedLine& line)
    {
        CostSource source;
        source.evidence = {{"quantity", std::to_string(line.line.quantity)}, {"name", line.name}};
        if (line.owned) {
            source.what = RIGWRIGHT_TEXT("Costs", "{quantity} × {name}, at hand");
            source.value = formatMoney(Money(0, candidates_.currency));
            source.kind = SourceKind::User;
        } else if (line.offer) {
            source.what = RIGWRIGHT_TEXT("Costs", "{quantity} × {name}, each ({kind})");
            source.evidence.emplace_back("kind", priceKindName(line.offer->kind));
            source.value = formatMoney(line.offer->price);
            source.kind = line.offer->own ? SourceKind::User : SourceKind::Catalog;
            source.source = line.offer->source;
            source.date = line.offer->date;
            source.state = line.standing.state;
            use(line.offer->price.currency());
        } else {
            return;
        }
        sources_.push_back(std::move(source));
    }

    /// What a country has a value for: its own where that is assumed, else the user's.
    void addOfCountry(const char* what, std::string value, bool isOfCountry, const Provenance& provenance)
    {
        CostSource source{what, {}, std::move(value), SourceKind::User, {}, {}, Verification::Unverified};
        if (isOfCountry) {
            source.evidence = {{"country", country_->name}};
            source.kind = SourceKind::Catalog;
            source.source = provenance.source;
            source.date = provenance.date;
            source.state = provenance.state;
        }
        sources_.push_back(std::move(source));
    }

    void addTariff()
    {
        const MoneyRate& tariff = given_.running.electricity;
        use(tariff.currency());
        const bool isOfCountry = country_ != nullptr && assumesTariffOf(*country_, candidates_, given_);
        if (isOfCountry) {
            use(country_->householdElectricity->currency());
        }
        const bool isUnknown = !isOfCountry && tariff.micros() == 0;
        addOfCountry(isOfCountry ? RIGWRIGHT_TEXT("Costs", "Electricity, of households in {country}")
                                 : RIGWRIGHT_TEXT("Costs", "Electricity"),
                     rateText(tariff, "kWh"), isOfCountry,
                     isOfCountry ? country_->electricitySource : Provenance());
        if (isUnknown) {
            sources_.back().kind = SourceKind::Default;
        }
    }

    void addTax()
    {
        if (!given_.purchase.taxRate) {
            return;
        }
        const bool isOfCountry = country_ != nullptr && country_->taxRate == given_.purchase.taxRate;
        const Verification state =
            isOfCountry && !country_->taxSource.empty() ? Verification::Sourced : Verification::Unverified;
        addOfCountry(isOfCountry ? RIGWRIGHT_TEXT("Costs", "Tax, of {country}")
                                 : RIGWRIGHT_TEXT("Costs", "Tax"),
                     percentText(*given_.purchase.taxRate), isOfCountry,
                     isOfCountry ? Provenance{country_->taxSource, state} : Provenance());
    }

    void addCarbon()
    {
        if (!given_.carbon) {
            return;
        }
        const bool isOfCountry = country_ != nullptr && country_->carbon == given_.carbon;
        addOfCountry(isOfCountry ? RIGWRIGHT_TEXT("Costs", "CO2e of electricity, of {country}")
                                 : RIGWRIGHT_TEXT("Costs", "CO2e of electricity"),
                     formatFixed(given_.carbon->value(), 3) + " kg/kWh", isOfCountry,
                     isOfCountry ? country_->carbonSource : Provenance());
    }

    void addLines(const std::vector<AssumptionLine>& lines, const std::vector<AssumptionLine>& defaults)
    {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!lines[i].counts) {
                continue;
            }
            const bool isDefault = lines[i].value == defaults[i].value;
            sources_.push_back({lines[i].what,
                                {},
                                lines[i].value,
                                isDefault ? SourceKind::Default : SourceKind::User,
                                isDefault ? lines[i].source : "",
                                {},
                                Verification::Unverified});
        }
    }

    /// The compared one first; a rental that several scenarios share once.
    void addOffers(ScenarioKind kind, std::optional<std::size_t> compared)
    {
        if (compared) {
            addOffer(comparison_.scenarios[*compared]);
        }
        for (std::size_t i = 0; i < comparison_.scenarios.size(); ++i) {
            const CostScenario& scenario = comparison_.scenarios[i];
            if (scenario.kind == kind && i != compared && scenario.terms == RentalTerms::AsOffered) {
                addOffer(scenario);
            }
        }
        if (compared && kind == ScenarioKind::Cloud) {
            addSpeed(comparison_.scenarios[*compared]);
        }
    }

    void addOffer(const CostScenario& scenario)
    {
        if (scenario.hosted) {
            addHosted(*scenario.hosted);
        } else if (scenario.offer) {
            addRental(*scenario.offer, scenario.standing);
        }
    }

    void addRental(const CloudOffer& offer, const PriceStanding& standing)
    {
        use(offer.pricePerHour.currency());
        sources_.push_back({RIGWRIGHT_TEXT("Costs", "{provider} {instance}, {region} ({pricing})"),
                            {{"provider", offer.provider},
                             {"instance", offer.instance},
                             {"region", offer.region},
                             {"pricing", pricingModelName(offer.pricing)}},
                            rateText(offer.pricePerHour, "h"),
                            SourceKind::Catalog,
                            offer.source,
                            offer.date,
                            standing.state});
    }

    void addSpeed(const CostScenario& scenario)
    {
        if (scenario.capacity) {
            CostSource source = estimated(RIGWRIGHT_TEXT("Costs", "Requests that {instance} answers"),
                                          speedText(*scenario.capacity));
            source.evidence = {
                {"instance", std::to_string(scenario.instancesToHold) + " × " + scenario.offer->instance}};
            sources_.push_back(std::move(source));
        }
    }

    void addHosted(const HostedModel& hosted)
    {
        const ApiOffer& offer = hosted.offer;
        const auto add = [&](const char* what, const MoneyRate& price) {
            use(price.currency());
            sources_.push_back({what,
                                {{"provider", offer.provider}, {"model", offer.providerModel}},
                                rateText(price, "Mtok"),
                                SourceKind::Catalog,
                                offer.source,
                                offer.date,
                                hosted.standing.state});
        };
        add(RIGWRIGHT_TEXT("Costs", "{provider} {model}, input"), offer.input);
        if (offer.cachedInput) {
            add(RIGWRIGHT_TEXT("Costs", "{provider} {model}, cached input"), *offer.cachedInput);
        }
        add(RIGWRIGHT_TEXT("Costs", "{provider} {model}, output"), offer.output);
    }

    void addModelFiles()
    {
        if (!given_.cloud.storage && !candidates_.rentals.empty()) {
            sources_.push_back(estimated(RIGWRIGHT_TEXT("Costs", "Files of the model, stored in the cloud"),
                                         formatFixed(candidates_.modelFiles.inGb(), 1) + " GB"));
        }
    }

    void addHoursInMonth()
    {
        CostSource source;
        source.what = RIGWRIGHT_TEXT("Costs", "Hours in a month");
        source.value = formatFixed(kHoursPerMonth, 0) + " h";
        sources_.push_back(std::move(source));
    }

    void addRanges()
    {
        for (const FactorRange& range : rangesFor(comparison_, candidates_)) {
            CostSource source;
            source.what = kRangeTitles.at(static_cast<std::size_t>(range.factor));
            source.value = "× " + rangeText(range.low, range.high, 2);
            source.kind = range.reason.empty() ? SourceKind::User : SourceKind::Default;
            source.source = range.reason;
            sources_.push_back(std::move(source));
        }
    }

    void use(Currency currency)
    {
        if (std::ranges::find(currencies_, currency) == currencies_.end()) {
            currencies_.push_back(currency);
        }
    }

    /// Of every currency in which something is priced, and that of the answer, unless all are the same.
    void addExchangeRates()
    {
        for (const Money& amount :
             {given_.purchase.shipping, given_.purchase.installation, given_.running.roomPerMonth,
              given_.running.softwarePerGpuYear, given_.running.staffPerYear}) {
            if (amount.minorUnits() != 0) {
                use(amount.currency());
            }
        }
        for (const MoneyRate& rate : {given_.cloud.storagePerGbMonth, given_.cloud.egressPerGb}) {
            if (rate.micros() != 0 && !candidates_.rentals.empty()) {
                use(rate.currency());
            }
        }
        use(candidates_.currency);
        if (currencies_.size() < 2) {
            return;
        }
        for (const Currency currency : currencies_) {
            const ExchangeRate* rate =
                currency == Currency::usd() ? nullptr : candidates_.rates.find(currency);
            if (rate != nullptr) {
                sources_.push_back({RIGWRIGHT_TEXT("Costs", "{currency} for a US dollar"),
                                    {{"currency", currency.code()}},
                                    formatFixed(rate->perUsd, 5) + " " + currency.code(),
                                    SourceKind::Catalog,
                                    rate->source,
                                    rate->date,
                                    rate->source.empty() ? Verification::Unverified : Verification::Sourced});
            }
        }
    }

    const CostComparison& comparison_;
    const CostCandidates& candidates_;
    const CostAssumptions& given_;
    const Country* country_; ///< null: none is assumed
    AssumptionLines lines_;
    AssumptionLines defaults_;
    std::vector<Currency> currencies_; ///< in which something is priced
    std::vector<CostSource> sources_;
};

} // namespace

std::vector<CostSource> costSources(const CostComparison& comparison, const CostCandidates& candidates)
{
    return Sources(comparison, candidates).take();
}

} // namespace rigwright
