// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_file.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <csignal>
#include <fstream>
#include <limits>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

BOOST_AUTO_TEST_CASE(links_are_followed_to_their_end)
{
    const TemporaryFolder folder;
    const fs::path shelf = folder.path() / "shelf";
    fs::create_directory(shelf);
    fs::create_symlink("shelf/plan.rigwright", folder.path() / "second");
    fs::create_symlink(folder.path() / "second", folder.path() / "first");
    BOOST_REQUIRE(writeProject(folder.path() / "first", named("one")).has_value()); // leads nowhere yet
    BOOST_TEST(fs::is_symlink(folder.path() / "first"));
    BOOST_TEST(fs::is_symlink(folder.path() / "second"));
    BOOST_TEST(readProject(shelf / "plan.rigwright").value().name == "one");
    BOOST_REQUIRE(writeProject(folder.path() / "first", named("two")).has_value());
    BOOST_TEST(readProject(folder.path() / "first").value().name == "two");

    fs::create_symlink("round", folder.path() / "about");
    fs::create_symlink("about", folder.path() / "round");
    const fs::path round = folder.path() / "round";
    BOOST_TEST(writeProject(round, named("x")).error().message ==
               round.string() + ": can't be written: Too many levels of symbolic links");
    BOOST_TEST(readProject(round).error().message ==
               round.string() + ": can't be read: Too many levels of symbolic links");
    fs::create_symlink("shelf", folder.path() / "folder");
    BOOST_TEST(writeProject(folder.path() / "folder", named("x")).error().message ==
               (folder.path() / "folder").string() + ": can't be written: it is a directory");
}

BOOST_AUTO_TEST_CASE(what_is_no_regular_file_is_neither_read_nor_replaced)
{
    const TemporaryFolder folder;
    const fs::path pipe = folder.path() / "pipe"; // nobody writes to it: reading would wait for ever
    BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    for (const fs::path& file : {pipe, fs::path("/dev/null"), fs::path("/dev/zero")}) {
        BOOST_TEST(readProject(file).error().message ==
                   file.string() + ": is not a regular file: expected a project");
        BOOST_TEST(writeProject(file, named("x")).error().message ==
                   file.string() + ": can't be written: it is not a regular file");
        BOOST_TEST(!fs::is_regular_file(file));
    }
}

BOOST_AUTO_TEST_CASE(an_empty_file_and_one_that_is_too_large_are_told)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    std::ofstream(file).flush();
    BOOST_TEST(readProject(file).error().message == file.string() + ": is empty: expected a project");
    // Two gigabytes that lie on no disk: who read them would take seconds.
    fs::resize_file(file, std::uintmax_t{2} << 30U);
    BOOST_TEST(readProject(file).error().message == file.string() + ": larger than 64 MiB: not a project");
    BOOST_TEST(writeProject(file, named("x")).error().message ==
               file.string() + ": holds something that is no project: save under another name");
    BOOST_TEST(fs::file_size(file) == std::uintmax_t{2} << 30U);
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

BOOST_AUTO_TEST_CASE(copies_that_the_user_made_stay)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    for (const char* name : {"plan.rigwright.backup", "plan.rigwright.AbCdEf", ".plan.rigwright.saved.old",
                             ".other.rigwright.saved"}) {
        std::ofstream(folder.path() / name) << "mine";
    }
    std::ofstream(folder.path() / ".plan.rigwright.saved.AbCdEf") << "left by a crash";
    BOOST_REQUIRE(writeProject(file, named("Lab")).has_value());
    BOOST_TEST(folder.entries() == 5U);
    BOOST_TEST(!fs::exists(folder.path() / ".plan.rigwright.saved.AbCdEf"));
}

BOOST_AUTO_TEST_CASE(what_is_no_project_or_a_newer_one_is_not_written_over)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "machines.json";
    for (const auto& [content, reason] :
         {std::pair{R"({"schema": "rigwright.machines/1", "machines": []})",
                    "holds something that is no project: save under another name"},
          std::pair{"shopping list", "holds something that is no project: save under another name"},
          std::pair{R"({"schema": "rigwright.project/2"})",
                    "was written by a newer version of the program: save under another name"},
          std::pair{R"({"schema": "rigwright.project/12"})",
                    "was written by a newer version of the program: save under another name"}}) {
        std::ofstream(file) << content;
        BOOST_TEST(writeProject(file, named("x")).error().message == file.string() + ": " + reason);
        BOOST_TEST(textOf(file) == content);
    }
    std::ofstream(file).flush(); // an empty file is nothing to lose
    BOOST_TEST(writeProject(file, named("x")).has_value());
    std::ofstream(file) << R"({"schema": "rigwright.project/1", damaged)";
    BOOST_TEST(writeProject(file, named("x")).has_value());
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
    BOOST_TEST(writeProject(folder.path(), named("x")).error().message ==
               folder.path().string() + ": can't be written: it is a directory");
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_told_who_has_the_project_open)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    BOOST_REQUIRE(writeProject(file, named("Lab")).has_value());
    {
        const auto first = ProjectLock::take(file);
        BOOST_REQUIRE(first.has_value());
        const auto second = ProjectLock::take(file);
        BOOST_REQUIRE(!second.has_value());
        const std::string expected =
            file.string() + ": open in another window (process " + std::to_string(getpid()) + " on ";
        BOOST_TEST(second.error().message.substr(0, expected.size()) == expected);
        // By another name it is the same project.
        fs::create_symlink(file.filename(), folder.path() / "link.rigwright");
        BOOST_TEST(!ProjectLock::take(folder.path() / "link.rigwright").has_value());
    }
    BOOST_TEST(ProjectLock::take(file).has_value());
    BOOST_TEST(!fs::exists(file.string() + ".lock"));
}

BOOST_AUTO_TEST_CASE(the_lock_of_a_program_that_was_killed_is_broken)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    const pid_t child = fork();
    if (child == 0) {
        const auto lock = ProjectLock::take(file);
        std::ofstream(folder.path() / "held") << lock.has_value();
        for (;;) {
            pause();
        }
    }
    while (textOf(folder.path() / "held") != "1") {
        usleep(1000);
    }
    BOOST_TEST(!ProjectLock::take(file).has_value());
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    BOOST_TEST(fs::exists(file.string() + ".lock"));
    BOOST_TEST(ProjectLock::take(file).has_value());
}

BOOST_AUTO_TEST_CASE(a_lock_from_before_a_restart_or_cut_short_is_broken)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    // No process has this number: the kernel's largest is 4,194,304.
    std::ofstream(file.string() + ".lock") << "4194305\nrigwright\n\n";
    BOOST_TEST(ProjectLock::take(file).has_value());
    std::ofstream(file.string() + ".lock").flush();
    BOOST_TEST(!ProjectLock::take(file).has_value());
    fs::last_write_time(file.string() + ".lock", fs::file_time_type::clock::now() - std::chrono::minutes(1));
    BOOST_TEST(ProjectLock::take(file).has_value());
}

BOOST_AUTO_TEST_CASE(a_lock_of_another_machine_is_respected)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    std::ofstream(file.string() + ".lock") << "17\nrigwright\nlab-nas\n0123456789abcdef\nfedcba\n";
    const auto lock = ProjectLock::take(file);
    BOOST_REQUIRE(!lock.has_value());
    BOOST_TEST(lock.error().message.find("open in another window (process 17 on lab-nas since 20") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(unsaved_work_of_a_program_that_runs_is_not_offered)
{
    const TemporaryFolder folder;
    ProjectAutosave autosave(folder.path() / "autosave");
    BOOST_REQUIRE(autosave.keep(named("one"), "/home/me/plan.rigwright").has_value());
    BOOST_REQUIRE(autosave.keep(named("two"), "/home/me/plan.rigwright").has_value());
    BOOST_TEST(ProjectAutosave::recoverable(folder.path() / "autosave").empty());
    autosave.discard();
    BOOST_TEST(fs::is_empty(folder.path() / "autosave"));
    BOOST_TEST(ProjectAutosave::recoverable(folder.path() / "missing").empty());
}

BOOST_AUTO_TEST_CASE(unsaved_work_of_a_program_that_was_killed_is_found)
{
    const TemporaryFolder folder;
    const fs::path kept = folder.path() / "autosave";
    const pid_t child = fork();
    if (child == 0) {
        ProjectAutosave first(kept);
        ProjectAutosave second(kept);
        const bool ok = first.keep(named("older"), "/home/me/plan.rigwright").has_value() &&
            second.keep(named("newer"), {}).has_value();
        std::ofstream(folder.path() / "kept") << ok;
        for (;;) {
            pause();
        }
    }
    while (textOf(folder.path() / "kept") != "1") {
        usleep(1000);
    }
    BOOST_TEST(ProjectAutosave::recoverable(kept).empty());
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    std::ofstream(kept / "project-1.autosave") << "damaged";
    const auto found = ProjectAutosave::recoverable(kept);
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0].project.name == "newer");
    BOOST_TEST(found[0].original.empty());
    BOOST_TEST(found[1].project.name == "older");
    BOOST_TEST(found[1].original == "/home/me/plan.rigwright");
    BOOST_TEST(fs::exists(kept / "project-1.autosave"));
}

BOOST_AUTO_TEST_SUITE_END()
