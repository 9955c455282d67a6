// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/sections.h"

#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 4> kColumns{{
    {"step", RIGWRIGHT_TEXT("Document", "No."), Kind::Number},
    {"what", RIGWRIGHT_TEXT("Document", "What to see to"), Kind::LongText},
    {"command", RIGWRIGHT_TEXT("Document", "Command"), Kind::Code},
    {"done", RIGWRIGHT_TEXT("Document", "Done")},
}};

std::string codeTitle(const SectionInput& input, const LaunchText& text)
{
    return text.kind == LaunchText::Kind::Compose
        ? input.say(RIGWRIGHT_TEXT("Document", "{program}, compose file"), {{"program", text.program}})
        : text.program;
}

DocumentTable checklist(const SectionInput& input, std::size_t machine)
{
    DocumentTable table =
        emptyTable(machineId("checklist", machine),
                   input.ofMachine(input.say(RIGWRIGHT_TEXT("Document", "Before the start")), machine),
                   kColumns, input.say, input.facts.bom.currency);
    table.toFillIn = true;
    for (const LaunchStep& step : input.facts.launches[machine].checklist) {
        table.rows.push_back({DocumentRow::Kind::Line,
                              {countCell(static_cast<std::int64_t>(table.rows.size()) + 1),
                               textCell(input.say.texts()("Launch", step.text, step.evidence)),
                               textCell(step.command),
                               {}}});
    }
    return table;
}

void addSheet(DocumentSection& section, const SectionInput& input, std::size_t machine)
{
    const LaunchSheet& sheet = input.facts.launches[machine];
    if (!sheet.checklist.empty()) {
        section.blocks.emplace_back(checklist(input, machine));
    }
    for (const LaunchText& text : sheet.texts) {
        section.blocks.emplace_back(
            DocumentCode{input.ofMachine(codeTitle(input, text), machine), text.text});
    }
    for (const Finding& finding : sheet.findings) {
        section.blocks.emplace_back(
            DocumentText{input.say.texts().of(finding),
                         finding.severity == Severity::Note ? CellTone::Plain : CellTone::Attention});
    }
}

} // namespace

DocumentSection launchSection(const SectionInput& input)
{
    DocumentSection section = emptySection(input, "launch", RIGWRIGHT_TEXT("Document", "Launch"));
    for (std::size_t i = 0; i < input.facts.launches.size(); ++i) {
        addSheet(section, input, i);
    }
    return section;
}

} // namespace rigwright
