// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/machine_json.h"
#include "project/machine_set.h"

#include <set>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr auto kSchema = "rigwright.machines/1";

Expected<MachineSet> readMachines(const json& list)
{
    MachineSet set;
    std::set<std::string> ids;
    for (const json& value : list) {
        ObjectReader object(value, "machines[" + std::to_string(set.machines.size()) + "]");
        SavedMachine machine = readSavedMachine(object);
        if (!object.error() && !ids.insert(machine.id).second) {
            object.refuse("id", "an id of its own");
        }
        if (object.error()) {
            return tl::unexpected(*object.error());
        }
        set.machines.push_back(std::move(machine));
    }
    return set;
}

} // namespace

Expected<MachineSet> parseMachineSet(std::string_view text)
{
    return parseJsonText(text).and_then([](const json& root) {
        return listOf(root, kSchema, "machines").and_then([](const json* list) {
            return readMachines(*list);
        });
    });
}

std::string machineSetText(const MachineSet& set)
{
    return documentText({{"schema", kSchema}, {"machines", listJson(set.machines, savedMachineJson)}});
}

} // namespace rigwright
