// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"
#include "speed/calibration.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

// A project worked out: the same figures wherever and whenever it is opened. Which prices and quotes count is decided as of the
// project's own day of pricing; how old a price is and whether a quote has run out since is told as of today. Re-pricing makes
// today the day of pricing.
namespace rigwright {

struct DocumentFacts;

/// The day on which the project was priced, or of its latest quote of a later day up to today; today where it never was priced.
[[nodiscard]] Date pricingDay(const Project& project, const Date& today);

/// What a project's figures follow from.
struct ProjectCatalog {
    Catalog catalog;             ///< the current one with the project's parts, offers and quotes over it
    std::vector<Error> problems; ///< parts of the project that this program can't read, which are left out
};
/// The one way to it. A quote counts that held on the pricing day.
[[nodiscard]] ProjectCatalog projectCatalog(const Project& project, Catalog current, const Date& today);
/// The same, shared; the current catalog itself where the project has no prices of its own.
[[nodiscard]] std::shared_ptr<const Catalog>
projectCatalog(const Project& project, const std::shared_ptr<const Catalog>& current, const Date& today);

/// A quote that counts in the project and has run out since, in whole or in part.
struct ExpiredQuote {
    std::string source; ///< as of sourceOf()
    Date until;         ///< the last day of the prices that ran out last
    int prices = 0;     ///< that ran out
};
/// Which re-pricing would leave out.
[[nodiscard]] std::vector<ExpiredQuote> expiredQuotes(const Project& project, const Date& today);

/// Every machine of the project; `catalog` is projectCatalog()'s. An error names the machine, or says that no model is chosen.
[[nodiscard]] Expected<std::vector<OrderedMachine>>
projectMachines(const Project& project, const Catalog& catalog, const Date& today,
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
