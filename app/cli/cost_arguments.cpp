// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cost_arguments.h"

#include "cli/cost_option_reader.h"
#include "project/json_text.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr double kMinutesPerHour = 60;
constexpr double kDayOfMinutes = 1440;

using Read = void (*)(CostOptionReader&);

struct CostOption {
    const char* name;
    const char* group;
    const char* help; ///< with the unit, and in parentheses what counts without it
    Read read;
    std::optional<UseKind> use = std::nullopt; ///< what there is to do is said in this way
};

constexpr auto kUse = "What there is to do";
constexpr auto kPurchase = "Purchase";
constexpr auto kFinancing = "Financing and value";
constexpr auto kRunning = "Running";
constexpr auto kCloud = "Cloud";
constexpr auto kApi = "Hosted API";
constexpr auto kComparison = "Comparison";

void readProfileFile(CostOptionReader& reader)
{
    constexpr std::size_t kLargest = std::size_t{1} << 20U;
    const auto profile = readFileText(reader.text(), kLargest, "a table of requests by hour")
                             .and_then([](const std::string& text) { return parseProfile(text); });
    if (profile) {
        reader.to().use.profile = *profile;
    } else {
        reader.fail(reader.text() + ": " + profile.error().message);
    }
}

const std::array kOptions{
    CostOption{"--years", kComparison, "How many years, 1 to 10 (3)",
               [](CostOptionReader& r) { r.whole(r.to().years, 1, 10); }},
    CostOption{"--discount-rate", kComparison, "A year, for present values, as a share (5%)",
               [](CostOptionReader& r) { r.share(r.to().discountRate); }},
    CostOption{"--carbon", kComparison, "Of the electricity, kg CO2e/kWh (of the country)",
               [](CostOptionReader& r) { r.to().carbon = CarbonIntensity(r.number(0, 5)); }},

    CostOption{"--utilization", kUse, "Share of all hours in which the own machine is in full use (40%)",
               [](CostOptionReader& r) { r.share(r.to().use.utilization); }, UseKind::Hours},
    CostOption{"--users", kUse, "Instead: people who ask, a number",
               [](CostOptionReader& r) { r.number(r.to().use.users, 1e-3, 1e9); }, UseKind::Users},
    CostOption{"--requests-per-user", kUse, "Of each of them on a working day (20)",
               [](CostOptionReader& r) { r.number(r.to().use.requestsPerUser, 1e-3, 1e9); }, UseKind::Users},
    CostOption{"--hours-per-day", kUse, "Over which their requests spread, hours, to 24 (8)",
               [](CostOptionReader& r) { r.number(r.to().use.hoursPerDay, 0.01, 24); }, UseKind::Users},
    CostOption{"--days-per-week", kUse, "On which they ask, to 7 (5)",
               [](CostOptionReader& r) { r.number(r.to().use.daysPerWeek, 0.01, 7); }, UseKind::Users},
    CostOption{"--profile", kUse,
               "Instead: CSV file of hour and requests, 24 hours of a day or 168 from Monday on",
               readProfileFile, UseKind::Profile},
    CostOption{"--cached-share", kUse, "Share of prompts that a hosted API bills as cached (0)",
               [](CostOptionReader& r) { r.share(r.to().use.cachedShare); }},

    CostOption{"--machines", kPurchase, "How many alike, 1 to 1000 (1)",
               [](CostOptionReader& r) { r.whole(r.to().purchase.machines, 1, 1000); }},
    CostOption{"--tax-rate", kPurchase, "Sales tax on the purchase, as a share (of the country)",
               [](CostOptionReader& r) { r.share(r.to().purchase.taxRate); }},
    CostOption{"--shipping", kPurchase, "With duty, of all machines, amount (0)",
               [](CostOptionReader& r) { r.amount(r.to().purchase.shipping); }},
    CostOption{"--installation", kPurchase, "Of all machines, amount (0)",
               [](CostOptionReader& r) { r.amount(r.to().purchase.installation); }},
    CostOption{"--spares", kPurchase, "Spare parts, share of the hardware's price (0)",
               [](CostOptionReader& r) { r.share(r.to().purchase.sparesShare); }},

    CostOption{"--financing", kFinancing, "cash, loan or lease (cash)",
               [](CostOptionReader& r) { r.named(r.to().financing.kind, parseFinancing); }},
    CostOption{"--interest", kFinancing, "Of a loan or lease, a year, as a share (6%)",
               [](CostOptionReader& r) { r.share(r.to().financing.yearlyInterest); }},
    CostOption{"--term-months", kFinancing, "Of a loan or lease, months, 1 to 120 (36)",
               [](CostOptionReader& r) { r.whole(r.to().financing.termMonths, 1, 120); }},
    CostOption{"--down-payment", kFinancing, "Of a loan, share that is paid at once (0)",
               [](CostOptionReader& r) { r.share(r.to().financing.downPayment); }},
    CostOption{"--residual", kFinancing, "What the hardware is sold for at the end, share of its price (0)",
               [](CostOptionReader& r) { r.share(r.to().value.residualShare); }},
    CostOption{"--depreciation-years", kFinancing, "Over which it is written off, 1 to 10 (3)",
               [](CostOptionReader& r) { r.whole(r.to().value.depreciationYears, 1, 10); }},
    CostOption{"--depreciation", kFinancing, "straight-line or declining-balance (straight-line)",
               [](CostOptionReader& r) { r.named(r.to().value.method, parseDepreciationMethod); }},
    CostOption{"--refresh-years", kFinancing, "After which a like machine replaces it, 1 to 10 (never)",
               [](CostOptionReader& r) {
                   int years = 1;
                   r.whole(years, 1, 10);
                   r.to().value.refreshYears = years;
               }},

    CostOption{"--electricity", kRunning, "Price of a kWh (a household's in the country)",
               [](CostOptionReader& r) { r.rate(r.to().running.electricity, "per kWh"); }},
    CostOption{"--night-electricity", kRunning, "From 22 to 6 o'clock, price of a kWh (as by day)",
               [](CostOptionReader& r) { r.rate(r.to().running.nightElectricity.emplace(), "per kWh"); }},
    CostOption{"--electricity-change", kRunning, "Of its price a year, as a share, -50% to 100% (0)",
               [](CostOptionReader& r) { r.change(r.to().running.electricityChange); }},
    CostOption{"--pue", kRunning, "Facility power over machine power, 1 to 10 (1.0)",
               [](CostOptionReader& r) { r.number(r.to().running.powerUsageEffectiveness, 1, 10); }},
    CostOption{"--idle-share", kRunning, "Of the hours without requests, share in which it stays on (100%)",
               [](CostOptionReader& r) { r.share(r.to().running.idleShare); }},
    CostOption{"--rack-per-month", kRunning, "Rack, room or colocation of each machine, amount a month (0)",
               [](CostOptionReader& r) { r.amount(r.to().running.roomPerMonth); }},
    CostOption{"--support", kRunning, "Support contract, share of the hardware's price a year (0)",
               [](CostOptionReader& r) { r.share(r.to().running.supportShare); }},
    CostOption{"--software-per-gpu", kRunning, "Licences for each accelerator, amount a year (0)",
               [](CostOptionReader& r) { r.amount(r.to().running.softwarePerGpuYear); }},
    CostOption{"--staff", kRunning, "Who looks after it, share of a full-time position (0)",
               [](CostOptionReader& r) { r.share(r.to().running.staffShare); }},
    CostOption{"--staff-cost", kRunning, "Of a full-time position, amount a year (0)",
               [](CostOptionReader& r) { r.amount(r.to().running.staffPerYear); }},

    CostOption{"--cloud-region", kCloud, "Only offers of regions that contain this text (all)",
               [](CostOptionReader& r) { r.to().cloud.region = r.text(); }},
    CostOption{"--spot-interruption", kCloud,
               "Hours that interruptions of spot offers cost, share of those used (10%)",
               [](CostOptionReader& r) { r.share(r.to().cloud.spotInterruption); }},
    CostOption{"--reserved-discount", kCloud, "Off the on-demand price for a term, as a share (none offered)",
               [](CostOptionReader& r) { r.share(r.to().cloud.reservedDiscount); }},
    CostOption{"--reserved-months", kCloud, "The term, of which every hour is paid, months, 1 to 60 (12)",
               [](CostOptionReader& r) { r.whole(r.to().cloud.reservedTermMonths, 1, 60); }},
    CostOption{"--billing-minutes", kCloud, "Begun units of so many minutes are paid (0: by the second)",
               [](CostOptionReader& r) {
                   r.to().cloud.billingUnit = Hours(r.number(0, kDayOfMinutes) / kMinutesPerHour);
               }},
    CostOption{"--storage-gb", kCloud, "Kept there all month, GB (the model's files)",
               [](CostOptionReader& r) { r.to().cloud.storage = Bytes::gb(r.number(0, 1e6)); }},
    CostOption{"--storage-price", kCloud, "Price of a GB and month (AWS's)",
               [](CostOptionReader& r) { r.rate(r.to().cloud.storagePerGbMonth, "per GB and month"); }},
    CostOption{"--egress-price", kCloud, "Price of a GB that leaves it (AWS's)",
               [](CostOptionReader& r) { r.rate(r.to().cloud.egressPerGb, "per GB"); }},
    CostOption{"--cloud-price-change", kCloud, "Of its prices a year, as a share, -50% to 100% (0)",
               [](CostOptionReader& r) { r.change(r.to().cloud.priceChange); }},

    CostOption{"--batch-discount", kApi, "Off all prices, as a share (0)",
               [](CostOptionReader& r) { r.share(r.to().api.batchDiscount); }},
    CostOption{"--api-price-change", kApi, "Of its prices a year, as a share, -50% to 100% (0)",
               [](CostOptionReader& r) { r.change(r.to().api.priceChange); }},
};

/// Options without a value: what they set, and their opposites, which a case may need.
struct CostFlag {
    const char* name;
    const char* group;
    const char* help;
    void (*set)(CostAssumptions&);
};

const std::array kFlags{
    CostFlag{"--tax-not-recoverable", kPurchase, "The buyer bears the tax (it is reclaimed)",
             [](CostAssumptions& to) { to.purchase.taxRecoverable = false; }},
    CostFlag{"--tax-recoverable", kPurchase, "The buyer reclaims the tax",
             [](CostAssumptions& to) { to.purchase.taxRecoverable = true; }},
    CostFlag{"--no-aggregators", kApi, "Without resellers of others' capacity",
             [](CostAssumptions& to) { to.api.aggregators = false; }},
    CostFlag{"--aggregators", kApi, "With resellers of others' capacity",
             [](CostAssumptions& to) { to.api.aggregators = true; }},
};

/// "electricity=0.8:1.5"
Expected<FactorRange> readRange(const std::string& text)
{
    const std::size_t equals = text.find('=');
    const std::size_t colon = text.find(':', equals == std::string::npos ? 0 : equals);
    if (equals == std::string::npos || colon == std::string::npos) {
        return fail("--range: '" + text.substr(0, 60) +
                    "' is not factor=low:high, such as electricity=0.8:1.5");
    }
    const auto factor = parseCostFactor(toLower(text.substr(0, equals)));
    if (!factor) {
        return fail("--range: " + factor.error().message);
    }
    const auto low = readDecimal("--range", text.substr(equals + 1, colon - equals - 1), 0, 1);
    const auto high = readDecimal("--range", text.substr(colon + 1), 1, 1000);
    if (!low || !high) {
        return tl::unexpected(!low ? low.error() : high.error());
    }
    return FactorRange{*factor, *low, *high};
}

/// One of --utilization, --users and --profile says what there is to do.
void chooseUse(CostOptionReader& reader, const CostOption& option, const char*& chosenBy)
{
    if (!option.use) {
        return;
    }
    if (chosenBy != nullptr && reader.to().use.kind != *option.use) {
        reader.fail("says otherwise than " + std::string(chosenBy) +
                    " what there is to do: give one of them");
        return;
    }
    reader.to().use.kind = *option.use;
    chosenBy = option.name;
}

Expected<void> readRanges(CostAssumptions& assumptions, const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        const auto range = readRange(text);
        if (!range) {
            return tl::unexpected(range.error());
        }
        std::erase_if(assumptions.ranges,
                      [&](const FactorRange& other) { return other.factor == range->factor; });
        assumptions.ranges.push_back(*range);
    }
    return {};
}

} // namespace

void addCostOptions(CLI::App& command, CostArguments& arguments)
{
    arguments.values.resize(kOptions.size() + kFlags.size());
    command
        .add_option("--country", arguments.country,
                    "Code such as DE, for tariff, tax and carbon (the first that pays in the currency)")
        ->group(kComparison);
    for (std::size_t i = 0; i < kOptions.size(); ++i) {
        command.add_option(kOptions[i].name, arguments.values[i], kOptions[i].help)->group(kOptions[i].group);
    }
    for (std::size_t i = 0; i < kFlags.size(); ++i) {
        std::string& value = arguments.values[kOptions.size() + i];
        command
            .add_flag_callback(
                kFlags[i].name, [&value] { value = "on"; }, kFlags[i].help)
            ->group(kFlags[i].group);
    }
    command
        .add_option("--range", arguments.ranges,
                    "factor=low:high, between what multiples a factor lies: use, hardware-price, own-speed, "
                    "power, electricity, power-usage, running, residual-value, cloud-price, cloud-speed or "
                    "api-price; may be repeated")
        ->group(kComparison);
    command
        .add_option("--case", arguments.caseFiles,
                    "A file of assumptions to begin with, or the name of a case of the project; up to three "
                    "are compared")
        ->group(kComparison);
    command.add_option("--save-case", arguments.saveAs, "Writes the assumptions as a case to this file")
        ->group(kComparison);
    command.add_option("--case-name", arguments.caseName, "Name of the case (that of the file)")
        ->group(kComparison);
}

const std::string& costOption(const CostArguments& arguments, const std::string& name)
{
    const auto found = std::ranges::find(kOptions, name, &CostOption::name);
    return arguments.values.at(static_cast<std::size_t>(found - kOptions.begin()));
}

Expected<CostAssumptions> withOptions(CostAssumptions assumptions, const CostArguments& arguments,
                                      Currency currency)
{
    CostOptionReader reader(assumptions, currency);
    const char* chosenBy = nullptr;
    for (std::size_t i = 0; i < kOptions.size(); ++i) {
        if (!arguments.values.at(i).empty()) {
            reader.begin(kOptions[i].name, arguments.values[i]);
            chooseUse(reader, kOptions[i], chosenBy);
            kOptions[i].read(reader);
        }
    }
    for (std::size_t i = 0; i < kFlags.size(); ++i) {
        if (!arguments.values.at(kOptions.size() + i).empty()) {
            kFlags[i].set(assumptions);
        }
    }
    if (reader.error()) {
        return tl::unexpected(*reader.error());
    }
    return readRanges(assumptions, arguments.ranges).map([&] { return std::move(assumptions); });
}

} // namespace rigwright
