// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/price_changes.h"

#include "units/format.h"

namespace rigwright {

namespace {

const char* kindName(SavedDifference::Kind kind)
{
    switch (kind) {
    case SavedDifference::Kind::PartGone: return "part-gone";
    case SavedDifference::Kind::PriceUp: return "price-up";
    case SavedDifference::Kind::PriceDown: return "price-down";
    case SavedDifference::Kind::PriceGone: return "price-gone";
    case SavedDifference::Kind::PriceNew: return "price-new";
    }
    return "";
}

} // namespace

std::string differenceText(const SavedDifference& difference)
{
    if (difference.kind == SavedDifference::Kind::PartGone) {
        return difference.part + ": the catalog has it no more";
    }
    const auto amount = [](const std::optional<Money>& price) {
        return price ? formatMoney(*price) : std::string("no price");
    };
    return difference.part + ": " + amount(difference.before) + " then, " + amount(difference.after) + " now";
}

Json differencesJson(const std::vector<SavedDifference>& differences)
{
    Json list = Json::array();
    for (const SavedDifference& difference : differences) {
        Json object = {{"kind", kindName(difference.kind)}, {"part", difference.part}};
        object["before"] = difference.before ? toJson(*difference.before) : Json();
        object["after"] = difference.after ? toJson(*difference.after) : Json();
        list.push_back(std::move(object));
    }
    return list;
}

} // namespace rigwright
