// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document/sections.h"

namespace rigwright {

/// What memory is used for on each device of a machine, against what the device has: a table and its chart.
void addMemory(DocumentSection& section, const SectionInput& input, std::size_t machine);

/// How the model lies on the devices, and what else its memory comes to.
void addPlacement(DocumentSection& section, const SectionInput& input, std::size_t machine);

/// How fast a machine is, and what limits it: a table and its chart.
void addSpeed(DocumentSection& section, const SectionInput& input, std::size_t machine);

/// The same of training.
void addTrainingSpeed(DocumentSection& section, const SectionInput& input, std::size_t machine);

} // namespace rigwright
