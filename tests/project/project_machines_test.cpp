// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_machines.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Build buildWith(const char* part)
{
    return {{{PartCategory::Accelerator, PartId(part), 1}}, {}};
}

/// Machines of these names, none of which is like another.
Project projectOf(std::initializer_list<const char*> names, std::size_t shown = 0)
{
    Project project;
    for (const char* name : names) {
        project.machines.push_back({name, buildWith(name), 1});
    }
    project.shown = shown;
    return project;
}

std::string namesOf(const Project& project)
{
    std::string names;
    for (const ProjectMachine& machine : project.machines) {
        names += (names.empty() ? "" : " ") + machine.name;
    }
    return names;
}

} // namespace

BOOST_AUTO_TEST_SUITE(project_machines)

BOOST_AUTO_TEST_CASE(a_project_without_machines_shows_none_until_one_is_chosen)
{
    Project project;
    BOOST_TEST((shownMachine(project) == nullptr));
    setShownBuild(project, buildWith("a"));
    BOOST_REQUIRE(project.machines.size() == 1U);
    BOOST_TEST((shownMachine(project)->build == buildWith("a")));
    BOOST_TEST(shownMachine(project)->systems == 1);
}

BOOST_AUTO_TEST_CASE(another_choice_takes_the_place_of_the_shown_machine_alone)
{
    Project project = projectOf({"a", "b", "c"}, 1);
    project.machines[1].systems = 8;
    setShownBuild(project, buildWith("d"));
    BOOST_TEST(namesOf(project) == "a b c");
    BOOST_TEST((project.machines[0].build == buildWith("a")));
    BOOST_TEST((project.machines[1].build == buildWith("d")));
    BOOST_TEST(project.machines[1].systems == 8);
    BOOST_TEST((project.machines[2].build == buildWith("c")));
}

BOOST_AUTO_TEST_CASE(an_added_machine_stands_last_and_a_copy_behind_its_original)
{
    Project project = projectOf({"a", "b"});
    project.machines[0].systems = 3;
    addMachine(project, {"c", buildWith("c"), 1});
    BOOST_TEST(namesOf(project) == "a b c");
    BOOST_TEST(project.shown == 2U);
    duplicateMachine(project, 0);
    BOOST_TEST(namesOf(project) == "a a b c");
    BOOST_TEST(project.shown == 1U);
    BOOST_TEST((project.machines[1] == project.machines[0]));
}

BOOST_AUTO_TEST_CASE(the_shown_machine_stays_when_another_one_goes)
{
    Project project = projectOf({"a", "b", "c"}, 2);
    removeMachine(project, 0);
    BOOST_TEST(shownMachine(project)->name == "c");
    removeMachine(project, 1);
    BOOST_TEST(namesOf(project) == "b");
    BOOST_TEST(shownMachine(project)->name == "b");
}

BOOST_AUTO_TEST_CASE(the_machine_behind_the_one_that_goes_is_shown_in_its_place)
{
    Project project = projectOf({"a", "b", "c"}, 1);
    removeMachine(project, 1);
    BOOST_TEST(shownMachine(project)->name == "c");
}

BOOST_AUTO_TEST_CASE(the_only_machine_can_t_be_removed)
{
    Project project = projectOf({"a"});
    removeMachine(project, 0);
    BOOST_TEST(namesOf(project) == "a");
}

BOOST_AUTO_TEST_CASE(there_are_no_more_machines_than_a_file_may_hold)
{
    Project project = projectOf({"a"});
    project.machines.resize(kMostProjectMachines, project.machines.front());
    addMachine(project, {"b", buildWith("b"), 1});
    duplicateMachine(project, 0);
    BOOST_TEST(project.machines.size() == kMostProjectMachines);
    BOOST_TEST(project.shown == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
