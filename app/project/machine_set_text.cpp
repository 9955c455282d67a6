// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_text.h"
#include "project/machine_set.h"
#include "project/object_reader.h"
#include "units/format.h"

#include <set>

namespace rigwright {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr auto kSchema = "rigwright.machines/1";
constexpr std::size_t kMostLines = 1000;
constexpr int kMostOfOnePart = 1000;
constexpr double kMostWatts = 100'000;

int readQuantity(ObjectReader& object)
{
    return static_cast<int>(object.whole("quantity", 1, kMostOfOnePart));
}

std::optional<Watts> readWatts(ObjectReader& object, const char* key)
{
    if (object.valueOf(key) == nullptr) {
        return std::nullopt;
    }
    const json* value = object.valueOf(key);
    if (!value->is_number() || !(value->get<double>() > 0 && value->get<double>() <= kMostWatts)) {
        object.refuse(key, "watts above 0");
        return std::nullopt;
    }
    return Watts(value->get<double>());
}

PartCategory readCategory(ObjectReader& object)
{
    const std::string name = object.text("category");
    for (int i = 0; i <= static_cast<int>(PartCategory::System); ++i) {
        if (name == categoryName(static_cast<PartCategory>(i))) {
            return static_cast<PartCategory>(i);
        }
    }
    object.refuse("category", "a category of parts, such as accelerator, cpu or board");
    return PartCategory::Accelerator;
}

BuildLine readBuildLine(ObjectReader& object)
{
    return {readCategory(object), PartId(toLower(object.label("part"))), readQuantity(object)};
}

SavedMachine::Line readPricedLine(ObjectReader& object, Currency currency)
{
    SavedMachine::Line line;
    line.line = readBuildLine(object);
    line.name = object.label("name");
    line.owned = object.optionalFlag("owned");
    if (object.valueOf("unit_price") != nullptr) {
        line.unitPrice = object.money("unit_price");
        if (line.unitPrice->currency() != currency) {
            object.refuse("unit_price", "an amount in " + currency.code() + " like the machine's price");
        }
    }
    if (object.valueOf("price_date") != nullptr) {
        line.priceDate = object.date("price_date");
    }
    return line;
}

/// Calls `read` for every object of a list.
template <class Read>
void readLines(ObjectReader& machine, const char* key, const Read& read)
{
    const json* list = machine.valueOf(key);
    if (list == nullptr || !list->is_array()) {
        machine.refuse(key, "a list of parts");
        return;
    }
    if (list->size() > kMostLines) {
        machine.refuse(Error{machine.whereIs(key) + ": expected at most " + formatCount(kMostLines) +
                             " parts, got " + formatCount(static_cast<std::int64_t>(list->size()))});
        return;
    }
    for (std::size_t i = 0; i < list->size() && !machine.error(); ++i) {
        ObjectReader object((*list)[i], machine.whereIs(key) + "[" + std::to_string(i) + "]");
        read(object);
        if (object.error()) {
            machine.refuse(*object.error());
        }
    }
}

SavedMachine readMachine(ObjectReader& object)
{
    SavedMachine machine;
    machine.id = object.label("id");
    machine.name = object.label("name");
    machine.note = object.optionalText("note");
    machine.pinned = object.optionalFlag("pinned");
    machine.savedOn = object.date("saved_on");
    machine.price = object.money("price");
    machine.build.powerCap = readWatts(object, "power_cap_watts");
    readLines(object, "parts",
              [&](ObjectReader& line) { machine.build.lines.push_back(readBuildLine(line)); });
    if (machine.build.lines.empty()) {
        object.refuse("parts", "a list with at least one part");
    }
    readLines(object, "prices", [&](ObjectReader& line) {
        machine.lines.push_back(readPricedLine(line, machine.price.currency()));
    });
    return machine;
}

Expected<MachineSet> readMachines(const json& list)
{
    MachineSet set;
    std::set<std::string> ids;
    for (const json& value : list) {
        ObjectReader object(value, "machines[" + std::to_string(set.machines.size()) + "]");
        SavedMachine machine = readMachine(object);
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

ordered_json toJson(const Money& amount)
{
    return {{"amount", amount.decimal()}, {"currency", amount.currency().code()}};
}

ordered_json toJson(const BuildLine& line)
{
    return {
        {"category", categoryName(line.category)}, {"part", line.part.text()}, {"quantity", line.quantity}};
}

ordered_json toJson(const SavedMachine::Line& line)
{
    ordered_json object = toJson(line.line);
    object["name"] = line.name;
    object["unit_price"] = line.unitPrice ? toJson(*line.unitPrice) : ordered_json();
    object["price_date"] = line.priceDate ? ordered_json(line.priceDate->iso()) : ordered_json();
    object["owned"] = line.owned;
    return object;
}

ordered_json toJson(const SavedMachine& machine)
{
    ordered_json object = {{"id", machine.id},
                           {"name", machine.name},
                           {"note", machine.note},
                           {"pinned", machine.pinned},
                           {"saved_on", machine.savedOn.iso()},
                           {"price", toJson(machine.price)}};
    const auto& cap = machine.build.powerCap;
    object["power_cap_watts"] = cap ? ordered_json(cap->value()) : ordered_json();
    object["parts"] = ordered_json::array();
    for (const BuildLine& line : machine.build.lines) {
        object["parts"].push_back(toJson(line));
    }
    object["prices"] = ordered_json::array();
    for (const SavedMachine::Line& line : machine.lines) {
        object["prices"].push_back(toJson(line));
    }
    return object;
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
    ordered_json list = ordered_json::array();
    for (const SavedMachine& machine : set.machines) {
        list.push_back(toJson(machine));
    }
    const ordered_json root = {{"schema", kSchema}, {"machines", std::move(list)}};
    return root.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace rigwright
