// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/cost_case.h"

#include "project/cost_assumptions_json.h"
#include "project/json_values.h"

#include <algorithm>

namespace rigwright {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr auto kCaseSchema = "rigwright.cost-case/1";
constexpr auto kSetSchema = "rigwright.cost-cases/1";

/// The name and what is assumed, beside what else the object may hold.
Expected<CostCase> readCase(ObjectReader& object)
{
    CostCase costCase;
    costCase.name = object.label("name");
    const json* assumptions = object.valueOf("assumptions");
    if (assumptions == nullptr) {
        object.refuse("assumptions", "an object");
    }
    if (object.error()) {
        return tl::unexpected(*object.error());
    }
    return readCostAssumptions(*assumptions, object.whereIs("assumptions")).map([&](CostAssumptions read) {
        costCase.assumptions = std::move(read);
        return costCase;
    });
}

ordered_json caseJson(const CostCase& costCase)
{
    return {{"name", costCase.name}, {"assumptions", costAssumptionsJson(costCase.assumptions)}};
}

Expected<CostCaseSet> readCases(const json& list)
{
    CostCaseSet set;
    if (list.size() > kMostCostCases) {
        return fail("cases: expected at most " + std::to_string(kMostCostCases) + ", got " +
                    std::to_string(list.size()));
    }
    for (const json& value : list) {
        ObjectReader object(value, "cases[" + std::to_string(set.cases.size()) + "]");
        object.refuseOthers({"name", "assumptions"});
        auto costCase = readCase(object);
        if (!costCase) {
            return tl::unexpected(costCase.error());
        }
        if (std::ranges::find(set.cases, costCase->name, &CostCase::name) != set.cases.end()) {
            return wrongKey(object.whereIs("name"), "a name of its own", object.valueOf("name"));
        }
        set.cases.push_back(*std::move(costCase));
    }
    return set;
}

} // namespace

Expected<CostCase> parseCostCase(std::string_view text)
{
    return parseJsonText(text).and_then([](const json& document) {
        return checkSchema(document, kCaseSchema).and_then([&] {
            ObjectReader object(document, "");
            object.refuseOthers({"schema", "name", "assumptions"});
            return readCase(object);
        });
    });
}

std::string costCaseText(const CostCase& costCase)
{
    ordered_json document = {{"schema", kCaseSchema}};
    document.update(caseJson(costCase));
    return documentText(document);
}

Expected<CostCaseSet> parseCostCaseSet(std::string_view text)
{
    return parseJsonText(text).and_then([](const json& document) {
        return listOf(document, kSetSchema, "cases").and_then([](const json* list) {
            return readCases(*list);
        });
    });
}

std::string costCaseSetText(const CostCaseSet& set)
{
    ordered_json list = ordered_json::array();
    for (const CostCase& costCase : set.cases) {
        list.push_back(caseJson(costCase));
    }
    return documentText({{"schema", kSetSchema}, {"cases", std::move(list)}});
}

} // namespace rigwright
