// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/cost_tables.h"
#include "bom/document/source_list.h"
#include "builds/hardware.h"
#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 13> kPriceColumns{{
    {"position", RIGWRIGHT_TEXT("Document", "Position")},
    {"part", RIGWRIGHT_TEXT("Document", "Part"), Kind::LongText},
    {"price_kind", RIGWRIGHT_TEXT("Document", "Price kind")},
    {"listed_price", RIGWRIGHT_TEXT("Document", "Price as listed"), Kind::Number},
    {"unit_price", RIGWRIGHT_TEXT("Document", "Unit price ({currency})"), Kind::Number},
    {"source", RIGWRIGHT_TEXT("Document", "Source")},
    {"date", RIGWRIGHT_TEXT("Document", "Date")},
    {"age_days", RIGWRIGHT_TEXT("Document", "Age (days)"), Kind::Number},
    {"state", RIGWRIGHT_TEXT("Document", "State")},
    {"region", RIGWRIGHT_TEXT("Document", "Region"), Kind::Text, true},
    {"link", RIGWRIGHT_TEXT("Document", "Link"), Kind::Text, true},
    {"quote_number", RIGWRIGHT_TEXT("Document", "Quote number"), Kind::Text, true},
    {"valid_until", RIGWRIGHT_TEXT("Document", "Valid until"), Kind::Text, true},
}};

constexpr std::array<ColumnText, 4> kRateColumns{{
    {"currency", RIGWRIGHT_TEXT("Document", "Currency")},
    {"per_usd", RIGWRIGHT_TEXT("Document", "For 1 USD"), Kind::Number},
    {"date", RIGWRIGHT_TEXT("Document", "Date")},
    {"source", RIGWRIGHT_TEXT("Document", "Source")},
}};

constexpr std::array<ColumnText, 6> kCostColumns{{
    {"what", RIGWRIGHT_TEXT("Document", "What"), Kind::LongText},
    {"value", RIGWRIGHT_TEXT("Document", "Value"), Kind::LongText},
    {"kind", RIGWRIGHT_TEXT("Document", "From")},
    {"source", RIGWRIGHT_TEXT("Document", "Source"), Kind::LongText},
    {"date", RIGWRIGHT_TEXT("Document", "Date")},
    {"state", RIGWRIGHT_TEXT("Document", "State")},
}};

constexpr std::array<ColumnText, 2> kAssumptionColumns{{
    {"what", RIGWRIGHT_TEXT("Document", "What"), Kind::LongText},
    {"value", RIGWRIGHT_TEXT("Document", "Value"), Kind::LongText},
}};

std::string sourceKind(const DocumentWords& say, SourceKind kind)
{
    const char* name = "";
    switch (kind) {
    case SourceKind::Catalog: name = RIGWRIGHT_TEXT("Document", "catalog"); break;
    case SourceKind::User: name = RIGWRIGHT_TEXT("Document", "entered"); break;
    case SourceKind::Default: name = RIGWRIGHT_TEXT("Document", "assumed"); break;
    case SourceKind::Estimate: name = RIGWRIGHT_TEXT("Document", "estimate"); break;
    }
    return say(name);
}

DocumentRow costRow(const DocumentWords& say, const CostSource& source, std::string origin)
{
    const bool hasState = source.kind == SourceKind::Catalog;
    Texts::Evidence evidence = source.evidence;
    for (auto& [key, value] : evidence) {
        if (key == "kind") {
            value = say(value); // of a price: marked by priceKind()
        } else if (key == "pricing") {
            value = say.costValue(value);
        }
    }
    return {DocumentRow::Kind::Line,
            {textCell(say.texts()("Costs", source.what, evidence)), textCell(say.costValue(source.value)),
             textCell(sourceKind(say, source.kind)), textCell(std::move(origin)), knownCell(source.date),
             textCell(hasState ? say.verification(source.state) : std::string())}};
}

/// What fills the figure's text in; empty: it has no such place.
std::string evidenceOf(const CostSource& source, std::string_view key)
{
    const auto found = std::ranges::find(source.evidence, key, &std::pair<std::string, std::string>::first);
    return found == source.evidence.end() ? std::string() : found->second;
}

bool isOfPart(const CostSource& source)
{
    return !evidenceOf(source, "quantity").empty();
}

bool isOfOffer(const CostSource& source)
{
    return !evidenceOf(source, "provider").empty();
}

bool isOf(const CostSource& source, const CostScenario& scenario)
{
    const std::string provider = evidenceOf(source, "provider");
    if (scenario.hosted) {
        return provider == scenario.hosted->offer.provider &&
            evidenceOf(source, "model") == scenario.hosted->offer.providerModel;
    }
    return scenario.offer && provider == scenario.offer->provider &&
        evidenceOf(source, "instance") == scenario.offer->instance &&
        evidenceOf(source, "region") == scenario.offer->region;
}

/// Where every figure comes from.
class Sources {
public:
    explicit Sources(const SectionInput& input)
        : input_(input)
        , facts_(input.facts)
        , bom_(input.facts.bom)
        , say_(input.say)
        , section_(emptySection(input, "sources", RIGWRIGHT_TEXT("Document", "Assumptions and sources")))
    { }

    [[nodiscard]] DocumentSection make()
    {
        section_.landscape = true;
        section_.blocks.emplace_back(assumptions());
        section_.blocks.emplace_back(prices());
        if (const std::vector<ExchangeRate> used = ratesUsed(); !used.empty()) {
            section_.blocks.emplace_back(rates(used));
        }
        if (facts_.costs && !facts_.costs->sources.empty()) {
            section_.blocks.emplace_back(costFigures());
        }
        if (!sources_.isEmpty()) {
            section_.blocks.emplace_back(sources_.table(input_));
        }
        return std::move(section_);
    }

private:
    template <class ColumnTexts>
    [[nodiscard]] DocumentTable tableOf(const char* id, const char* title, const ColumnTexts& columns) const
    {
        return emptyTable(id, say_(title), columns, say_, bom_.currency);
    }

    [[nodiscard]] DocumentTable prices()
    {
        DocumentTable table = tableOf("price_sources", RIGWRIGHT_TEXT("Document", "Prices"), kPriceColumns);
        table.filter = true;
        for (const BomLine& line : bom_.lines) {
            const std::optional<PriceStanding> standing = bom_.priceStanding(line);
            const std::optional<int> age = bom_.priceAge(line);
            const bool isSourced = standing && line.kind != BomLine::Kind::Service;
            const std::string part =
                line.manufacturer.empty() ? line.description : line.manufacturer + " " + line.description;
            table.rows.push_back(
                {DocumentRow::Kind::Line,
                 {textCell(line.position), textCell(part),
                  line.unitPrice || line.owned
                      ? textCell(say_.priceKind(line))
                      : textCell(say_(RIGWRIGHT_TEXT("Document", "no price")), CellTone::Attention),
                  knownCell(line.listedPrice), knownCell(line.unitPrice),
                  textCell(sources_.numberOf(line.priceSource)), knownCell(line.priceDate),
                  age ? ageCell(*age, *standing) : DocumentCell{},
                  textCell(isSourced ? say_.verification(standing->state) : std::string()),
                  textCell(line.priceRegion), linkCell(line.link), textCell(line.quoteNumber),
                  knownCell(line.priceValidUntil)}});
        }
        return table;
    }

    [[nodiscard]] static DocumentCell linkCell(const std::string& link)
    {
        DocumentCell cell = textCell(link);
        cell.link = link;
        return cell;
    }

    [[nodiscard]] static DocumentCell ageCell(int days, const PriceStanding& standing)
    {
        DocumentCell cell = countCell(days);
        cell.tone = standing.old || standing.expired ? CellTone::Attention : CellTone::Plain;
        return cell;
    }

    [[nodiscard]] std::vector<ExchangeRate> ratesUsed() const
    {
        std::vector<ExchangeRate> used = facts_.rates;
        if (used.empty() && bom_.rate) {
            used.push_back(*bom_.rate);
        }
        return used;
    }

    [[nodiscard]] DocumentTable rates(const std::vector<ExchangeRate>& used)
    {
        constexpr int kDecimals = 6;
        DocumentTable table =
            tableOf("exchange_rates", RIGWRIGHT_TEXT("Document", "Exchange rates"), kRateColumns);
        for (const ExchangeRate& rate : used) {
            table.rows.push_back({DocumentRow::Kind::Line,
                                  {textCell(rate.currency.code()),
                                   decimalCell(rate.perUsd, kDecimals),
                                   {CellValue(rate.date)},
                                   textCell(sources_.numberOf(rate.source))}});
        }
        return table;
    }

    /// Those that the shown scenarios rest on; prices of parts are in a table of their own.
    [[nodiscard]] DocumentTable costFigures()
    {
        DocumentTable table = tableOf(
            "cost_sources_shown", RIGWRIGHT_TEXT("Document", "Figures of the cost comparison"), kCostColumns);
        const std::vector<const CostScenario*> shown = shownScenarios(*facts_.costs);
        for (const CostSource& source : facts_.costs->sources) {
            const bool isCounted = !isOfPart(source) &&
                (!isOfOffer(source) || std::ranges::any_of(shown, [&](const CostScenario* scenario) {
                    return isOf(source, *scenario);
                }));
            if (isCounted) {
                const bool isQuoted = source.kind == SourceKind::Catalog;
                table.rows.push_back(costRow(say_, source,
                                             isQuoted ? sources_.numberOf(source.source)
                                                      : say_.texts()("Costs", source.source)));
            }
        }
        return table;
    }

    void assumption(DocumentTable& table, const char* what, DocumentCell value) const
    {
        table.rows.push_back({DocumentRow::Kind::Line, {textCell(say_(what)), std::move(value)}});
    }

    [[nodiscard]] DocumentTable assumptions() const
    {
        const Workload& workload = facts_.requirement.workload;
        DocumentTable table = tableOf("assumptions", RIGWRIGHT_TEXT("Document", "What everything rests on"),
                                      kAssumptionColumns);
        assumption(table, RIGWRIGHT_TEXT("Document", "Model"), textCell(facts_.modelName));
        assumption(table, RIGWRIGHT_TEXT("Document", "Precision"),
                   textCell(weightFormatLabel(workload.weights)));
        assumption(table, RIGWRIGHT_TEXT("Document", "Engine"), textCell(engineLabel(workload.engine)));
        assumption(table, RIGWRIGHT_TEXT("Document", "Work"), textCell(say_.workloadKind(workload.kind)));
        if (isTraining(workload.kind)) {
            addTraining(table, workload.training);
        } else {
            addServing(table, workload);
        }
        assumption(table, RIGWRIGHT_TEXT("Document", "RAM that stays with the operating system (GiB)"),
                   decimalCell(kSystemMemory.inGib(), 1));
        assumption(table, RIGWRIGHT_TEXT("Document", "Speeds"),
                   textCell(say_(RIGWRIGHT_TEXT("Document",
                                                "estimates; their ranges are the 10th and 90th percentile of "
                                                "what was measured on like machines"))));
        assumption(table, RIGWRIGHT_TEXT("Document", "Catalog of"), {CellValue(bom_.catalogDate)});
        assumption(table, RIGWRIGHT_TEXT("Document", "Prices count as old after (days)"),
                   countCell(bom_.pricePolicy.oldAfterDays));
        return table;
    }

    void addTraining(DocumentTable& table, const TrainingSetup& training) const
    {
        assumption(table, RIGWRIGHT_TEXT("Document", "Sequence (tokens)"), countCell(training.sequence));
        assumption(table, RIGWRIGHT_TEXT("Document", "Micro-batch (sequences)"),
                   countCell(training.microBatch));
        assumption(table, RIGWRIGHT_TEXT("Document", "Gradient accumulation (steps)"),
                   countCell(training.gradientAccumulation));
        if (training.tokenBudget) {
            assumption(table, RIGWRIGHT_TEXT("Document", "Tokens to train on"),
                       countCell(*training.tokenBudget));
        }
    }

    void addServing(DocumentTable& table, const Workload& workload) const
    {
        assumption(table, RIGWRIGHT_TEXT("Document", "Context (tokens)"), countCell(workload.context));
        assumption(table, RIGWRIGHT_TEXT("Document", "Sequences at once"), countCell(workload.sequences()));
        assumption(table, RIGWRIGHT_TEXT("Document", "Prompt (tokens)"), countCell(workload.promptTokens));
        assumption(table, RIGWRIGHT_TEXT("Document", "Answer (tokens)"), countCell(workload.outputTokens));
        assumption(table, RIGWRIGHT_TEXT("Document", "Key and value cache"),
                   textCell(std::string(cacheTypeName(workload.keyCache)) + " / " +
                            cacheTypeName(workload.valueCache)));
    }

    const SectionInput& input_;
    const DocumentFacts& facts_;
    const Bom& bom_;
    const DocumentWords& say_;
    DocumentSection section_;
    SourceList sources_;
};

} // namespace

DocumentSection sourcesSection(const SectionInput& input)
{
    return Sources(input).make();
}

DocumentSection costSourcesSection(const SectionInput& input)
{
    DocumentSection section =
        emptySection(input, "cost_sources", RIGWRIGHT_TEXT("Document", "Sources of the costs"));
    section.landscape = true;
    section.detail = true;
    if (!input.facts.costs || input.facts.costs->sources.empty()) {
        return section;
    }
    const DocumentWords& say = input.say;
    DocumentTable table =
        emptyTable("cost_sources", say(RIGWRIGHT_TEXT("Document", "Figures of the cost comparison")),
                   kCostColumns, say, input.facts.bom.currency);
    table.filter = true;
    for (const CostSource& source : input.facts.costs->sources) {
        table.rows.push_back(costRow(say, source, say.texts()("Costs", source.source)));
    }
    section.blocks.emplace_back(std::move(table));
    return section;
}

} // namespace rigwright
