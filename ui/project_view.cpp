// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_view.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

/// The earlier excerpt's parts and model in place of the same ones, with its date. Parts that the catalog has lost are in it alone.
CatalogExcerpt merged(const CatalogExcerpt& earlier, CatalogExcerpt fresh)
{
    for (const ExcerptPart& part : earlier.parts) {
        const auto found = std::ranges::find_if(
            fresh.parts, [&part](const ExcerptPart& known) { return known.sheet.id() == part.sheet.id(); });
        if (found == fresh.parts.end()) {
            fresh.parts.push_back(part);
        } else {
            *found = part;
        }
    }
    std::ranges::sort(fresh.parts, {}, [](const ExcerptPart& part) { return part.sheet.id(); });
    if (!fresh.model || (earlier.model && earlier.model->id == fresh.model->id)) {
        fresh.model = earlier.model;
    }
    fresh.date = earlier.date;
    fresh.pricedOn = earlier.pricedOn;
    return fresh;
}

} // namespace

Project withExcerpt(Project project, const CatalogView& view, const Catalog& current, const Date& today)
{
    const std::shared_ptr<const CatalogExcerpt> earlier = std::exchange(project.catalog, nullptr);
    if (earlier == nullptr) {
        return repriced(std::move(project), view, current, today);
    }
    project = repriced(std::move(project), view, layExcerpt(current, *earlier).catalog, today);
    if (project.catalog != nullptr) {
        project.catalog = std::make_shared<const CatalogExcerpt>(merged(*earlier, *project.catalog));
    }
    project.requirement.today = earlier->pricedOn;
    return project;
}

QString projectTitle(const Project& project, const QString& path)
{
    if (!project.name.empty()) {
        return QString::fromStdString(project.name);
    }
    return path.isEmpty() ? QCoreApplication::translate("rigwright::ProjectView", "Untitled")
                          : QFileInfo(path).completeBaseName();
}

bool isWorthAsking(const Project& project)
{
    const bool saysMachines = project.machines.size() > 1 ||
        std::ranges::any_of(project.machines, [](const ProjectMachine& machine) {
                                  return machine.systems != 1 || !machine.name.empty();
                              });
    return saysMachines || !project.name.empty() || !project.notes.empty() ||
        project.order != OrderDetails() || !project.alternatives.empty() || !project.quotes.empty() ||
        !project.revisions.empty();
}

} // namespace rigwright
