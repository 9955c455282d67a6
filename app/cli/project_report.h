// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/json.h"
#include "project/project_facts.h"

#include <iosfwd>

// What `project` says of one.
namespace rigwright {

struct ProjectAnswer {
    Project project;
    std::vector<OrderedMachine> machines;
    std::optional<Bom> bom;                   ///< empty: there is no machine yet
    std::vector<SavedDifference> differences; ///< to the catalog of today
    Date pricesAsOf;                          ///< the day of pricing
    std::vector<ExpiredQuote> expired;        ///< that count nevertheless
    std::vector<Error> problems;              ///< parts that are left out
};

[[nodiscard]] Expected<ProjectAnswer> projectAnswer(const Project& project, const Catalog& current,
                                                    const Date& today, const CalibrationTable& constants);
void printProject(std::ostream& out, const ProjectAnswer& answer);
/// "rigwright.project-answer/1"
[[nodiscard]] Json projectJson(const ProjectAnswer& answer);

struct RepricingReport {
    std::vector<SavedDifference> differences;
    std::optional<Date> pricedOn; ///< before; empty: never
    Date repricedOn;
    std::optional<Money> before; ///< net of the document; empty: there is no machine yet
    std::optional<Money> after;
    std::vector<ExpiredQuote> expired; ///< that count no more
};

[[nodiscard]] Expected<RepricingReport> repricingReport(const Project& before, const Project& after,
                                                        const Catalog& current, const Date& today,
                                                        const CalibrationTable& constants);
void printRepricing(std::ostream& out, const RepricingReport& report);
/// "rigwright.repricing/1"
[[nodiscard]] Json repricingJson(const RepricingReport& report);

void printChanges(std::ostream& out, const RevisionDifference& difference);
/// "rigwright.changes/1"
[[nodiscard]] Json changesJson(const RevisionDifference& difference);

} // namespace rigwright
