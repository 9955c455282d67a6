// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/assumptions.h"
#include "costs/scenario.h"
#include "costs/source.h"
#include "units/finding.h"

#include <array>
#include <cstddef>

namespace rigwright {

namespace {

template <class T, std::size_t N>
using NameTable = std::array<std::pair<T, const char*>, N>;

template <class T, std::size_t N>
const char* nameIn(const NameTable<T, N>& table, T value)
{
    for (const auto& [known, name] : table) {
        if (known == value) {
            return name;
        }
    }
    return table.front().second;
}

template <class T, std::size_t N>
Expected<T> parseIn(const NameTable<T, N>& table, std::string_view text, const std::string& what)
{
    std::string names;
    for (const auto& [value, name] : table) {
        if (text == name) {
            return value;
        }
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return fail(what + ": expected one of " + names + ", got '" + std::string(text.substr(0, 60)) + "'");
}

constexpr NameTable<UseKind, 3> kUseKinds{
    {{UseKind::Hours, "hours"}, {UseKind::Users, "users"}, {UseKind::Profile, "profile"}}};

constexpr NameTable<Financing, 3> kFinancings{
    {{Financing::Cash, "cash"}, {Financing::Loan, "loan"}, {Financing::Lease, "lease"}}};

constexpr NameTable<DepreciationMethod, 2> kDepreciationMethods{
    {{DepreciationMethod::StraightLine, "straight-line"},
     {DepreciationMethod::DecliningBalance, "declining-balance"}}};

constexpr NameTable<CostFactor, 11> kCostFactors{{{CostFactor::Use, "use"},
                                                  {CostFactor::HardwarePrice, "hardware-price"},
                                                  {CostFactor::OwnSpeed, "own-speed"},
                                                  {CostFactor::Power, "power"},
                                                  {CostFactor::Electricity, "electricity"},
                                                  {CostFactor::PowerUsage, "power-usage"},
                                                  {CostFactor::Running, "running"},
                                                  {CostFactor::ResidualValue, "residual-value"},
                                                  {CostFactor::CloudPrice, "cloud-price"},
                                                  {CostFactor::CloudSpeed, "cloud-speed"},
                                                  {CostFactor::ApiPrice, "api-price"}}};

constexpr NameTable<ScenarioKind, 4> kScenarioKinds{{{ScenarioKind::Own, "own"},
                                                     {ScenarioKind::Cloud, "cloud"},
                                                     {ScenarioKind::Api, "api"},
                                                     {ScenarioKind::Burst, "burst"}}};

constexpr NameTable<Service, 3> kServices{
    {{Service::Same, "same"}, {Service::Unverified, "unverified"}, {Service::Part, "part"}}};

constexpr NameTable<HostedMatch, 3> kHostedMatches{{{HostedMatch::Same, "same"},
                                                    {HostedMatch::Family, "family"},
                                                    {HostedMatch::SimilarSize, "similar-size"}}};

constexpr NameTable<SourceKind, 4> kSourceKinds{{{SourceKind::Catalog, "catalog"},
                                                 {SourceKind::User, "user"},
                                                 {SourceKind::Default, "default"},
                                                 {SourceKind::Estimate, "estimate"}}};

struct CategoryWords {
    CostCategory category;
    const char* name;
    const char* title;
    bool capital;
};

constexpr std::array<CategoryWords, 21> kCategories{{
    {CostCategory::Hardware, "hardware", RIGWRIGHT_TEXT("Costs", "Hardware"), true},
    {CostCategory::Tax, "tax", RIGWRIGHT_TEXT("Costs", "Tax"), true},
    {CostCategory::Shipping, "shipping", RIGWRIGHT_TEXT("Costs", "Shipping"), true},
    {CostCategory::Installation, "installation", RIGWRIGHT_TEXT("Costs", "Installation"), true},
    {CostCategory::Spares, "spares", RIGWRIGHT_TEXT("Costs", "Spares"), true},
    {CostCategory::DownPayment, "down-payment", RIGWRIGHT_TEXT("Costs", "Down payment"), true},
    {CostCategory::LoanPayments, "loan-payments", RIGWRIGHT_TEXT("Costs", "Loan payments"), true},
    {CostCategory::LeasePayments, "lease-payments", RIGWRIGHT_TEXT("Costs", "Lease payments"), false},
    {CostCategory::Refresh, "refresh", RIGWRIGHT_TEXT("Costs", "Replacement"), true},
    {CostCategory::ResidualValue, "residual-value", RIGWRIGHT_TEXT("Costs", "Residual value"), true},
    {CostCategory::Electricity, "electricity", RIGWRIGHT_TEXT("Costs", "Electricity"), false},
    {CostCategory::Room, "room", RIGWRIGHT_TEXT("Costs", "Rack or room"), false},
    {CostCategory::Support, "support", RIGWRIGHT_TEXT("Costs", "Support contract"), false},
    {CostCategory::Software, "software", RIGWRIGHT_TEXT("Costs", "Software licences"), false},
    {CostCategory::Staff, "staff", RIGWRIGHT_TEXT("Costs", "Staff"), false},
    {CostCategory::CloudInstances, "cloud-instances", RIGWRIGHT_TEXT("Costs", "Cloud instances"), false},
    {CostCategory::CloudStorage, "cloud-storage", RIGWRIGHT_TEXT("Costs", "Cloud storage"), false},
    {CostCategory::CloudEgress, "cloud-egress", RIGWRIGHT_TEXT("Costs", "Data out of the cloud"), false},
    {CostCategory::ApiInput, "api-input", RIGWRIGHT_TEXT("Costs", "Input tokens"), false},
    {CostCategory::ApiCachedInput, "api-cached-input", RIGWRIGHT_TEXT("Costs", "Cached input tokens"), false},
    {CostCategory::ApiOutput, "api-output", RIGWRIGHT_TEXT("Costs", "Output tokens"), false},
}};

const CategoryWords& wordsOf(CostCategory category)
{
    return kCategories.at(static_cast<std::size_t>(category));
}

} // namespace

const char* useKindName(UseKind kind)
{
    return nameIn(kUseKinds, kind);
}

Expected<UseKind> parseUseKind(std::string_view name)
{
    return parseIn(kUseKinds, name, "use");
}

const char* financingName(Financing financing)
{
    return nameIn(kFinancings, financing);
}

Expected<Financing> parseFinancing(std::string_view name)
{
    return parseIn(kFinancings, name, "financing");
}

const char* depreciationMethodName(DepreciationMethod method)
{
    return nameIn(kDepreciationMethods, method);
}

Expected<DepreciationMethod> parseDepreciationMethod(std::string_view name)
{
    return parseIn(kDepreciationMethods, name, "depreciation");
}

const char* costFactorName(CostFactor factor)
{
    return nameIn(kCostFactors, factor);
}

Expected<CostFactor> parseCostFactor(std::string_view name)
{
    return parseIn(kCostFactors, name, "factor");
}

std::vector<CostFactor> allCostFactors()
{
    std::vector<CostFactor> factors;
    for (const auto& [factor, name] : kCostFactors) {
        factors.push_back(factor);
    }
    return factors;
}

const char* scenarioKindName(ScenarioKind kind)
{
    return nameIn(kScenarioKinds, kind);
}

const char* serviceName(Service service)
{
    return nameIn(kServices, service);
}

const char* hostedMatchName(HostedMatch match)
{
    return nameIn(kHostedMatches, match);
}

const char* sourceKindName(SourceKind kind)
{
    return nameIn(kSourceKinds, kind);
}

const char* costCategoryName(CostCategory category)
{
    return wordsOf(category).name;
}

const char* costCategoryTitle(CostCategory category)
{
    return wordsOf(category).title;
}

bool isCapital(CostCategory category)
{
    return wordsOf(category).capital;
}

} // namespace rigwright
