// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_items.h"

#include "units/format.h"
#include "units/join.h"

#include <algorithm>

namespace rigwright {

namespace {

/// What sets a part apart from those that are shipped and complete.
std::string remarksOf(const PartEntry& entry)
{
    std::vector<std::string> words;
    const auto addIf = [&words](bool is, std::string word) {
        if (is) {
            words.push_back(std::move(word));
        }
    };
    addIf(entry.origin != PartOrigin::Shipped, originName(entry.origin));
    addIf(entry.marks.hidden, "hidden");
    addIf(entry.marks.favourite, "favourite");
    addIf(!entry.missing.empty(), "lacks " + joined(entry.missing, ", "));
    return joined(words, ", ");
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

} // namespace

const char* originName(PartOrigin origin)
{
    switch (origin) {
    case PartOrigin::Shipped: return "shipped";
    case PartOrigin::Edited: return "edited";
    case PartOrigin::Own: return "own";
    }
    return "shipped";
}

bool isUsers(const PartEntry& entry)
{
    return entry.origin != PartOrigin::Shipped || std::ranges::any_of(entry.offers, &Offer::own);
}

std::string priceOrigin(const Offer* offer, const PriceAge& age)
{
    if (offer == nullptr) {
        return "";
    }
    return (offer->own ? "own " : "") + priceText(offer->kind, offer->date, age.standing(*offer));
}

Json toJson(const Offer& offer, const PriceAge& age)
{
    Json json = {{"price", toJson(offer.price)}, {"kind", priceKindName(offer.kind)},
                 {"date", offer.date.iso()},     {"region", offer.region},
                 {"source", offer.source},       {"own", offer.own}};
    json["valid_until"] = offer.validUntil ? Json(offer.validUntil->iso()) : Json();
    json["url"] = orNull(offer.url);
    json.update(standingJson(age.standing(offer)));
    return json;
}

Json toJson(const PartEntry& entry, const PriceAge& age)
{
    const PartSheet& sheet = entry.sheet;
    Json json = {{"id", entry.id().text()},
                 {"name", sheet.cell("name")},
                 {"manufacturer", sheet.cell("manufacturer")}};
    json["part_number"] = orNull(sheet.cell("part_number"));
    json["table"] = sheet.spec->name;
    json["origin"] = originName(entry.origin);
    json["specs_state"] = orNull(sheet.cell("verification"));
    json["specs_source"] = sheet.cell("source");
    const Offer* offer = currentOffer(entry.offers);
    json["price"] = offer == nullptr ? Json() : toJson(offer->price);
    json["price_kind"] = offer == nullptr ? Json() : Json(priceKindName(offer->kind));
    json["price_date"] = offer == nullptr ? Json() : Json(offer->date.iso());
    json["price_source"] = offer == nullptr ? Json() : Json(offer->source);
    json["price_own"] = offer != nullptr && offer->own;
    json.update(standingJson(offer == nullptr ? std::nullopt : std::optional(age.standing(*offer))));
    json["hidden"] = entry.marks.hidden;
    json["favourite"] = entry.marks.favourite;
    json["missing"] = entry.missing;
    json["url"] = orNull(entry.marks.url);
    json["note"] = orNull(entry.marks.note);
    return json;
}

ItemTable::ItemTable(PriceAge age)
    : age_(age)
    , table_({"id", "manufacturer", "name", "price", "price from", "figures", "remarks"}, {3})
{ }

void ItemTable::add(const PartEntry& entry)
{
    const Offer* offer = currentOffer(entry.offers);
    table_.add({entry.id().text(), entry.sheet.cell("manufacturer"), entry.sheet.cell("name"),
                offer != nullptr ? formatMoney(offer->price) : "unknown", priceOrigin(offer, age_),
                entry.sheet.cell("verification"), remarksOf(entry)});
}

void ItemTable::print(std::ostream& out) const
{
    table_.print(out);
}

} // namespace rigwright
