// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/bom.h"

#include "bom/amount_limits.h"
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

BomLine lineOf(const PricedLine& priced, const PartInfo& info, SpecificationFigures figures)
{
    BomLine line;
    line.category = priced.line.category;
    line.part = priced.line.part;
    line.manufacturer = priced.manufacturer;
    line.description = priced.name;
    line.partNumber = info.partNumber;
    line.specifications = specificationsText(figures, Texts());
    line.figures = std::move(figures);
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
        line.link = priced.offer->url;
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
            lineOf(priced, *found.info, specificationFigures(catalog, found.category, priced.line.part)));
        lines.back().number = static_cast<int>(lines.size());
    }
    return lines;
}

} // namespace

std::string specificationsText(const BomLine& line, const Texts& texts)
{
    return line.figures.empty() ? line.specifications : specificationsText(line.figures, texts);
}

int Bom::systems() const
{
    int sum = 0;
    for (const BomMachine& machine : machines) {
        sum += machine.systems;
    }
    return sum;
}

int Bom::quantity(const BomLine& line) const
{
    return line.kind == BomLine::Kind::Part ? line.quantityPerSystem * machines.at(line.machine).systems
                                            : line.quantityPerSystem;
}

std::optional<Money> Bom::netUnitPrice(const BomLine& line) const
{
    return line.unitPrice ? std::optional(*line.unitPrice - line.discount.of(*line.unitPrice)) : std::nullopt;
}

std::optional<Money> Bom::lineTotal(const BomLine& line) const
{
    const std::optional<Money> price = netUnitPrice(line);
    return price ? std::optional(*price * quantity(line)) : std::nullopt;
}

BomTotals Bom::totals() const
{
    const Money nothing(0, currency);
    BomTotals totals;
    totals.lines = total();
    totals.discount = terms.discount.of(totals.lines);
    totals.shipping = terms.shipping.value_or(nothing);
    totals.net = totals.lines - totals.discount + totals.shipping;
    totals.tax = terms.taxRate ? terms.taxRate->of(totals.net) : nothing;
    totals.gross = totals.net + totals.tax;
    totals.contingency = terms.contingency.of(totals.net);
    totals.budget = totals.gross + totals.contingency;
    return totals;
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
    return line.unitPrice && line.priceDate ? std::optional(preparedOn.daysSince(*line.priceDate))
                                            : std::nullopt;
}

int Bom::linesWithOldPrice() const
{
    return static_cast<int>(std::ranges::count_if(lines, [this](const BomLine& line) {
        const auto standing = priceStanding(line);
        return standing && standing->old;
    }));
}

namespace {

/// What the purchaser says of a part, on its line.
void addOrder(BomLine& line, const PartOrder& order)
{
    line.supplier = order.supplier;
    line.supplierPartNumber = order.supplierPartNumber;
    line.internalNumber = order.internalNumber;
    line.comment = order.comment;
    line.approved = order.approved;
    line.discount = line.owned ? Share() : order.discount;
    if (!order.partNumber.empty()) {
        line.partNumber = order.partNumber;
    }
}

/// The quote that gave the line its price, where one did.
void addQuote(BomLine& line, const std::vector<Quote>& quotes)
{
    for (const Quote& quote : quotes) {
        for (const QuoteLine& offer : quote.lines) {
            const bool gave = line.priceKind == PriceKind::Quote && offer.offeredPart() == line.part &&
                offer.unitPrice == line.listedPrice && line.priceSource == sourceOf(quote);
            if (gave) {
                line.supplier = quote.supplier;
                line.quoteNumber = quote.number;
                line.leadTimeDays = offer.leadTimeDays;
                line.supplierPartNumber = offer.supplierPartNumber;
                line.partNumber = line.partNumber.empty() ? offer.partNumber : line.partNumber;
                return;
            }
        }
    }
}

Expected<void> checkMachines(const std::vector<OrderedMachine>& machines)
{
    if (machines.empty()) {
        return fail("machines: expected at least one");
    }
    for (const OrderedMachine& machine : machines) {
        const int systems = machine.systems;
        if (systems < 1 || systems > kMostSystems) {
            return fail("systems: expected 1 to " + formatCount(kMostSystems) + ", got " +
                        formatCount(systems));
        }
        if (systems > 1 && std::ranges::any_of(machine.build->lines, &PricedLine::owned)) {
            return fail("systems: parts at hand are there for one system; leave them out to buy several");
        }
        if (machine.build->price.currency() != machines.front().build->price.currency()) {
            return fail("machines: priced in several currencies");
        }
    }
    return {};
}

/// The lines of one machine at the end of those of the document.
Expected<void> addMachine(Bom& bom, const Catalog& catalog, const OrderedMachine& machine,
                          const OrderDetails& order, const std::vector<Quote>& quotes)
{
    Expected<std::vector<BomLine>> lines = linesOf(catalog, *machine.build);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    for (BomLine& line : *lines) {
        line.machine = bom.machines.size() - 1;
        line.position = std::to_string(bom.machines.size()) + "." + std::to_string(line.number);
        if (const PartOrder* said = order.find(line.part)) {
            addOrder(line, *said);
        }
        addQuote(line, quotes);
        bom.lines.push_back(std::move(line));
    }
    return {};
}

/// Spares cost what the same part costs in a machine.
void addSpares(Bom& bom, const OrderDetails& order)
{
    int count = 0;
    const std::vector<BomLine> parts = bom.lines;
    for (const PartOrder& said : order.parts) {
        const auto same = std::ranges::find_if(
            parts, [&](const BomLine& line) { return line.part == said.part && !line.owned; });
        if (said.spares > 0 && same != parts.end()) {
            BomLine spare = *same;
            spare.kind = BomLine::Kind::Spare;
            spare.position = "S." + std::to_string(++count);
            spare.quantityPerSystem = said.spares;
            bom.lines.push_back(std::move(spare));
        }
    }
}

Expected<void> addServices(Bom& bom, const ExchangeRates& rates, const OrderDetails& order)
{
    int count = 0;
    for (const ServiceLine& service : order.services) {
        BomLine line;
        line.kind = BomLine::Kind::Service;
        line.position = "X." + std::to_string(++count);
        line.part = PartId(service.id);
        line.description = service.description;
        line.supplier = service.supplier;
        line.comment = service.comment;
        line.quantityPerSystem = service.quantity;
        line.listedPrice = service.unitPrice;
        line.priceDate = service.priceDate;
        if (service.unitPrice) {
            const Expected<Money> price = rates.convert(*service.unitPrice, bom.currency);
            if (!price) {
                return tl::unexpected(price.error());
            }
            line.unitPrice = *price;
        }
        bom.lines.push_back(std::move(line));
    }
    return {};
}

Expected<void> takeTerms(Bom& bom, const ExchangeRates& rates, const OrderDetails& order)
{
    bom.header = order.header;
    bom.terms = order.terms;
    if (!order.terms.shipping) {
        return {};
    }
    return rates.convert(*order.terms.shipping, bom.currency).map([&](const Money& shipping) {
        bom.terms.shipping = shipping;
    });
}

std::string titleOf(const OrderedMachine& machine)
{
    return machine.name.empty() ? machine.build->title : machine.name;
}

Bom emptyBom(const Catalog& catalog, const std::vector<OrderedMachine>& machines, const Date& preparedOn)
{
    Bom bom;
    bom.title = titleOf(machines.front());
    if (machines.size() > 1) {
        bom.title += " + " + std::to_string(machines.size() - 1);
    }
    bom.preparedOn = preparedOn;
    bom.catalogDate = catalog.date;
    bom.currency = machines.front().build->price.currency();
    bom.pricePolicy = catalog.pricePolicy;
    const ExchangeRate* rate = catalog.rates.find(bom.currency);
    if (rate != nullptr && !(bom.currency == Currency::usd())) {
        bom.rate = *rate;
    }
    return bom;
}

} // namespace

Expected<Bom> makeBom(const Catalog& catalog, const std::vector<OrderedMachine>& machines,
                      const Requirement& requirement, const OrderDetails& order,
                      const std::vector<Quote>& quotes, const Date& preparedOn)
{
    if (const Expected<void> checked = checkMachines(machines); !checked) {
        return tl::unexpected(checked.error());
    }
    const Expected<const ModelFacts*> model = findModel(catalog, requirement.model.text());
    if (!model) {
        return tl::unexpected(model.error());
    }
    Bom bom = emptyBom(catalog, machines, preparedOn);
    for (const OrderedMachine& machine : machines) {
        const EvaluatedBuild& build = *machine.build;
        bom.machines.push_back({titleOf(machine), machine.systems,
                                workloadLine(**model, requirement.workload), resultLine(build)});
        if (const auto added = addMachine(bom, catalog, machine, order, quotes); !added) {
            return tl::unexpected(added.error());
        }
        bom.findings.insert(bom.findings.end(), build.findings.begin(), build.findings.end());
    }
    addSpares(bom, order);
    for (const auto& added : {addServices(bom, catalog.rates, order), takeTerms(bom, catalog.rates, order)}) {
        if (!added) {
            return tl::unexpected(added.error());
        }
    }
    int number = 0;
    for (BomLine& line : bom.lines) {
        line.number = ++number;
    }
    return checkAmounts(bom)
        .map_error([](const Error& error) { return Error{"the order: " + error.message}; })
        .map([&] { return std::move(bom); });
}

Expected<Bom> makeBom(const Catalog& catalog, const EvaluatedBuild& build, const Requirement& requirement,
                      const Date& preparedOn, int systems)
{
    return makeBom(catalog, {{{}, std::make_shared<const EvaluatedBuild>(build), systems}}, requirement, {},
                   {}, preparedOn);
}

} // namespace rigwright
