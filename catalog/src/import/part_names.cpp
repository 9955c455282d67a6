// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/part_names.h"

#include <algorithm>

namespace rigwright {

namespace {

// Makers of more than one word that lists of PC parts name; the catalog's own are added.
constexpr const char* kMakers[] = {
    "Athena Power",   "be quiet!",   "Broadway Com",    "Club 3D",          "Cooler Master",
    "Fractal Design", "FSP Group",   "Gelid Solutions", "In Win",           "Iceberg Thermal",
    "Lian Li",        "Mars Gaming", "Neo Forza",       "Geometric Future", "Oyen Digital",
    "Silicon Power",  "SK hynix",    "Super Flower",    "Solid Gear",       "Western Digital",
};
constexpr std::size_t kMostMakerWords = 3;

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The front of the name up to so many spaces; all of it where there are fewer.
std::string_view front(std::string_view name, std::size_t words)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i < words && end != std::string_view::npos; ++i) {
        end = name.find(' ', i == 0 ? 0 : end + 1);
    }
    return name.substr(0, end);
}

} // namespace

std::vector<std::string> nameWords(std::string_view name)
{
    std::vector<std::string> words;
    bool inWord = false;
    for (const char each : name) {
        const char c = lower(each);
        if (!isWordCharacter(c)) {
            inWord = false;
            continue;
        }
        if (!inWord) {
            words.emplace_back();
        }
        words.back() += c;
        inWord = true;
    }
    return words;
}

std::string joinedWords(const std::vector<std::string>& words)
{
    std::string joined;
    for (const std::string& word : words) {
        joined += word;
    }
    return joined;
}

std::string slug(std::initializer_list<std::string_view> texts)
{
    std::string id;
    for (const std::string_view text : texts) {
        bool parted = true;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = lower(text[i]);
            const bool isPoint = c == '.' && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
            if (!isWordCharacter(c) && !isPoint) {
                parted = true;
                continue;
            }
            if (parted && !id.empty()) {
                id += '-';
            }
            id += c;
            parted = false;
        }
    }
    return id;
}

MakerNames::MakerNames(const CatalogView& view)
{
    for (const char* maker : kMakers) {
        makers_.emplace(joinedWords(nameWords(maker)), maker);
    }
    for (const PartEntry& entry : view.parts) {
        const std::string& maker = entry.sheet.cell("manufacturer");
        if (entry.origin != PartOrigin::Own && !maker.empty()) {
            makers_[joinedWords(nameWords(maker))] = maker;
        }
    }
}

MakerAndName MakerNames::split(std::string_view product) const
{
    for (std::size_t words = kMostMakerWords; words > 0; --words) {
        const std::string_view maker = front(product, words);
        const auto known = makers_.find(joinedWords(nameWords(maker)));
        if (maker.size() < product.size() && known != makers_.end()) {
            return {known->second, std::string(product.substr(maker.size() + 1))};
        }
    }
    const std::string_view maker = front(product, 1);
    if (maker.size() + 1 >= product.size()) {
        return {std::string(product), std::string(product)};
    }
    return {std::string(maker), std::string(product.substr(maker.size() + 1))};
}

} // namespace rigwright
