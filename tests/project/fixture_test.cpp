// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_facts.h"
#include "project/project_file.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

// Projects of every version that there has been. They must open for ever, with the prices that they were saved with, whatever the
// catalog of the day says: here it says nothing at all.

BOOST_AUTO_TEST_SUITE(fixture)

BOOST_AUTO_TEST_CASE(a_project_of_version_1_opens_with_its_prices)
{
    const Date today{2040, 1, 1};
    const Project project = readProject(RIGWRIGHT_TEST_DATA "/project/lab_machine_1.rigwright").value();
    BOOST_TEST(project.name == "Lab machine");
    BOOST_TEST(project.notes == "Two machines for the lab.\nNeeded before term.");
    const LaidExcerpt laid = layExcerpt(Catalog(), *project.catalog);
    BOOST_TEST(laid.problems.empty());
    const Catalog catalog = projectCatalog(project, Catalog(), today).catalog;
    const auto machines = projectMachines(project, catalog, today).value();
    BOOST_REQUIRE(machines.size() == 1U);
    // 671.60 + 95.94 + 140.79 + 65.14 + 50.13 + 70.32 + 30.72 + 80.00 as quoted for the power supply, which has 88.01 in the excerpt
    BOOST_TEST(machines[0].build->price.decimal() == "1204.64");
    BOOST_TEST(machines[0].build->plan.fits);
    BOOST_TEST(machines[0].build->speed.has_value());
    const Bom bom = presentRevision(project, catalog, today).value().bom;
    // Twice the machine and 100.00 for its assembly; 19 % of 2,509.28 are 476.7632.
    BOOST_TEST(bom.totals().net.decimal() == "2509.28");
    BOOST_TEST(bom.totals().tax.decimal() == "476.76");
    BOOST_TEST(bom.totals().gross.decimal() == "2986.04");
}

BOOST_AUTO_TEST_CASE(revisions_are_numbered_and_compared_with_the_present_state)
{
    Project project = readProject(RIGWRIGHT_TEST_DATA "/project/lab_machine_1.rigwright").value();
    const Catalog catalog = projectCatalog(project, Catalog(), {2040, 1, 1}).catalog;
    addRevision(project, presentRevision(project, catalog, {2040, 1, 1}).value(), "me", "first");
    project.machines[0].systems = 3;
    addRevision(project, presentRevision(project, catalog, {2040, 1, 2}).value(), "me", "one more");
    const Project again = parseProject(projectText(project)).value();
    BOOST_REQUIRE(again.revisions.size() == 2U);
    BOOST_TEST(again.revisions[1].number == 2);
    BOOST_TEST(again.revisions[1].note == "one more");
    const RevisionDifference difference = compareRevisions(again.revisions[0], again.revisions[1]);
    BOOST_TEST(difference.totalBefore.decimal() == "2509.28");
    BOOST_TEST(difference.totalAfter.decimal() == "3713.92"); // one machine of 1,204.64 more
}

BOOST_AUTO_TEST_SUITE_END()
