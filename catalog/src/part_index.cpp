// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/part_index.h"

#include <algorithm>

namespace rigwright {

namespace {

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        if (end > start) {
            words.push_back(text.substr(start, end - start));
        }
        start = end + 1;
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

/// 0: the id is the words; 1: the id, the name or the part number begins with them; 2: they occur somewhere.
int rankOf(const PartEntry& part, const std::string& words)
{
    const std::string id = part.id().text();
    if (id == words) {
        return 0;
    }
    const bool begins = id.starts_with(words) || lowerCase(part.sheet.cell("name")).starts_with(words) ||
        lowerCase(part.sheet.cell("part_number")).starts_with(words);
    return begins ? 1 : 2;
}

} // namespace

PartIndex::PartIndex(const std::vector<PartEntry>& parts)
{
    ends_.reserve(parts.size());
    for (const PartEntry& part : parts) {
        for (const std::string& cell : part.sheet.cells) {
            text_ += cell;
            text_ += '\n';
        }
        text_ += part.marks.note;
        ends_.push_back(text_.size());
    }
    text_ = lowerCase(text_);
}

std::vector<std::size_t> PartIndex::find(const std::vector<PartEntry>& parts, const PartQuery& query) const
{
    const std::string asked = lowerCase(query.words);
    const std::vector<std::string> words = wordsOf(asked);
    struct Hit {
        int rank;
        std::size_t position;
        auto operator<=>(const Hit&) const = default;
    };
    std::vector<Hit> hits;
    std::size_t start = 0;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        const std::string_view text = std::string_view(text_).substr(start, ends_[i] - start);
        start = ends_[i];
        const auto occurs = [text](const std::string& word) {
            return text.find(word) != std::string_view::npos;
        };
        if (passes(parts[i], query) && std::ranges::all_of(words, occurs)) {
            hits.push_back({words.empty() ? 0 : rankOf(parts[i], asked), i});
        }
    }
    std::ranges::sort(hits);
    std::vector<std::size_t> positions;
    positions.reserve(hits.size());
    std::ranges::transform(hits, std::back_inserter(positions), &Hit::position);
    return positions;
}

} // namespace rigwright
