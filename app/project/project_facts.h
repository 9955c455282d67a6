// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"
#include "speed/calibration.h"

#include <stop_token>
#include <string>
#include <vector>

// A project worked out: the same figures wherever it is opened.
namespace rigwright {

struct DocumentFacts;

/// The catalog that the project's figures follow from: the current one with the excerpt and what suppliers quoted over it. A quote
/// counts that held when the project was priced, or came later; `today` is the day of a project that was never priced.
[[nodiscard]] Catalog projectCatalog(const Project& project, const Catalog& current, const Date& today);

/// Every machine of the project; `catalog` is projectCatalog()'s. An error names the machine, or says that no model is chosen.
[[nodiscard]] Expected<std::vector<OrderedMachine>>
projectMachines(const Project& project, const Catalog& catalog,
                const CalibrationTable& constants = fittedCalibration());

/// The whole purchasing document, with what has changed since the last revision. Takes long. An error: as of documentFacts(), or
/// that there is no machine yet.
[[nodiscard]] Expected<DocumentFacts>
projectDocumentFacts(const Project& project, const Catalog& catalog, const Date& preparedOn,
                     const CalibrationTable& constants = fittedCalibration(),
                     const std::stop_token& stop = {});

/// What is to be bought now, as a revision with the number 0.
[[nodiscard]] Expected<Revision> presentRevision(const Project& project, const Catalog& catalog,
                                                 const Date& preparedOn,
                                                 const CalibrationTable& constants = fittedCalibration());

/// Keeps the present state under the next number.
void addRevision(Project& project, Revision present, std::string author, std::string note);

} // namespace rigwright
