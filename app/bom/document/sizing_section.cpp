// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/sizing_tables.h"

namespace rigwright {

DocumentSection sizingSection(const SectionInput& input)
{
    DocumentSection section = emptySection(input, "sizing", RIGWRIGHT_TEXT("Document", "Sizing evidence"));
    section.landscape = true;
    for (std::size_t i = 0; i < input.facts.machines.size(); ++i) {
        addMemory(section, input, i);
        addPlacement(section, input, i);
        if (isTraining(input.facts.requirement.workload.kind)) {
            addTrainingSpeed(section, input, i);
        } else {
            addSpeed(section, input, i);
        }
    }
    return section;
}

} // namespace rigwright
