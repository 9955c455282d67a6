// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/cost_assumptions_json.h"
#include "project/excerpt_json.h"
#include "project/machine_json.h"
#include "project/order_json.h"
#include "project/project.h"
#include "project/project_import.h"
#include "project/requirement_json.h"
#include "project/revisions_json.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr auto kSchema = "rigwright.project/1";
constexpr std::size_t kMostAlternatives = 1'000;
constexpr std::size_t kMostQuotes = 1'000;
constexpr std::size_t kMostRevisions = 1'000;
constexpr int kMostSystems = 10'000;

ordered_json machineJson(const ProjectMachine& machine)
{
    ordered_json object = {{"name", printableText(machine.name)}, {"systems", machine.systems}};
    addBuild(object, machine.build);
    return object;
}

ProjectMachine readMachine(ObjectReader& object)
{
    object.refuseOthers({"name", "systems", "power_cap_watts", "parts"});
    ProjectMachine machine;
    machine.name = object.line("name");
    machine.systems = static_cast<int>(object.whole("systems", 1, kMostSystems));
    machine.build = readBuild(object);
    return machine;
}

ordered_json caseJson(const CostCase& costCase)
{
    return {{"name", printableText(costCase.name)},
            {"assumptions", costAssumptionsJson(costCase.assumptions)}};
}

CostAssumptions readAssumptions(ObjectReader& object, const char* key)
{
    const json* value = object.valueOf(key);
    if (value == nullptr) {
        object.refuse(key, "an object");
        return {};
    }
    auto assumptions = readCostAssumptions(*value, object.whereIs(key));
    if (!assumptions) {
        object.refuse(assumptions.error());
    }
    return std::move(assumptions).value_or(CostAssumptions());
}

CostCase readCase(ObjectReader& object)
{
    object.refuseOthers({"name", "assumptions"});
    return {object.label("name"), readAssumptions(object, "assumptions")};
}

SavedMachine readAlternative(ObjectReader& object)
{
    object.refuseOthers(
        {"id", "name", "note", "pinned", "saved_on", "price", "power_cap_watts", "parts", "prices"});
    return readSavedMachine(object);
}

void readRevisions(ObjectReader& object, Project& project)
{
    object.each("revisions", kMostRevisions, "revisions", [&](ObjectReader& reader) {
        Revision revision = readRevisionJson(reader);
        if (!project.revisions.empty() && revision.number <= project.revisions.back().number) {
            reader.refuse("number", "a number above that of the revision before");
        }
        project.revisions.push_back(std::move(revision));
    });
}

void readMachines(ObjectReader& object, Project& project)
{
    project.machines = object.all("machines", kMostProjectMachines, "machines", readMachine);
    if (object.valueOf("shown") != nullptr) {
        const std::size_t last = std::max<std::size_t>(project.machines.size(), 1) - 1;
        project.shown = static_cast<std::size_t>(object.whole("shown", 0, static_cast<std::int64_t>(last)));
    }
}

Project readProjectJson(ObjectReader& object)
{
    object.refuseOthers({"schema", "name", "notes", "created_on", "requirement", "machines", "shown", "order",
                         "assumptions", "cases", "alternatives", "quotes", "revisions", "catalog"});
    Project project;
    project.name = object.line("name");
    project.notes = object.paragraphs("notes");
    project.createdOn = object.date("created_on");
    object.member("requirement",
                  [&](ObjectReader& reader) { project.requirement = readRequirementJson(reader); });
    readMachines(object, project);
    object.member("order", [&](ObjectReader& reader) { project.order = readOrderJson(reader); });
    project.assumptions = readOptional(object, "assumptions", readAssumptions);
    project.cases = object.distinct("cases", kMostCostCases, "cases", readCase, &CostCase::name, "name",
                                    "a name of its own");
    project.alternatives = object.distinct("alternatives", kMostAlternatives, "machines", readAlternative,
                                           &SavedMachine::id, "id");
    project.quotes = object.all("quotes", kMostQuotes, "quotes", readQuoteJson);
    readRevisions(object, project);
    if (object.valueOf("catalog") != nullptr) {
        object.member("catalog", [&](ObjectReader& reader) {
            project.catalog = std::make_shared<const CatalogExcerpt>(readExcerptJson(reader));
        });
    }
    return project;
}

/// Who reads a document. A later version of projects is one row more, and the rows before it stay.
struct SchemaReader {
    const char* schema;
    Project (*read)(ObjectReader& document);
};
constexpr std::array kReaders{SchemaReader{kSchema, readProjectJson},
                              SchemaReader{"rigwright.machines/1", projectOfMachines},
                              SchemaReader{"rigwright.builds/1", projectOfBuilds}};

Expected<Project (*)(ObjectReader&)> readerOf(const json& document)
{
    const json* written = document.is_object() ? memberOf(document, "schema") : nullptr;
    for (const SchemaReader& reader : kReaders) {
        if (written != nullptr && *written == reader.schema) {
            return reader.read;
        }
    }
    // A build file need not name its schema.
    if (written == nullptr && document.is_object() && memberOf(document, "parts") != nullptr) {
        return projectOfBuilds;
    }
    return tl::unexpected(checkSchema(document, kSchema).error());
}

/// What edits change, and what is small.
ordered_json planJson(const Project& project)
{
    return {{"schema", kSchema},
            {"name", printableText(project.name)},
            {"notes", printableLines(project.notes)},
            {"created_on", valueJson(project.createdOn)},
            {"requirement", requirementJson(project.requirement)},
            {"machines", listJson(project.machines, machineJson)},
            {"shown", project.shown},
            {"order", orderJson(project.order)},
            {"assumptions", project.assumptions ? costAssumptionsJson(*project.assumptions) : ordered_json()},
            {"cases", listJson(project.cases, caseJson)}};
}

/// What is kept beside it, and grows.
ordered_json recordsJson(const Project& project)
{
    return {{"alternatives", listJson(project.alternatives, savedMachineJson)},
            {"quotes", listJson(project.quotes, quoteJson)},
            {"revisions", listJson(project.revisions, revisionJson)}};
}

} // namespace

Expected<Project> parseProject(std::string_view text)
{
    return parseJsonText(text).and_then([](const json& document) -> Expected<Project> {
        const auto read = readerOf(document);
        if (!read) {
            return tl::unexpected(read.error());
        }
        ObjectReader object(document, "");
        Project project = (*read)(object);
        return object.error() ? Expected<Project>(tl::unexpected(*object.error())) : project;
    });
}

bool sameProject(const Project& a, const Project& b)
{
    const auto excerpt = [](const Project& project) {
        return project.catalog ? excerptJson(*project.catalog) : ordered_json();
    };
    return planJson(a) == planJson(b) && recordsJson(a) == recordsJson(b) &&
        (a.catalog == b.catalog || excerpt(a) == excerpt(b));
}

std::string projectText(const Project& project)
{
    ordered_json document = planJson(project);
    document.update(recordsJson(project));
    document["catalog"] = project.catalog ? excerptJson(*project.catalog) : ordered_json();
    return recordsText(document);
}

} // namespace rigwright
