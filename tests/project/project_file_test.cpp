// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_file.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <limits>
#include <sstream>

using namespace rigwright;
namespace fs = std::filesystem;

namespace {

Project named(const std::string& name)
{
    Project project;
    project.name = name;
    return project;
}

std::string textOf(const fs::path& file)
{
    std::ostringstream all;
    all << std::ifstream(file, std::ios::binary).rdbuf();
    return all.str();
}

} // namespace

BOOST_AUTO_TEST_SUITE(project_file)

BOOST_AUTO_TEST_CASE(a_saved_project_is_read_again)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "显卡 plan.rigwright";
    BOOST_REQUIRE(writeProject(file, named("Lab")).has_value());
    BOOST_TEST(readProject(file).value().name == "Lab");
}

BOOST_AUTO_TEST_CASE(permissions_stay_and_a_link_is_followed)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    const fs::path link = folder.path() / "link.rigwright";
    BOOST_REQUIRE(writeProject(file, named("one")).has_value());
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    const fs::perms before = fs::status(file).permissions();
    fs::create_symlink(file.filename(), link);
    BOOST_REQUIRE(writeProject(link, named("two")).has_value());
    BOOST_TEST(fs::is_symlink(link));
    BOOST_TEST(readProject(file).value().name == "two");
    BOOST_TEST((fs::status(file).permissions() == before));
}

BOOST_AUTO_TEST_CASE(a_project_that_could_not_be_read_again_is_refused)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    BOOST_REQUIRE(writeProject(file, named("good")).has_value());
    const std::string before = textOf(file);
    Project bad = named("bad");
    bad.requirement.workload.prefixCacheHitRate = std::numeric_limits<double>::quiet_NaN();
    const auto written = writeProject(file, bad);
    BOOST_REQUIRE(!written.has_value());
    BOOST_TEST(written.error().message.find(file.string() +
                                            ": could not be read again, so it isn't saved: "
                                            "requirement.workload.prefix_hit_rate") == 0U);
    BOOST_TEST(textOf(file) == before);
    Project lossy = named("lossy"); // an infinite rate would come back as none
    lossy.requirement.workload.requestRate = RequestsPerSecond(std::numeric_limits<double>::infinity());
    BOOST_TEST(!writeProject(file, lossy).has_value());
    BOOST_TEST(textOf(file) == before);
}

BOOST_AUTO_TEST_CASE(errors_name_the_path)
{
    const TemporaryFolder folder;
    const fs::path missing = folder.path() / "none.rigwright";
    BOOST_TEST(readProject(missing).error().message ==
               missing.string() + ": can't be read: No such file or directory");
    BOOST_TEST(readProject(folder.path()).error().message ==
               folder.path().string() + ": is a directory: expected a project");
    const fs::path nowhere = folder.path() / "no" / "plan.rigwright";
    BOOST_TEST(writeProject(nowhere, named("x")).error().message ==
               nowhere.string() + ": can't be written: No such file or directory");
    BOOST_TEST(writeProject({}, named("x")).error().message.find("the project: can't be written") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
