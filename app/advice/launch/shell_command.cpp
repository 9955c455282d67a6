// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/shell_command.h"

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    constexpr unsigned char kBlank = 0x20;
    constexpr unsigned char kDelete = 0x7f;
    return byte < kBlank || byte == kDelete;
}

std::string visible(std::string_view text)
{
    std::string plain(text);
    std::ranges::replace_if(plain, isControl, ' ');
    return plain;
}

bool isPlain(char c)
{
    constexpr std::string_view kMarks = "_@%+=:,./-";
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || kMarks.find(c) != std::string_view::npos;
}

} // namespace

std::string shellWord(std::string_view text)
{
    const std::string word = visible(text);
    if (!word.empty() && std::ranges::all_of(word, isPlain)) {
        return word;
    }
    std::string quoted = "'";
    for (const char c : word) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

std::string composeString(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : visible(text)) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c == '$' ? std::string("$$") : std::string(1, c);
    }
    return quoted + '"';
}

ShellCommand& ShellCommand::add(std::string flag)
{
    lines_.push_back({std::move(flag)});
    return *this;
}

ShellCommand& ShellCommand::add(std::string flag, std::string value)
{
    lines_.push_back({std::move(flag), std::move(value)});
    return *this;
}

ShellCommand& ShellCommand::add(std::string flag, long long value)
{
    return add(std::move(flag), std::to_string(value));
}

ShellCommand& ShellCommand::addList(std::string flag, const std::vector<std::string>& values)
{
    lines_.push_back({std::move(flag)});
    lines_.back().insert(lines_.back().end(), values.begin(), values.end());
    return *this;
}

std::string ShellCommand::text() const
{
    std::string text;
    for (const std::vector<std::string>& line : lines_) {
        text += text.empty() ? "" : " \\\n  ";
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += (i == 0 ? "" : " ") + shellWord(line[i]);
        }
    }
    return text;
}

std::vector<std::string> ShellCommand::words() const
{
    std::vector<std::string> words;
    for (const std::vector<std::string>& line : lines_) {
        words.insert(words.end(), line.begin(), line.end());
    }
    return words;
}

} // namespace rigwright
