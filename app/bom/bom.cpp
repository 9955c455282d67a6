// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/bom.h"

#include "bom/specifications.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kMostSystems = 10'000;

std::string workloadLine(const ModelFacts& model, const Workload& workload)
{
    std::string text = model.name + " at " + weightFormatLabel(workload.weights) + ", " +
        engineLabel(workload.engine) + ", " + workloadKindName(workload.kind) + ", " +
        formatCount(workload.context) + " tokens of context";
    if (workload.concurrency > 1) {
        text += ", " + formatCount(workload.concurrency) + " at once";
    }
    return text;
}

std::string speedText(const SpeedEstimate& speed)
{
    const auto range = [](const Range<TokensPerSecond>& value) {
        return formatRate(value.low.value()) + "–" + formatRate(value.high.value()) + " tokens/s";
    };
    return "decodes " + range(speed.decode) + " for one user, " + range(speed.total) + " in all (estimate)";
}

std::string resultLine(const EvaluatedBuild& build)
{
    const MemoryBreakdown& memory = build.plan.memory;
    const Bytes onHost = memory.host.used.total();
    std::string text = build.plan.fits ? "fits: " : "does not fit: ";
    if (!memory.devices.empty()) {
        text += formatMemory(memory.onDevices()) + " on accelerators";
    }
    if (memory.devices.empty() || onHost > Bytes(0)) {
        text += (memory.devices.empty() ? "" : ", ") + formatMemory(onHost) + " in RAM";
    }
    return build.speed ? text + "; " + speedText(*build.speed) : text + "; speed unknown";
}

BomLine lineOf(const PricedLine& priced, const PartInfo& info, std::string specifications)
{
    BomLine line;
    line.category = priced.line.category;
    line.part = priced.line.part;
    line.manufacturer = priced.manufacturer;
    line.description = priced.name;
    line.partNumber = info.partNumber;
    line.specifications = std::move(specifications);
    line.quantityPerSystem = priced.line.quantity;
    line.specsState = weakestState(info);
    if (priced.owned) {
        line.owned = true;
        line.unitPrice = priced.unitPrice;
        return line;
    }
    if (priced.offer) {
        line.unitPrice = priced.unitPrice;
        line.priceKind = priced.offer->kind;
        line.listedPrice = priced.offer->price;
        line.priceRegion = priced.offer->region;
        line.priceSource = priced.offer->source;
        line.priceDate = priced.offer->date;
        line.priceValidUntil = priced.offer->validUntil;
    }
    return line;
}

Expected<std::vector<BomLine>> linesOf(const Catalog& catalog, const EvaluatedBuild& build)
{
    std::vector<BomLine> lines;
    for (const PricedLine& priced : build.lines) {
        const PartReference found = findAnyPart(catalog, priced.line.part);
        if (found.info == nullptr) {
            return fail("the catalog has no part '" + priced.line.part.text() + "'");
        }
        lines.push_back(
            lineOf(priced, *found.info, keySpecifications(catalog, found.category, priced.line.part)));
        lines.back().number = static_cast<int>(lines.size());
    }
    return lines;
}

} // namespace

std::optional<Money> Bom::lineTotal(const BomLine& line) const
{
    return line.unitPrice ? std::optional(*line.unitPrice * quantity(line)) : std::nullopt;
}

Money Bom::total() const
{
    Money sum(0, currency);
    for (const BomLine& line : lines) {
        if (const auto amount = lineTotal(line)) {
            sum += *amount;
        }
    }
    return sum;
}

int Bom::linesWithoutPrice() const
{
    return static_cast<int>(
        std::ranges::count_if(lines, [](const BomLine& line) { return !line.unitPrice; }));
}

std::optional<PriceStanding> Bom::priceStanding(const BomLine& line) const
{
    if (!line.unitPrice || !line.priceDate) {
        return std::nullopt;
    }
    Offer offer;
    offer.kind = line.priceKind;
    offer.source = line.priceSource;
    offer.date = *line.priceDate;
    offer.validUntil = line.priceValidUntil;
    return standingOf(offer, preparedOn, pricePolicy);
}

std::optional<int> Bom::priceAge(const BomLine& line) const
{
    return line.priceDate ? std::optional(preparedOn.daysSince(*line.priceDate)) : std::nullopt;
}

int Bom::linesWithOldPrice() const
{
    return static_cast<int>(std::ranges::count_if(lines, [this](const BomLine& line) {
        const auto standing = priceStanding(line);
        return standing && standing->old;
    }));
}

Expected<Bom> makeBom(const Catalog& catalog, const EvaluatedBuild& build, const Requirement& requirement,
                      const Date& preparedOn, int systems)
{
    if (systems < 1 || systems > kMostSystems) {
        return fail("systems: expected 1 to " + formatCount(kMostSystems) + ", got " + formatCount(systems));
    }
    if (systems > 1 && std::ranges::any_of(build.lines, &PricedLine::owned)) {
        return fail("systems: parts at hand are there for one system; leave them out to buy several");
    }
    const Expected<const ModelFacts*> model = findModel(catalog, requirement.model.text());
    if (!model) {
        return tl::unexpected(model.error());
    }
    Expected<std::vector<BomLine>> lines = linesOf(catalog, build);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    Bom bom;
    bom.title = build.title;
    bom.workload = workloadLine(**model, requirement.workload);
    bom.result = resultLine(build);
    bom.preparedOn = preparedOn;
    bom.catalogDate = catalog.date;
    bom.currency = build.price.currency();
    bom.pricePolicy = catalog.pricePolicy;
    bom.systems = systems;
    bom.lines = *std::move(lines);
    bom.findings = build.findings;
    const ExchangeRate* rate = catalog.rates.find(bom.currency);
    if (rate != nullptr && !(bom.currency == Currency::usd())) {
        bom.rate = *rate;
    }
    return bom;
}

} // namespace rigwright
