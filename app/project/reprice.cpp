// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project.h"

#include <algorithm>
#include <set>

namespace rigwright {

namespace {

/// Everything that the project would have to look up: its machines, those kept to compare, and what suppliers offer instead.
std::vector<Build> buildsOf(const Project& project)
{
    std::vector<Build> builds;
    for (const ProjectMachine& machine : project.machines) {
        builds.push_back(machine.build);
    }
    for (const SavedMachine& machine : project.alternatives) {
        builds.push_back(machine.build);
    }
    Build substitutes;
    for (const Quote& quote : project.quotes) {
        for (const QuoteLine& line : quote.lines) {
            substitutes.lines.push_back({PartCategory::Accelerator, line.offeredPart(), 1});
        }
    }
    builds.push_back(std::move(substitutes));
    return builds;
}

/// What the old excerpt has and the new one lacks, as the catalog knows it no longer.
void keepGone(CatalogExcerpt& excerpt, const CatalogExcerpt& before, const std::vector<Build>& builds)
{
    std::set<PartId> needed;
    for (const Build& build : builds) {
        for (const BuildLine& line : build.lines) {
            needed.insert(line.part);
        }
    }
    for (const ExcerptPart& part : before.parts) {
        const bool has = std::ranges::any_of(
            excerpt.parts, [&](const ExcerptPart& newer) { return newer.sheet.id() == part.sheet.id(); });
        if (!has && needed.contains(part.sheet.id())) {
            excerpt.parts.push_back(part);
        }
    }
    std::ranges::sort(excerpt.parts, {}, [](const ExcerptPart& part) { return part.sheet.id(); });
    if (!excerpt.model) {
        excerpt.model = before.model;
    }
}

/// The price that counts, in a currency; nothing where there is none.
Expected<std::optional<Money>> priceOf(const std::vector<Offer>& offers, const ExchangeRates& rates,
                                       Currency currency)
{
    const Offer* offer = currentOffer(offers);
    if (offer == nullptr) {
        return std::optional<Money>();
    }
    return rates.convert(offer->price, currency).map([](const Money& price) { return std::optional(price); });
}

Expected<std::optional<SavedDifference>> comparePart(const ExcerptPart& part, const ExchangeRates& rates,
                                                     const Catalog& current, Currency currency)
{
    const auto before = priceOf(part.offers, rates, currency);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const std::string& name = part.sheet.cell("name");
    const PartInfo* info = findAnyPart(current, part.sheet.id()).info;
    if (info == nullptr) {
        return std::optional(SavedDifference{SavedDifference::Kind::PartGone, name, *before, std::nullopt});
    }
    return priceOf(info->offers, current.rates, currency).map([&](const std::optional<Money>& after) {
        return priceDifference(name, *before, after);
    });
}

std::set<PartId> boughtParts(const Project& project)
{
    std::set<PartId> parts;
    for (const ProjectMachine& machine : project.machines) {
        for (const BuildLine& line : machine.build.lines) {
            parts.insert(line.part);
        }
    }
    return parts;
}

} // namespace

Expected<std::vector<SavedDifference>> pricesSince(const Project& project, const Catalog& current)
{
    std::vector<SavedDifference> differences;
    if (project.catalog == nullptr) {
        return differences;
    }
    const std::set<PartId> bought = boughtParts(project);
    const ExchangeRates rates(project.catalog->rates);
    for (const ExcerptPart& part : project.catalog->parts) {
        if (!bought.contains(part.sheet.id())) {
            continue;
        }
        auto difference = comparePart(part, rates, current, project.requirement.budget.currency());
        if (!difference) {
            return tl::unexpected(difference.error());
        }
        if (*difference) {
            differences.push_back(**std::move(difference));
        }
    }
    return differences;
}

Project repriced(Project project, const CatalogView& view, const Catalog& current, const Date& today)
{
    const std::vector<Build> builds = buildsOf(project);
    CatalogExcerpt excerpt = excerptOf(view, current, builds, project.requirement, today);
    if (project.catalog != nullptr) {
        keepGone(excerpt, *project.catalog, builds);
    }
    project.catalog = std::make_shared<const CatalogExcerpt>(std::move(excerpt));
    project.requirement.today = today;
    return project;
}

} // namespace rigwright
