// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/revisions_json.h"

#include "bom/amount_limits.h"
#include "project/machine_json.h"
#include "project/offer_fields.h"
#include "project/order_json.h"
#include "project/requirement_json.h"
#include "sizing/names.h"

#include <array>

namespace rigwright {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMostBomLines = 20'000;
constexpr std::size_t kMostBomMachines = 1'000;
constexpr std::size_t kMostFindings = 10'000;
constexpr std::size_t kMostFigures = 100;
constexpr int kMostOfALine = 100'000;

constexpr std::array kKinds{Named<BomLine::Kind>{BomLine::Kind::Part, "part"},
                            Named<BomLine::Kind>{BomLine::Kind::Spare, "spare"},
                            Named<BomLine::Kind>{BomLine::Kind::Service, "service"}};
constexpr std::array kSeverities{Named<Severity>{Severity::Blocker, "blocker"},
                                 Named<Severity>{Severity::Warning, "warning"},
                                 Named<Severity>{Severity::Note, "note"}};

const char* kindName(BomLine::Kind kind)
{
    return nameOf(kKinds, kind);
}

Expected<BomLine::Kind> parseKind(const std::string& name)
{
    return parseNamed("kind of line", kKinds, name);
}

Expected<Severity> parseSeverity(const std::string& name)
{
    return parseNamed("severity", kSeverities, name);
}

template <class Visit, class Facts>
void visitPart(Visit& visit, Facts& line)
{
    visit.named("kind", line.kind, kindName, parseKind);
    visit("number", line.number);
    visit("machine", line.machine);
    visit("position", line.position);
    visit.named("category", line.category, categoryName, parsePartCategory);
    visit("part", line.part);
    visit("manufacturer", line.manufacturer);
    visit("description", line.description);
    visit("part_number", line.partNumber);
    visit("specifications", line.specifications);
    visit("supplier", line.supplier);
    visit("supplier_part_number", line.supplierPartNumber);
    visit("internal_number", line.internalNumber);
    visit("link", line.link);
}

template <class Visit, class Facts>
void visitPrice(Visit& visit, Facts& line)
{
    visit("quote_number", line.quoteNumber);
    visit("lead_time_days", line.leadTimeDays);
    visit("comment", line.comment);
    visit("approved", line.approved);
    visit("quantity_per_system", line.quantityPerSystem);
    visit("owned", line.owned);
    visit("unit_price", line.unitPrice);
    visit("discount", line.discount);
    visit.named("price_kind", line.priceKind, priceKindName, parsePriceKind);
    visit("listed_price", line.listedPrice);
    visit("price_region", line.priceRegion);
    visit("price_source", line.priceSource);
    visit("price_date", line.priceDate);
    visit("price_valid_until", line.priceValidUntil);
    visit.named("specs_state", line.specsState, verificationName, parseVerification);
}

} // namespace

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, BomLine>
void visitFields(Visit& visit, Facts& line)
{
    visitPart(visit, line);
    visitPrice(visit, line);
}

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, BomMachine>
void visitFields(Visit& visit, Facts& machine)
{
    visit("name", machine.name);
    visit("systems", machine.systems);
    visit("workload", machine.workload);
    visit("result", machine.result);
}

namespace {

ordered_json findingJson(const Finding& finding)
{
    ordered_json evidence = ordered_json::array();
    for (const auto& [key, figure] : finding.evidence) {
        evidence.push_back({{"key", printableText(key)}, {"figure", printableLines(figure)}});
    }
    return {{"id", printableText(finding.id)},
            {"severity", severityName(finding.severity)},
            {"text", printableLines(finding.text)},
            {"evidence", std::move(evidence)}};
}

Finding readFinding(ObjectReader& object)
{
    object.refuseOthers({"id", "severity", "text", "evidence"});
    Finding finding;
    finding.id = object.line("id");
    const auto severity = parseSeverity(object.text("severity"));
    if (!severity) {
        object.refuse("severity", "blocker, warning or note");
    }
    finding.severity = severity.value_or(Severity::Note);
    finding.text = object.paragraphs("text");
    object.each("evidence", kMostFigures, "figures", [&](ObjectReader& figure) {
        figure.refuseOthers({"key", "figure"});
        finding.evidence.emplace_back(figure.line("key"), figure.paragraphs("figure"));
    });
    return finding;
}

ordered_json bomJson(const Bom& bom)
{
    return {{"title", printableText(bom.title)},
            {"machines", listJson(bom.machines, fieldsJson<BomMachine>)},
            {"prepared_on", valueJson(bom.preparedOn)},
            {"catalog_date", valueJson(bom.catalogDate)},
            {"currency", bom.currency.code()},
            {"rate", bom.rate ? fieldsJson(*bom.rate) : ordered_json()},
            {"price_old_after_days", bom.pricePolicy.oldAfterDays},
            {"header", headerJson(bom.header)},
            {"terms", termsJson(bom.terms)},
            {"lines", listJson(bom.lines, fieldsJson<BomLine>)},
            {"findings", listJson(bom.findings, findingJson)}};
}

/// What everything that works with a document relies on: it adds amounts of one currency that don't leave the range.
void checkBom(ObjectReader& object, const Bom& bom)
{
    const auto other = [&](const std::optional<Money>& amount) {
        return amount && amount->currency() != bom.currency;
    };
    for (const BomLine& line : bom.lines) {
        if (line.kind == BomLine::Kind::Part && line.machine >= bom.machines.size()) {
            object.refuse(Error{object.whereIs("lines") +
                                ": expected lines of the document's machines, got one of machine " +
                                std::to_string(line.machine + 1)});
        }
        if (line.quantityPerSystem < 1 || line.quantityPerSystem > kMostOfALine) {
            object.refuse(Error{object.whereIs("lines") + ": expected quantities from 1 to 100000, got " +
                                std::to_string(line.quantityPerSystem)});
        }
        if (line.discount > kWholeShare) {
            object.refuse(Error{object.whereIs("lines") + ": expected discounts of at most 100 per cent"});
        }
        if (other(line.unitPrice) || other(bom.terms.shipping)) {
            object.refuse("currency", "the currency of every price");
        }
    }
    if (object.error()) {
        return;
    }
    if (const auto checked = checkAmounts(bom); !checked) {
        object.refuse(Error{object.whereIs("lines") + ": " + checked.error().message});
    }
}

BomMachine readMachine(ObjectReader& object)
{
    constexpr int kMostSystems = 10'000;
    auto machine = readFields<BomMachine>(object);
    if (machine.systems < 1 || machine.systems > kMostSystems) {
        object.refuse("systems", "a whole number from 1 to 10000");
    }
    return machine;
}

Bom readBom(ObjectReader& object)
{
    constexpr int kMostDays = 100'000;
    object.refuseOthers({"title", "machines", "prepared_on", "catalog_date", "currency", "rate",
                         "price_old_after_days", "header", "terms", "lines", "findings"});
    Bom bom;
    bom.title = object.line("title");
    bom.machines = object.all("machines", kMostBomMachines, "machines", readMachine);
    bom.preparedOn = object.date("prepared_on");
    bom.catalogDate = object.date("catalog_date");
    bom.currency = object.currency("currency");
    if (object.valueOf("rate") != nullptr) {
        object.member("rate", [&](ObjectReader& rate) { bom.rate = readFields<ExchangeRate>(rate); });
    }
    bom.pricePolicy.oldAfterDays = static_cast<int>(object.whole("price_old_after_days", 0, kMostDays));
    object.member("header", [&](ObjectReader& header) { bom.header = readHeaderJson(header); });
    object.member("terms", [&](ObjectReader& terms) { bom.terms = readTermsJson(terms); });
    bom.lines = object.all("lines", kMostBomLines, "lines", readFields<BomLine>);
    bom.findings = object.all("findings", kMostFindings, "findings", readFinding);
    checkBom(object, bom);
    return bom;
}

} // namespace

ordered_json revisionJson(const Revision& revision)
{
    return {{"number", revision.number},
            {"date", valueJson(revision.date)},
            {"author", printableText(revision.author)},
            {"note", printableLines(revision.note)},
            {"requirement", requirementJson(revision.requirement)},
            {"bom", bomJson(revision.bom)}};
}

Revision readRevisionJson(ObjectReader& object)
{
    constexpr int kLastNumber = 1'000'000;
    object.refuseOthers({"number", "date", "author", "note", "requirement", "bom"});
    Revision revision;
    revision.number = static_cast<int>(object.whole("number", 1, kLastNumber));
    revision.date = object.date("date");
    revision.author = object.line("author");
    revision.note = object.paragraphs("note");
    object.member("requirement",
                  [&](ObjectReader& reader) { revision.requirement = readRequirementJson(reader); });
    object.member("bom", [&](ObjectReader& reader) { revision.bom = readBom(reader); });
    return revision;
}

} // namespace rigwright
