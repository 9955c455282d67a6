// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/part_matcher.h"

#include "catalog/import/part_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

using Words = std::vector<std::string>;

std::string makerKey(const PartSheet& sheet)
{
    std::string maker = joinedWords(nameWords(sheet.cell("manufacturer")));
    return maker == "fspgroup" ? "fsp" : maker == "wd" ? "westerndigital" : maker;
}

std::string joinedKey(const PartSheet& sheet, const Words& words, std::initializer_list<std::string> figures)
{
    if (words.empty()) {
        return {};
    }
    std::string key = sheet.spec->name + '|' + makerKey(sheet) + '|' + joinedWords(words);
    for (const std::string& figure : figures) {
        key += '|' + figure;
    }
    return key;
}

std::optional<double> number(const std::string& cell)
{
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() ? std::optional(value) : std::nullopt;
}

/// Takes a figure with its unit out of a name: "1000w" or "1000 w", "7.68 tb" whose point has parted it.
void dropFigure(Words& words, const std::string& figure, const std::string& unit)
{
    const Words digits = nameWords(figure);
    Words joined = digits;
    joined.back() += unit;
    Words apart = digits;
    apart.push_back(unit);
    for (const Words& wanted : {apart, joined}) {
        // Not std::ranges::search: clang 14 can't compile what it returns.
        const auto found = std::search(words.begin(), words.end(), wanted.begin(), wanted.end());
        if (found != words.end()) {
            words.erase(found, found + static_cast<std::ptrdiff_t>(wanted.size()));
        }
    }
}

std::string cpuKey(const PartSheet& sheet)
{
    Words words = nameWords(sheet.cell("name"));
    // Ryzen Threadripper, which lists also call Threadripper.
    if (std::ranges::find(words, "threadripper") != words.end()) {
        std::erase(words, "ryzen");
    }
    std::erase(words, "processor");
    return joinedKey(sheet, words, {});
}

/// "Vengeance LPX 64 GB (2 x 32 GB) DDR4-3600 CL18": the line is what stands before the capacity.
std::string memoryKey(const PartSheet& sheet)
{
    const std::string& name = sheet.cell("name");
    const std::string kit = " GB (" + sheet.cell("modules") + " x " + sheet.cell("module_gib") + " GB)";
    const std::size_t at = name.find(kit);
    if (at == std::string::npos || sheet.cell("cas_latency").empty() || sheet.cell("mt_s").empty()) {
        return {};
    }
    const std::size_t line = name.find_last_of(' ', at - 1);
    return joinedKey(sheet, nameWords(name.substr(0, line == std::string::npos ? 0 : line)),
                     {sheet.cell("memory_type"), sheet.cell("mt_s"), sheet.cell("modules"),
                      sheet.cell("module_gib"), sheet.cell("cas_latency")});
}

std::string driveKey(const PartSheet& sheet)
{
    Words words = nameWords(sheet.cell("name"));
    if (makerKey(sheet) == "westerndigital") {
        std::erase(words, "wd");
    }
    const std::optional<double> gigabytes = number(sheet.cell("capacity_gb"));
    if (!gigabytes) {
        return {};
    }
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), *gigabytes / 1'000);
    dropFigure(words, std::string(text.data(), end), "tb");
    dropFigure(words, sheet.cell("capacity_gb"), "gb");
    // Of the small drives some are hard disks that share their names with flash drives.
    const bool isSmallDisk =
        sheet.cell("note").starts_with("hard disk") && sheet.cell("form_factor") != "3.5\"";
    return error != std::errc() ? std::string()
                                : joinedKey(sheet, words,
                                            {sheet.cell("capacity_gb"), sheet.cell("form_factor"),
                                             sheet.cell("interface"), isSmallDisk ? "disk" : ""});
}

std::string powerSupplyKey(const PartSheet& sheet)
{
    Words words = nameWords(sheet.cell("name"));
    const std::string& rating = sheet.cell("rating_w");
    if (rating.empty()) {
        return {};
    }
    dropFigure(words, rating, "w");
    return joinedKey(sheet, words, {rating, sheet.cell("efficiency")});
}

std::string coolerKey(const PartSheet& sheet)
{
    Words words = nameWords(sheet.cell("name"));
    const std::string& radiator = sheet.cell("radiator_mm");
    if (!radiator.empty()) {
        std::erase(words, radiator);
    }
    return joinedKey(sheet, words, {radiator});
}

bool isNumber(const std::string& word)
{
    return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

/// "16g", "16gb" or "16 gb".
void dropMemory(Words& words)
{
    for (std::size_t i = 0; i < words.size();) {
        const std::string& word = words[i];
        const std::size_t digits = word.find_first_not_of("0123456789");
        const std::string unit = digits == std::string::npos ? "" : word.substr(digits);
        const bool isOne = digits > 0 && (unit == "g" || unit == "gb");
        const bool isTwo = isNumber(word) && i + 1 < words.size() && words[i + 1] == "gb";
        const auto at = words.begin() + static_cast<std::ptrdiff_t>(i);
        if (isOne || isTwo) {
            words.erase(at, at + (isOne ? 1 : 2));
        } else {
            ++i;
        }
    }
}

/// Only what tells one card with this accelerator from another: lists differ in whether they say the rest. Its length, which some
/// round, is compared apart.
std::string cardKey(const PartSheet& sheet, const std::string& colour)
{
    static const std::array kSaidElsewhere{"nvidia",   "geforce", "amd",    "radeon", "intel",
                                           "graphics", "card",    "gddr6",  "gddr7",  "gddr5",
                                           "gddr6x",   "gddr5x",  "edition"};
    const Words ofChip = nameWords(sheet.cell("accelerator"));
    Words words = nameWords(sheet.cell("name") + " " + colour);
    dropMemory(words);
    std::erase_if(words, [&](const std::string& word) {
        return std::ranges::find(ofChip, word) != ofChip.end() ||
            std::ranges::find(kSaidElsewhere, word) != kSaidElsewhere.end();
    });
    std::ranges::sort(words);
    return sheet.cell("length_mm").empty() ? std::string()
                                           : joinedKey(sheet, words, {sheet.cell("accelerator")});
}

/// Within the millimetre that rounding takes.
bool hasSameLength(const PartSheet& a, const PartSheet& b)
{
    const std::optional<double> first = number(a.cell("length_mm"));
    const std::optional<double> second = number(b.cell("length_mm"));
    return first && second && std::abs(*first - *second) < 1;
}

/// A card of another colour is often listed as a product of its own, the black one seldom by its colour.
bool mayGoWithoutColour(const std::string& colour)
{
    const Words words = nameWords(colour);
    return words.empty() || (words.front() == "black" && std::ranges::find(words, "white") == words.end());
}

} // namespace

std::string matchKey(const PartSheet& sheet, const std::string& colour)
{
    const std::string& table = sheet.spec->name;
    if (sheet.cell("manufacturer").empty() || sheet.cell("name").empty() || table == "accelerators" ||
        table == "systems") {
        return {};
    }
    if (table == "cpus") {
        return cpuKey(sheet);
    }
    if (table == "memory") {
        return memoryKey(sheet);
    }
    if (table == "drives") {
        return driveKey(sheet);
    }
    if (table == "power_supplies") {
        return powerSupplyKey(sheet);
    }
    if (table == "coolers") {
        return coolerKey(sheet);
    }
    if (table == "cards") {
        return cardKey(sheet, colour);
    }
    return joinedKey(sheet, nameWords(sheet.cell("name")), {});
}

PartMatcher::PartMatcher(const CatalogView& view)
{
    for (const PartEntry& entry : view.parts) {
        if (std::string key = matchKey(entry.sheet); !key.empty()) {
            parts_[std::move(key)].push_back(&entry);
        }
    }
}

std::vector<const PartEntry*> PartMatcher::withKey(const std::string& key, const PartSheet& sheet) const
{
    const auto found = key.empty() ? parts_.end() : parts_.find(key);
    if (found == parts_.end()) {
        return {};
    }
    std::vector<const PartEntry*> entries = found->second;
    if (sheet.spec->name == "cards") {
        std::erase_if(entries, [&](const PartEntry* entry) { return !hasSameLength(entry->sheet, sheet); });
    }
    const auto isOwn = [](const PartEntry* entry) { return entry->origin == PartOrigin::Own; };
    if (!std::ranges::all_of(entries, isOwn)) {
        std::erase_if(entries, isOwn);
    }
    return entries;
}

std::vector<const PartEntry*> PartMatcher::find(const PartSheet& sheet, const std::string& colour) const
{
    if (sheet.spec->name != "cards") {
        return withKey(matchKey(sheet), sheet);
    }
    std::vector<const PartEntry*> entries = withKey(matchKey(sheet, colour), sheet);
    return entries.empty() && mayGoWithoutColour(colour) ? withKey(matchKey(sheet), sheet) : entries;
}

} // namespace rigwright
