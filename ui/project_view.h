// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

#include <QString>

#include <memory>
#include <vector>

// How the window sees a project: what its figures rest on, and what it is called.
namespace rigwright {

/// What prices rest on beside the current catalog: equal where a project gives the same one. Cheap enough for each change.
struct PricingMark {
    std::shared_ptr<const CatalogExcerpt> excerpt;
    std::vector<Quote> quotes;
    bool operator==(const PricingMark&) const = default;
};
[[nodiscard]] inline PricingMark pricingMark(const Project& project)
{
    return {project.catalog, project.quotes};
}

/// The project as it is written: with an excerpt of the catalog that its figures rest on now. Parts that it has already keep
/// what the project says of them. `current` has the models that the user brought along. For any thread.
[[nodiscard]] Project withExcerpt(Project project, const CatalogView& view, const Catalog& current,
                                  const Date& today);

/// "Lab cluster", else the file's name, else "Untitled".
[[nodiscard]] QString projectTitle(const Project& project, const QString& path);

/// True when a project that has no file says something that the next start would not find again.
[[nodiscard]] bool isWorthAsking(const Project& project);

} // namespace rigwright
