// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch_fixture.h"

#include "builds/evaluate.h"
#include "catalog/catalog_database.h"

#include <cstdio>

namespace rigwright::test {

const Catalog& launchCatalog()
{
    static const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return catalog;
}

Requirement launchRequirement(const std::string& model, WeightFormat weights, Engine engine,
                              WorkloadKind kind)
{
    Requirement requirement;
    requirement.model = ModelId(model);
    requirement.budget = Money(1'000'000'000'00, Currency::usd());
    requirement.workload.weights = weights;
    requirement.workload.engine = engine;
    requirement.workload.kind = kind;
    return requirement;
}

Build machineWith(const std::string& accelerator, int count)
{
    Build build;
    build.lines = {{PartCategory::Accelerator, PartId(accelerator), count}};
    return build;
}

EvaluatedBuild evaluated(const Build& build, const Requirement& requirement, const Catalog& catalog)
{
    auto machine = evaluateBuild(catalog, build, requirement);
    BOOST_REQUIRE_MESSAGE(machine.has_value(), (machine ? std::string() : machine.error().message));
    return std::move(*machine);
}

bool isShell(const std::string& text)
{
    std::FILE* shell = popen("bash -n 2>/dev/null", "w");
    BOOST_REQUIRE(shell != nullptr);
    std::fwrite(text.data(), 1, text.size(), shell);
    return pclose(shell) == 0;
}

} // namespace rigwright::test
