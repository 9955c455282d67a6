// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_commands.h"
#include "cli/catalog_items.h"
#include "facts/nearest.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

constexpr const char* kRule =
    "Your own prices come before all others. Of these, prices more than 180 days older than the newest "
    "are outdated; of the rest the best kind counts (quote, street, list, msrp, estimate), of one kind "
    "the newest.";
static_assert(kOutdatedDays == 180, "kRule names it");

Date newestOf(const std::vector<Offer>& offers, bool own)
{
    Date newest;
    for (const Offer& offer : offers) {
        newest = offer.own == own ? std::max(newest, offer.date) : newest;
    }
    return newest;
}

/// Why an offer counts, or why another does in its place.
std::string whyOf(const Offer& offer, const Offer& current, const Date& newest)
{
    if (&offer == &current) {
        return "counts";
    }
    if (offer.own != current.own) {
        return "yours come first";
    }
    if (newest.daysSince(offer.date) > kOutdatedDays) {
        return "outdated beside " + newest.iso();
    }
    if (offer.kind != current.kind) {
        return std::string(priceKindName(current.kind)) + " before " + priceKindName(offer.kind);
    }
    return "a newer one counts";
}

std::vector<std::string> idsOf(const CatalogView& view)
{
    std::vector<std::string> ids;
    ids.reserve(view.parts.size());
    for (const PartEntry& entry : view.parts) {
        ids.push_back(entry.id().text());
    }
    return ids;
}

void printJson(const PartEntry& entry, const PriceAge& age, std::ostream& out)
{
    const Offer* current = currentOffer(entry.offers);
    Json prices = Json::array();
    for (const Offer& offer : entry.offers) {
        Json json = toJson(offer, age);
        json["counts"] = &offer == current;
        json["standing"] = whyOf(offer, *current, newestOf(entry.offers, current->own));
        prices.push_back(std::move(json));
    }
    out << Json({{"schema", "rigwright.catalog/1"},
                 {"part", entry.id().text()},
                 {"name", entry.sheet.cell("name")},
                 {"rule", kRule},
                 {"prices", std::move(prices)}})
               .dump(2)
        << '\n';
}

void printTable(const PartEntry& entry, const PriceAge& age, std::ostream& out)
{
    const Offer* current = currentOffer(entry.offers);
    if (current == nullptr) {
        out << "No price of " << entry.sheet.cell("name") << " is known\n";
        return;
    }
    TextTable table({"date", "days", "kind", "price", "region", "which counts", "source"}, {1, 3});
    for (const Offer& offer : entry.offers) {
        table.add({offer.date.iso(), formatCount(age.standing(offer).ageDays),
                   std::string(offer.own ? "own " : "") + priceKindName(offer.kind), formatMoney(offer.price),
                   offer.region, whyOf(offer, *current, newestOf(entry.offers, current->own)), offer.source});
    }
    out << entry.sheet.cell("name") << '\n';
    table.print(out);
    out << kRule << '\n';
    if (isOld(current->date, age.today, age.policy)) {
        out << "The price that counts is old: more than " << age.policy.oldAfterDays << " days\n";
    }
}

Expected<ExitStatus> history(UserCatalog& catalog, const std::string& id, bool asJson, std::ostream& out)
{
    const auto view = catalog.store.read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    const PartEntry* entry = (*view)->find(PartId(toLower(id)));
    if (entry == nullptr) {
        return fail(unknownNameMessage("part", id, idsOf(**view)));
    }
    const PriceAge age{today(), (*view)->catalog->pricePolicy};
    if (asJson) {
        printJson(*entry, age, out);
    } else {
        printTable(*entry, age, out);
    }
    return ExitStatus::Success;
}

} // namespace

void addCatalogHistory(CLI::App& catalogCommand, StoreCommand& chosen)
{
    CLI::App* command =
        catalogCommand.add_subcommand("history", "Every price of a part, and which of them counts");
    const auto part = std::make_shared<std::string>();
    const auto asJson = std::make_shared<bool>(false);
    command->add_option("PART", *part, "Its id, of `catalog list`")->required();
    command->add_flag("--json", *asJson, "One JSON object");
    command->callback([&chosen, part, asJson] {
        chosen = [part, asJson](UserCatalog& catalog, std::ostream& out) {
            return history(catalog, *part, *asJson, out);
        };
    });
}

} // namespace rigwright
