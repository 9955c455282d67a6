// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_file.h"
#include "project/save_file.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rigwright;
namespace fs = std::filesystem;

namespace {

/// A state of a project that is saved again and again: large enough for a save to take a while, and its number in two places.
Project state(int number)
{
    Project project;
    project.name = std::to_string(number);
    project.notes = std::string(100'000, 'x') + "\n" + std::to_string(number);
    return project;
}

/// The number of a whole state; nothing else may ever be read.
int numberOf(const Project& project)
{
    const int number = std::stoi(project.name);
    BOOST_TEST(project.notes == state(number).notes);
    return number;
}

/// The text of a state as that of another, without making it anew: its number stands in its name, and at the end of its notes.
std::string withNumber(std::string text, int from, int to)
{
    for (const char* before : {"\"name\": \"", "\\n"}) {
        const std::string number = before + std::to_string(from) + "\"";
        text.replace(text.find(number), number.size(), before + std::to_string(to) + "\"");
    }
    return text;
}

std::string textOf(const fs::path& file)
{
    std::ostringstream all;
    all << std::ifstream(file, std::ios::binary).rdbuf();
    return all.str();
}

/// Runs `work` in a process of its own; what it returns is the exit status.
pid_t inChild(const std::function<int()>& work)
{
    const pid_t child = fork();
    if (child == 0) {
        _exit(work());
    }
    return child;
}

int statusOf(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Saves in another process where something is wrong, which it says in a file beside.
std::string messageOfSaving(const fs::path& file, const fs::path& answer,
                            const std::function<bool()>& prepare)
{
    const pid_t child = inChild([&] {
        std::ofstream said(answer); // before anything is forbidden
        if (!prepare()) {
            return 2;
        }
        const auto written = writeProject(file, state(2));
        said << (written ? std::string("written") : written.error().message);
        return 0;
    });
    BOOST_TEST(statusOf(child) == 0);
    return textOf(answer);
}

} // namespace

BOOST_AUTO_TEST_SUITE(crash)

BOOST_AUTO_TEST_CASE(a_program_that_is_killed_while_it_saves_leaves_a_whole_project)
{
    constexpr int kKills = 200;
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    BOOST_REQUIRE(writeProject(file, state(0)).has_value());
    std::mt19937 random(1);
    int longest = 60'000; // microseconds until a kill; more where saving takes longer
    int last = 0;
    int saved = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        const pid_t child = inChild([&] {
            // The text is made once: nearly all the time goes into what a kill could break.
            const std::string text = projectText(state(last + 1));
            for (int number = last + 1;; ++number) {
                if (!saveFile(file, withNumber(text, last + 1, number))) {
                    return 1;
                }
            }
        });
        usleep(static_cast<useconds_t>(std::uniform_int_distribution<int>(0, longest)(random)));
        BOOST_REQUIRE(::kill(child, SIGKILL) == 0);
        BOOST_TEST(statusOf(child) == -1);  // killed, not given up
        BOOST_TEST(folder.entries() <= 3U); // what the last kill left, and no more
        const auto project = readProject(file);
        BOOST_REQUIRE(project.has_value());
        const int number = numberOf(*project);
        BOOST_TEST(number >= last); // never an older one than was saved before
        longest = number > last ? longest : std::min(longest * 3 / 2, 1'000'000);
        saved += number - last;
        last = number;
    }
    BOOST_TEST(saved > kKills / 4); // the kills did meet saves
    BOOST_TEST_MESSAGE(saved << " saves between " << kKills << " kills, " << folder.entries() - 1
                             << " files left");
    BOOST_REQUIRE(writeProject(file, state(last + 1)).has_value());
    BOOST_TEST(folder.entries() == 1U); // whatever the kills have left went with the next save
}

BOOST_AUTO_TEST_CASE(a_full_disk_gives_one_message_and_keeps_the_old_project)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    BOOST_REQUIRE(writeProject(file, state(1)).has_value());
    const std::string before = textOf(file);
    // No file of this process may grow beyond 64 KiB, and the write fails as on a full disk.
    const std::string message = messageOfSaving(file, folder.path() / "said", [] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{65'536, 65'536};
        return setrlimit(RLIMIT_FSIZE, &limit) == 0;
    });
    BOOST_TEST(message == file.string() + ": can't be written: File too large");
    BOOST_TEST(textOf(file) == before);
    BOOST_TEST(folder.entries() == 2U);
}

BOOST_AUTO_TEST_CASE(a_missing_permission_gives_one_message_and_keeps_the_old_project)
{
    constexpr uid_t kNobody = 65'534;
    const auto drop = [] { return geteuid() != 0 || (setgid(kNobody) == 0 && setuid(kNobody) == 0); };
    const TemporaryFolder folder;
    const fs::path locked = folder.path() / "locked";
    fs::create_directory(locked);
    const fs::path file = locked / "plan.rigwright";
    BOOST_REQUIRE(writeProject(file, state(1)).has_value());
    const std::string before = textOf(file);
    fs::permissions(folder.path(), fs::perms::all);

    // A folder that can't be written to.
    fs::permissions(file, fs::perms::all);
    fs::permissions(locked,
                    fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read |
                        fs::perms::others_exec);
    BOOST_TEST(messageOfSaving(file, folder.path() / "said", drop) ==
               file.string() + ": can't be written: Permission denied");
    // A file that can't.
    fs::permissions(locked, fs::perms::all);
    fs::permissions(file, fs::perms::owner_read | fs::perms::others_read);
    BOOST_TEST(messageOfSaving(file, folder.path() / "said", drop) ==
               file.string() + ": can't be written: Permission denied");
    BOOST_TEST(textOf(file) == before);
    BOOST_TEST(std::distance(fs::directory_iterator(locked), fs::directory_iterator()) == 1);
}

BOOST_AUTO_TEST_CASE(a_disk_that_fills_up_leaves_the_autosave_as_it_was)
{
    const TemporaryFolder folder;
    ProjectAutosave autosave(folder.path());
    BOOST_REQUIRE(autosave.keep(state(1), {}).has_value());
    const fs::path answer = folder.path() / "said";
    const pid_t child = inChild([&] {
        std::ofstream said(answer);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{65'536, 65'536};
        (void)setrlimit(RLIMIT_FSIZE, &limit);
        const auto kept = autosave.keep(state(2), {});
        said << (kept ? "kept" : "refused");
        said.flush();
        return 0;
    });
    BOOST_TEST(statusOf(child) == 0);
    BOOST_TEST(textOf(answer) == "refused");
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) {
        if (entry.path().extension() == ".autosave") {
            BOOST_TEST(textOf(entry.path()).find("\"name\": \"1\"") != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_disk_that_is_nearly_full_keeps_the_old_project)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "plan.rigwright";
    BOOST_REQUIRE(writeProject(file, state(1)).has_value());
    const std::string before = textOf(file);
    // All but the last 100 bytes of the new text would still go onto the disk.
    const auto room = static_cast<rlim_t>(projectText(state(2)).size() - 100);
    const std::string message = messageOfSaving(file, folder.path() / "said", [room] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{room, room};
        return setrlimit(RLIMIT_FSIZE, &limit) == 0;
    });
    BOOST_TEST(message == file.string() + ": can't be written: File too large");
    BOOST_TEST(textOf(file) == before);
    BOOST_TEST(folder.entries() == 2U);
}

BOOST_AUTO_TEST_CASE(a_folder_that_may_be_written_but_not_listed_takes_the_project)
{
    constexpr uid_t kNobody = 65'534;
    const TemporaryFolder folder;
    const fs::path inbox = folder.path() / "inbox";
    fs::create_directory(inbox);
    fs::permissions(folder.path(), fs::perms::all);
    fs::permissions(inbox, fs::perms::owner_all | fs::perms::others_write | fs::perms::others_exec);
    const fs::path file = inbox / "plan.rigwright";
    const std::string message = messageOfSaving(file, folder.path() / "said", [] {
        return geteuid() != 0 || (setgid(kNobody) == 0 && setuid(kNobody) == 0);
    });
    BOOST_TEST(message == "written"); // its name can't be synchronised, and that is no failure
    BOOST_TEST(numberOf(readProject(file).value()) == 2);
}

BOOST_AUTO_TEST_SUITE_END()
