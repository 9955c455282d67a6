// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/sections.h"

#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 2> kCauseColumns{{
    {"cause", RIGWRIGHT_TEXT("Document", "Cause")},
    {"amount", RIGWRIGHT_TEXT("Document", "Difference ({currency})"), Kind::Number},
}};

constexpr std::array<ColumnText, 8> kPartColumns{{
    {"part", RIGWRIGHT_TEXT("Document", "Part"), Kind::LongText},
    {"change", RIGWRIGHT_TEXT("Document", "Change")},
    {"quantity_before", RIGWRIGHT_TEXT("Document", "Quantity before"), Kind::Number},
    {"quantity_after", RIGWRIGHT_TEXT("Document", "Quantity now"), Kind::Number},
    {"price_before", RIGWRIGHT_TEXT("Document", "Net unit price before"), Kind::Number},
    {"price_after", RIGWRIGHT_TEXT("Document", "Net unit price now"), Kind::Number},
    {"difference", RIGWRIGHT_TEXT("Document", "Difference ({currency})"), Kind::Number},
    {"cause", RIGWRIGHT_TEXT("Document", "Cause")},
}};

constexpr std::array<ColumnText, 3> kFieldColumns{{
    {"field", RIGWRIGHT_TEXT("Document", "What"), Kind::LongText},
    {"before", RIGWRIGHT_TEXT("Document", "Before"), Kind::LongText},
    {"after", RIGWRIGHT_TEXT("Document", "Now"), Kind::LongText},
}};

const char* causeText(ChangeCause cause)
{
    switch (cause) {
    case ChangeCause::Requirement: return RIGWRIGHT_TEXT("Document", "another requirement");
    case ChangeCause::Machine: return RIGWRIGHT_TEXT("Document", "other parts for the same requirement");
    case ChangeCause::Systems: return RIGWRIGHT_TEXT("Document", "number of systems");
    case ChangeCause::Order: return RIGWRIGHT_TEXT("Document", "spares, services, discounts and shipping");
    case ChangeCause::Quote: return RIGWRIGHT_TEXT("Document", "quotes");
    case ChangeCause::Price: return RIGWRIGHT_TEXT("Document", "prices of the catalog");
    case ChangeCause::ExchangeRate: return RIGWRIGHT_TEXT("Document", "exchange rate");
    }
    return "";
}

const char* kindText(RevisionLine::Kind kind)
{
    switch (kind) {
    case RevisionLine::Kind::Added: return RIGWRIGHT_TEXT("Document", "added");
    case RevisionLine::Kind::Removed: return RIGWRIGHT_TEXT("Document", "removed");
    case RevisionLine::Kind::Quantity: return RIGWRIGHT_TEXT("Document", "quantity");
    case RevisionLine::Kind::Price: return RIGWRIGHT_TEXT("Document", "price");
    case RevisionLine::Kind::QuantityAndPrice: return RIGWRIGHT_TEXT("Document", "quantity and price");
    }
    return "";
}

template <class ColumnTexts>
DocumentTable tableOf(const SectionInput& input, const char* id, const char* title,
                      const ColumnTexts& columns)
{
    return emptyTable(id, input.say(title), columns, input.say, input.facts.bom.currency);
}

/// From the former total over the causes to the present one.
DocumentTable causeTable(const SectionInput& input, const RevisionDifference& changes)
{
    DocumentTable table =
        tableOf(input, "change_causes", RIGWRIGHT_TEXT("Document", "Why the total differs"), kCauseColumns);
    const auto add = [&](DocumentRow::Kind kind, const char* text, DocumentCell amount) {
        table.rows.push_back({kind, {textCell(input.say(text)), std::move(amount)}});
    };
    add(DocumentRow::Kind::Line, RIGWRIGHT_TEXT("Document", "Net before"), {CellValue(changes.totalBefore)});
    const bool isComparable = changes.totalBefore.currency() == changes.totalAfter.currency();
    for (const auto& [cause, amount] : changes.causes) {
        add(DocumentRow::Kind::Line, causeText(cause), {CellValue(amount)});
    }
    add(DocumentRow::Kind::Total, RIGWRIGHT_TEXT("Document", "Net now"),
        isComparable
            ? formulaCell(changes.totalAfter, roundedFormula("SUM({0})", changes.totalAfter.currency()),
                          {columnRange(table.id, 1, 0, table.rows.size() - 1)})
            : DocumentCell{CellValue(changes.totalAfter)});
    return table;
}

DocumentTable partTable(const SectionInput& input, const RevisionDifference& changes)
{
    DocumentTable table = tableOf(input, "changed_parts", RIGWRIGHT_TEXT("Document", "Parts"), kPartColumns);
    for (const RevisionLine& line : changes.lines) {
        table.rows.push_back(
            {DocumentRow::Kind::Line,
             {textCell(line.part), textCell(input.say(kindText(line.kind))), countCell(line.quantityBefore),
              countCell(line.quantityAfter), knownCell(line.priceBefore), knownCell(line.priceAfter),
              knownCell(line.difference), textCell(input.say(causeText(line.cause)))}});
    }
    return table;
}

DocumentTable fieldTable(const SectionInput& input, const RevisionDifference& changes)
{
    const Texts& texts = input.say.texts();
    DocumentTable table =
        tableOf(input, "changed_fields", RIGWRIGHT_TEXT("Document", "What was asked for, and its terms"),
                kFieldColumns);
    for (const RevisionField& field : changes.fields) {
        table.rows.push_back(
            {DocumentRow::Kind::Line,
             {textCell(texts("Revision", field.name)), textCell(texts("Revision", field.before)),
              textCell(texts("Revision", field.after))}});
    }
    return table;
}

} // namespace

DocumentSection changesSection(const SectionInput& input)
{
    DocumentSection section = emptySection(input, "changes", RIGWRIGHT_TEXT("Document", "Changes"));
    if (!input.facts.changes) {
        return section;
    }
    const RevisionDifference& changes = *input.facts.changes;
    const bool isNothing = changes.fields.empty() && changes.lines.empty() && changes.causes.empty();
    section.blocks.emplace_back(DocumentText{input.say(
        isNothing ? RIGWRIGHT_TEXT("Document", "Nothing has changed since revision {revision} of {date}.")
                  : RIGWRIGHT_TEXT("Document", "What has changed since revision {revision} of {date}."),
        {{"revision", std::to_string(changes.before)}, {"date", changes.dateBefore.iso()}})});
    if (isNothing) {
        return section;
    }
    section.blocks.emplace_back(causeTable(input, changes));
    if (!changes.lines.empty()) {
        section.blocks.emplace_back(partTable(input, changes));
    }
    if (!changes.fields.empty()) {
        section.blocks.emplace_back(fieldTable(input, changes));
    }
    return section;
}

} // namespace rigwright
