// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/sections.h"
#include "builds/rules/rules.h"
#include "units/join.h"

#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 5> kColumns{{
    {"system", RIGWRIGHT_TEXT("Document", "System")},
    {"severity", RIGWRIGHT_TEXT("Document", "Severity")},
    {"rule", RIGWRIGHT_TEXT("Document", "Rule"), Kind::Code},
    {"message", RIGWRIGHT_TEXT("Document", "What it says"), Kind::LongText},
    {"evidence", RIGWRIGHT_TEXT("Document", "Evidence"), Kind::LongText, true},
}};

CellTone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Blocker: return CellTone::Bad;
    case Severity::Warning: return CellTone::Attention;
    case Severity::Note: return CellTone::Plain;
    }
    return CellTone::Plain;
}

std::string evidenceText(const Finding& finding)
{
    std::vector<std::string> figures;
    for (const auto& [key, figure] : finding.evidence) {
        figures.push_back(key + " = " + figure);
    }
    return joined(figures, "; ");
}

void addFindings(DocumentTable& table, const SectionInput& input, const std::string& system,
                 const std::vector<Finding>& findings)
{
    for (const Finding& finding : findings) {
        table.rows.push_back(
            {DocumentRow::Kind::Line,
             {textCell(system), textCell(input.say.severity(finding.severity), toneOf(finding.severity)),
              textCell(finding.id), textCell(input.say.texts().of(finding)),
              textCell(evidenceText(finding))}});
    }
}

} // namespace

DocumentSection compatibilitySection(const SectionInput& input)
{
    const DocumentWords& say = input.say;
    DocumentSection section =
        emptySection(input, "compatibility", RIGWRIGHT_TEXT("Document", "Compatibility"));
    section.landscape = true;
    section.blocks.emplace_back(DocumentText{
        say(RIGWRIGHT_TEXT(
                "Document",
                "Every system was checked by {rules} rules of compatibility, for whether the model fits and "
                "for the state of its prices. What follows is all that they have to say."),
            {{"rules", std::to_string(allRules().size())}}),
        CellTone::Plain});
    DocumentTable table = emptyTable("findings", {}, kColumns, say, input.facts.bom.currency);
    table.filter = true;
    for (std::size_t i = 0; i < input.facts.machines.size(); ++i) {
        addFindings(table, input, input.facts.bom.machines.at(i).name,
                    input.facts.machines[i].build->findings);
    }
    if (table.rows.empty()) {
        section.blocks.emplace_back(
            DocumentText{say(RIGWRIGHT_TEXT("Document", "No rule has anything to say.")), CellTone::Good});
    } else {
        section.blocks.emplace_back(std::move(table));
    }
    return section;
}

} // namespace rigwright
