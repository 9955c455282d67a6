// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search.h"

#include "builds/bench.h"
#include "builds/brute_force.h"
#include "builds/evaluate.h"
#include "builds/question.h"
#include "builds/random_catalog.h"
#include "builds/rule_changes.h"
#include "builds/search/order.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

using namespace rigwright;
using namespace rigwright::test;

namespace {

double rankedSpeed(const Requirement& wanted, const EvaluatedBuild& build)
{
    return wanted.workload.kind == WorkloadKind::Serve ? build.speed->total.mid.value()
                                                       : build.speed->decode.mid.value();
}

Enumeration::Configuration configurationOf(const Catalog& catalog, const EvaluatedBuild& build)
{
    Enumeration::Configuration configuration;
    for (const BuildLine& line : build.build.lines) {
        if (line.category == PartCategory::Accelerator) {
            configuration.emplace_back(chipOf(*acceleratorOf(catalog, line.part)).text(), line.quantity);
        }
        if (const CompleteSystem* system = findPart(catalog.systems, line.part)) {
            configuration.emplace_back(system->accelerator.text(), system->acceleratorCount);
        }
    }
    return configuration.empty() ? Enumeration::Configuration{{"", 0}} : configuration;
}

Enumeration::Point pointOf(const Requirement& wanted, const EvaluatedBuild& build)
{
    Enumeration::Point point{build.price.minorUnits(), rankedSpeed(wanted, build), {}};
    for (const Objective objective : wanted.objectives) {
        const Merits& merits = build.merits;
        switch (objective) {
        case Objective::Power: point.standing.push_back(-build.wallPower.value()); break;
        case Objective::Noise: point.standing.push_back(merits.noise ? -*merits.noise : -1e9); break;
        case Objective::Headroom:
            point.standing.push_back(static_cast<double>(merits.headroom.value()));
            break;
        case Objective::UpgradeRoom: point.standing.push_back(merits.roomForCards); break;
        }
    }
    return point;
}

std::string listed(const std::map<std::string, std::int64_t>& counts)
{
    std::string text;
    for (const auto& [reason, count] : counts) {
        text += reason + ' ' + std::to_string(count) + '\n';
    }
    return text;
}

void checkCounts(const SearchResult& result, const Enumeration& expected)
{
    BOOST_TEST(result.exact);
    BOOST_TEST(result.considered == expected.considered);
    BOOST_TEST(result.feasible == expected.feasible);
    std::map<std::string, std::int64_t> excluded;
    for (const Exclusion& exclusion : result.excluded) {
        excluded[exclusion.reason] = exclusion.count;
    }
    BOOST_TEST(listed(excluded) == listed(expected.excluded));
}

void checkNearest(const SearchResult& result, const Enumeration& expected)
{
    std::vector<std::string> reasons{"budget", "memory-fit", "targets", "host-offload"};
    for (const Step& step : judgingOrder().afterPlan) {
        reasons.emplace_back(step.rule->id);
    }
    for (const std::string& reason : reasons) {
        const auto found = std::ranges::find(result.excluded, reason, &Exclusion::reason);
        const bool given = found != result.excluded.end() && found->nearest;
        const auto wanted = expected.nearest.find(reason);
        BOOST_TEST(given == (wanted != expected.nearest.end()), reason);
        if (given && wanted != expected.nearest.end()) {
            BOOST_TEST(found->nearest->price.minorUnits() == wanted->second, reason);
        }
    }
}

const Rule& ruleOf(const std::string& id)
{
    return *std::ranges::find_if(allRules(), [&](const Rule& rule) { return rule.id == id; });
}

/// Every reason that stands for a rule without completing parts, and no other, has an example: parts that the rule reads, which
/// break it.
void checkExamples(const Catalog& catalog, const Requirement& wanted, const SearchResult& result,
                   const Enumeration& expected)
{
    std::map<std::string, std::int64_t> found;
    for (const Exclusion& exclusion : result.excluded) {
        if (!exclusion.example) {
            continue;
        }
        found[exclusion.reason] = exclusion.example->price.minorUnits();
        const Rule& rule = ruleOf(exclusion.reason);
        Build build;
        for (const BuildLine& line : exclusion.example->parts) {
            BOOST_TEST((rule.reads & partSet({line.category})) != 0, exclusion.reason);
            build.lines.push_back(line);
        }
        Machine machine = lookUp(catalog, build).value();
        machine.demands = ask(catalog, wanted, fittedCalibration())->demands;
        const auto why = findingOf(rule, machine);
        BOOST_REQUIRE_MESSAGE(why.has_value(), exclusion.reason);
        BOOST_TEST(why->message() == exclusion.example->why.message());
        BOOST_TEST(exclusion.example->why.id == exclusion.reason);
    }
    BOOST_TEST(listed(found) == listed(expected.examples));
}

void checkBuilds(const Catalog& catalog, const Requirement& wanted, const SearchResult& result,
                 const Enumeration& expected)
{
    std::vector<Enumeration::Point> front;
    std::set<Enumeration::Configuration> onFront;
    for (const EvaluatedBuild& build : result.builds) {
        BOOST_REQUIRE(build.speed.has_value());
        if (build.onFront) {
            front.push_back(pointOf(wanted, build));
            onFront.insert(configurationOf(catalog, build));
        }
    }
    std::ranges::sort(front);
    BOOST_REQUIRE(front.size() == expected.front.size());
    for (std::size_t i = 0; i < front.size(); ++i) {
        BOOST_TEST(front[i].price == expected.front[i].price);
        BOOST_TEST(front[i].speed == expected.front[i].speed, boost::test_tools::tolerance(1e-12));
        BOOST_TEST(front[i].standing == expected.front[i].standing, boost::test_tools::per_element());
    }
    std::map<Enumeration::Configuration, std::int64_t> beside = expected.cheapest;
    std::erase_if(beside, [&](const auto& entry) { return onFront.contains(entry.first); });
    std::map<Enumeration::Configuration, std::int64_t> found;
    for (const EvaluatedBuild& build : result.builds) {
        if (!build.onFront) {
            BOOST_TEST(found.emplace(configurationOf(catalog, build), build.price.minorUnits()).second);
        }
    }
    BOOST_TEST((found == beside));
}

void checkSound(const Catalog& catalog, const Requirement& wanted, const SearchResult& result)
{
    for (const EvaluatedBuild& build : result.builds) {
        for (const BuildLine& line : build.build.lines) {
            const bool owned = std::ranges::count(wanted.owned, line.part, &BuildLine::part) > 0;
            BOOST_TEST((owned || !findAnyPart(catalog, line.part).info->hidden), line.part.text());
        }
        const auto again = evaluateBuild(catalog, build.build, wanted);
        BOOST_REQUIRE(again.has_value());
        BOOST_TEST((again->price == build.price));
        BOOST_TEST((build.price <= wanted.budget));
        for (const Finding& finding : again->findings) {
            BOOST_TEST((finding.severity != Severity::Blocker), finding.id << ": " << finding.message());
        }
    }
}

Enumeration checkAgainstEnumeration(const Catalog& catalog, const Requirement& wanted,
                                    const CalibrationTable& constants = fittedCalibration())
{
    const auto result = searchBuilds(catalog, wanted, {}, constants);
    BOOST_REQUIRE(result.has_value());
    Enumeration expected = enumerate(catalog, wanted, constants);
    checkCounts(*result, expected);
    checkNearest(*result, expected);
    checkExamples(catalog, wanted, *result, expected);
    checkBuilds(catalog, wanted, *result, expected);
    checkSound(catalog, wanted, *result);
    return expected;
}

/// Both benches' accelerators, boards and CPUs, which the search sorts into classes, with the first one's other parts.
Catalog catalogOfBoth(const Bench& base, const Bench& changed)
{
    Catalog catalog;
    catalog.accelerators = {base.card, changed.card};
    catalog.cpus = {base.cpu, changed.cpu};
    catalog.boards = {base.board, changed.board};
    catalog.accelerators[1].info = part("changed-card", "790");
    catalog.cpus[1].info = part("changed-cpu", "190");
    catalog.boards[1].info = part("changed-board", "190");
    catalog.memory = {base.kit};
    catalog.drives = {base.drive};
    catalog.powerSupplies = {base.supply};
    catalog.powerSupplies.front().rating = 1600_W;
    catalog.powerSupplies.front().connectors = {2, 4, 0};
    catalog.cases = {base.enclosure};
    catalog.coolers = {base.cooler};
    catalog.models = {denseModel()};
    return catalog;
}

/// What a person would compare of two answers.
std::string printed(const SearchResult& result)
{
    std::string text = std::to_string(result.considered) + '/' + std::to_string(result.feasible) + '\n';
    for (const EvaluatedBuild& build : result.builds) {
        text += build.id + ' ' + build.price.decimal() + (build.onFront ? " *\n" : "\n");
    }
    for (const Exclusion& exclusion : result.excluded) {
        text += exclusion.reason + ' ' + std::to_string(exclusion.count) +
            (exclusion.nearest ? ' ' + exclusion.nearest->id : "") + '\n';
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(search)

BOOST_AUTO_TEST_CASE(the_search_agrees_with_looking_at_every_machine)
{
    std::int64_t feasible = 0;
    std::set<std::string> reasons;
    for (unsigned seed = 1; seed <= 130; ++seed) {
        const Catalog catalog = randomCatalog(seed);
        const Requirement wanted = randomRequirement(seed * 7919);
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            const Enumeration expected = checkAgainstEnumeration(catalog, wanted);
            feasible += expected.feasible > 0 ? 1 : 0;
            for (const auto& [reason, count] : expected.excluded) {
                reasons.insert(reason);
            }
        }
    }
    // The comparison means something only when machines pass, and fail for many reasons.
    BOOST_TEST(feasible >= 40);
    BOOST_TEST(reasons.size() >= 25);
}

BOOST_AUTO_TEST_CASE(the_search_agrees_with_it_about_parts_at_hand_and_what_else_machines_are_ranked_by)
{
    std::int64_t feasible = 0;
    std::size_t largestFront = 0;
    std::set<std::string> reasons;
    for (unsigned seed = 1001; seed <= 1190; ++seed) {
        const Catalog catalog = withRandomDetails(randomCatalog(seed), seed);
        const Requirement wanted = withRandomDetails(randomRequirement(seed * 7919), catalog, seed);
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            const Enumeration expected = checkAgainstEnumeration(catalog, wanted);
            feasible += expected.feasible > 0 ? 1 : 0;
            largestFront = std::max(largestFront, expected.front.size());
            for (const auto& [reason, count] : expected.excluded) {
                reasons.insert(reason);
            }
        }
    }
    BOOST_TEST(feasible >= 50);
    BOOST_TEST(largestFront >= 6);
    for (const char* reason : {"circuit", "circuit-voltage", "form-factor"}) {
        BOOST_TEST(reasons.contains(reason), reason);
    }
}

/// A random catalog with more kinds of accelerators, all of one vendor, on one kind of mount.
Catalog catalogOfMoreAccelerators(unsigned seed)
{
    Catalog catalog = randomCatalog(seed);
    for (Accelerator chip : randomCatalog(seed + 5000).accelerators) {
        chip.info.id = PartId(chip.info.id.text() + "-more");
        catalog.accelerators.push_back(chip);
    }
    if (seed % 4 != 0) {
        catalog.cards.clear();
    }
    for (auto* chips : {&catalog.accelerators, &catalog.cards}) {
        for (Accelerator& chip : *chips) {
            chip.vendor = AcceleratorVendor::Nvidia;
            chip.mounting = Mounting::Card;
        }
    }
    return catalog;
}

BOOST_AUTO_TEST_CASE(the_search_agrees_with_it_about_machines_with_two_kinds_of_accelerators)
{
    int mixedOnFront = 0;
    std::int64_t feasible = 0;
    for (unsigned seed = 2001; seed <= 2030; ++seed) {
        Catalog catalog = catalogOfMoreAccelerators(seed);
        Requirement wanted = randomRequirement(seed * 7919);
        if (seed % 2 == 0) {
            catalog = withRandomDetails(catalog, seed);
            wanted = withRandomDetails(wanted, catalog, seed);
        }
        // One of each at hand, so that a second kind may be had for nothing.
        if (seed % 3 == 0) {
            wanted.owned.clear();
            for (const Accelerator& chip : catalog.accelerators) {
                wanted.owned.push_back({PartCategory::Accelerator, chip.info.id, 1});
            }
        }
        wanted.budget = Money(wanted.budget.minorUnits() * (1 + seed % 4), wanted.budget.currency());
        wanted.mixedCards = true;
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            const Enumeration expected = checkAgainstEnumeration(catalog, wanted);
            feasible += expected.feasible > 0 ? 1 : 0;
            for (const auto& [point, configurations] : expected.onFront) {
                mixedOnFront += std::ranges::all_of(
                    configurations, [](const auto& configuration) { return configuration.size() == 2; });
            }
        }
    }
    // Without mixtures that are better than all else the comparison would say nothing of them.
    BOOST_TEST(feasible >= 6);
    BOOST_TEST(mixedOnFront >= 3);
}

BOOST_AUTO_TEST_CASE(a_part_at_hand_costs_nothing_and_further_ones_their_price)
{
    const Bench bench;
    Catalog catalog = catalogOfBoth(bench, bench);
    catalog.cases.front().info.offers.clear();
    catalog.memory.front().info.hidden = true;
    Requirement wanted;
    wanted.model = ModelId("dense");
    wanted.budget = Money(500000, Currency::usd());
    BOOST_TEST(searchBuilds(catalog, wanted)->builds.empty());

    const PartId enclosure = catalog.cases.front().info.id;
    const PartId kit = catalog.memory.front().info.id;
    wanted.owned = {{PartCategory::Case, enclosure, 1},
                    {PartCategory::Memory, kit, 2},
                    {PartCategory::Accelerator, catalog.accelerators.front().info.id, 1}};
    const SearchResult result = searchBuilds(catalog, wanted).value();
    BOOST_REQUIRE(!result.builds.empty());
    bool bothLines = false;
    for (const EvaluatedBuild& build : result.builds) {
        Money sum(0, Currency::usd());
        for (const PricedLine& line : build.lines) {
            sum += line.unitPrice * line.line.quantity;
            BOOST_TEST((!line.owned || line.unitPrice == Money(0, Currency::usd())));
            BOOST_TEST((line.owned || (line.line.part != enclosure && line.line.part != kit)));
            bothLines = bothLines ||
                (!line.owned && line.line.part == catalog.accelerators.front().info.id &&
                 line.line.quantity == 1);
        }
        BOOST_TEST((sum == build.price));
    }
    BOOST_TEST(bothLines);
}

BOOST_AUTO_TEST_CASE(unknown_parts_at_hand_and_unknown_form_factors_are_errors)
{
    const Catalog catalog = randomCatalog(1);
    Requirement wanted = randomRequirement(1);
    wanted.owned = {{PartCategory::Case, PartId("no-such-case"), 1}};
    BOOST_TEST(!searchBuilds(catalog, wanted).has_value());
    wanted.owned = {{PartCategory::Case, catalog.cases.front().info.id, 0}};
    BOOST_TEST(!searchBuilds(catalog, wanted).has_value());
    wanted.owned.clear();
    wanted.formFactors = {"round"};
    BOOST_TEST(!searchBuilds(catalog, wanted).has_value());
    wanted.formFactors.clear();
    wanted.objectives = {Objective::Power, Objective::Power};
    BOOST_TEST(!searchBuilds(catalog, wanted).has_value());
}

// A correction makes a slow device fast or a fast one slow, so that the order of figures no longer holds between devices.
BOOST_AUTO_TEST_CASE(the_search_agrees_with_it_when_the_user_has_measured_devices)
{
    int correctedBuilds = 0;
    for (unsigned seed = 1; seed <= 30; ++seed) {
        const Catalog catalog = randomCatalog(seed);
        const Requirement wanted = randomRequirement(seed * 7919);
        std::vector<DeviceCorrection> corrections;
        const auto measure = [&](const PartInfo& part, int count, double decode) {
            DeviceCorrection correction;
            correction.device = part.id;
            correction.engine = wanted.workload.engine;
            correction.count = count;
            correction.decode = decode;
            correction.prefill = 1 / decode;
            corrections.push_back(correction);
        };
        measure(catalog.accelerators.front().info, 1 + static_cast<int>(seed % 2), 0.5 + 0.02 * seed);
        measure(catalog.cpus.front().info, 1, 1.7 - 0.02 * seed);
        const CalibrationTable constants = fittedCalibration().corrected(corrections);
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            checkAgainstEnumeration(catalog, wanted, constants);
        }
        const SearchResult result = searchBuilds(catalog, wanted, {}, constants).value();
        for (const EvaluatedBuild& build : result.builds) {
            const bool noted = std::ranges::count(build.findings, "speed-corrected", &Finding::id) == 1;
            BOOST_TEST(noted == build.speed->corrected);
            correctedBuilds += noted ? 1 : 0;
        }
    }
    BOOST_TEST(correctedBuilds >= 10);
}

// Trained tokens per second depend on cards, links and, with the step of the optimizer in RAM, on the host.
BOOST_AUTO_TEST_CASE(the_search_agrees_with_it_for_training)
{
    std::int64_t feasible = 0;
    std::set<double> speeds;
    for (unsigned seed = 1; seed <= 24; ++seed) {
        const Catalog catalog = randomCatalog(seed);
        Requirement wanted = randomRequirement(seed * 7919);
        wanted.workload.kind = seed % 2 == 0 ? WorkloadKind::Full : WorkloadKind::Qlora;
        wanted.workload.engine = Engine::Transformers;
        wanted.workload.weights = defaultWeights(wanted.workload.kind);
        wanted.workload.training.sequence = 512;
        wanted.workload.training.offloadOptimizer = seed % 4 == 0;
        wanted.minDecode.reset();
        wanted.budget = Money(wanted.budget.minorUnits() * 2, wanted.budget.currency());
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            checkAgainstEnumeration(catalog, wanted);
        }
        const SearchResult result = searchBuilds(catalog, wanted).value();
        feasible += result.feasible;
        for (const EvaluatedBuild& build : result.builds) {
            speeds.insert(build.speed->total.mid.value());
        }
    }
    BOOST_TEST(feasible >= 20);
    BOOST_TEST(speeds.size() >= 5);
}

BOOST_AUTO_TEST_CASE(parts_that_differ_in_one_figure_are_not_taken_for_the_same)
{
    const Change harmless[] = {
        {"pcie-width", "slots with lanes of their own", [](Bench& b) { b.board.slotsSplit = false; }},
        {"pcie-width", "a card of eight lanes", [](Bench& b) { b.card.pcieLanes = 8; }},
        {"pcie-width", "a card of PCIe 3.0", [](Bench& b) { b.card.pcieGeneration = 3; }},
    };
    for (const auto& changes : {breakingChanges(), unknownFigures(), std::span<const Change>(harmless)}) {
        for (const Change& change : changes) {
            const Bench base;
            Bench changed;
            change.apply(changed);
            const Catalog catalog = catalogOfBoth(base, changed);
            // On llama.cpp the host counts where the model doesn't fit the cards, on vLLM the links between them.
            Requirement wanted;
            wanted.model = ModelId("dense");
            wanted.budget = Money(500000, Currency::usd());
            Requirement serving = wanted;
            serving.workload.kind = WorkloadKind::Serve;
            serving.workload.engine = Engine::Vllm;
            serving.workload.weights = WeightFormat::Awq4;
            serving.workload.concurrency = 4;
            BOOST_TEST_CONTEXT(change.rule << ": " << change.what)
            {
                checkAgainstEnumeration(catalog, wanted);
                checkAgainstEnumeration(catalog, serving);
            }
        }
    }
}

/// A catalog whose accelerator costs 800 on 1 August, and a maker's card with it that has a price of this day.
Catalog catalogWithCard(Date day)
{
    const Bench bench;
    Catalog catalog = catalogOfBoth(bench, bench);
    catalog.accelerators = {bench.card};
    Accelerator card = bench.card;
    card.info = part("maker-card", "900");
    card.info.offers.front().date = day;
    card.variantOf = bench.card.info.id;
    card.ratedPower = bench.card.boardPower;
    card.chipName = bench.card.info.name;
    catalog.cards = {card};
    return catalog;
}

std::set<std::string> articlesIn(const Catalog& catalog)
{
    Requirement wanted;
    wanted.model = ModelId("dense");
    wanted.budget = Money(500000, Currency::usd());
    const SearchResult result = searchBuilds(catalog, wanted).value();
    std::set<std::string> ids;
    for (const EvaluatedBuild& build : result.builds) {
        for (const PricedLine& line : build.lines) {
            if (line.line.category == PartCategory::Accelerator) {
                ids.insert(line.line.part.text());
            }
        }
    }
    return ids;
}

BOOST_AUTO_TEST_CASE(an_accelerator_is_bought_as_a_card_that_has_a_price_as_new_as_its_own)
{
    const std::set<std::string> card{"maker-card"};
    const std::set<std::string> chip{"card"};
    BOOST_TEST((articlesIn(catalogWithCard({2026, 8, 1})) == card));
    BOOST_TEST((articlesIn(catalogWithCard({2026, 7, 31})) == chip));
    Catalog catalog = catalogWithCard({2026, 8, 1});
    catalog.cards.front().info.hidden = true;
    BOOST_TEST((articlesIn(catalog) == chip));
    catalog = catalogWithCard({2026, 8, 1});
    catalog.accelerators.front().info.offers.clear();
    BOOST_TEST((articlesIn(catalog) == card));
    catalog.accelerators.front().info.hidden = true;
    BOOST_TEST(articlesIn(catalog).empty());
}

BOOST_AUTO_TEST_CASE(of_two_cards_the_one_about_which_more_is_known_is_bought)
{
    Catalog catalog = catalogWithCard({2026, 8, 1});
    Accelerator cheap = catalog.cards.front();
    cheap.info = part("cheap-card", "700");
    cheap.length = std::nullopt;
    catalog.cards.push_back(cheap);
    BOOST_TEST((articlesIn(catalog) == std::set<std::string>{"maker-card"}));
    catalog.cards.back().length = catalog.cards.front().length;
    BOOST_TEST((articlesIn(catalog) == std::set<std::string>{"cheap-card"}));
}

BOOST_AUTO_TEST_CASE(the_same_question_has_the_same_answer_on_any_thread)
{
    const Catalog catalog = randomCatalog(3);
    const Requirement wanted = randomRequirement(5);
    const std::string once = printed(searchBuilds(catalog, wanted).value());
    std::vector<std::string> again(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& answer : again) {
            threads.emplace_back([&] { answer = printed(searchBuilds(catalog, wanted).value()); });
        }
    }
    for (const std::string& answer : again) {
        BOOST_TEST(answer == once);
    }
}

BOOST_AUTO_TEST_CASE(a_stopped_search_says_that_it_is_not_exact)
{
    std::stop_source source;
    source.request_stop();
    const auto result = searchBuilds(randomCatalog(3), randomRequirement(5), source.get_token());
    BOOST_REQUIRE(result.has_value());
    BOOST_TEST(!result->exact);
}

BOOST_AUTO_TEST_CASE(builds_are_sorted_by_price_and_the_front_by_speed)
{
    for (unsigned seed = 200; seed < 230; ++seed) {
        const Requirement wanted = randomRequirement(seed);
        const auto result = searchBuilds(randomCatalog(seed), wanted).value();
        BOOST_TEST(std::ranges::is_sorted(result.builds, {}, &EvaluatedBuild::price));
        double last = 0;
        for (const EvaluatedBuild& build : result.builds) {
            if (build.onFront) {
                BOOST_TEST(rankedSpeed(wanted, build) > last);
                last = rankedSpeed(wanted, build);
            }
        }
        const auto noPrice = std::ranges::find(result.excluded, "no-price", &Exclusion::reason);
        BOOST_TEST(std::ranges::is_sorted(result.excluded.begin(), noPrice, std::ranges::greater{},
                                          &Exclusion::count));
        BOOST_TEST((noPrice == result.excluded.end() || std::next(noPrice) == result.excluded.end()));
    }
}

BOOST_AUTO_TEST_CASE(bad_requests_are_errors)
{
    Requirement unknown = randomRequirement(1);
    unknown.model = ModelId("nothing");
    BOOST_TEST(!searchBuilds(randomCatalog(1), unknown).has_value());
    Requirement noRate = randomRequirement(1);
    noRate.budget = Money(100000, Currency::parse("EUR").value());
    BOOST_TEST(!searchBuilds(randomCatalog(1), noRate).has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_catalog_has_no_machine)
{
    Catalog catalog;
    catalog.models = {denseModel()};
    Requirement wanted;
    wanted.model = ModelId("dense");
    wanted.budget = Money(100000, Currency::usd());
    const auto result = searchBuilds(catalog, wanted);
    BOOST_REQUIRE(result.has_value());
    BOOST_TEST(result->considered == 0);
    BOOST_TEST(result->builds.empty());
    BOOST_TEST(result->exact);
}

BOOST_AUTO_TEST_CASE(every_reason_has_a_text)
{
    std::set<std::string> ids;
    for (const Reason& reason : judgingOrder().reasons) {
        BOOST_REQUIRE_MESSAGE(reason.text != nullptr, reason.id);
        BOOST_TEST(!std::string(reason.text).empty(), reason.id);
        BOOST_TEST(ids.insert(reason.id).second, reason.id);
    }
}

BOOST_AUTO_TEST_SUITE_END()
