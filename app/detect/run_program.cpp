// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/run_program.h"

#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace rigwright {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostOutput = std::size_t{1} << 20U;

/// A program whose standard output goes into a pipe.
struct Child {
    pid_t id = 0;
    int output = -1;
};

std::optional<Child> start(std::vector<std::string>& words)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return std::nullopt;
    }
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    Child child{0, ends[0]};
    const int failed = posix_spawnp(&child.id, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failed != 0) {
        close(child.output);
        return std::nullopt;
    }
    return child;
}

int millisecondsUntil(Clock::time_point end)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    return left > 0 ? static_cast<int>(left) : 0;
}

/// Until the program closes its output; nothing when the time is up.
std::optional<std::string> readUntil(int output, Clock::time_point end)
{
    std::string text;
    std::array<char, 4096> block{};
    while (text.size() < kMostOutput) {
        pollfd waiting{output, POLLIN, 0};
        if (poll(&waiting, 1, millisecondsUntil(end)) <= 0) {
            return std::nullopt;
        }
        const ssize_t count = read(output, block.data(), block.size());
        if (count <= 0) {
            break;
        }
        text.append(block.data(), static_cast<std::size_t>(count));
    }
    return text;
}

/// Whether the program has ended well. One that a driver holds can't be stopped, and isn't waited for.
bool endedWell(pid_t child, Clock::time_point end)
{
    constexpr auto kPause = std::chrono::milliseconds(5);
    for (bool stopped = false;;) {
        int status = 0;
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended != 0) {
            return ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
        }
        if (Clock::now() >= end) {
            if (stopped) {
                return false;
            }
            kill(child, SIGKILL);
            stopped = true;
            end += std::chrono::milliseconds(200);
        }
        std::this_thread::sleep_for(kPause);
    }
}

} // namespace

std::string outputOf(std::vector<std::string> words, Seconds limit)
{
    if (words.empty()) {
        return {};
    }
    const auto end = Clock::now() +
        std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(limit.value()));
    const std::optional<Child> child = start(words);
    if (!child) {
        return {};
    }
    const std::optional<std::string> text = readUntil(child->output, end);
    close(child->output);
    const bool well = endedWell(child->id, text ? end : Clock::now());
    return text && well ? *text : std::string();
}

} // namespace rigwright
