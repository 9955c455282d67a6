// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document/words.h"
#include "bom/document_facts.h"

// The sections of the purchasing document; one without blocks has nothing to say. Tables of several machines are numbered by
// machine: "memory_1".
namespace rigwright {

/// What every section is made of.
struct SectionInput {
    const DocumentFacts& facts;
    const DocumentWords& say;
};

[[nodiscard]] DocumentSection summarySection(const SectionInput& input);
[[nodiscard]] DocumentSection bomSection(const SectionInput& input);

} // namespace rigwright
