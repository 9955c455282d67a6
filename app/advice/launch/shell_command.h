// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Command lines to copy, in which nothing of a catalog or a user is ever code.
namespace rigwright {

/// One word of a POSIX shell's command line, in single quotes where it needs any. Control characters, which nobody sees when
/// copying, become blanks.
[[nodiscard]] std::string shellWord(std::string_view text);

/// A double-quoted scalar (YAML 1.2, section 7.3.1) for a docker-compose file, where "$$" stands for a dollar sign.
[[nodiscard]] std::string composeString(std::string_view text);

/// A program with its options, one on a line.
class ShellCommand {
public:
    /// The words of the program come as they are: "vllm serve".
    explicit ShellCommand(std::vector<std::string> program)
        : lines_{std::move(program)}
    { }

    ShellCommand& add(std::string flag);
    ShellCommand& add(std::string flag, std::string value);
    ShellCommand& add(std::string flag, long long value);
    ShellCommand& addList(std::string flag, const std::vector<std::string>& values);

    /// For a shell: each option on a line of its own.
    [[nodiscard]] std::string text() const;
    /// All words, unquoted.
    [[nodiscard]] std::vector<std::string> words() const;

private:
    std::vector<std::vector<std::string>> lines_;
};

} // namespace rigwright
