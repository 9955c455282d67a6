// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/assumption_lines.h"

#include "units/finding.h"
#include "units/format.h"

#include <iterator>

namespace rigwright {

namespace {

constexpr int kDecimals = 4;

std::string numberText(double value)
{
    std::string text = formatFixed(value, kDecimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string withUnit(double value, const char* unit)
{
    return numberText(value) + " " + unit;
}

template <class T, class Text>
std::string textOr(const std::optional<T>& value, Text text)
{
    return value ? text(*value) : std::string();
}

std::vector<AssumptionLine> purchaseLines(const CostAssumptions& given)
{
    const PurchaseTerms& purchase = given.purchase;
    return {
        {RIGWRIGHT_TEXT("Costs", "Machines, alike"), numberText(purchase.machines)},
        {RIGWRIGHT_TEXT("Costs", "Tax that is recovered"), purchase.taxRecoverable ? "100 %" : "0 %"},
        {RIGWRIGHT_TEXT("Costs", "Shipping and duty"), formatMoney(purchase.shipping)},
        {RIGWRIGHT_TEXT("Costs", "Installation"), formatMoney(purchase.installation)},
        {RIGWRIGHT_TEXT("Costs", "Spares, of the hardware's price"), percentText(purchase.sparesShare)},
    };
}

std::vector<AssumptionLine> paymentLines(const CostAssumptions& given)
{
    const FinancingTerms& financing = given.financing;
    const ValueTerms& value = given.value;
    const bool onCredit = financing.kind != Financing::Cash;
    const auto years = [](int count) { return withUnit(count, "years"); };
    return {
        {RIGWRIGHT_TEXT("Costs", "How the purchase is paid"), financingName(financing.kind)},
        {RIGWRIGHT_TEXT("Costs", "Interest, a year"), percentText(financing.yearlyInterest), onCredit},
        {RIGWRIGHT_TEXT("Costs", "Term of loan or lease"), withUnit(financing.termMonths, "months"),
         onCredit},
        {RIGWRIGHT_TEXT("Costs", "Down payment"), percentText(financing.downPayment),
         financing.kind == Financing::Loan},
        {RIGWRIGHT_TEXT("Costs", "Residual value, of the hardware's price"),
         percentText(value.residualShare)},
        {RIGWRIGHT_TEXT("Costs", "Depreciation"), years(value.depreciationYears)},
        {RIGWRIGHT_TEXT("Costs", "Method of depreciation"), depreciationMethodName(value.method)},
        {RIGWRIGHT_TEXT("Costs", "Replaced after"), textOr(value.refreshYears, years),
         value.refreshYears.has_value()},
    };
}

std::vector<AssumptionLine> runningLines(const CostAssumptions& given)
{
    const RunningTerms& running = given.running;
    const bool staffed = running.staffShare > 0;
    return {
        {RIGWRIGHT_TEXT("Costs", "Electricity by night"),
         textOr(running.nightElectricity, [](const MoneyRate& rate) { return rateText(rate, "kWh"); }),
         running.nightElectricity.has_value()},
        {RIGWRIGHT_TEXT("Costs", "Change of the tariff, a year"), percentText(running.electricityChange)},
        {RIGWRIGHT_TEXT("Costs", "Facility power over machine power (PUE)"),
         numberText(running.powerUsageEffectiveness)},
        {RIGWRIGHT_TEXT("Costs", "Switched on without requests, of these hours"),
         percentText(running.idleShare)},
        {RIGWRIGHT_TEXT("Costs", "Rack or room for each machine, a month"),
         formatMoney(running.roomPerMonth)},
        {RIGWRIGHT_TEXT("Costs", "Support contract, of the hardware's price, a year"),
         percentText(running.supportShare)},
        {RIGWRIGHT_TEXT("Costs", "Software for each accelerator, a year"),
         formatMoney(running.softwarePerGpuYear)},
        {RIGWRIGHT_TEXT("Costs", "Staff, of a full position"), percentText(running.staffShare)},
        {RIGWRIGHT_TEXT("Costs", "A full position, a year"), formatMoney(running.staffPerYear), staffed},
    };
}

std::vector<AssumptionLine> cloudLines(const CloudTerms& cloud)
{
    const bool reserved = cloud.reservedDiscount.has_value();
    return {
        {RIGWRIGHT_TEXT("Costs", "Only regions with"), cloud.region, !cloud.region.empty()},
        {RIGWRIGHT_TEXT("Costs", "Hours lost to interruptions of spot and marketplace offers"),
         percentText(cloud.spotInterruption)},
        {RIGWRIGHT_TEXT("Costs", "Discount on reserved instances"),
         textOr(cloud.reservedDiscount, percentText), reserved},
        {RIGWRIGHT_TEXT("Costs", "Term of reserved instances"), withUnit(cloud.reservedTermMonths, "months"),
         reserved},
        {RIGWRIGHT_TEXT("Costs", "Begun units that are paid"), withUnit(cloud.billingUnit.value(), "h")},
        {RIGWRIGHT_TEXT("Costs", "Cloud storage for each copy of the model"),
         textOr(cloud.storage, [](Bytes bytes) { return withUnit(bytes.inGb(), "GB"); }),
         cloud.storage.has_value()},
        {RIGWRIGHT_TEXT("Costs", "Cloud storage, a month"), rateText(cloud.storagePerGbMonth, "GB"), true,
         "https://aws.amazon.com/ebs/pricing/ (us-east-1, gp3)"},
        {RIGWRIGHT_TEXT("Costs", "Data out of the cloud for each token"),
         withUnit(static_cast<double>(cloud.egressPerToken.value()), "bytes")},
        {RIGWRIGHT_TEXT("Costs", "Data out of the cloud"), rateText(cloud.egressPerGb, "GB"), true,
         "https://aws.amazon.com/ec2/pricing/on-demand/ (us-east-1, first tier)"},
        {RIGWRIGHT_TEXT("Costs", "Change of cloud prices, a year"), percentText(cloud.priceChange)},
    };
}

std::vector<AssumptionLine> apiLines(const CostAssumptions& given)
{
    return {
        {RIGWRIGHT_TEXT("Costs", "Discount for batches"), percentText(given.api.batchDiscount)},
        {RIGWRIGHT_TEXT("Costs", "Resellers that count"), given.api.aggregators ? "100 %" : "0 %"},
        {RIGWRIGHT_TEXT("Costs", "Cached tokens, of a prompt's"), percentText(given.use.cachedShare)},
        {RIGWRIGHT_TEXT("Costs", "Change of hosted APIs' prices, a year"),
         percentText(given.api.priceChange)},
    };
}

std::vector<AssumptionLine> useLines(const Use& use)
{
    const bool people = use.kind == UseKind::Users;
    Requests counted;
    for (const Requests& requests : use.profile) {
        counted += requests;
    }
    return {
        {RIGWRIGHT_TEXT("Costs", "Hours in full use, of all hours"), percentText(use.utilization),
         use.kind == UseKind::Hours},
        {RIGWRIGHT_TEXT("Costs", "People who ask"), numberText(use.users), people},
        {RIGWRIGHT_TEXT("Costs", "Requests of each, a working day"), numberText(use.requestsPerUser), people},
        {RIGWRIGHT_TEXT("Costs", "Working hours, a day"), withUnit(use.hoursPerDay, "h"), people},
        {RIGWRIGHT_TEXT("Costs", "Working days, a week"), numberText(use.daysPerWeek), people},
        {RIGWRIGHT_TEXT("Costs", "Requests of the profile, a day or a week"), numberText(counted.value()),
         use.kind == UseKind::Profile},
    };
}

void append(std::vector<AssumptionLine>& to, std::vector<AssumptionLine> lines)
{
    to.insert(to.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
}

} // namespace

std::string percentText(double share)
{
    return withUnit(share * 100, "%");
}

std::string rateText(const MoneyRate& rate, const char* unit)
{
    return rate.decimal() + " " + rate.currency().code() + "/" + unit;
}

AssumptionLines linesOf(const CostAssumptions& given)
{
    AssumptionLines lines;
    lines.own = purchaseLines(given);
    append(lines.own, paymentLines(given));
    append(lines.own, runningLines(given));
    lines.cloud = cloudLines(given.cloud);
    lines.api = apiLines(given);
    lines.general = useLines(given.use);
    append(lines.general,
           {{RIGWRIGHT_TEXT("Costs", "Years that are looked at"), withUnit(given.years, "years")},
            {RIGWRIGHT_TEXT("Costs", "Discount rate of present values, a year"),
             percentText(given.discountRate)}});
    return lines;
}

} // namespace rigwright
