// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/use.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace rigwright {

namespace {

constexpr std::size_t kLargestText = std::size_t{1} << 20;
constexpr std::size_t kHoursOfDay = 24;
constexpr std::size_t kHoursOfWeek = 168;
constexpr double kMostRequests = 1e10;
constexpr std::string_view kBlanks = " \r\t";

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// What a message may repeat of a strange file: short, and nothing that a terminal obeys.
std::string shown(std::string_view cell)
{
    constexpr std::size_t kMost = 40;
    std::string text(cell.substr(0, kMost));
    std::ranges::replace_if(
        text, [](char c) { return c < ' ' || c > '~'; }, '?');
    return "'" + text + (cell.size() > kMost ? "…'" : "'");
}

tl::unexpected<Error> failAt(std::size_t line, const std::string& message)
{
    return fail("line " + std::to_string(line) + ": " + message);
}

/// One cell off the front of a line, without its quotes; nothing when a quote has no end or text follows it.
std::optional<std::string> takeCell(std::string_view& line, char separator)
{
    std::string_view rest = line;
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" \r")));
    if (!rest.starts_with('"')) {
        const std::size_t end = std::min(line.find(separator), line.size());
        std::string cell(trimmed(line.substr(0, end)));
        line.remove_prefix(std::min(line.size(), end + 1));
        return cell;
    }
    std::string cell;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] != '"') {
            cell += rest[i];
        } else if (i + 1 < rest.size() && rest[i + 1] == '"') {
            cell += rest[i++];
        } else {
            std::string_view after = rest.substr(i + 1);
            after.remove_prefix(std::min(after.size(), after.find_first_not_of(" \r")));
            if (!after.empty() && after.front() != separator) {
                return std::nullopt;
            }
            line = after.empty() ? after : after.substr(1);
            return std::string(trimmed(cell));
        }
    }
    return std::nullopt;
}

/// Hour and requests as they are written.
struct Row {
    std::string hour;
    std::string requests;
};

Expected<Row> rowOf(std::string_view text, char separator, std::size_t line)
{
    const bool hasTwo = text.find(separator) != std::string_view::npos;
    const auto hour = takeCell(text, separator);
    const auto requests = hour ? takeCell(text, separator) : std::nullopt;
    if (!hour || !requests) {
        return failAt(line, "expected a quoted cell to end with a quote");
    }
    if (!hasTwo || !trimmed(text).empty()) {
        return failAt(line, "expected two cells, hour and requests, separated by comma, semicolon or tab");
    }
    return Row{*hour, *requests};
}

template <class Number>
std::optional<Number> numberOf(const std::string& text)
{
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stopped, status] = std::from_chars(text.data(), end, number);
    return status == std::errc() && stopped == end ? std::optional(number) : std::nullopt;
}

/// The separator of a file: the first that its first line has outside quotes.
char separatorOf(std::string_view line)
{
    bool quoted = false;
    for (const char c : line) {
        quoted = c == '"' ? !quoted : quoted;
        if (!quoted && (c == ',' || c == ';' || c == '\t')) {
            return c;
        }
    }
    return ',';
}

/// The hours that were read, and up to which.
class Table {
public:
    Expected<void> add(const Row& row, std::size_t line)
    {
        const auto hour = numberOf<unsigned>(row.hour);
        if (!hour || *hour >= kHoursOfWeek) {
            return failAt(line, "expected an hour from 0 to 23, or to 167 of a week, got " + shown(row.hour));
        }
        const auto requests = numberOf<double>(row.requests);
        if (!requests || !(*requests >= 0 && *requests <= kMostRequests)) {
            return failAt(
                line, "expected a number of requests, 0 to 10 thousand million, got " + shown(row.requests));
        }
        if (lines_[*hour] != 0) {
            return failAt(line,
                          "hour " + std::to_string(*hour) + " is there already, in line " +
                              std::to_string(lines_[*hour]));
        }
        lines_[*hour] = line;
        hours_[*hour] = Requests(*requests + 0.0); // no negative zero
        return {};
    }

    [[nodiscard]] bool empty() const
    {
        return std::ranges::all_of(lines_, [](std::size_t line) { return line == 0; });
    }

    [[nodiscard]] std::vector<Requests> requests() const
    {
        const bool isWeek = std::any_of(lines_.begin() + kHoursOfDay, lines_.end(),
                                        [](std::size_t line) { return line != 0; });
        return {hours_.begin(), isWeek ? hours_.end() : hours_.begin() + kHoursOfDay};
    }

private:
    std::vector<std::size_t> lines_ = std::vector<std::size_t>(kHoursOfWeek); ///< 0: not there
    std::vector<Requests> hours_ = std::vector<Requests>(kHoursOfWeek);
};

bool isHeading(const Row& row)
{
    return !numberOf<double>(row.hour) && !numberOf<double>(row.requests);
}

std::string_view withoutMark(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

} // namespace

Expected<std::vector<Requests>> parseProfile(std::string_view text)
{
    if (text.size() > kLargestText) {
        return fail("expected a profile of at most 1 MiB");
    }
    text = withoutMark(text);
    Table table;
    std::optional<char> separator;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(text.size(), end + 1));
        if (trimmed(one).empty()) {
            continue;
        }
        const bool isFirst = !separator;
        separator = separator.value_or(separatorOf(one));
        const Expected<Row> row = rowOf(one, *separator, line);
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (isFirst && isHeading(*row)) {
            continue;
        }
        if (const Expected<void> added = table.add(*row, line); !added) {
            return tl::unexpected(added.error());
        }
    }
    if (table.empty()) {
        return fail("expected lines of hour and requests, such as 9,120; there is none");
    }
    return table.requests();
}

} // namespace rigwright
