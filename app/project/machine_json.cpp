// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/machine_json.h"

#include "builds/machine.h"
#include "units/format.h"

namespace rigwright {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr double kMostWatts = 100'000;

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

SavedMachine::Line readPricedLine(ObjectReader& object, Currency currency)
{
    SavedMachine::Line line;
    line.line = readBuildLine(object);
    line.name = object.label("name");
    line.owned = object.optionalFlag("owned");
    line.unitPrice = object.optionalMoney("unit_price");
    if (line.unitPrice && line.unitPrice->currency() != currency) {
        object.refuse("unit_price", "an amount in " + currency.code() + " like the machine's price");
    }
    line.priceDate = object.optionalDate("price_date");
    return line;
}

ordered_json pricedLineJson(const SavedMachine::Line& line)
{
    ordered_json object = buildLineJson(line.line);
    object["name"] = line.name;
    object["unit_price"] = valueJson(line.unitPrice);
    object["price_date"] = valueJson(line.priceDate);
    object["owned"] = line.owned;
    return object;
}

} // namespace

std::optional<PartCategory> parsePartCategory(const std::string& name)
{
    for (int i = 0; i <= static_cast<int>(PartCategory::System); ++i) {
        if (name == categoryName(static_cast<PartCategory>(i))) {
            return static_cast<PartCategory>(i);
        }
    }
    return std::nullopt;
}

BuildLine readBuildLine(ObjectReader& object)
{
    BuildLine line;
    const auto category = parsePartCategory(object.text("category"));
    if (!category) {
        object.refuse("category", "a category of parts, such as accelerator, cpu or board");
    }
    line.category = category.value_or(PartCategory::Accelerator);
    line.part = PartId(toLower(object.label("part")));
    line.quantity = static_cast<int>(object.whole("quantity", 1, kLargestQuantity));
    return line;
}

ordered_json buildLineJson(const BuildLine& line)
{
    return {
        {"category", categoryName(line.category)}, {"part", line.part.text()}, {"quantity", line.quantity}};
}

Build readBuild(ObjectReader& object)
{
    Build build;
    build.powerCap = readWatts(object, "power_cap_watts");
    build.lines = object.all("parts", kMostLines, "parts", readBuildLine);
    if (build.lines.empty()) {
        object.refuse("parts", "a list with at least one part");
    }
    return build;
}

void addBuild(ordered_json& object, const Build& build)
{
    object["power_cap_watts"] = quantityJson(build.powerCap);
    object["parts"] = listJson(build.lines, buildLineJson);
}

SavedMachine readSavedMachine(ObjectReader& object)
{
    SavedMachine machine;
    machine.id = object.label("id");
    machine.name = object.label("name");
    machine.note = object.optionalText("note");
    machine.pinned = object.optionalFlag("pinned");
    machine.savedOn = object.date("saved_on");
    machine.price = object.money("price");
    machine.build = readBuild(object);
    machine.lines = object.all("prices", kMostLines, "parts", [&](ObjectReader& line) {
        return readPricedLine(line, machine.price.currency());
    });
    return machine;
}

ordered_json savedMachineJson(const SavedMachine& machine)
{
    ordered_json object = {{"id", machine.id},
                           {"name", machine.name},
                           {"note", machine.note},
                           {"pinned", machine.pinned},
                           {"saved_on", machine.savedOn.iso()},
                           {"price", valueJson(machine.price)}};
    addBuild(object, machine.build);
    object["prices"] = listJson(machine.lines, pricedLineJson);
    return object;
}

} // namespace rigwright
