// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document_facts.h"
#include "speed/calibration.h"
#include "units/date.h"

#include <string>

namespace rigwright {

/// What a purchasing document is made of: machines that were found, or those of a project.
struct DocumentOrder {
    Catalog catalog; ///< with the prices that count
    Requirement requirement;
    std::vector<OrderedMachine> machines;
    DocumentRequest request;
    std::vector<Error> problems; ///< parts of a project that this program can't read
};

/// The machines of a project with the catalog as it was then. An error: as of readProject(), no machine in it, or one that can't
/// be evaluated.
[[nodiscard]] Expected<DocumentOrder> projectOrder(const Catalog& current, const std::string& file,
                                                   const CalibrationTable& constants, const Date& today);

} // namespace rigwright
