// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/sections.h"

#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 7> kColumns{{
    {"check", RIGWRIGHT_TEXT("Document", "No."), Kind::Number},
    {"what", RIGWRIGHT_TEXT("Document", "What is checked"), Kind::LongText},
    {"expected", RIGWRIGHT_TEXT("Document", "Expected"), Kind::LongText},
    {"command", RIGWRIGHT_TEXT("Document", "How it is shown"), Kind::Code},
    {"measured", RIGWRIGHT_TEXT("Document", "Measured")},
    {"passed", RIGWRIGHT_TEXT("Document", "Passed")},
    {"remark", RIGWRIGHT_TEXT("Document", "Remark"), Kind::Text, true},
}};

DocumentTable checkTable(const SectionInput& input, std::size_t machine)
{
    const Texts& texts = input.say.texts();
    DocumentTable table =
        emptyTable(machineId("acceptance", machine),
                   input.ofMachine(input.say(RIGWRIGHT_TEXT("Document", "Checks on delivery")), machine),
                   kColumns, input.say, input.facts.bom.currency);
    table.toFillIn = true;
    for (const AcceptanceCheck& check : input.facts.checks[machine]) {
        table.rows.push_back({DocumentRow::Kind::Line,
                              {countCell(static_cast<std::int64_t>(table.rows.size()) + 1),
                               textCell(texts("Acceptance", check.what, check.evidence)),
                               textCell(texts("Acceptance", check.expected, check.evidence)),
                               textCell(check.command),
                               {},
                               {},
                               {}}});
    }
    return table;
}

} // namespace

DocumentSection acceptanceSection(const SectionInput& input)
{
    DocumentSection section = emptySection(input, "acceptance", RIGWRIGHT_TEXT("Document", "Acceptance"));
    section.landscape = true;
    for (std::size_t i = 0; i < input.facts.checks.size(); ++i) {
        if (!input.facts.checks[i].empty()) {
            section.blocks.emplace_back(checkTable(input, i));
        }
    }
    if (!section.blocks.empty()) {
        section.blocks.insert(
            section.blocks.begin(),
            DocumentText{input.say(RIGWRIGHT_TEXT(
                "Document",
                "What each delivered system must show before it is accepted. One sheet for each system."))});
    }
    return section;
}

} // namespace rigwright
