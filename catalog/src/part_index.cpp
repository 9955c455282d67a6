// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/part_index.h"
#include "units/join.h"

#include <algorithm>

namespace rigwright {

namespace {

char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return lowerCase(c); });
    return lower;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    constexpr const char* kBlanks = " \t\r\n";
    std::vector<std::string> words;
    for (std::size_t start = text.find_first_not_of(kBlanks); start != std::string::npos;) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, start), text.size());
        words.push_back(text.substr(start, end - start));
        start = text.find_first_not_of(kBlanks, end);
    }
    return words;
}

bool passes(const PartEntry& part, const PartQuery& query)
{
    return (query.table.empty() || part.sheet.spec->name == query.table) &&
        (!query.origin || part.origin == *query.origin) && (query.hiddenToo || !part.marks.hidden) &&
        (!query.favouritesOnly || part.marks.favourite) && (!query.pricedOnly || !part.offers.empty()) &&
        (!query.incompleteOnly || !part.missing.empty()) &&
        (!query.state || part.sheet.cell("verification") == verificationName(*query.state));
}

std::size_t columnOf(const TableSpec& spec, std::string_view name)
{
    return static_cast<std::size_t>(std::ranges::find(spec.columns, name, &Column::name) -
                                    spec.columns.begin());
}

/// The positions of parts by their names in lower case, those of one name as they stand.
std::vector<std::size_t> byName(const std::vector<PartEntry>& parts)
{
    std::vector<std::pair<std::string, std::size_t>> names;
    names.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        names.emplace_back(lowerCase(parts[i].sheet.cell("name")), i);
    }
    std::ranges::sort(names);
    std::vector<std::size_t> positions(names.size());
    std::ranges::transform(names, positions.begin(), [](const auto& name) { return name.second; });
    return positions;
}

} // namespace

PartIndex::PartIndex(const std::vector<PartEntry>& parts)
{
    entries_.reserve(parts.size());
    for (const std::size_t position : byName(parts)) {
        const PartEntry& part = parts[position];
        const std::size_t name = columnOf(*part.sheet.spec, "name");
        const std::size_t partNumber = columnOf(*part.sheet.spec, "part_number");
        Entry& entry = entries_.emplace_back();
        entry.part = position;
        entry.begin = text_.size();
        for (std::size_t i = 0; i < part.sheet.cells.size(); ++i) {
            if (i == name) {
                entry.name = text_.size();
            } else if (i == partNumber) {
                entry.partNumber = text_.size();
            }
            if (i == 0 || i == name || i == partNumber || !part.sheet.cells[i].empty()) {
                text_ += part.sheet.cells[i];
                text_ += '\n';
            }
        }
        text_ += part.marks.note;
        entry.end = text_.size();
    }
    std::ranges::transform(text_, text_.begin(), [](char c) { return lowerCase(c); });
}

std::string_view PartIndex::text(std::size_t begin, std::size_t end) const
{
    return std::string_view(text_).substr(begin, end - begin);
}

std::vector<std::size_t> PartIndex::find(const std::vector<PartEntry>& parts, const PartQuery& query) const
{
    const std::vector<std::string> words = wordsOf(lowerCase(query.words));
    std::vector<std::size_t> found;
    if (words.empty()) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (passes(parts[i], query)) {
                found.push_back(i);
            }
        }
        return found;
    }
    const std::string asked = joined(words, " ");
    const std::string wholeId = asked + "\n";
    std::vector<std::size_t> beginning;
    std::vector<std::size_t> others;
    for (const Entry& entry : entries_) {
        const auto occurs = [whole = text(entry.begin, entry.end)](const std::string& word) {
            return whole.find(word) != std::string_view::npos;
        };
        if (!std::ranges::all_of(words, occurs) || !passes(parts[entry.part], query)) {
            continue;
        }
        const auto begins = [&](std::size_t at) { return text(at, entry.end).starts_with(asked); };
        if (text(entry.begin, entry.end).starts_with(wholeId)) {
            found.push_back(entry.part);
        } else if (begins(entry.begin) || begins(entry.name) || begins(entry.partNumber)) {
            beginning.push_back(entry.part);
        } else {
            others.push_back(entry.part);
        }
    }
    found.insert(found.end(), beginning.begin(), beginning.end());
    found.insert(found.end(), others.begin(), others.end());
    return found;
}

} // namespace rigwright
