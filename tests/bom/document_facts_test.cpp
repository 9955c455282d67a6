// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"

#include "builds/evaluate.h"
#include "builds/recommend.h"
#include "catalog/catalog_database.h"
#include "document_fixture.h"
#include "formula_value.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace rigwright;

// Documents of machines from the shipped catalog.
namespace {

const Catalog& shipped()
{
    static const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return catalog;
}

const Date kToday{2026, 11, 21};

Requirement wanted(const char* code = "USD")
{
    Requirement requirement;
    requirement.model = ModelId("qwen3-32b");
    requirement.budget = money("1000000", Currency::parse(code).value());
    requirement.today = kToday;
    return requirement;
}

std::shared_ptr<const EvaluatedBuild> searched(const Requirement& requirement)
{
    const SearchResult result = searchBuilds(shipped(), requirement).value();
    return std::make_shared<const EvaluatedBuild>(*recommendedBuild(result));
}

/// The machine that is shown first.
OrderedMachine machine(const Requirement& requirement, int systems, const char* name)
{
    static const auto usual = searched(wanted());
    const bool isUsual = requirement.model == wanted().model && requirement.budget == wanted().budget;
    return {name, isUsual ? usual : searched(requirement), systems};
}

DocumentFacts factsFor(const Requirement& requirement, const DocumentRequest& request = {})
{
    return documentFacts(shipped(), {machine(requirement, 12, "Node")}, requirement, request, kToday).value();
}

std::vector<std::string> sectionIds(const Document& document)
{
    std::vector<std::string> ids;
    for (const DocumentSection& section : document.sections) {
        ids.push_back(section.id);
    }
    return ids;
}

/// Formulas that come to something else, ids that are there twice, charts of cells that aren't there or aren't numbers.
void checkDocument(const Document& document)
{
    for (const std::string& wrong : wrongFormulas(document)) {
        BOOST_ERROR(wrong);
    }
    std::set<std::string> ids;
    for (const DocumentSection& section : document.sections) {
        for (const DocumentBlock& block : section.blocks) {
            if (const auto* table = std::get_if<DocumentTable>(&block)) {
                BOOST_TEST(ids.insert(table->id).second, table->id);
                BOOST_TEST(!table->rows.empty(), table->id);
            }
            const auto* chart = std::get_if<DocumentChart>(&block);
            if (chart == nullptr) {
                continue;
            }
            BOOST_TEST(ids.insert(chart->id).second, chart->id);
            const std::size_t categories = document.cellsOf(chart->categories).size();
            for (const ChartSeries& series : chart->series) {
                const auto cells = document.cellsOf(series.values);
                BOOST_TEST(cells.size() == categories);
                BOOST_TEST(std::ranges::any_of(
                    cells, [](const DocumentCell* cell) { return cellNumber(cell->value).has_value(); }));
            }
        }
    }
}

const DocumentChart* findChart(const Document& document, const std::string& id)
{
    for (const DocumentSection& section : document.sections) {
        for (const DocumentBlock& block : section.blocks) {
            const auto* chart = std::get_if<DocumentChart>(&block);
            if (chart != nullptr && chart->id == id) {
                return chart;
            }
        }
    }
    return nullptr;
}

std::vector<std::string> seriesOf(const DocumentChart& chart)
{
    std::vector<std::string> names;
    for (const ChartSeries& series : chart.series) {
        names.push_back(series.name);
    }
    return names;
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_facts)

BOOST_AUTO_TEST_CASE(a_machine_of_the_catalog_has_every_section_in_every_currency)
{
    const std::vector<std::string> expected{"summary", "bom",    "alternates",   "compatibility",
                                            "sizing",  "costs",  "sources",      "acceptance",
                                            "launch",  "offers", "cost_figures", "cost_sources"};
    for (const char* code : {"USD", "EUR", "JPY", "CNY"}) {
        DocumentRequest request;
        request.order.terms.taxRate = Share::parsePercent("7.7").value();
        request.order.terms.discount = Share::parsePercent("2.5").value();
        const DocumentFacts facts = factsFor(wanted(code), request);
        const Document document = makeDocument(facts);
        BOOST_TEST(sectionIds(document) == expected, boost::test_tools::per_element());
        checkDocument(document);
        const auto budget = static_cast<std::size_t>(7);
        BOOST_TEST((std::get<Money>(cellOf(document, "totals", budget, "amount").value) ==
                    facts.bom.totals().budget));
        BOOST_TEST((document.currency == Currency::parse(code).value()));
    }
}

BOOST_AUTO_TEST_CASE(costs_are_those_of_the_comparison)
{
    const DocumentFacts facts = factsFor(wanted());
    const Document document = makeDocument(facts);
    BOOST_REQUIRE(facts.costs != nullptr);
    const CostScenario& own = facts.costs->scenarios.front();
    const auto amountIn = [&](const char* table, std::size_t row, const char* key) {
        return std::get<Money>(cellOf(document, table, row, key).value);
    };
    BOOST_TEST((amountIn("cost_scenarios", 0, "total") == own.total));
    const std::size_t months = document.findTable("cost_months")->rows.size();
    BOOST_TEST(months == static_cast<std::size_t>(facts.costs->assumptions.years) * 12 + 1);
    BOOST_TEST((amountIn("cost_months", months - 1, "own") == own.total));
    BOOST_TEST(
        (amountIn("cost_items", document.findTable("cost_items")->rows.size() - 1, "total") == own.total));
    const DocumentChart* chart = findChart(document, "cost_chart");
    BOOST_REQUIRE(chart != nullptr);
    BOOST_TEST(chart->series.size() >= 2U);
    BOOST_TEST(chart->series.front().low.has_value());
    BOOST_TEST(document.findTable("cost_sources")->rows.size() == facts.costs->sources.size());
    BOOST_TEST(document.findTable("cost_scenarios")->rows.size() == facts.costs->scenarios.size());
}

// Whoever reads the report weighs a few offers; all are in sections that paper leaves out.
BOOST_AUTO_TEST_CASE(a_report_shows_the_cheapest_offers_and_each_source_once)
{
    const DocumentFacts facts = factsFor(wanted());
    const Document document = makeDocument(facts);
    const DocumentTable& ways = *document.findTable("cost_ways");
    // Owning, own and cloud, two that it is compared with, five of each of two kinds.
    BOOST_TEST(ways.rows.size() <= 14U);
    BOOST_TEST(ways.rows.size() >= 2U);
    const CostScenario* cheapest = nullptr;
    for (const CostScenario& scenario : facts.costs->scenarios) {
        const bool isOffer = scenario.kind == ScenarioKind::Cloud && scenario.service == Service::Same;
        if (isOffer && (cheapest == nullptr || scenario.total < cheapest->total)) {
            cheapest = &scenario;
        }
    }
    BOOST_REQUIRE(cheapest != nullptr);
    const auto names = [&](const DocumentRow& row) {
        return cellText(row.cells.at(1).value) == cheapest->name;
    };
    BOOST_TEST(std::ranges::any_of(ways.rows, names));
    std::set<std::string> sources;
    for (std::size_t i = 0; i < document.findTable("sources")->rows.size(); ++i) {
        BOOST_TEST(textIn(document, "sources", i, "number") == "[" + std::to_string(i + 1) + "]");
        sources.insert(textIn(document, "sources", i, "source"));
    }
    BOOST_TEST(sources.size() == document.findTable("sources")->rows.size());
    for (const BomLine& line : facts.bom.lines) {
        BOOST_TEST((line.priceSource.empty() || sources.contains(line.priceSource)));
    }
    for (const DocumentSection& section : document.sections) {
        const bool isBehind =
            section.id == "offers" || section.id == "cost_figures" || section.id == "cost_sources";
        BOOST_TEST(section.detail == isBehind, section.id);
    }
}

BOOST_AUTO_TEST_CASE(alternates_were_checked_and_the_cheapest_come_first)
{
    const Requirement requirement = wanted();
    const DocumentFacts facts = factsFor(requirement);
    BOOST_TEST(facts.alternates.size() == facts.bom.lines.size());
    int checked = 0;
    for (std::size_t i = 0; i < facts.alternates.size(); ++i) {
        BOOST_TEST(facts.alternates[i].position == facts.bom.lines[i].position);
        BOOST_TEST(facts.alternates[i].parts.size() <= 5U);
        std::optional<Money> last;
        for (const Alternate& part : facts.alternates[i].parts) {
            BOOST_TEST(!(part.line.part == facts.bom.lines[i].part));
            BOOST_TEST(part.partNumber == findAnyPart(shipped(), part.line.part).info->partNumber);
            BOOST_TEST((!last || !part.unitPrice || *last <= *part.unitPrice));
            last = part.unitPrice;
            Build changed = facts.machines.front().build->build;
            const auto line = std::ranges::find(changed.lines, facts.bom.lines[i].part, &BuildLine::part);
            BOOST_REQUIRE(line != changed.lines.end());
            *line = part.line;
            const EvaluatedBuild evaluated = evaluateBuild(shipped(), changed, requirement).value();
            BOOST_TEST(evaluated.plan.fits);
            BOOST_TEST(std::ranges::count(evaluated.findings, Severity::Blocker, &Finding::severity) == 0);
            ++checked;
        }
    }
    BOOST_TEST(checked > 10);
}

BOOST_AUTO_TEST_CASE(alternates_of_a_machine_that_is_too_small_are_large_enough)
{
    Requirement requirement = wanted();
    requirement.model = ModelId("deepseek-v3.1");
    Build small;
    small.lines = {{PartCategory::System, PartId("mac-m4-32gb"), 1}};
    const auto evaluated =
        std::make_shared<const EvaluatedBuild>(evaluateBuild(shipped(), small, requirement).value());
    BOOST_REQUIRE(!evaluated->plan.fits);
    const DocumentFacts facts =
        documentFacts(shipped(), {{"Mac", evaluated, 1}}, requirement, {}, kToday).value();
    BOOST_REQUIRE(facts.alternates.size() == 1U);
    BOOST_TEST(!facts.alternates.front().parts.empty());
    BOOST_TEST(facts.alternates.front().tooSmall > 0);
    for (const Alternate& part : facts.alternates.front().parts) {
        BOOST_TEST(part.fits, part.name);
    }
}

BOOST_AUTO_TEST_CASE(stopped_it_has_no_alternates_and_everything_else)
{
    std::stop_source stop;
    stop.request_stop();
    const Requirement requirement = wanted();
    const auto facts = documentFacts(shipped(), {machine(requirement, 1, "Node")}, requirement, {}, kToday,
                                     fittedCalibration(), stop.get_token());
    BOOST_REQUIRE(facts.has_value());
    BOOST_TEST(facts->alternates.empty());
    BOOST_TEST(!facts->bom.lines.empty());
}

BOOST_AUTO_TEST_CASE(training_shows_what_it_keeps_in_memory_and_how_long_it_takes)
{
    Requirement requirement = wanted();
    requirement.model = ModelId("llama-3.1-8b");
    requirement.workload.kind = WorkloadKind::Lora;
    requirement.workload.engine = Engine::Transformers;
    requirement.workload.weights = defaultWeights(WorkloadKind::Lora);
    requirement.workload.training.tokenBudget = 10'000'000;
    const Document document = makeDocument(factsFor(requirement));
    checkDocument(document);
    const DocumentChart* chart = findChart(document, "memory_chart_1");
    BOOST_REQUIRE(chart != nullptr);
    const std::vector<std::string> expected{"Weights", "Gradients", "Optimizer", "Activations"};
    const std::vector<std::string> names = seriesOf(*chart);
    BOOST_REQUIRE(names.size() >= expected.size());
    BOOST_TEST(std::vector<std::string>(names.begin(), names.begin() + 4) == expected,
               boost::test_tools::per_element());
    BOOST_TEST(textIn(document, "speed_1", 0, "figure") == "Trained tokens");
    BOOST_TEST(textIn(document, "speed_1", 3, "unit") == "days");
    BOOST_TEST(textIn(document, "machines", 0, "speed").starts_with("trains "));
}

BOOST_AUTO_TEST_CASE(several_machines_are_told_apart)
{
    const Requirement requirement = wanted();
    const OrderedMachine first = machine(requirement, 2, "First");
    OrderedMachine second = first;
    second.name = "Second";
    second.systems = 1;
    const Document document =
        makeDocument(documentFacts(shipped(), {first, second}, requirement, {}, kToday).value());
    checkDocument(document);
    BOOST_TEST(document.findTable("memory_1")->title.starts_with("First: "));
    BOOST_TEST(document.findTable("acceptance_2")->title.starts_with("Second: "));
    BOOST_TEST(findChart(document, "speed_chart_2")->title.starts_with("Second: "));
    const DocumentTable& findings = *document.findTable("findings");
    BOOST_TEST(cellText(findings.rows.back().cells.front().value) == "Second");
}

BOOST_AUTO_TEST_CASE(changes_since_the_last_revision_lead_from_its_total_to_this_one)
{
    const Requirement requirement = wanted();
    DocumentRequest request;
    request.previous = Revision{1, kToday, {}, {}, requirement, factsFor(requirement).bom};
    request.revision = 2;
    request.order.services.push_back({"s1", "Set-up", "", 2, money("100"), kToday, ""});
    const DocumentFacts facts = factsFor(requirement, request);
    const Document document = makeDocument(facts);
    checkDocument(document);
    BOOST_TEST(sectionIds(document).back() == "changes");
    BOOST_TEST(textIn(document, "change_causes", 1, "amount") == "$200.00");
    BOOST_TEST(
        (std::get<Money>(cellOf(document, "change_causes", 2, "amount").value) == facts.bom.totals().net));
    BOOST_TEST(textIn(document, "changed_parts", 0, "part") == "Set-up");
    BOOST_TEST(document.subtitle == "Revision 2");
}

BOOST_AUTO_TEST_CASE(machines_in_another_currency_than_the_budget_are_refused)
{
    const OrderedMachine inDollars = machine(wanted(), 1, "Node");
    BOOST_TEST(documentFacts(shipped(), {inDollars}, wanted("EUR"), {}, kToday).error().message ==
               "machines: priced in USD, expected the budget's currency, EUR");
}

BOOST_AUTO_TEST_SUITE_END()
