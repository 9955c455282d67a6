// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>

namespace rigwright::checks {

namespace {

bool claimsSource(const Provenance& provenance)
{
    return provenance.state != Verification::Unverified;
}

void sourceMissing(const Catalog& catalog, const RuleReport& report)
{
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        if (part.specs.source.empty() && claimsSource(part.specs)) {
            report.error(part.id.text(),
                         std::string(verificationName(part.specs.state)) + " figures without a source");
        }
        for (const SpecGroup& group : part.groups) {
            if (group.provenance.source.empty() && claimsSource(group.provenance)) {
                report.error(part.id.text(),
                             std::string(verificationName(group.provenance.state)) + " figures of '" +
                                 group.name + "' without a source");
            }
        }
    });
    for (const ModelFacts& model : catalog.models) {
        if (model.source.source.empty() && claimsSource(model.source)) {
            report.error(model.id.text(), "a description without a source");
        }
    }
}

/// A day that nobody filled in is 1970-01-01; nothing here is older than the parts.
bool isDated(const Date& date)
{
    return date.year >= 2005;
}

void offerWithoutSource(const Catalog& catalog, const RuleReport& report)
{
    const auto judge = [&report](const std::string& id, const std::string& source, const Date& date) {
        if (source.empty()) {
            report.error(id, "a price without a source");
        }
        if (!isDated(date)) {
            report.error(id, "a price of " + date.iso() + ": no day that anything here was sold on");
        }
    };
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        for (const Offer& offer : part.offers) {
            // Whoever types in a price of their own is its source.
            judge(part.id.text(), offer.own ? "own" : offer.source, offer.date);
        }
    });
    for (const CloudOffer& offer : catalog.cloudOffers) {
        judge(offer.id, offer.source, offer.date);
    }
    for (const ApiOffer& offer : catalog.apiOffers) {
        judge(offer.id, offer.source, offer.date);
    }
}

void readInTheFuture(const Catalog& catalog, const RuleReport& report)
{
    const Date& newest = std::max(catalog.date, catalog.sourcesRead);
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        const auto judge = [&](const Provenance& provenance) {
            if (!part.own && !part.edited && provenance.date && *provenance.date > newest) {
                report.error(part.id.text(),
                             "read on " + provenance.date->iso() + ", after the catalog of " + newest.iso());
            }
        };
        judge(part.specs);
        for (const SpecGroup& group : part.groups) {
            judge(group.provenance);
        }
    });
}

/// A price whose own source says that nobody checked it is an estimate; a maker's price at launch is history either way.
void estimateInDisguise(const Catalog& catalog, const RuleReport& report)
{
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        for (const Offer& offer : part.offers) {
            const bool doubtful = offer.source.find("unverified") != std::string::npos ||
                offer.source.find("estimate") != std::string::npos;
            if (doubtful && offer.kind != PriceKind::Estimate && offer.kind != PriceKind::Msrp) {
                report.warning(part.id.text(),
                               std::string(priceKindName(offer.kind)) + " of " + offer.date.iso() +
                                   " from '" + offer.source + "'");
            }
        }
    });
}

constexpr std::array kRules{
    CatalogRule{"source-missing", sourceMissing},
    CatalogRule{"offer-without-source", offerWithoutSource},
    CatalogRule{"read-in-the-future", readInTheFuture},
    CatalogRule{"estimate-in-disguise", estimateInDisguise},
};

} // namespace

std::span<const CatalogRule> provenanceRules()
{
    return kRules;
}

} // namespace rigwright::checks
