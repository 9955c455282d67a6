// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cost_phrases.h"

#include "cli/report.h"
#include "units/format.h"

#include <cmath>

namespace rigwright {

namespace {

constexpr double kDaysPerMonth = 365.0 / 12;

std::string monthsText(Months months)
{
    return formatFixed(months.value(), 1);
}

std::string rangeText(const BreakEven& breakEven, int months)
{
    if (!breakEven.earliest) {
        return {};
    }
    return breakEven.latest
        ? "between " + monthsText(*breakEven.earliest) + " and " + monthsText(*breakEven.latest)
        : "from " + monthsText(*breakEven.earliest) + ", perhaps never within " + std::to_string(months);
}

/// "812", "12.3 thousand", "4.5 million"
std::string amountText(double amount)
{
    constexpr double kThousand = 1e3;
    constexpr double kMillion = 1e6;
    if (amount >= kMillion) {
        return formatRate(amount / kMillion) + " million";
    }
    return amount >= 100 * kThousand ? formatRate(amount / kThousand) + " thousand"
        : amount >= 10               ? formatCount(std::llround(amount))
                                     : formatFixed(amount, amount < 1 ? 2 : 1);
}

std::string changeText(double change)
{
    return change == 0 ? "unchanged over the years" : (change > 0 ? "+" : "") + shareText(change) + " a year";
}

std::string useText(const Use& use)
{
    std::string text;
    switch (use.kind) {
    case UseKind::Hours:
        text = "the own machine in full use " + shareText(use.utilization) + " of all hours";
        break;
    case UseKind::Users:
        text = formatRate(use.users) + " users with " + formatRate(use.requestsPerUser) +
            " requests a day, over " + formatRate(use.hoursPerDay) + " hours on " +
            formatRate(use.daysPerWeek) + " days a week";
        break;
    case UseKind::Profile: text = "a profile of " + std::to_string(use.profile.size()) + " hours"; break;
    }
    return text + "; " + shareText(use.cachedShare) + " of the prompts cached";
}

std::string purchaseText(const PurchaseTerms& purchase)
{
    const std::string tax = purchase.taxRate ? "tax " + shareText(*purchase.taxRate) +
            (purchase.taxRecoverable ? ", reclaimed" : ", not reclaimed")
                                             : "tax unknown";
    return std::to_string(purchase.machines) + (purchase.machines == 1 ? " machine, " : " machines, ") + tax +
        ", shipping " + formatMoney(purchase.shipping) + ", installation " +
        formatMoney(purchase.installation) + ", spares " + shareText(purchase.sparesShare) + " of the price";
}

std::string financingText(const FinancingTerms& financing)
{
    if (financing.kind == Financing::Cash) {
        return "in cash";
    }
    std::string text = std::string(financingName(financing.kind)) + " over " +
        std::to_string(financing.termMonths) + " months at " + shareText(financing.yearlyInterest) +
        " a year";
    return financing.kind == Financing::Loan ? text + ", " + shareText(financing.downPayment) + " at once"
                                             : text;
}

std::string valueText(const ValueTerms& value)
{
    return "sold for " + shareText(value.residualShare) + " of the price at the end; written off over " +
        std::to_string(value.depreciationYears) + " years (" + depreciationMethodName(value.method) + "); " +
        (value.refreshYears ? "replaced after " + std::to_string(*value.refreshYears) + " years"
                            : std::string("never replaced"));
}

std::string electricityText(const RunningTerms& running)
{
    return tariffText(running.electricity, "kWh") +
        (running.nightElectricity ? ", at night " + tariffText(*running.nightElectricity, "kWh")
                                  : std::string()) +
        ", " + changeText(running.electricityChange) + ", PUE " +
        formatFixed(running.powerUsageEffectiveness, 2) + ", switched on in " + shareText(running.idleShare) +
        " of the idle hours";
}

std::string runningText(const RunningTerms& running)
{
    return "rack or room " + formatMoney(running.roomPerMonth) + " a month and machine, support " +
        shareText(running.supportShare) + " of the price a year, software " +
        formatMoney(running.softwarePerGpuYear) + " a year and accelerator, staff " +
        shareText(running.staffShare) + " of a position at " + formatMoney(running.staffPerYear) + " a year";
}

std::string cloudText(const CloudTerms& cloud)
{
    const double minutes = cloud.billingUnit.value() * 60;
    return (cloud.region.empty() ? std::string("all regions") : "regions with '" + cloud.region + "'") +
        ", billed by the " +
        (minutes > 0 ? "begun " + formatRate(minutes) + " minutes" : std::string("second")) +
        ", spot interruptions " + shareText(cloud.spotInterruption) + ", " +
        (cloud.reservedDiscount ? "reserved " + shareText(*cloud.reservedDiscount) + " off for " +
                 std::to_string(cloud.reservedTermMonths) + " months"
                                : std::string("no reserved discount")) +
        ", storage of " +
        (cloud.storage ? formatFixed(cloud.storage->inGb(), 1) + " GB" : std::string("the model's files")) +
        " at " + tariffText(cloud.storagePerGbMonth, "GB and month") + ", " +
        std::to_string(cloud.egressPerToken.value()) + " bytes out for a token at " +
        tariffText(cloud.egressPerGb, "GB") + ", prices " + changeText(cloud.priceChange);
}

std::string apiText(const ApiTerms& api)
{
    return "batch discount " + shareText(api.batchDiscount) + ", " + (api.aggregators ? "with" : "without") +
        " resellers, prices " + changeText(api.priceChange);
}

} // namespace

std::string shareText(double share)
{
    const double percent = share * 100;
    const bool isWhole = std::abs(percent - std::round(percent)) < 0.005;
    return formatFixed(percent, isWhole ? 0 : 1) + " %";
}

std::string tariffText(const MoneyRate& rate, const std::string& unit)
{
    return rate.decimal() + " " + rate.currency().code() + "/" + unit;
}

std::string ratePhrase(const std::optional<MoneyRate>& rate)
{
    if (!rate) {
        return "–";
    }
    const double amount = rate->toDouble();
    return formatFixed(amount, amount < 1 ? 3 : 2);
}

std::string breakEvenText(const BreakEven& breakEven, int months)
{
    const std::string range = rangeText(breakEven, months);
    const std::string text = breakEven.months ? monthsText(*breakEven.months) + " months" : "never";
    return range.empty() ? text : text + " (" + range + ")";
}

std::string verdictText(const CostComparison& comparison, const BreakEven& breakEven, const std::string& what)
{
    const int months = comparison.assumptions.years * 12;
    std::string range = rangeText(breakEven, months);
    range = range.empty() ? range : " (" + range + ")";
    if (breakEven.months) {
        return "Buying has cost less than " + what + " after " + monthsText(*breakEven.months) + " months" +
            range + ": against " + comparison.scenarios.at(*breakEven.against).name;
    }
    return "No break-even within " + std::to_string(months) + " months against " + what + range + ": " +
        fillIn(breakEven.noneReason, breakEven.noneEvidence);
}

std::string trafficText(const CostComparison& comparison)
{
    const TrafficFigures& traffic = comparison.traffic;
    const auto daily = [](double monthly) { return amountText(monthly / kDaysPerMonth); };
    if (traffic.requests.value() <= 0) {
        return "To do: nothing that is known";
    }
    return "To do: " + daily(traffic.requests.value()) + " requests a day (at most " +
        formatFixed(traffic.peak.value(), traffic.peak.value() < 10 ? 2 : 0) + " a second), " +
        daily(traffic.input.value()) + " tokens in and " + daily(traffic.output.value()) +
        " out a day; what is owned is used " + shareText(traffic.utilization);
}

std::vector<std::string> assumptionLines(const CostAssumptions& assumptions)
{
    const std::string years =
        std::to_string(assumptions.years) + (assumptions.years == 1 ? " year" : " years");
    return {
        "time: " + years + ", later payments discounted by " + shareText(assumptions.discountRate) +
            " a year; country " + (assumptions.country.empty() ? "unknown" : assumptions.country),
        "use: " + useText(assumptions.use),
        "purchase: " + purchaseText(assumptions.purchase),
        "payment: " + financingText(assumptions.financing),
        "value: " + valueText(assumptions.value),
        "electricity: " + electricityText(assumptions.running) + ", carbon " +
            (assumptions.carbon ? formatFixed(assumptions.carbon->value(), 3) + " kg CO2e/kWh"
                                : std::string("unknown")),
        "running: " + runningText(assumptions.running),
        "cloud: " + cloudText(assumptions.cloud),
        "hosted API: " + apiText(assumptions.api),
    };
}

std::string priceOrigin(const CostScenario& scenario)
{
    if (scenario.offer) {
        return std::string(scenario.terms == RentalTerms::Reserved
                               ? "reserved"
                               : pricingModelName(scenario.offer->pricing)) +
            ", " + scenario.offer->region + ", " +
            priceText(scenario.offer->kind, scenario.offer->date, scenario.standing);
    }
    if (scenario.hosted) {
        const ApiOffer& offer = scenario.hosted->offer;
        return priceText(offer.kind, offer.date, scenario.hosted->standing) +
            (scenario.hosted->match == HostedMatch::Same ? std::string()
                                                         : ", instead: " + scenario.hosted->catalogModel);
    }
    return "purchase and running";
}

} // namespace rigwright
