// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "facts/nearest.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

constexpr std::array kCategories{PartCategory::Accelerator, PartCategory::Cpu,     PartCategory::Board,
                                 PartCategory::Memory,      PartCategory::Storage, PartCategory::PowerSupply,
                                 PartCategory::Case,        PartCategory::Cooler,  PartCategory::NetworkCard,
                                 PartCategory::System};

template <class Part>
std::vector<const PartInfo*> infos(const std::vector<Part>& parts)
{
    std::vector<const PartInfo*> result;
    result.reserve(parts.size());
    for (const Part& part : parts) {
        result.push_back(&part.info);
    }
    return result;
}

std::vector<const PartInfo*> partsOf(const Catalog& catalog, PartCategory category)
{
    switch (category) {
    case PartCategory::Accelerator: return infos(catalog.accelerators);
    case PartCategory::Cpu: return infos(catalog.cpus);
    case PartCategory::Board: return infos(catalog.boards);
    case PartCategory::Memory: return infos(catalog.memory);
    case PartCategory::Storage: return infos(catalog.drives);
    case PartCategory::PowerSupply: return infos(catalog.powerSupplies);
    case PartCategory::Case: return infos(catalog.cases);
    case PartCategory::Cooler: return infos(catalog.coolers);
    case PartCategory::NetworkCard: return infos(catalog.networkCards);
    case PartCategory::System: return infos(catalog.systems);
    }
    return {};
}

Json itemJson(const PartInfo& part)
{
    Json json = {{"id", part.id.text()}, {"name", part.name}, {"manufacturer", part.manufacturer}};
    json["part_number"] = part.partNumber.empty() ? Json() : Json(part.partNumber);
    json["specs_state"] = verificationName(part.specs.state);
    json["specs_source"] = part.specs.source;
    const Offer* offer = currentOffer(part.offers);
    json["price"] = offer == nullptr ? Json() : toJson(offer->price);
    json["price_kind"] = offer == nullptr ? Json() : Json(priceKindName(offer->kind));
    json["price_date"] = offer == nullptr ? Json() : Json(offer->date.iso());
    json["price_source"] = offer == nullptr ? Json() : Json(offer->source);
    return json;
}

Expected<PartCategory> parseCategory(const std::string& name)
{
    std::vector<std::string> known;
    for (const PartCategory category : kCategories) {
        if (toLower(name) == categoryName(category)) {
            return category;
        }
        known.emplace_back(categoryName(category));
    }
    return fail(unknownNameMessage("category", name, known));
}

Expected<ExitStatus> list(const Catalog& catalog, const std::string& name, bool asJson, std::ostream& out)
{
    const Expected<PartCategory> category = parseCategory(name);
    if (!category) {
        return tl::unexpected(category.error());
    }
    Json items = Json::array();
    TextTable table({"id", "manufacturer", "name", "price", "price from"}, {3});
    for (const PartInfo* part : partsOf(catalog, *category)) {
        const Offer* offer = currentOffer(part->offers);
        items.push_back(itemJson(*part));
        table.add({part->id.text(), part->manufacturer, part->name,
                   offer ? formatMoney(offer->price) : "unknown",
                   offer ? std::string(priceKindName(offer->kind)) + ", " + offer->date.iso() : ""});
    }
    if (asJson) {
        out << Json({{"schema", "rigwright.catalog/1"},
                     {"category", categoryName(*category)},
                     {"items", std::move(items)}})
                   .dump(2)
            << '\n';
    } else {
        table.print(out);
    }
    return ExitStatus::Success;
}

Expected<ExitStatus> info(const Catalog& catalog, bool asJson, std::ostream& out)
{
    Json counts = Json::object();
    TextTable table({"table", "rows"}, {1});
    const auto add = [&](const char* name, std::size_t rows) {
        counts[name] = rows;
        table.add({name, formatCount(static_cast<std::int64_t>(rows))});
    };
    for (const PartCategory category : kCategories) {
        add(categoryName(category), partsOf(catalog, category).size());
    }
    add("model", catalog.models.size());
    add("cloud offer", catalog.cloudOffers.size());
    add("country", catalog.countries.size());
    if (asJson) {
        out << Json({{"schema", "rigwright.catalog/1"},
                     {"date", catalog.date.iso()},
                     {"schema_version", catalog.schemaVersion},
                     {"rows", std::move(counts)}})
                   .dump(2)
            << '\n';
    } else {
        out << "Catalog of " << catalog.date.iso() << '\n';
        table.print(out);
    }
    return ExitStatus::Success;
}

} // namespace

void addCatalogCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("catalog", "What the catalog knows");
    command->require_subcommand(1);
    const auto asJson = std::make_shared<bool>(false);
    const auto category = std::make_shared<std::string>();
    CLI::App* infoCommand = command->add_subcommand("info", "Date and number of rows");
    infoCommand->add_flag("--json", *asJson, "One JSON object");
    infoCommand->callback([&chosen, asJson] {
        chosen = [asJson](Catalog& catalog, std::ostream& out) { return info(catalog, *asJson, out); };
    });
    CLI::App* listCommand = command->add_subcommand("list", "The parts of one category, with prices");
    listCommand
        ->add_option("CATEGORY", *category,
                     "accelerator, cpu, board, memory, storage, psu, case, cooler, nic, system")
        ->required();
    listCommand->add_flag("--json", *asJson, "One JSON object");
    listCommand->callback([&chosen, asJson, category] {
        chosen = [asJson, category](Catalog& catalog, std::ostream& out) {
            return list(catalog, *category, *asJson, out);
        };
    });
    addCatalogCheck(*command, chosen);
}

} // namespace rigwright
