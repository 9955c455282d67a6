// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/substitution.h"

#include "facts/catalog_parts.h"
#include "units/format.h"

#include <algorithm>
#include <functional>

namespace rigwright {

namespace {

/// Shorter ones are words of the language as well.
constexpr std::size_t kShortestNumber = 5;

/// Letters and digits in lower case; of other characters those beyond ASCII, and one blank between words.
std::string wordsOf(const std::string& text)
{
    std::string words;
    for (const char c : toLower(text)) {
        const bool isWord =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (isWord) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    if (words.ends_with(' ')) {
        words.pop_back();
    }
    return words;
}

std::string numberOf(const std::string& text)
{
    std::string number = wordsOf(text);
    std::erase(number, ' ');
    return number;
}

bool containsWords(const std::string& words, const std::string& wanted)
{
    return (" " + words + " ").find(" " + wanted + " ") != std::string::npos;
}

std::vector<PartId> partsThat(const Catalog& catalog, const std::function<bool(const PartInfo&)>& match)
{
    std::vector<PartId> found;
    forEachTable(catalog, [&](const auto& parts) {
        for (const auto& part : parts) {
            if (match(part.info)) {
                found.push_back(part.info.id);
            }
        }
    });
    return found;
}

std::vector<PartId> partsWithNumber(const Catalog& catalog, const std::string& partNumber)
{
    const std::string number = numberOf(partNumber);
    return number.empty()
        ? std::vector<PartId>()
        : partsThat(catalog, [&](const PartInfo& info) { return numberOf(info.partNumber) == number; });
}

bool isNamed(const PartInfo& info, const std::string& words)
{
    const std::string name = wordsOf(info.name);
    const std::string maker = wordsOf(info.manufacturer);
    return words == name || (!maker.empty() && words == maker + " " + name);
}

bool holdsNumber(const PartInfo& info, const std::string& words)
{
    const std::string number = wordsOf(info.partNumber);
    return number.size() >= kShortestNumber && number.find_first_of("0123456789") != std::string::npos &&
        containsWords(words, number);
}

} // namespace

bool isSamePartNumber(const std::string& a, const std::string& b)
{
    return numberOf(a) == numberOf(b);
}

std::optional<PartId> partWithNumber(const Catalog& catalog, const std::string& partNumber)
{
    const std::vector<PartId> found = partsWithNumber(catalog, partNumber);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

SubstituteSearch findSubstitute(const Catalog& catalog, const std::string& words,
                                const std::string& partNumber)
{
    const std::string wanted = wordsOf(words);
    const PartId id(toLower(words));
    const std::vector<std::function<std::vector<PartId>()>> ways{
        [&] { return findAnyPart(catalog, id).info == nullptr ? std::vector<PartId>() : std::vector{id}; },
        [&] { return partsWithNumber(catalog, partNumber); },
        [&] { return partsWithNumber(catalog, words); },
        [&] { return partsThat(catalog, [&](const PartInfo& info) { return holdsNumber(info, wanted); }); },
        [&] { return partsThat(catalog, [&](const PartInfo& info) { return isNamed(info, wanted); }); },
    };
    for (const auto& way : ways) {
        std::vector<PartId> found = way();
        if (found.size() == 1) {
            return {found.front(), {}};
        }
        if (!found.empty()) {
            return {std::nullopt, std::move(found)};
        }
    }
    return {};
}

} // namespace rigwright
