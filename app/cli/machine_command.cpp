// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/machine_commands.h"
#include "cli/price_changes.h"
#include "cli/report.h"
#include "facts/nearest.h"
#include "project/build_file.h"
#include "project/json_text.h"
#include "project/machine_set.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct MachineArguments {
    std::string name;
    std::string buildFile;
    std::string note;
    std::string currency = "USD";
    bool replace = false;
    bool json = false;
};

/// As in the file, with what the catalog says differently now.
Expected<Json> jsonOf(const SavedMachine& machine, const Catalog& catalog)
{
    const auto differences = differencesSince(machine, catalog);
    if (!differences) {
        return tl::unexpected(differences.error());
    }
    Json json = Json::parse(machineSetText({{machine}})).at("machines").at(0);
    json["differences"] = differencesJson(*differences);
    return json;
}

/// By name or id; an error says which there are.
Expected<std::size_t> findMachine(const MachineSet& set, const std::string& name)
{
    std::vector<std::size_t> found;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < set.machines.size(); ++i) {
        const SavedMachine& machine = set.machines[i];
        names.push_back(machine.name);
        if (machine.id == name) {
            return i;
        }
        if (machine.name == name) {
            found.push_back(i);
        }
    }
    if (found.empty()) {
        return fail(names.empty() ? "no machine is saved" : unknownNameMessage("machine", name, names));
    }
    if (found.size() > 1) {
        return fail(std::to_string(found.size()) + " machines are named " + quotedText(name) +
                    ": name one by its id, as `machine list` shows it");
    }
    return found.front();
}

void print(std::ostream& out, const SavedMachine& machine)
{
    TextTable table({"", "part", "", "price then"}, {3});
    for (const SavedMachine::Line& line : machine.lines) {
        table.add({categoryName(line.line.category), line.name, std::to_string(line.line.quantity) + " ×",
                   line.owned           ? "at hand"
                       : line.unitPrice ? formatMoney(*line.unitPrice)
                                        : "no price"});
    }
    table.print(out);
}

Expected<ExitStatus> list(const Catalog& catalog, bool asJson, std::ostream& out)
{
    const auto set = readMachineSet(machineSetFile());
    if (!set) {
        return tl::unexpected(set.error());
    }
    Json machines = Json::array();
    TextTable table({"machine", "id", "saved on", "price then", "changes since"}, {3});
    std::string changes;
    for (const SavedMachine& machine : set->machines) {
        const auto differences = differencesSince(machine, catalog);
        auto json = jsonOf(machine, catalog);
        if (!differences || !json) {
            return tl::unexpected(!differences ? differences.error() : json.error());
        }
        machines.push_back(*std::move(json));
        table.add({machine.name, machine.id, machine.savedOn.iso(), formatMoney(machine.price),
                   differences->empty() ? "none" : std::to_string(differences->size())});
        for (const SavedDifference& difference : *differences) {
            changes += machine.name + ": " + differenceText(difference) + "\n";
        }
    }
    if (asJson) {
        out << Json({{"schema", "rigwright.machines/1"}, {"machines", std::move(machines)}}).dump(2) << '\n';
    } else if (set->machines.empty()) {
        out << "No machine is saved.\n";
    } else {
        table.print(out);
        out << changes;
    }
    return ExitStatus::Success;
}

Expected<ExitStatus> save(const Catalog& catalog, const MachineArguments& arguments, std::ostream& out)
{
    const auto currency = Currency::parse(arguments.currency);
    if (!currency) {
        return fail("--currency: " + currency.error().message);
    }
    const auto build = readBuildFile(catalog, arguments.buildFile);
    if (!build) {
        return tl::unexpected(build.error());
    }
    auto saved = savedBuild(catalog, *build, printableText(arguments.name), *currency, today());
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    saved->note = arguments.note;
    const auto written = updateMachineSet(machineSetFile(), [&](MachineSet& set) -> Expected<void> {
        const auto same = std::ranges::find(set.machines, saved->name, &SavedMachine::name);
        if (same == set.machines.end()) {
            set.machines.push_back(*saved);
            return {};
        }
        if (!arguments.replace) {
            return fail("a machine " + quotedText(saved->name) +
                        " is saved already: choose another name, or --replace it");
        }
        // What else the user has said of it stays.
        saved->id = same->id;
        saved->pinned = same->pinned;
        saved->note = saved->note.empty() ? same->note : saved->note;
        *same = *saved;
        return {};
    });
    if (!written) {
        return tl::unexpected(written.error());
    }
    out << "Saved " << saved->name << ", " << formatMoney(saved->price) << " (" << saved->id << ")\n";
    return ExitStatus::Success;
}

Expected<ExitStatus> show(const Catalog& catalog, const MachineArguments& arguments, std::ostream& out)
{
    const auto set = readMachineSet(machineSetFile());
    if (!set) {
        return tl::unexpected(set.error());
    }
    const auto found = findMachine(*set, arguments.name);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const SavedMachine& machine = set->machines[*found];
    const auto differences = differencesSince(machine, catalog);
    const auto json = jsonOf(machine, catalog);
    if (!differences || !json) {
        return tl::unexpected(!differences ? differences.error() : json.error());
    }
    if (arguments.json) {
        out << json->dump(2) << '\n';
        return ExitStatus::Success;
    }
    out << machine.name << ", " << formatMoney(machine.price) << " on " << machine.savedOn.iso() << '\n';
    print(out, machine);
    for (const SavedDifference& difference : *differences) {
        out << differenceText(difference) << '\n';
    }
    return ExitStatus::Success;
}

Expected<ExitStatus> remove(const MachineArguments& arguments, std::ostream& out)
{
    std::string removed;
    const auto written = updateMachineSet(machineSetFile(), [&](MachineSet& set) -> Expected<void> {
        return findMachine(set, arguments.name).map([&](std::size_t index) {
            removed = set.machines[index].name;
            set.machines.erase(set.machines.begin() + static_cast<std::ptrdiff_t>(index));
        });
    });
    if (!written) {
        return tl::unexpected(written.error());
    }
    out << "Removed " << removed << '\n';
    return ExitStatus::Success;
}

void addSave(CLI::App& machine, Command& chosen)
{
    CLI::App* command =
        machine.add_subcommand("save", "Keeps a build under a name, with its prices of today");
    const auto arguments = std::make_shared<MachineArguments>();
    command->add_option("name", arguments->name, "What to call it")->required();
    command->add_option("--build", arguments->buildFile, "The build in JSON")->required();
    command->add_option("--note", arguments->note, "A text of your own");
    command->add_option("--currency", arguments->currency, "Of its prices (USD)");
    command->add_flag("--replace", arguments->replace, "Takes the place of the machine with this name");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return save(catalog, *arguments, out); };
    });
}

} // namespace

void addMachineCommand(CLI::App& app, Command& chosen)
{
    CLI::App* machine = app.add_subcommand("machine", "This computer, and the machines that you keep");
    machine->require_subcommand(1);
    addMachineDetect(*machine, chosen);
    addSave(*machine, chosen);
    const auto arguments = std::make_shared<MachineArguments>();
    CLI::App* listing =
        machine->add_subcommand("list", "The saved machines, and what has changed in the catalog since");
    listing->add_flag("--json", arguments->json, "One JSON object");
    listing->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) {
            return list(catalog, arguments->json, out);
        };
    });
    CLI::App* showing = machine->add_subcommand("show", "One saved machine");
    showing->add_option("name", arguments->name, "Its name or id")->required();
    showing->add_flag("--json", arguments->json, "One JSON object: a build file");
    showing->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return show(catalog, *arguments, out); };
    });
    CLI::App* removing = machine->add_subcommand("remove", "Forgets a saved machine");
    removing->add_option("name", arguments->name, "Its name or id")->required();
    removing->callback([&chosen, arguments] {
        chosen = [arguments](Catalog&, std::ostream& out) { return remove(*arguments, out); };
    });
}

} // namespace rigwright
