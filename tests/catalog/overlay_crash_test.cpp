// SPDX-License-Identifier: GPL-3.0-or-later
#include "crash_steps.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace rigwright;

namespace {

/// A process that writes the user's catalog and can be killed.
class Writer {
public:
    Writer(const std::filesystem::path& file, std::uint32_t first, std::uint32_t end)
    {
        std::array<int, 2> ends{};
        BOOST_REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
        const std::string from = std::to_string(first);
        const std::string to = std::to_string(end);
        process_ = fork();
        BOOST_REQUIRE(process_ >= 0);
        if (process_ == 0) {
            dup2(ends[1], STDOUT_FILENO);
            execl(RIGWRIGHT_OVERLAY_WRITER, RIGWRIGHT_OVERLAY_WRITER, file.c_str(), from.c_str(), to.c_str(),
                  nullptr);
            _exit(127);
        }
        close(ends[1]);
        told_ = ends[0];
    }
    ~Writer() { close(told_); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// The number of steps that it told to be committed until it ended.
    [[nodiscard]] std::uint32_t killAfter(std::chrono::microseconds delay)
    {
        std::this_thread::sleep_for(delay);
        kill(process_, SIGKILL);
        int status = 0;
        BOOST_REQUIRE(waitpid(process_, &status, 0) == process_);
        // It ended by the kill or, when it was through before, well.
        BOOST_TEST((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
        std::uint32_t steps = 0;
        std::array<char, 256> bytes{};
        for (ssize_t count = 0; (count = read(told_, bytes.data(), bytes.size())) > 0;) {
            steps += static_cast<std::uint32_t>(count);
        }
        return steps;
    }

private:
    pid_t process_ = -1;
    int told_ = -1;
};

constexpr std::uint32_t kSteps = 200;

} // namespace

BOOST_AUTO_TEST_SUITE(a_process_that_is_killed_while_it_writes)

BOOST_AUTO_TEST_CASE(loses_nothing_that_was_committed_and_leaves_no_half_of_a_change)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "catalog.sqlite";
    std::mt19937 random(20260818);
    std::uniform_int_distribution<int> microseconds(0, 250'000);
    std::uint32_t committed = 0;
    int kills = 0;
    while (committed < kSteps) {
        BOOST_REQUIRE(++kills < 2'000);
        Writer writer(file, committed, kSteps);
        const std::uint32_t told =
            committed + writer.killAfter(std::chrono::microseconds(microseconds(random)));
        Expected<Overlay> overlay = Overlay::open(file);
        BOOST_REQUIRE_EQUAL(messageOf(overlay), "");
        const CrashSteps::State state = CrashSteps::stateOf(overlay->read().value());
        // The step under way may have been committed without the time to tell it.
        const bool asTold = state == CrashSteps::stateAfter(told);
        const bool oneMore = told < kSteps && state == CrashSteps::stateAfter(told + 1);
        BOOST_REQUIRE((asTold || oneMore));
        committed = oneMore && !asTold ? told + 1 : told;
    }
    BOOST_TEST_MESSAGE("killed " << kills << " times");
    BOOST_TEST(Database::create(file).text("PRAGMA integrity_check") == "ok");
    // The steps survived as well.
    Overlay overlay = Overlay::open(file).value();
    BOOST_REQUIRE_EQUAL(messageOf(overlay.undo()), "");
    BOOST_TEST((CrashSteps::stateOf(overlay.read().value()) == CrashSteps::stateAfter(kSteps - 1)));
}

BOOST_AUTO_TEST_CASE(for_the_first_time_leaves_no_file_or_a_sound_one)
{
    std::mt19937 random(5);
    std::uniform_int_distribution<int> microseconds(0, 30'000);
    for (int i = 0; i < 40; ++i) {
        const TemporaryFolder folder;
        const std::filesystem::path file = folder.path() / "catalog.sqlite";
        Writer writer(file, 0, 1);
        const std::uint32_t told = writer.killAfter(std::chrono::microseconds(microseconds(random)));
        Expected<Overlay> overlay = Overlay::open(file);
        BOOST_REQUIRE_EQUAL(messageOf(overlay), "");
        BOOST_TEST(overlay->read()->parts.size() >= told);
    }
}

BOOST_AUTO_TEST_SUITE_END()
