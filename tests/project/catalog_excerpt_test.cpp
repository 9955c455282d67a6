// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/catalog_excerpt.h"

#include "bom/bom.h"
#include "builds/evaluate.h"
#include "builds/search.h"
#include "catalog/catalog_database.h"
#include "costs/compare.h"
#include "costs/defaults.h"
#include "project/project.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

constexpr Date kToday{2026, 9, 1};

/// The shipped catalog, as it is today.
const CatalogView& today()
{
    static const TemporaryFolder folder;
    static const std::shared_ptr<const CatalogView> view =
        CatalogStore::open(findCatalog().value(), folder.path() / "none.sqlite").value().read().value();
    return *view;
}

Requirement serving(const char* model, const char* currency, std::int64_t minorUnits)
{
    Requirement requirement;
    requirement.model = ModelId(model);
    requirement.workload.kind = WorkloadKind::Serve;
    requirement.workload.engine = Engine::Vllm;
    requirement.workload.weights = WeightFormat::Fp8;
    requirement.workload.concurrency = 8;
    requirement.budget = {minorUnits, Currency::parse(currency).value()};
    requirement.today = kToday;
    return requirement;
}

template <class Part>
void disfigure(std::vector<Part>& parts, std::size_t& number)
{
    for (Part& part : parts) {
        part.info.name += " (renamed)";
        for (Offer& offer : part.info.offers) {
            offer.price = offer.price * 2;
            offer.kind = PriceKind::Street;
        }
    }
    // Every third is no longer there.
    std::erase_if(parts, [&](const Part&) { return number++ % 3 == 0; });
}

/// The catalog of some later year: everything costs and does something else, and much is gone.
Catalog later(Catalog catalog)
{
    std::size_t number = 0;
    for (std::vector<Accelerator>* accelerators : {&catalog.accelerators, &catalog.cards}) {
        for (Accelerator& accelerator : *accelerators) {
            accelerator.memory = accelerator.memory * 2;
            accelerator.bandwidth = BytesPerSecond::gb(77);
            accelerator.boardPower = 111_W;
        }
        disfigure(*accelerators, number);
    }
    for (Cpu& cpu : catalog.cpus) {
        cpu.memorySpeed += 1000;
        cpu.power = 33_W;
    }
    for (CompleteSystem& system : catalog.systems) {
        system.maxPower = 99_W;
    }
    disfigure(catalog.cpus, number);
    disfigure(catalog.boards, number);
    disfigure(catalog.memory, number);
    disfigure(catalog.drives, number);
    disfigure(catalog.powerSupplies, number);
    disfigure(catalog.cases, number);
    disfigure(catalog.coolers, number);
    disfigure(catalog.networkCards, number);
    disfigure(catalog.systems, number);
    for (ModelFacts& model : catalog.models) {
        model.hidden += 128;
        model.name += " (renamed)";
    }
    std::erase_if(catalog.models, [&](const ModelFacts&) { return number++ % 2 == 0; });
    std::vector<ExchangeRate> rates = catalog.rates.all();
    for (ExchangeRate& rate : rates) {
        rate.perUsd *= 1.5;
    }
    catalog.rates = ExchangeRates(rates);
    std::erase_if(catalog.cloudOffers, [&](const CloudOffer&) { return number++ % 2 == 0; });
    std::erase_if(catalog.apiOffers, [&](const ApiOffer&) { return number++ % 2 == 0; });
    std::erase_if(catalog.countries, [&](const Country&) { return number++ % 2 == 0; });
    for (Country& country : catalog.countries) {
        country.taxRate = 0.5;
    }
    catalog.pricePolicy.oldAfterDays = 1;
    catalog.date = {2031, 1, 1};
    return catalog;
}

std::string rangeText(const std::optional<SpeedEstimate>& speed)
{
    return speed
        ? std::to_string(speed->decode.low.value()) + " " + std::to_string(speed->decode.mid.value()) + " " +
            std::to_string(speed->decode.high.value()) + " " + std::to_string(speed->prefill.mid.value()) +
            " " + std::to_string(speed->timeToFirstToken.mid.value())
        : "unknown";
}

std::string machineText(const EvaluatedBuild& build)
{
    std::string text = build.title + " " + build.price.decimal() + " " + rangeText(build.speed) + " " +
        std::to_string(build.wallPower.value()) + " " + std::to_string(build.idlePower.value()) + " " +
        std::to_string(build.merits.roomForCards) + " " + std::to_string(build.merits.headroom.value());
    for (const DeviceMemory& device : build.plan.memory.devices) {
        text += "\n" + device.name + " " + std::to_string(device.capacity.value()) + " " +
            std::to_string(device.used.total().value());
    }
    for (const Finding& finding : build.findings) {
        text += "\n" + finding.message();
    }
    return text;
}

std::string bomText(const Catalog& catalog, const EvaluatedBuild& build, const Requirement& requirement)
{
    Project project; // a revision has every figure of the document
    project.revisions = {
        {1, kToday, "", "", requirement, makeBom(catalog, build, requirement, kToday, 3).value()}};
    return projectText(project);
}

std::string costText(const Catalog& catalog, const EvaluatedBuild& build, const Requirement& requirement)
{
    const auto candidates = costCandidates(catalog, build, requirement).value();
    const auto assumptions = defaultAssumptions(catalog, requirement.budget.currency(), "").value();
    const auto comparison = compareCosts(candidates, assumptions).value();
    std::string text = comparison.monthlyElectricity.decimal();
    for (const CostScenario& scenario : comparison.scenarios) {
        text += "\n" + scenario.name;
        for (const CostItem& item : scenario.items) {
            text += std::string(" ") + costCategoryName(item.category) + " " + item.total().decimal();
        }
    }
    for (const Finding& finding : comparison.findings) {
        text += "\n" + finding.message();
    }
    return text;
}

/// A project with this machine, saved, and opened with the catalog of a later year.
Catalog reopened(const Requirement& requirement, const Build& build)
{
    Project project;
    project.requirement = requirement;
    project.machines = {{"", build, 3}};
    project.catalog = std::make_shared<const CatalogExcerpt>(
        excerptOf(today(), *today().catalog, {build}, requirement, kToday));
    const Project again = parseProject(projectText(project)).value();
    BOOST_TEST(sameProject(project, again));
    LaidExcerpt laid = layExcerpt(later(*today().catalog), *again.catalog);
    BOOST_TEST(laid.problems.empty());
    return std::move(laid.catalog);
}

void checkSameFigures(const Requirement& requirement, const Build& machine)
{
    const EvaluatedBuild now = evaluateBuild(*today().catalog, machine, requirement).value();
    const Catalog catalog = reopened(requirement, machine);
    const EvaluatedBuild then = evaluateBuild(catalog, machine, requirement).value();
    BOOST_TEST(machineText(then) == machineText(now));
    BOOST_TEST(bomText(catalog, then, requirement) == bomText(*today().catalog, now, requirement));
    BOOST_TEST(costText(catalog, then, requirement) == costText(*today().catalog, now, requirement));
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalog_excerpt)

BOOST_AUTO_TEST_CASE(a_pc_has_the_same_figures_in_the_catalog_of_a_later_year)
{
    const Requirement requirement = serving("qwen3-14b", "EUR", 1'500'000);
    const auto found = searchBuilds(*today().catalog, requirement).value();
    BOOST_REQUIRE(!found.builds.empty());
    checkSameFigures(requirement, found.builds.front().build);
    checkSameFigures(requirement, found.builds.back().build);
}

BOOST_AUTO_TEST_CASE(a_complete_system_has_the_same_figures_in_the_catalog_of_a_later_year)
{
    const Requirement requirement = serving("llama-3.3-70b-instruct", "JPY", 100'000'000);
    checkSameFigures(requirement, {{{PartCategory::System, PartId("as-8125gs-tnhr-h100"), 1}}, {}});
}

BOOST_AUTO_TEST_CASE(a_model_that_nobody_hosts_keeps_the_offers_of_the_one_that_stood_for_it)
{
    const Requirement requirement = serving("codellama-34b-hf", "USD", 100'000'000);
    checkSameFigures(requirement, {{{PartCategory::System, PartId("as-4125gs-tnrt-l40s"), 1}}, {}});
}

BOOST_AUTO_TEST_CASE(every_part_of_the_catalog_survives_an_excerpt)
{
    Build everything;
    for (const PartEntry& entry : today().parts) {
        everything.lines.push_back({PartCategory::Accelerator, entry.id(), 1});
    }
    Project project;
    const Requirement requirement = serving("qwen3-14b", "USD", 1);
    project.catalog = std::make_shared<const CatalogExcerpt>(
        excerptOf(today(), *today().catalog, {everything}, requirement, kToday));
    const Project again = parseProject(projectText(project)).value();
    const LaidExcerpt laid = layExcerpt(Catalog(), *again.catalog);
    for (const Error& problem : laid.problems) {
        BOOST_TEST_MESSAGE(problem.message);
    }
    BOOST_TEST(laid.problems.empty());
    BOOST_TEST(laid.catalog.partCount() == today().catalog->partCount());
}

BOOST_AUTO_TEST_CASE(every_model_of_the_catalog_survives_a_project)
{
    for (const ModelFacts& model : today().catalog->models) {
        CatalogExcerpt excerpt;
        excerpt.model = model;
        Project project;
        project.catalog = std::make_shared<const CatalogExcerpt>(excerpt);
        const auto again = parseProject(projectText(project));
        BOOST_TEST_REQUIRE(again.has_value(),
                           model.id.text() << ": " << (again ? "" : again.error().message));
        const ModelFacts& read = *again->catalog->model;
        BOOST_TEST((read.layerList == model.layerList && read.towers == model.towers &&
                    read.mtpLayers == model.mtpLayers && read.fullLayers == model.fullLayers),
                   model.id.text());
        const auto before = quantize(model, WeightFormat::Fp16);
        const auto after = quantize(read, WeightFormat::Fp16);
        BOOST_TEST((before.has_value() == after.has_value() &&
                    (!before ||
                     (before->parameters == after->parameters &&
                      before->activeParameters == after->activeParameters))),
                   model.id.text());
    }
}

BOOST_AUTO_TEST_CASE(an_imported_model_keeps_the_tensors_of_its_file)
{
    CatalogExcerpt excerpt;
    excerpt.model = today().catalog->models.front();
    excerpt.model->storedWeights = std::make_shared<const StoredWeights>(
        StoredWeights{"q4_k_m", {{"token_embd.weight", 65'536'000, Bytes(36'864'000)}}});
    Project project;
    project.catalog = std::make_shared<const CatalogExcerpt>(excerpt);
    const Project again = parseProject(projectText(project)).value();
    const StoredWeights& weights = *again.catalog->model->storedWeights;
    BOOST_TEST(weights.format == "q4_k_m");
    BOOST_REQUIRE(weights.tensors.size() == 1U);
    BOOST_TEST(weights.tensors[0].name == "token_embd.weight");
    BOOST_TEST(weights.tensors[0].elements == 65'536'000);
    BOOST_TEST((weights.tensors[0].bytes == Bytes(36'864'000)));
}

BOOST_AUTO_TEST_SUITE_END()
