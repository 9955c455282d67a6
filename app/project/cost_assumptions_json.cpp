// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/cost_assumptions_json.h"

#include "project/json_values.h"
#include "units/format.h"

#include <set>

namespace rigwright {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kHoursOfWeek = 168;
/// What is meant is checked afterwards; this only keeps a count within an int.
constexpr std::int64_t kMostWhole = 1'000'000;

void addUse(ordered_json& object, const Use& use)
{
    object["use"] = useKindName(use.kind);
    object["utilization"] = use.utilization;
    object["users"] = use.users;
    object["requests_per_user_per_day"] = use.requestsPerUser;
    object["hours_per_day"] = use.hoursPerDay;
    object["days_per_week"] = use.daysPerWeek;
    object["profile_requests_by_hour"] = ordered_json::array();
    for (const Requests& requests : use.profile) {
        object["profile_requests_by_hour"].push_back(requests.value());
    }
    object["cached_prompt_share"] = use.cachedShare;
}

void addPurchase(ordered_json& object, const CostAssumptions& assumptions)
{
    const PurchaseTerms& purchase = assumptions.purchase;
    object["machines"] = purchase.machines;
    object["tax_rate"] = numberJson(purchase.taxRate);
    object["tax_recoverable"] = purchase.taxRecoverable;
    object["shipping"] = valueJson(purchase.shipping);
    object["installation"] = valueJson(purchase.installation);
    object["spares_share"] = purchase.sparesShare;
    object["financing"] = financingName(assumptions.financing.kind);
    object["interest_per_year"] = assumptions.financing.yearlyInterest;
    object["term_months"] = assumptions.financing.termMonths;
    object["down_payment_share"] = assumptions.financing.downPayment;
    object["residual_share"] = assumptions.value.residualShare;
    object["depreciation_years"] = assumptions.value.depreciationYears;
    object["depreciation"] = depreciationMethodName(assumptions.value.method);
    object["refresh_years"] = numberJson(assumptions.value.refreshYears);
}

void addRunning(ordered_json& object, const RunningTerms& running)
{
    object["electricity_per_kwh"] = running.electricity.decimal();
    object["electricity_currency"] = running.electricity.currency().code();
    object["night_electricity_per_kwh"] = valueJson(running.nightElectricity);
    object["electricity_change_per_year"] = running.electricityChange;
    object["pue"] = running.powerUsageEffectiveness;
    object["idle_share"] = running.idleShare;
    object["room_per_machine_month"] = valueJson(running.roomPerMonth);
    object["support_share_per_year"] = running.supportShare;
    object["software_per_gpu_year"] = valueJson(running.softwarePerGpuYear);
    object["staff_share"] = running.staffShare;
    object["staff_per_year"] = valueJson(running.staffPerYear);
}

void addCloud(ordered_json& object, const CloudTerms& cloud)
{
    object["cloud_region"] = cloud.region;
    object["spot_interruption_share"] = cloud.spotInterruption;
    object["reserved_discount"] = numberJson(cloud.reservedDiscount);
    object["reserved_term_months"] = cloud.reservedTermMonths;
    object["billing_unit_hours"] = cloud.billingUnit.value();
    object["cloud_storage_bytes"] = cloud.storage ? ordered_json(cloud.storage->value()) : ordered_json();
    object["cloud_storage_per_gb_month"] = valueJson(cloud.storagePerGbMonth);
    object["cloud_egress_bytes_per_token"] = cloud.egressPerToken.value();
    object["cloud_egress_per_gb"] = valueJson(cloud.egressPerGb);
    object["cloud_price_change_per_year"] = cloud.priceChange;
}

ordered_json rangesJson(const std::vector<FactorRange>& ranges)
{
    ordered_json list = ordered_json::array();
    for (const FactorRange& range : ranges) {
        list.push_back({{"factor", costFactorName(range.factor)}, {"low", range.low}, {"high", range.high}});
    }
    return list;
}

int readInt(ObjectReader& object, const char* key)
{
    return static_cast<int>(object.whole(key, 0, kMostWhole));
}

std::optional<double> readOptionalNumber(ObjectReader& object, const char* key)
{
    return object.valueOf(key) == nullptr ? std::nullopt : std::optional(object.number(key));
}

std::vector<Requests> readProfile(ObjectReader& object, const char* key)
{
    const json* list = object.valueOf(key);
    if (list == nullptr || !list->is_array() || list->size() > kHoursOfWeek) {
        object.refuse(key, "a list of at most " + std::to_string(kHoursOfWeek) + " hours' requests");
        return {};
    }
    std::vector<Requests> profile;
    for (const json& requests : *list) {
        if (!requests.is_number()) {
            object.refuse(key, "a list of numbers");
            return {};
        }
        profile.emplace_back(requests.get<double>());
    }
    return profile;
}

void readUse(ObjectReader& object, Use& use)
{
    use.kind = object.named("use", parseUseKind);
    use.utilization = object.number("utilization");
    use.users = object.number("users");
    use.requestsPerUser = object.number("requests_per_user_per_day");
    use.hoursPerDay = object.number("hours_per_day");
    use.daysPerWeek = object.number("days_per_week");
    use.profile = readProfile(object, "profile_requests_by_hour");
    use.cachedShare = object.number("cached_prompt_share");
}

void readPurchase(ObjectReader& object, CostAssumptions& assumptions)
{
    PurchaseTerms& purchase = assumptions.purchase;
    purchase.machines = readInt(object, "machines");
    purchase.taxRate = readOptionalNumber(object, "tax_rate");
    purchase.taxRecoverable = object.flag("tax_recoverable");
    purchase.shipping = object.money("shipping");
    purchase.installation = object.money("installation");
    purchase.sparesShare = object.number("spares_share");
    assumptions.financing.kind = object.named("financing", parseFinancing);
    assumptions.financing.yearlyInterest = object.number("interest_per_year");
    assumptions.financing.termMonths = readInt(object, "term_months");
    assumptions.financing.downPayment = object.number("down_payment_share");
    assumptions.value.residualShare = object.number("residual_share");
    assumptions.value.depreciationYears = readInt(object, "depreciation_years");
    assumptions.value.method = object.named("depreciation", parseDepreciationMethod);
    if (object.valueOf("refresh_years") != nullptr) {
        assumptions.value.refreshYears = readInt(object, "refresh_years");
    }
}

MoneyRate readTariff(ObjectReader& object)
{
    const std::string decimal = object.text("electricity_per_kwh");
    const auto currency = Currency::parse(object.text("electricity_currency"));
    if (!currency) {
        object.refuse("electricity_currency", "the code of a currency that is known, such as USD");
        return {};
    }
    const auto tariff = MoneyRate::parse(decimal, *currency);
    if (!tariff || tariff->micros() < 0) {
        object.refuse("electricity_per_kwh", R"(an amount such as "0.30")");
    }
    return tariff.value_or(MoneyRate());
}

void readRunning(ObjectReader& object, RunningTerms& running)
{
    running.electricity = readTariff(object);
    if (object.valueOf("night_electricity_per_kwh") != nullptr) {
        running.nightElectricity = object.rate("night_electricity_per_kwh");
    }
    running.electricityChange = object.number("electricity_change_per_year");
    running.powerUsageEffectiveness = object.number("pue");
    running.idleShare = object.number("idle_share");
    running.roomPerMonth = object.money("room_per_machine_month");
    running.supportShare = object.number("support_share_per_year");
    running.softwarePerGpuYear = object.money("software_per_gpu_year");
    running.staffShare = object.number("staff_share");
    running.staffPerYear = object.money("staff_per_year");
}

/// Exactly: doubles hold whole numbers up to 2^53.
Bytes readBytes(ObjectReader& object, const char* key)
{
    return Bytes(object.whole(key, 0, std::int64_t{1} << 53U));
}

void readCloud(ObjectReader& object, CloudTerms& cloud)
{
    cloud.region = printableText(object.text("cloud_region"));
    cloud.spotInterruption = object.number("spot_interruption_share");
    cloud.reservedDiscount = readOptionalNumber(object, "reserved_discount");
    cloud.reservedTermMonths = readInt(object, "reserved_term_months");
    cloud.billingUnit = Hours(object.number("billing_unit_hours"));
    if (object.valueOf("cloud_storage_bytes") != nullptr) {
        cloud.storage = readBytes(object, "cloud_storage_bytes");
    }
    cloud.storagePerGbMonth = object.rate("cloud_storage_per_gb_month");
    cloud.egressPerToken = readBytes(object, "cloud_egress_bytes_per_token");
    cloud.egressPerGb = object.rate("cloud_egress_per_gb");
    cloud.priceChange = object.number("cloud_price_change_per_year");
}

std::vector<FactorRange> readRanges(ObjectReader& object, const char* key)
{
    const json* list = object.valueOf(key);
    const std::size_t most = allCostFactors().size();
    if (list == nullptr || !list->is_array() || list->size() > most) {
        object.refuse(key, "a list of at most " + std::to_string(most) + " ranges");
        return {};
    }
    std::vector<FactorRange> ranges;
    std::set<CostFactor> factors;
    for (const json& value : *list) {
        ObjectReader reader(value, object.whereIs(key) + "[" + std::to_string(ranges.size()) + "]");
        reader.refuseOthers({"factor", "low", "high"});
        FactorRange range;
        range.factor = reader.named("factor", parseCostFactor);
        range.low = reader.number("low");
        range.high = reader.number("high");
        if (!reader.error() && !factors.insert(range.factor).second) {
            reader.refuse("factor", "each factor once");
        }
        if (reader.error()) {
            object.refuse(*reader.error());
            return {};
        }
        ranges.push_back(range);
    }
    return ranges;
}

void refuseOtherKeys(ObjectReader& object)
{
    object.refuseOthers({"years",
                         "country",
                         "use",
                         "utilization",
                         "users",
                         "requests_per_user_per_day",
                         "hours_per_day",
                         "days_per_week",
                         "profile_requests_by_hour",
                         "cached_prompt_share",
                         "machines",
                         "tax_rate",
                         "tax_recoverable",
                         "shipping",
                         "installation",
                         "spares_share",
                         "financing",
                         "interest_per_year",
                         "term_months",
                         "down_payment_share",
                         "residual_share",
                         "depreciation_years",
                         "depreciation",
                         "refresh_years",
                         "electricity_per_kwh",
                         "electricity_currency",
                         "night_electricity_per_kwh",
                         "electricity_change_per_year",
                         "pue",
                         "idle_share",
                         "room_per_machine_month",
                         "support_share_per_year",
                         "software_per_gpu_year",
                         "staff_share",
                         "staff_per_year",
                         "cloud_region",
                         "spot_interruption_share",
                         "reserved_discount",
                         "reserved_term_months",
                         "billing_unit_hours",
                         "cloud_storage_bytes",
                         "cloud_storage_per_gb_month",
                         "cloud_egress_bytes_per_token",
                         "cloud_egress_per_gb",
                         "cloud_price_change_per_year",
                         "api_batch_discount",
                         "api_aggregators",
                         "api_price_change_per_year",
                         "discount_rate",
                         "carbon_kg_per_kwh",
                         "ranges"});
}

} // namespace

ordered_json costAssumptionsJson(const CostAssumptions& assumptions)
{
    ordered_json object = {{"years", assumptions.years}, {"country", assumptions.country}};
    addUse(object, assumptions.use);
    addPurchase(object, assumptions);
    addRunning(object, assumptions.running);
    addCloud(object, assumptions.cloud);
    object["api_batch_discount"] = assumptions.api.batchDiscount;
    object["api_aggregators"] = assumptions.api.aggregators;
    object["api_price_change_per_year"] = assumptions.api.priceChange;
    object["discount_rate"] = assumptions.discountRate;
    object["carbon_kg_per_kwh"] =
        assumptions.carbon ? ordered_json(assumptions.carbon->value()) : ordered_json();
    object["ranges"] = rangesJson(assumptions.ranges);
    return object;
}

Expected<CostAssumptions> readCostAssumptions(const json& value, const std::string& where)
{
    ObjectReader object(value, where);
    refuseOtherKeys(object);
    CostAssumptions assumptions;
    assumptions.years = readInt(object, "years");
    assumptions.country = printableText(object.text("country"));
    readUse(object, assumptions.use);
    readPurchase(object, assumptions);
    readRunning(object, assumptions.running);
    readCloud(object, assumptions.cloud);
    assumptions.api.batchDiscount = object.number("api_batch_discount");
    assumptions.api.aggregators = object.flag("api_aggregators");
    assumptions.api.priceChange = object.number("api_price_change_per_year");
    assumptions.discountRate = object.number("discount_rate");
    if (const auto carbon = readOptionalNumber(object, "carbon_kg_per_kwh")) {
        assumptions.carbon = CarbonIntensity(*carbon);
    }
    assumptions.ranges = readRanges(object, "ranges");
    if (object.error()) {
        return tl::unexpected(*object.error());
    }
    return check(assumptions).map([&] { return assumptions; }).map_error([&](const Error& error) {
        return Error{where + ": " + error.message};
    });
}

} // namespace rigwright
