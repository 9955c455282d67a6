// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/bom_layout.h"
#include "bom/document/cells.h"
#include "bom/document/sections.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 2> kHeadColumns{{
    {"field", ""},
    {"value", "", Kind::LongText},
}};

constexpr std::array<ColumnText, 8> kMachineColumns{{
    {"machine", RIGWRIGHT_TEXT("Document", "No."), Kind::Number},
    {"name", RIGWRIGHT_TEXT("Document", "System"), Kind::LongText},
    {"systems", RIGWRIGHT_TEXT("Document", "Systems"), Kind::Number},
    {"memory", RIGWRIGHT_TEXT("Document", "Memory"), Kind::LongText},
    {"speed", RIGWRIGHT_TEXT("Document", "Speed, estimated"), Kind::LongText},
    {"wall_power_w", RIGWRIGHT_TEXT("Document", "Power at the wall (W)"), Kind::Number},
    {"compatibility", RIGWRIGHT_TEXT("Document", "Compatibility"), Kind::LongText},
    {"verdict", RIGWRIGHT_TEXT("Document", "Verdict"), Kind::LongText},
}};

constexpr std::array<ColumnText, 2> kTotalColumns{{
    {"item", RIGWRIGHT_TEXT("Document", "Total")},
    {"amount", RIGWRIGHT_TEXT("Document", "Amount ({currency})"), Kind::Number},
}};

constexpr std::array<ColumnText, 4> kApprovalColumns{{
    {"role", RIGWRIGHT_TEXT("Document", "Role")},
    {"name", RIGWRIGHT_TEXT("Document", "Full name")},
    {"signature", RIGWRIGHT_TEXT("Document", "Signature")},
    {"date", RIGWRIGHT_TEXT("Document", "Date")},
}};

/// The first page, from its head to the signatures.
class Summary {
public:
    explicit Summary(const SectionInput& input)
        : facts_(input.facts)
        , bom_(input.facts.bom)
        , say_(input.say)
        , section_(emptySection(input, "summary", RIGWRIGHT_TEXT("Document", "Summary")))
    { }

    [[nodiscard]] DocumentSection make()
    {
        addPurpose();
        section_.blocks.emplace_back(head());
        section_.blocks.emplace_back(machines());
        section_.blocks.emplace_back(totals());
        addAttention();
        section_.blocks.emplace_back(approvals());
        return std::move(section_);
    }

private:
    void addText(std::string text, CellTone tone = CellTone::Plain)
    {
        if (!text.empty()) {
            section_.blocks.emplace_back(DocumentText{std::move(text), tone});
        }
    }

    void addPurpose()
    {
        addText(say_(RIGWRIGHT_TEXT("Document", "Machines for {workload}."),
                     {{"workload", say_.workload(facts_.modelName, facts_.requirement.workload)}}),
                CellTone::Strong);
        addText(bom_.header.justification);
    }

    void field(DocumentTable& table, const char* name, DocumentCell value) const
    {
        table.rows.push_back(
            {DocumentRow::Kind::Line, {textCell(say_(name), CellTone::Muted), std::move(value)}});
    }

    [[nodiscard]] DocumentTable head() const
    {
        DocumentTable table = emptyTable("head", {}, kHeadColumns, say_, bom_.currency);
        const OrderHeader& header = bom_.header;
        field(table, RIGWRIGHT_TEXT("Document", "Document number"), textCell(header.documentNumber));
        field(table, RIGWRIGHT_TEXT("Document", "Revision"), countCell(facts_.revision));
        field(table, RIGWRIGHT_TEXT("Document", "Prepared on"), {CellValue(bom_.preparedOn)});
        field(table, RIGWRIGHT_TEXT("Document", "Valid until"), knownCell(header.validUntil));
        field(table, RIGWRIGHT_TEXT("Document", "Needed by"), knownCell(header.neededBy));
        field(table, RIGWRIGHT_TEXT("Document", "Project"), textCell(header.project));
        field(table, RIGWRIGHT_TEXT("Document", "Cost centre"), textCell(header.costCentre));
        field(table, RIGWRIGHT_TEXT("Document", "Requester"), textCell(header.requester));
        field(table, RIGWRIGHT_TEXT("Document", "Approver"), textCell(header.approver));
        field(table, RIGWRIGHT_TEXT("Document", "Ship to"), textCell(header.shipTo));
        field(table, RIGWRIGHT_TEXT("Document", "Bill to"), textCell(header.billTo));
        field(table, RIGWRIGHT_TEXT("Document", "Incoterm"), textCell(header.incoterm));
        field(table, RIGWRIGHT_TEXT("Document", "Payment terms"), textCell(header.paymentTerms));
        addMoneyFields(table);
        return table;
    }

    void addMoneyFields(DocumentTable& table) const
    {
        field(table, RIGWRIGHT_TEXT("Document", "Currency"), textCell(bom_.currency.code()));
        if (bom_.rate) {
            field(table, RIGWRIGHT_TEXT("Document", "Exchange rate"),
                  textCell(say_.exchangeRate(*bom_.rate)));
        }
        field(table, RIGWRIGHT_TEXT("Document", "Tax basis"),
              textCell(bom_.terms.taxRate
                           ? say_(RIGWRIGHT_TEXT("Document",
                                                 "prices are net; {rate} % tax is added in the totals"),
                                  {{"rate", bom_.terms.taxRate->percent()}})
                           : say_(RIGWRIGHT_TEXT("Document", "prices are net; no tax rate is set"))));
        field(table, RIGWRIGHT_TEXT("Document", "Catalog of"), {CellValue(bom_.catalogDate)});
    }

    [[nodiscard]] DocumentTable machines() const
    {
        DocumentTable table = emptyTable("machines", say_(RIGWRIGHT_TEXT("Document", "What is bought")),
                                         kMachineColumns, say_, bom_.currency);
        for (std::size_t i = 0; i < bom_.machines.size(); ++i) {
            const CellRange systems = CellRange::cell(kSystemsTable, i, indexOf(SystemsColumn::Systems));
            std::vector<DocumentCell> cells{
                countCell(static_cast<std::int64_t>(i) + 1), textCell(bom_.machines[i].name),
                formulaCell(std::int64_t{bom_.machines[i].systems}, "{0}", {systems})};
            cells.resize(kMachineColumns.size());
            if (i < facts_.machines.size()) {
                addMerits(cells, *facts_.machines[i].build);
            }
            table.rows.push_back({DocumentRow::Kind::Line, std::move(cells)});
        }
        return table;
    }

    void addMerits(std::vector<DocumentCell>& cells, const EvaluatedBuild& build) const
    {
        constexpr std::size_t kMemory = 3;
        const std::int64_t blockers = countOf(build, Severity::Blocker);
        const std::int64_t warnings = countOf(build, Severity::Warning);
        const std::string compatibility = say_.counted(blockers, RIGWRIGHT_TEXT("Document", "1 blocker"),
                                                       RIGWRIGHT_TEXT("Document", "{count} blockers")) +
            say_(RIGWRIGHT_TEXT("Document", ", ")) +
            say_.counted(warnings, RIGWRIGHT_TEXT("Document", "1 warning"),
                         RIGWRIGHT_TEXT("Document", "{count} warnings"));
        const bool isGood = build.plan.fits && blockers == 0;
        cells[kMemory] = textCell(memoryText(build));
        cells[kMemory + 1] = textCell(speedText(build));
        if (build.wallPower > Watts(0)) {
            cells[kMemory + 2] = decimalCell(build.wallPower.value(), 0);
        }
        cells[kMemory + 3] =
            textCell(compatibility, warnings + blockers > 0 ? CellTone::Attention : CellTone::Plain);
        cells[kMemory + 4] = textCell(verdictText(build, blockers), isGood ? CellTone::Good : CellTone::Bad);
    }

    [[nodiscard]] static std::int64_t countOf(const EvaluatedBuild& build, Severity severity)
    {
        return std::ranges::count(build.findings, severity, &Finding::severity);
    }

    [[nodiscard]] std::string verdictText(const EvaluatedBuild& build, std::int64_t blockers) const
    {
        if (!build.plan.fits) {
            return say_(RIGWRIGHT_TEXT("Document", "the model does not fit"));
        }
        return blockers == 0 ? say_(RIGWRIGHT_TEXT("Document", "fits, and no rule stands against it"))
                             : say_(RIGWRIGHT_TEXT("Document", "fits, but parts don't go together"));
    }

    [[nodiscard]] std::string memoryText(const EvaluatedBuild& build) const
    {
        const MemoryBreakdown& memory = build.plan.memory;
        const Bytes onHost = memory.host.used.total();
        std::string text;
        if (!memory.devices.empty()) {
            text = say_(RIGWRIGHT_TEXT("Document", "{memory} on accelerators"),
                        {{"memory", formatMemory(memory.onDevices())}});
        }
        if (memory.devices.empty() || onHost > Bytes(0)) {
            text += (text.empty() ? "" : say_(RIGWRIGHT_TEXT("Document", ", "))) +
                say_(RIGWRIGHT_TEXT("Document", "{memory} in RAM"), {{"memory", formatMemory(onHost)}});
        }
        return text;
    }

    [[nodiscard]] std::string speedText(const EvaluatedBuild& build) const
    {
        if (!build.speed) {
            return say_(RIGWRIGHT_TEXT("Document", "unknown"));
        }
        if (isTraining(facts_.requirement.workload.kind)) {
            return say_(RIGWRIGHT_TEXT("Document", "trains {low}–{high} tokens/s"),
                        {{"low", formatRate(build.speed->total.low.value())},
                         {"high", formatRate(build.speed->total.high.value())}});
        }
        return say_(
            RIGWRIGHT_TEXT("Document", "{low}–{high} tokens/s for one user, {all_low}–{all_high} in all"),
            {{"low", formatRate(build.speed->decode.low.value())},
             {"high", formatRate(build.speed->decode.high.value())},
             {"all_low", formatRate(build.speed->total.low.value())},
             {"all_high", formatRate(build.speed->total.high.value())}});
    }

    void total(DocumentTable& table, const char* item, const Money& amount, TotalsRow row) const
    {
        table.rows.push_back(
            {DocumentRow::Kind::Line,
             {textCell(say_(item)), formulaCell(amount, "{0}", {totalsCell(row, TotalsColumn::Amount)})}});
    }

    [[nodiscard]] DocumentTable totals() const
    {
        const BomTotals totals = bom_.totals();
        DocumentTable table = emptyTable("summary_totals", say_(RIGWRIGHT_TEXT("Document", "What it costs")),
                                         kTotalColumns, say_, bom_.currency);
        total(table, RIGWRIGHT_TEXT("Document", "Net, before tax"), totals.net, TotalsRow::Net);
        if (bom_.terms.taxRate) {
            total(table, RIGWRIGHT_TEXT("Document", "Tax"), totals.tax, TotalsRow::Tax);
            total(table, RIGWRIGHT_TEXT("Document", "Gross, to be paid"), totals.gross, TotalsRow::Gross);
        }
        if (!(bom_.terms.contingency == Share())) {
            total(table, RIGWRIGHT_TEXT("Document", "Contingency, of the net"), totals.contingency,
                  TotalsRow::Contingency);
            total(table, RIGWRIGHT_TEXT("Document", "Budget, with contingency"), totals.budget,
                  TotalsRow::Budget);
        }
        table.rows.back().kind = DocumentRow::Kind::Total;
        return table;
    }

    void addCount(std::int64_t count, const char* one, const char* many)
    {
        if (count > 0) {
            addText(say_.counted(count, one, many), CellTone::Attention);
        }
    }

    template <class Predicate>
    [[nodiscard]] std::int64_t linesWith(Predicate predicate) const
    {
        return std::ranges::count_if(bom_.lines, predicate);
    }

    void addAttention();
    void addPriceAttention();

    [[nodiscard]] DocumentTable approvals() const
    {
        DocumentTable table = emptyTable("approvals", say_(RIGWRIGHT_TEXT("Document", "Approval")),
                                         kApprovalColumns, say_, bom_.currency);
        table.toFillIn = true;
        const auto add = [&](const char* role, const std::string& name) {
            table.rows.push_back({DocumentRow::Kind::Line, {textCell(say_(role)), textCell(name), {}, {}}});
        };
        add(RIGWRIGHT_TEXT("Document", "Requested by"), bom_.header.requester);
        add(RIGWRIGHT_TEXT("Document", "Checked by"), {});
        add(RIGWRIGHT_TEXT("Document", "Approved by"), bom_.header.approver);
        return table;
    }

    const DocumentFacts& facts_;
    const Bom& bom_;
    const DocumentWords& say_;
    DocumentSection section_;
};

void Summary::addPriceAttention()
{
    addCount(bom_.linesWithoutPrice(),
             RIGWRIGHT_TEXT("Document", "1 line has no price and is not in the totals."),
             RIGWRIGHT_TEXT("Document", "{count} lines have no price and are not in the totals."));
    addCount(bom_.linesWithOldPrice(), RIGWRIGHT_TEXT("Document", "1 price is old: ask for it again."),
             RIGWRIGHT_TEXT("Document", "{count} prices are old: ask for them again."));
    const auto isExpired = [&](const BomLine& line) {
        const auto standing = bom_.priceStanding(line);
        return standing && standing->expired;
    };
    addCount(linesWith(isExpired), RIGWRIGHT_TEXT("Document", "1 quote has expired."),
             RIGWRIGHT_TEXT("Document", "{count} lines rest on quotes that have expired."));
    const auto isUnverified = [&](const BomLine& line) {
        const auto standing = bom_.priceStanding(line);
        return line.kind != BomLine::Kind::Service && standing && standing->state == Verification::Unverified;
    };
    addCount(linesWith(isUnverified),
             RIGWRIGHT_TEXT("Document", "1 price is an estimate or names no source."),
             RIGWRIGHT_TEXT("Document", "{count} prices are estimates or name no source."));
}

void Summary::addAttention()
{
    const std::size_t before = section_.blocks.size();
    for (std::size_t i = 0; i < facts_.machines.size(); ++i) {
        if (!facts_.machines[i].build->plan.fits) {
            addText(say_(RIGWRIGHT_TEXT("Document", "The model does not fit in {name}."),
                         {{"name", bom_.machines.at(i).name}}),
                    CellTone::Bad);
        }
    }
    const auto blockers = std::ranges::count(bom_.findings, Severity::Blocker, &Finding::severity);
    addCount(blockers, RIGWRIGHT_TEXT("Document", "1 rule of compatibility is broken."),
             RIGWRIGHT_TEXT("Document", "{count} rules of compatibility are broken."));
    addPriceAttention();
    addCount(linesWith([](const BomLine& line) {
                 return line.kind != BomLine::Kind::Service && line.partNumber.empty();
             }),
             RIGWRIGHT_TEXT("Document", "1 line has no part number of the manufacturer."),
             RIGWRIGHT_TEXT("Document", "{count} lines have no part number of the manufacturer."));
    addCount(linesWith([](const BomLine& line) {
                 return line.kind != BomLine::Kind::Service && line.specsState == Verification::Unverified;
             }),
             RIGWRIGHT_TEXT("Document", "The specifications of 1 line are unverified."),
             RIGWRIGHT_TEXT("Document", "The specifications of {count} lines are unverified."));
    if (!bom_.terms.shipping) {
        addText(say_(RIGWRIGHT_TEXT("Document", "Shipping is not known and not in the totals.")),
                CellTone::Attention);
    }
    if (section_.blocks.size() == before) {
        addText(say_(RIGWRIGHT_TEXT("Document",
                                    "Every line has a part number and a price that is sourced and recent.")),
                CellTone::Good);
    }
}

} // namespace

DocumentSection summarySection(const SectionInput& input)
{
    return Summary(input).make();
}

} // namespace rigwright
