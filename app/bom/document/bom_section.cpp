// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/bom_lines.h"

namespace rigwright {

namespace {

void addNotes(DocumentSection& section, const SectionInput& input)
{
    const Bom& bom = input.facts.bom;
    const DocumentWords& say = input.say;
    section.blocks.emplace_back(DocumentText{
        say(RIGWRIGHT_TEXT("Document",
                           "In a spreadsheet, quantities and totals follow when a number of systems, a "
                           "price, a discount or a rate is changed.")),
        CellTone::Muted});
    if (const int missing = bom.linesWithoutPrice(); missing > 0) {
        section.blocks.emplace_back(DocumentText{
            say.counted(missing, RIGWRIGHT_TEXT("Document", "1 line has no price and is not in the totals."),
                        RIGWRIGHT_TEXT("Document", "{count} lines have no price and are not in the totals.")),
            CellTone::Attention});
    }
    if (bom.terms.taxRate) {
        section.blocks.emplace_back(DocumentText{
            say(bom.terms.discount == Share()
                    ? RIGWRIGHT_TEXT(
                          "Document",
                          "The tax to be paid is worked out once, of the net amount. The lines' taxes are "
                          "each rounded; their sum may differ from it.")
                    : RIGWRIGHT_TEXT(
                          "Document",
                          "The tax to be paid is worked out once, of the net amount. The lines' taxes are "
                          "each rounded, and before the discount on all lines.")),
            CellTone::Muted});
    }
}

} // namespace

DocumentSection bomSection(const SectionInput& input)
{
    const BomLayout layout(input.facts.bom, input.say);
    DocumentSection section = emptySection(input, "bom", RIGWRIGHT_TEXT("Document", "Bill of materials"));
    section.landscape = true;
    section.blocks.emplace_back(lineTable(input, layout));
    section.blocks.emplace_back(totalsTable(input, layout));
    section.blocks.emplace_back(systemsTable(input, layout));
    for (DocumentTable& table : sumTables(input, layout)) {
        section.blocks.emplace_back(std::move(table));
    }
    addNotes(section, input);
    return section;
}

} // namespace rigwright
