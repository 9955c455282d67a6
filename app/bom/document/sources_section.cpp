// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/sections.h"
#include "builds/hardware.h"
#include "units/format.h"

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
    {"region", RIGWRIGHT_TEXT("Document", "Region"), Kind::Text, true},
    {"source", RIGWRIGHT_TEXT("Document", "Source"), Kind::LongText},
    {"link", RIGWRIGHT_TEXT("Document", "Link"), Kind::Text, true},
    {"date", RIGWRIGHT_TEXT("Document", "Date")},
    {"age_days", RIGWRIGHT_TEXT("Document", "Age (days)"), Kind::Number, true},
    {"state", RIGWRIGHT_TEXT("Document", "State")},
    {"quote_number", RIGWRIGHT_TEXT("Document", "Quote number"), Kind::Text, true},
    {"valid_until", RIGWRIGHT_TEXT("Document", "Valid until"), Kind::Text, true},
}};

constexpr std::array<ColumnText, 4> kRateColumns{{
    {"currency", RIGWRIGHT_TEXT("Document", "Currency")},
    {"per_usd", RIGWRIGHT_TEXT("Document", "For 1 USD"), Kind::Number},
    {"date", RIGWRIGHT_TEXT("Document", "Date")},
    {"source", RIGWRIGHT_TEXT("Document", "Source"), Kind::LongText},
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

/// Where every figure comes from.
class Sources {
public:
    explicit Sources(const SectionInput& input)
        : facts_(input.facts)
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
            section_.blocks.emplace_back(costSources());
        }
        return std::move(section_);
    }

private:
    template <class ColumnTexts>
    [[nodiscard]] DocumentTable tableOf(const char* id, const char* title, const ColumnTexts& columns) const
    {
        return emptyTable(id, say_(title), columns, say_, bom_.currency);
    }

    [[nodiscard]] DocumentTable prices() const
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
                  knownCell(line.listedPrice), knownCell(line.unitPrice), textCell(line.priceRegion),
                  textCell(line.priceSource), linkCell(line.link), knownCell(line.priceDate),
                  age ? ageCell(*age, *standing) : DocumentCell{},
                  textCell(isSourced ? say_.verification(standing->state) : std::string()),
                  textCell(line.quoteNumber), knownCell(line.priceValidUntil)}});
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

    [[nodiscard]] DocumentTable rates(const std::vector<ExchangeRate>& used) const
    {
        constexpr int kDecimals = 6;
        DocumentTable table =
            tableOf("exchange_rates", RIGWRIGHT_TEXT("Document", "Exchange rates"), kRateColumns);
        for (const ExchangeRate& rate : used) {
            table.rows.push_back({DocumentRow::Kind::Line,
                                  {textCell(rate.currency.code()),
                                   decimalCell(rate.perUsd, kDecimals),
                                   {CellValue(rate.date)},
                                   textCell(rate.source)}});
        }
        return table;
    }

    [[nodiscard]] std::string sourceKind(SourceKind kind) const
    {
        const char* name = "";
        switch (kind) {
        case SourceKind::Catalog: name = RIGWRIGHT_TEXT("Document", "catalog"); break;
        case SourceKind::User: name = RIGWRIGHT_TEXT("Document", "entered"); break;
        case SourceKind::Default: name = RIGWRIGHT_TEXT("Document", "assumed"); break;
        case SourceKind::Estimate: name = RIGWRIGHT_TEXT("Document", "estimate"); break;
        }
        return say_(name);
    }

    [[nodiscard]] DocumentTable costSources() const
    {
        DocumentTable table = tableOf(
            "cost_sources", RIGWRIGHT_TEXT("Document", "Figures of the cost comparison"), kCostColumns);
        table.filter = true;
        for (const CostSource& source : facts_.costs->sources) {
            const bool hasState = source.kind == SourceKind::Catalog;
            table.rows.push_back({DocumentRow::Kind::Line,
                                  {textCell(say_.texts()("Costs", source.what, source.evidence)),
                                   textCell(source.value), textCell(sourceKind(source.kind)),
                                   textCell(say_.texts()("Costs", source.source)), knownCell(source.date),
                                   textCell(hasState ? say_.verification(source.state) : std::string())}});
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

    const DocumentFacts& facts_;
    const Bom& bom_;
    const DocumentWords& say_;
    DocumentSection section_;
};

} // namespace

DocumentSection sourcesSection(const SectionInput& input)
{
    return Sources(input).make();
}

} // namespace rigwright
