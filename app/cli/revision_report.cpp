// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/project_report.h"
#include "cli/report.h"
#include "project/json_text.h"
#include "units/format.h"

#include <ostream>

namespace rigwright {

namespace {

const char* lineKindName(RevisionLine::Kind kind)
{
    switch (kind) {
    case RevisionLine::Kind::Added: return "added";
    case RevisionLine::Kind::Removed: return "removed";
    case RevisionLine::Kind::Quantity: return "quantity";
    case RevisionLine::Kind::Price: return "price";
    case RevisionLine::Kind::QuantityAndPrice: return "quantity-and-price";
    }
    return "";
}

std::string revisionName(int number)
{
    return number == 0 ? "now" : "revision " + std::to_string(number);
}

std::string amountText(const std::optional<Money>& amount)
{
    return amount ? formatMoney(*amount) : std::string("no price");
}

Json amountOrNull(const std::optional<Money>& amount)
{
    return amount ? toJson(*amount) : Json();
}

} // namespace

void printChanges(std::ostream& out, const RevisionDifference& difference)
{
    out << revisionName(difference.before) << " (" << difference.dateBefore.iso() << ") "
        << formatMoney(difference.totalBefore) << ", " << revisionName(difference.after) << " ("
        << difference.dateAfter.iso() << ") " << formatMoney(difference.totalAfter) << " before tax\n";
    for (const RevisionField& field : difference.fields) {
        out << field.name << ": " << (field.before.empty() ? "none" : printableText(field.before))
            << ", then " << (field.after.empty() ? "none" : printableText(field.after)) << '\n';
    }
    if (!difference.lines.empty()) {
        TextTable table({"part", "change", "quantity", "price of one", "difference", "cause"}, {2, 3, 4});
        for (const RevisionLine& line : difference.lines) {
            table.add({line.part, lineKindName(line.kind),
                       std::to_string(line.quantityBefore) + " → " + std::to_string(line.quantityAfter),
                       amountText(line.priceBefore) + " → " + amountText(line.priceAfter),
                       line.difference ? formatMoney(*line.difference) : "unknown",
                       changeCauseName(line.cause)});
        }
        table.print(out);
    }
    for (const auto& [cause, amount] : difference.causes) {
        out << changeCauseName(cause) << ": " << formatMoney(amount) << '\n';
    }
    if (difference.fields.empty() && difference.lines.empty()) {
        out << "Nothing differs.\n";
    }
}

Json changesJson(const RevisionDifference& difference)
{
    Json fields = Json::array();
    for (const RevisionField& field : difference.fields) {
        fields.push_back({{"name", field.name}, {"before", field.before}, {"after", field.after}});
    }
    Json lines = Json::array();
    for (const RevisionLine& line : difference.lines) {
        lines.push_back({{"kind", lineKindName(line.kind)},
                         {"part", line.part},
                         {"quantity_before", line.quantityBefore},
                         {"quantity_after", line.quantityAfter},
                         {"price_before", amountOrNull(line.priceBefore)},
                         {"price_after", amountOrNull(line.priceAfter)},
                         {"difference", amountOrNull(line.difference)},
                         {"cause", changeCauseName(line.cause)}});
    }
    Json causes = Json::array();
    for (const auto& [cause, amount] : difference.causes) {
        causes.push_back({{"cause", changeCauseName(cause)}, {"amount", toJson(amount)}});
    }
    return {{"schema", "rigwright.changes/1"},
            {"before", difference.before},
            {"after", difference.after},
            {"date_before", difference.dateBefore.iso()},
            {"date_after", difference.dateAfter.iso()},
            {"total_before", toJson(difference.totalBefore)},
            {"total_after", toJson(difference.totalAfter)},
            {"fields", std::move(fields)},
            {"lines", std::move(lines)},
            {"causes", std::move(causes)}};
}

} // namespace rigwright
