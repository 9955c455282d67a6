// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_import.h"

#include "project/machine_json.h"

#include <set>

namespace rigwright {

namespace {

constexpr std::size_t kMostImported = 1'000;

/// The dearest machine is within it: nobody said what may be spent.
void raiseBudget(Project& project, const Money& price)
{
    const bool sameCurrency = price.currency() == project.requirement.budget.currency();
    if (project.machines.size() == 1 || (sameCurrency && price > project.requirement.budget)) {
        project.requirement.budget = price;
    }
}

ProjectMachine readFoundBuild(ObjectReader& object)
{
    ProjectMachine machine;
    machine.name = object.valueOf("title") == nullptr ? std::string() : object.line("title");
    machine.build = readBuild(object);
    return machine;
}

} // namespace

Project projectOfMachines(ObjectReader& document)
{
    Project project;
    std::set<std::string> ids;
    document.each("machines", kMostImported, "machines", [&](ObjectReader& object) {
        SavedMachine machine = readSavedMachine(object);
        if (!object.error() && !ids.insert(machine.id).second) {
            object.refuse("id", "an id of its own");
        }
        project.machines.push_back({machine.name, machine.build, 1});
        raiseBudget(project, machine.price);
        project.createdOn = std::max(project.createdOn, machine.savedOn);
        project.alternatives.push_back(std::move(machine));
    });
    return project;
}

Project projectOfBuilds(ObjectReader& document)
{
    Project project;
    if (document.valueOf("parts") != nullptr) {
        project.machines.push_back(readFoundBuild(document));
        return project;
    }
    document.each("builds", kMostImported, "machines", [&](ObjectReader& object) {
        project.machines.push_back(readFoundBuild(object));
        raiseBudget(project, object.money("price"));
    });
    return project;
}

} // namespace rigwright
