// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/sections.h"
#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::size_t kLongestTitle = 31;

/// What sheets' names are compared by: the same in capitals and small letters.
bool isTaken(const Document& document, const std::string& title)
{
    return std::ranges::any_of(document.sections, [&](const DocumentSection& section) {
        return toLower(section.title) == toLower(title);
    });
}

/// A name that a sheet of a workbook may have, whatever a translation brings: without []:*?/\ and not longer than 31 characters.
std::string sheetTitle(const std::string& title)
{
    std::string result;
    std::size_t characters = 0;
    for (const char byte : title) {
        const bool beginsCharacter = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        if (beginsCharacter && characters++ == kLongestTitle) {
            break;
        }
        result += std::string_view("[]:*?/\\").find(byte) == std::string_view::npos ? byte : ' ';
    }
    return result;
}

std::string subtitleOf(const DocumentFacts& facts, const DocumentWords& say)
{
    const Texts::Evidence figures{{"number", facts.bom.header.documentNumber},
                                  {"revision", std::to_string(facts.revision)}};
    return facts.bom.header.documentNumber.empty()
        ? say(RIGWRIGHT_TEXT("Document", "Revision {revision}"), figures)
        : say(RIGWRIGHT_TEXT("Document", "{number}, revision {revision}"), figures);
}

} // namespace

std::string SectionInput::ofMachine(const std::string& text, std::size_t machine) const
{
    return facts.machines.size() < 2
        ? text
        : say(RIGWRIGHT_TEXT("Document", "{machine}: {what}"),
              {{"what", text}, {"machine", facts.bom.machines.at(machine).name}});
}

std::string machineId(const char* id, std::size_t machine)
{
    return std::string(id) + "_" + std::to_string(machine + 1);
}

DocumentSection emptySection(const SectionInput& input, const char* id, const char* title)
{
    DocumentSection section;
    section.id = id;
    section.title = input.say(title);
    return section;
}

Document makeDocument(const DocumentFacts& facts, const Texts& texts)
{
    const DocumentWords say(texts);
    const SectionInput input{facts, say};
    Document document;
    document.title = say(RIGWRIGHT_TEXT("Document", "Purchase of {what}"), {{"what", facts.bom.title}});
    document.subtitle = subtitleOf(facts, say);
    document.language = texts.language();
    document.date = facts.bom.preparedOn;
    document.currency = facts.bom.currency;
    document.paper = facts.paper;
    document.footer = say(RIGWRIGHT_TEXT("Document", "{subtitle}, prepared on {date}"),
                          {{"subtitle", document.subtitle}, {"date", facts.bom.preparedOn.iso()}});
    constexpr std::array kSections{
        &summarySection,     &bomSection,         &alternatesSection, &compatibilitySection, &sizingSection,
        &costsSection,       &sourcesSection,     &acceptanceSection, &launchSection,        &offersSection,
        &costFiguresSection, &costSourcesSection, &changesSection};
    for (const auto section : kSections) {
        DocumentSection made = section(input);
        if (!made.blocks.empty()) {
            made.title = sheetTitle(made.title);
            // Two translations may be alike, or be so once they are cut.
            if (isTaken(document, made.title)) {
                made.title = sheetTitle(std::to_string(document.sections.size() + 1) + " " + made.title);
            }
            document.sections.push_back(std::move(made));
        }
    }
    return document;
}

Document changesDocument(const RevisionDifference& changes, const Texts& texts)
{
    const DocumentWords say(texts);
    DocumentFacts facts;
    facts.changes = changes;
    facts.bom.currency = changes.totalAfter.currency();
    Document document;
    const Texts::Evidence figures{{"before", std::to_string(changes.before)},
                                  {"after", std::to_string(changes.after)}};
    document.title = say(RIGWRIGHT_TEXT("Document", "Changes of a purchase"));
    document.subtitle = changes.after == 0
        ? say(RIGWRIGHT_TEXT("Document", "From revision {before} to the present state"), figures)
        : say(RIGWRIGHT_TEXT("Document", "From revision {before} to revision {after}"), figures);
    document.language = texts.language();
    document.date = changes.dateAfter;
    document.currency = facts.bom.currency;
    document.footer = document.subtitle;
    document.sections.push_back(changesSection({facts, say}));
    document.sections.back().title = sheetTitle(document.sections.back().title);
    return document;
}

} // namespace rigwright
