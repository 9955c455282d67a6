// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document/words.h"
#include "bom/document_facts.h"

#include <string>

// The sections of the purchasing document; one without blocks has nothing to say. What there is of each machine has its number:
// "memory_1".
namespace rigwright {

/// What every section is made of.
struct SectionInput {
    const DocumentFacts& facts;
    const DocumentWords& say;

    /// The text, with the machine's name where there are several.
    [[nodiscard]] std::string ofMachine(const std::string& text, std::size_t machine) const;
};

/// "memory_1" for the first machine.
[[nodiscard]] std::string machineId(const char* id, std::size_t machine);

/// The title is marked RIGWRIGHT_TEXT("Document", …).
[[nodiscard]] DocumentSection emptySection(const SectionInput& input, const char* id, const char* title);

[[nodiscard]] DocumentSection summarySection(const SectionInput& input);
[[nodiscard]] DocumentSection bomSection(const SectionInput& input);
[[nodiscard]] DocumentSection alternatesSection(const SectionInput& input);
[[nodiscard]] DocumentSection compatibilitySection(const SectionInput& input);
[[nodiscard]] DocumentSection sizingSection(const SectionInput& input);
[[nodiscard]] DocumentSection costsSection(const SectionInput& input);
[[nodiscard]] DocumentSection sourcesSection(const SectionInput& input);
[[nodiscard]] DocumentSection acceptanceSection(const SectionInput& input);
[[nodiscard]] DocumentSection launchSection(const SectionInput& input);
[[nodiscard]] DocumentSection changesSection(const SectionInput& input);

// Details of the cost comparison, which a report on paper leaves out.
inline constexpr const char* kOffersTitle = RIGWRIGHT_TEXT("Document", "All offers");
[[nodiscard]] DocumentSection offersSection(const SectionInput& input);
[[nodiscard]] DocumentSection costFiguresSection(const SectionInput& input);
[[nodiscard]] DocumentSection costSourcesSection(const SectionInput& input);

} // namespace rigwright
