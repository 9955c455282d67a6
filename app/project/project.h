// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/order.h"
#include "bom/quote.h"
#include "bom/revision.h"
#include "builds/build.h"
#include "builds/requirement.h"
#include "project/catalog_excerpt.h"
#include "project/cost_case.h"
#include "project/machine_set.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

inline constexpr std::size_t kMostProjectMachines = 1'000;

/// A machine that the project is to buy.
struct ProjectMachine {
    std::string name; ///< empty: as its parts say
    Build build;
    int systems = 1; ///< 1 to 10,000
    bool operator==(const ProjectMachine&) const = default;
};

/// The document that a user saves: what is wanted, what was chosen, and everything that its figures rest on. A value; kept as
/// JSON ("rigwright.project/1").
struct Project {
    std::string name;
    std::string notes;
    Date createdOn;
    Requirement requirement;
    std::vector<ProjectMachine> machines; ///< at most kMostProjectMachines; empty: none is chosen yet
    std::size_t shown = 0; ///< the machine that pages show, by its place; 0 where there is none
    OrderDetails order;
    std::optional<CostAssumptions> assumptions; ///< empty: as the program assumes
    std::vector<CostCase> cases;
    std::vector<SavedMachine> alternatives; ///< that the user keeps to compare
    std::vector<Quote> quotes;
    std::vector<Revision> revisions; ///< by number
    /// As it was when the project was last priced; null: it never was. Versions of a project share one.
    std::shared_ptr<const CatalogExcerpt> catalog;
};

/// Whether both say the same; fast where they share an excerpt.
[[nodiscard]] bool sameProject(const Project& a, const Project& b);

/// An error names key and what was expected; a newer schema is refused as such, an older one is brought up to date. A set of machines,
/// a search's answer and a build file become a project of these machines. Parts that no catalog knows any more are in the excerpt.
/// Text from a stranger.
[[nodiscard]] Expected<Project> parseProject(std::string_view json);
/// Equal projects are equal texts.
[[nodiscard]] std::string projectText(const Project& project);

/// What prices and figures of a project's parts are in another catalog: as SavedDifference, of all machines.
[[nodiscard]] Expected<std::vector<SavedDifference>> pricesSince(const Project& project,
                                                                 const Catalog& current);
/// The project as the current catalog prices it.
[[nodiscard]] Project repriced(Project project, const CatalogView& view, const Catalog& current,
                               const Date& today);

} // namespace rigwright
