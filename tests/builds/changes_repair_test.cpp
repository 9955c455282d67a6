// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/repair.h"

#include "builds/evaluate.h"
#include "builds/random_build.h"
#include "builds/random_catalog.h"
#include "builds/search.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::test;

namespace {

const Catalog& shipped()
{
    static const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return catalog;
}

std::string textOf(const ChangeSet& set)
{
    const auto lineText = [](const std::optional<BuildLine>& line) {
        return line ? std::to_string(line->quantity) + " x " + line->part.text() : std::string("nothing");
    };
    std::string text;
    for (const PartChange& change : set.parts) {
        text += lineText(change.before) + " -> " + lineText(change.after) + "; ";
    }
    for (const SettingChange& change : set.settings) {
        text += std::string(settingName(change.kind)) + ' ' + change.before + " -> " + change.after + "; ";
    }
    return text;
}

/// The machine with some of the changes of parts.
Build with(const Build& before, const std::vector<PartChange>& changes)
{
    Build build = before;
    for (const PartChange& change : changes) {
        if (change.before) {
            std::erase(build.lines, *change.before);
        }
        if (change.after) {
            build.lines.push_back(*change.after);
        }
    }
    return build;
}

/// Whether a machine without any one of the changes of parts would do with the other changes.
bool partsAreNeeded(const Catalog& catalog, const Build& before, const ChangeSet& set)
{
    for (std::size_t i = 0; i < set.parts.size(); ++i) {
        std::vector<PartChange> others = set.parts;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        Build build = with(before, others);
        build.powerCap = set.machine.build.powerCap;
        const auto without = evaluateBuild(catalog, build, set.requirement);
        if (without && !needsRepair(*without, set.requirement)) {
            return false;
        }
    }
    return true;
}

void checkSet(const Catalog& catalog, const Requirement& wanted, const Build& build,
              const EvaluatedBuild& now, const ChangeSet& set)
{
    const std::size_t changes = set.parts.size() + set.settings.size();
    BOOST_TEST(changes >= 1);
    BOOST_TEST(changes <= 3);
    const auto after = evaluateBuild(catalog, set.machine.build, set.requirement);
    BOOST_REQUIRE(after.has_value());
    BOOST_TEST(!needsRepair(*after, set.requirement));
    BOOST_TEST(set.cost.minorUnits() == (after->price - now.price).minorUnits());
    BOOST_TEST(partsAreNeeded(catalog, build, set));
    if (!set.settings.empty()) {
        const auto partsAlone = evaluateBuild(catalog, with(build, set.parts), wanted);
        BOOST_REQUIRE(partsAlone.has_value());
        BOOST_TEST(needsRepair(*partsAlone, wanted));
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(changes_repair)

BOOST_AUTO_TEST_CASE(every_set_mends_and_needs_each_of_its_changes)
{
    int mended = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Catalog catalog = variedCatalog(seed);
        const Requirement wanted = variedRequirement(catalog, seed);
        const Build build = seed % 2 == 0 ? randomBuild(catalog, seed) : damagedBuild(catalog, wanted, seed);
        const auto now = evaluateBuild(catalog, build, wanted);
        BOOST_REQUIRE(now.has_value());
        const auto repairs = findRepairs(catalog, build, wanted);
        BOOST_REQUIRE(repairs.has_value());
        BOOST_TEST(repairs->size() <= 12);
        BOOST_TEST((needsRepair(*now, wanted) || repairs->empty()));
        for (const ChangeSet& set : *repairs) {
            BOOST_TEST_CONTEXT("seed " << seed << ": " << textOf(set))
            {
                checkSet(catalog, wanted, build, *now, set);
            }
            ++mended;
        }
    }
    BOOST_TEST(mended > 40);
}

// The CPU machine of a guide that is passed around for DeepSeek R1: two EPYC 9655 on a board for registered memory, with 24
// unbuffered modules for desktops. What the guide asks for beside has the parts of the catalog that come closest.
BOOST_AUTO_TEST_CASE(desktop_memory_on_a_server_board_is_replaced_by_registered_memory)
{
    Requirement wanted;
    wanted.model = ModelId("deepseek-r1");
    wanted.workload.weights = WeightFormat::Q8_0;
    wanted.budget = Money(20'000'000, Currency::parse("CNY").value());
    const Build build{{{PartCategory::Cpu, PartId("epyc-9655"), 2},
                       {PartCategory::Board, PartId("mz73-lm0"), 1},
                       {PartCategory::Memory, PartId("gskill-ripjaws-s5-2x32gb-ddr5-6000-cl36"), 12},
                       {PartCategory::PowerSupply, PartId("seasonic-vertex-gx-1200"), 1},
                       {PartCategory::Storage, PartId("crucial-t500-2tb"), 1},
                       {PartCategory::Case, PartId("silverstone-rm52"), 1},
                       {PartCategory::Cooler, PartId("arctic-freezer-4u-sp5"), 2}}};
    const auto now = evaluateBuild(shipped(), build, wanted);
    BOOST_REQUIRE(now.has_value());
    BOOST_TEST(needsRepair(*now, wanted));
    const auto repairs = findRepairs(shipped(), build, wanted);
    BOOST_REQUIRE(repairs.has_value());
    BOOST_REQUIRE(!repairs->empty());
    const ChangeSet& best = repairs->front();
    BOOST_REQUIRE(best.parts.size() == 1);
    const MemoryKit* kit = findPart(shipped().memory, best.parts.front().after->part);
    BOOST_REQUIRE(kit != nullptr);
    BOOST_TEST(kit->moduleType == "RDIMM");
    // As much memory, a module on each of the 24 channels: 24 × 32 GB.
    const int modules = kit->modules * best.parts.front().after->quantity;
    BOOST_TEST(modules == 24);
    BOOST_TEST((kit->moduleCapacity * modules >= 768_GiB));
    BOOST_TEST((best.machine.price - now->price == best.cost));
    BOOST_TEST(best.machine.plan.fits);
}

// Another guide puts DDR5 beside an EPYC 7543, whose memory controllers and whose board are for DDR4.
BOOST_AUTO_TEST_CASE(memory_of_the_wrong_generation_is_replaced_by_that_of_the_board)
{
    Requirement wanted;
    wanted.model = ModelId("deepseek-r1-distill-qwen-32b");
    wanted.budget = Money(10'000'000, Currency::usd());
    const Build build{{{PartCategory::Accelerator, PartId("rtx-4090"), 1},
                       {PartCategory::Cpu, PartId("epyc-7543"), 1},
                       {PartCategory::Board, PartId("h12ssl-i"), 1},
                       {PartCategory::Memory, PartId("ddr5-rdimm-64gb-5600"), 4}}};
    const std::vector<ChangeSet> repairs = findRepairs(shipped(), build, wanted).value();
    BOOST_REQUIRE(!repairs.empty());
    BOOST_REQUIRE(repairs.front().parts.size() == 1);
    const MemoryKit* kit = findPart(shipped().memory, repairs.front().parts.front().after->part);
    BOOST_REQUIRE(kit != nullptr);
    BOOST_TEST(kit->memoryType == "DDR4");
    BOOST_TEST(
        (kit->moduleCapacity * kit->modules * repairs.front().parts.front().after->quantity >= 256_GiB));
}

BOOST_AUTO_TEST_CASE(a_machine_that_is_fine_needs_no_repair)
{
    Requirement wanted;
    wanted.model = ModelId("deepseek-r1-distill-qwen-32b");
    wanted.budget = Money(1'000'000, Currency::usd());
    const SearchResult found = searchBuilds(shipped(), wanted).value();
    BOOST_REQUIRE(!found.builds.empty());
    BOOST_TEST(!needsRepair(found.builds.front(), wanted));
    BOOST_TEST(findRepairs(shipped(), found.builds.front().build, wanted)->empty());
}

BOOST_AUTO_TEST_CASE(a_part_that_the_catalog_lacks_is_an_error)
{
    Requirement wanted;
    wanted.model = ModelId("deepseek-r1");
    BOOST_TEST(!findRepairs(shipped(), {{{PartCategory::Cpu, PartId("abacus"), 1}}}, wanted).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
