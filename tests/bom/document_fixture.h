// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document_facts.h"
#include "bom_fixture.h"

namespace rigwright {

/// What a document says of a bill of materials, with the same machine for each of its kinds.
[[nodiscard]] inline DocumentFacts factsOf(Bom bom)
{
    DocumentFacts facts;
    facts.bom = std::move(bom);
    facts.modelName = "Qwen 32B";
    for (const BomMachine& machine : facts.bom.machines) {
        facts.machines.push_back(
            {machine.name, std::make_shared<const EvaluatedBuild>(evaluatedBuild()), machine.systems});
    }
    return facts;
}

/// The cell of a table in the column with this key.
[[nodiscard]] inline const DocumentCell& cellOf(const Document& document, const char* table, std::size_t row,
                                                const std::string& key)
{
    const DocumentTable* found = document.findTable(table);
    for (std::size_t i = 0; i < found->columns.size(); ++i) {
        if (found->columns[i].key == key) {
            return found->rows.at(row).cells.at(i);
        }
    }
    throw std::out_of_range("no column " + key);
}

/// As a person reads it.
[[nodiscard]] inline std::string textIn(const Document& document, const char* table, std::size_t row,
                                        const std::string& key)
{
    return cellText(cellOf(document, table, row, key).value);
}

} // namespace rigwright
