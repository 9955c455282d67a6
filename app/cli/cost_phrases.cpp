// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cost_phrases.h"

#include "cli/report.h"
#include "costs/assumption_lines.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kDaysPerMonth = 365.0 / 12;

std::string monthsText(Months months)
{
    return formatFixed(months.value(), 1);
}

std::string rangeText(const BreakEven& breakEven)
{
    if (!breakEven.earliest) {
        return {};
    }
    if (!breakEven.months) {
        return "perhaps after " + monthsText(*breakEven.earliest);
    }
    return breakEven.latest
        ? "between " + monthsText(*breakEven.earliest) + " and " + monthsText(*breakEven.latest)
        : "from " + monthsText(*breakEven.earliest) + " on, perhaps never";
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

/// To all places that count.
std::string numberText(double value)
{
    std::string text = formatFixed(value, 4);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

std::string changeText(double change)
{
    return change == 0 ? "unchanged over the years"
                       : (change > 0 ? "+" : "") + percentText(change) + " a year";
}

std::string useText(const Use& use)
{
    std::string text;
    switch (use.kind) {
    case UseKind::Hours:
        text = "the own machine in full use " + percentText(use.utilization) + " of all hours";
        break;
    case UseKind::Users:
        text = numberText(use.users) + " users with " + numberText(use.requestsPerUser) +
            " requests a day, over " + numberText(use.hoursPerDay) + " hours on " +
            numberText(use.daysPerWeek) + " days a week";
        break;
    case UseKind::Profile: text = "a profile of " + std::to_string(use.profile.size()) + " hours"; break;
    }
    return text + "; " + percentText(use.cachedShare) + " of the prompts cached";
}

std::string purchaseText(const PurchaseTerms& purchase)
{
    const std::string tax = purchase.taxRate ? "tax " + percentText(*purchase.taxRate) +
            (purchase.taxRecoverable ? ", reclaimed" : ", not reclaimed")
                                             : "tax unknown";
    return std::to_string(purchase.machines) + (purchase.machines == 1 ? " machine, " : " machines, ") + tax +
        ", shipping " + formatMoney(purchase.shipping) + ", installation " +
        formatMoney(purchase.installation) + ", spares " + percentText(purchase.sparesShare) +
        " of the price";
}

std::string financingText(const FinancingTerms& financing)
{
    if (financing.kind == Financing::Cash) {
        return "in cash";
    }
    std::string text = std::string(financingName(financing.kind)) + " over " +
        std::to_string(financing.termMonths) + " months at " + percentText(financing.yearlyInterest) +
        " a year";
    return financing.kind == Financing::Loan ? text + ", " + percentText(financing.downPayment) + " at once"
                                             : text;
}

std::string valueText(const ValueTerms& value)
{
    return "sold for " + percentText(value.residualShare) + " of the price at the end; written off over " +
        std::to_string(value.depreciationYears) + " years (" + depreciationMethodName(value.method) + "); " +
        (value.refreshYears ? "replaced after " + std::to_string(*value.refreshYears) + " years"
                            : std::string("never replaced"));
}

std::string electricityText(const RunningTerms& running)
{
    return rateText(running.electricity, "kWh") +
        (running.nightElectricity ? ", at night " + rateText(*running.nightElectricity, "kWh")
                                  : std::string()) +
        ", " + changeText(running.electricityChange) + ", PUE " +
        numberText(running.powerUsageEffectiveness) + ", switched on in " + percentText(running.idleShare) +
        " of the idle hours";
}

std::string runningText(const RunningTerms& running)
{
    return "rack or room " + formatMoney(running.roomPerMonth) + " a month and machine, support " +
        percentText(running.supportShare) + " of the price a year, software " +
        formatMoney(running.softwarePerGpuYear) + " a year and accelerator, staff " +
        percentText(running.staffShare) + " of a position at " + formatMoney(running.staffPerYear) +
        " a year";
}

std::string cloudText(const CloudTerms& cloud)
{
    const double minutes = cloud.billingUnit.value() * 60;
    return (cloud.region.empty() ? std::string("all regions") : "regions with '" + cloud.region + "'") +
        ", billed by the " +
        (minutes > 0 ? "begun " + numberText(minutes) + " minutes" : std::string("second")) +
        ", spot interruptions " + percentText(cloud.spotInterruption) + ", " +
        (cloud.reservedDiscount ? "reserved " + percentText(*cloud.reservedDiscount) + " off for " +
                 std::to_string(cloud.reservedTermMonths) + " months"
                                : std::string("no reserved discount")) +
        ", storage of " +
        (cloud.storage ? numberText(cloud.storage->inGb()) + " GB" : std::string("the model's files")) +
        " at " + rateText(cloud.storagePerGbMonth, "GB and month") + ", " +
        std::to_string(cloud.egressPerToken.value()) + " bytes out for a token at " +
        rateText(cloud.egressPerGb, "GB") + ", prices " + changeText(cloud.priceChange);
}

std::string apiText(const ApiTerms& api)
{
    return "batch discount " + percentText(api.batchDiscount) + ", " +
        (api.aggregators ? "with" : "without") + " resellers, prices " + changeText(api.priceChange);
}

} // namespace

std::string shareText(double share)
{
    const double percent = share * 100;
    const bool isWhole = std::abs(percent - std::round(percent)) < 0.005;
    return formatFixed(percent, isWhole ? 0 : 1) + " %";
}

std::string ratePhrase(const std::optional<MoneyRate>& rate)
{
    if (!rate) {
        return "–";
    }
    const double amount = rate->toDouble();
    return formatFixed(amount, amount < 1 ? 3 : 2);
}

std::string breakEvenText(const BreakEven& breakEven)
{
    const std::string range = rangeText(breakEven);
    const std::string text = breakEven.months ? monthsText(*breakEven.months) + " months" : "never";
    return range.empty() ? text : text + " (" + range + ")";
}

std::string verdictText(const CostComparison& comparison, const BreakEven& breakEven, const std::string& what)
{
    std::string range = rangeText(breakEven);
    range = range.empty() ? range : " (" + range + ")";
    if (breakEven.months) {
        return "Buying has cost less than " + what + " after " + monthsText(*breakEven.months) + " months" +
            range + ": against " + comparison.scenarios.at(*breakEven.against).name;
    }
    return "No break-even within " + std::to_string(comparison.assumptions.years * 12) + " months against " +
        what + range + ": " + fillIn(breakEven.noneReason, breakEven.noneEvidence);
}

std::string earnedText(const PurchaseReturn& earned)
{
    const std::string worth = earned.netPresentValue.minorUnits() < 0 ? "loses " : "earns ";
    const Money amount = std::max(earned.netPresentValue, earned.netPresentValue * -1);
    return worth + formatMoney(amount) + " of today's money" +
        (earned.yearlyRate ? ", " + shareText(*earned.yearlyRate) + " a year" : std::string()) +
        (earned.discountedPayback
             ? ", paid back with interest after " + monthsText(*earned.discountedPayback) + " months"
             : std::string());
}

std::string trafficText(const CostComparison& comparison)
{
    const TrafficFigures& traffic = comparison.traffic;
    const auto daily = [](double monthly) { return amountText(monthly / kDaysPerMonth); };
    if (traffic.requests.value() <= 0) {
        return comparison.scenarios.front().capacity ? "To do: nothing"
                                                     : "To do: unknown, like the speed of the machine";
    }
    const bool trains = traffic.input.value() <= 0;
    const std::string tokens = trains
        ? daily(traffic.output.value()) + " tokens a day"
        : daily(traffic.input.value()) + " tokens in and " + daily(traffic.output.value()) + " out a day";
    return "To do: " + daily(traffic.requests.value()) + (trains ? " sequences" : " requests") +
        " a day (at most " + formatFixed(traffic.peak.value(), traffic.peak.value() < 10 ? 2 : 0) +
        " a second), " + tokens + "; what is owned is used " + shareText(traffic.utilization);
}

std::vector<std::string> assumptionLines(const CostAssumptions& assumptions)
{
    const std::string years =
        std::to_string(assumptions.years) + (assumptions.years == 1 ? " year" : " years");
    return {
        "time: " + years + ", later payments discounted by " + percentText(assumptions.discountRate) +
            " a year; country " + (assumptions.country.empty() ? "unknown" : assumptions.country),
        "use: " + useText(assumptions.use),
        "purchase: " + purchaseText(assumptions.purchase),
        "payment: " + financingText(assumptions.financing),
        "value: " + valueText(assumptions.value),
        "electricity: " + electricityText(assumptions.running) + ", carbon " +
            (assumptions.carbon ? numberText(assumptions.carbon->value()) + " kg CO2e/kWh"
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
