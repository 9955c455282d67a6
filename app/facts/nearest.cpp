// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/nearest.h"

#include "units/format.h"

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {

// A long name is a mistake of another kind; comparing it in full would only take time.
constexpr std::size_t kLongestName = 200;

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

/// How many characters of the words in `typed` occur in the name as well.
std::size_t sharedWords(std::string_view typed, std::string_view name)
{
    std::size_t shared = 0;
    std::size_t start = 0;
    while (start < typed.size()) {
        const std::size_t end = std::min(typed.find_first_of(" -_./", start), typed.size());
        const std::string_view word = typed.substr(start, end - start);
        if (word.size() > 1 && name.find(word) != std::string_view::npos) {
            shared += word.size();
        }
        start = end + 1;
    }
    return shared;
}

} // namespace

std::vector<std::string> nearestNames(std::string_view typed, const std::vector<std::string>& known,
                                      std::size_t count)
{
    const std::string wanted = toLower(typed.substr(0, kLongestName));
    std::vector<std::pair<std::ptrdiff_t, std::string>> scored;
    scored.reserve(known.size());
    for (const std::string& name : known) {
        const std::string candidate = toLower(name);
        const auto distance = static_cast<std::ptrdiff_t>(editDistance(wanted, candidate));
        scored.emplace_back(distance - 2 * static_cast<std::ptrdiff_t>(sharedWords(wanted, candidate)), name);
    }
    std::ranges::sort(scored);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < std::min(count, scored.size()); ++i) {
        result.push_back(scored[i].second);
    }
    return result;
}

std::string unknownNameMessage(std::string_view kind, std::string_view typed,
                               const std::vector<std::string>& known)
{
    std::string message =
        "unknown " + std::string(kind) + " '" + std::string(typed.substr(0, kLongestName)) + "'";
    const std::vector<std::string> near = nearestNames(typed, known);
    for (std::size_t i = 0; i < near.size(); ++i) {
        message += i == 0 ? ": did you mean " : i + 1 == near.size() ? " or " : ", ";
        message += near[i];
    }
    return near.empty() ? message : message + "?";
}

} // namespace rigwright
