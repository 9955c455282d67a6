// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/part_matcher.h"

#include "catalog/import/part_names.h"

#include <algorithm>
#include <array>
#include <charconv>

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
        const auto found = std::ranges::search(words, wanted);
        words.erase(found.begin(), found.end());
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
    return error != std::errc()
        ? std::string()
        : joinedKey(sheet, words,
                    {sheet.cell("capacity_gb"), sheet.cell("form_factor"), sheet.cell("interface")});
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

bool saysMemory(const std::string& word)
{
    const std::size_t digits = word.find_first_not_of("0123456789");
    const std::string unit = digits == std::string::npos ? "" : word.substr(digits);
    return digits > 0 && (unit == "g" || unit == "gb");
}

/// Only what tells one card with this accelerator from another: lists differ in whether they say the rest.
std::string cardKey(const PartSheet& sheet)
{
    static const std::array kSaidElsewhere{"nvidia", "geforce", "amd",   "radeon", "intel",  "graphics",
                                           "card",   "gddr6",   "gddr7", "gddr5",  "gddr6x", "gddr5x"};
    const std::string& length = sheet.cell("length_mm");
    if (length.empty()) {
        return {};
    }
    const Words ofChip = nameWords(sheet.cell("accelerator"));
    Words words = nameWords(sheet.cell("name"));
    std::erase_if(words, [&](const std::string& word) {
        return saysMemory(word) || std::ranges::find(ofChip, word) != ofChip.end() ||
            std::ranges::find(kSaidElsewhere, word) != kSaidElsewhere.end();
    });
    std::ranges::sort(words);
    return joinedKey(sheet, words, {sheet.cell("accelerator"), length});
}

} // namespace

std::string matchKey(const PartSheet& sheet)
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
        return cardKey(sheet);
    }
    return joinedKey(sheet, nameWords(sheet.cell("name")), {});
}

PartMatcher::PartMatcher(const CatalogView& view)
{
    for (const PartEntry& entry : view.parts) {
        const std::string key = matchKey(entry.sheet);
        if (key.empty()) {
            continue;
        }
        const auto [place, isNew] = parts_.emplace(key, Match{&entry, false});
        if (isNew) {
            continue;
        }
        // A part of the user's own beside the shipped one: prices belong to the shipped one.
        const bool isOwn = entry.origin == PartOrigin::Own;
        const bool otherIsOwn = place->second.entry->origin == PartOrigin::Own;
        if (isOwn == otherIsOwn) {
            place->second.isAmbiguous = true;
        } else if (otherIsOwn) {
            place->second = {&entry, false};
        }
    }
}

PartMatcher::Match PartMatcher::find(const PartSheet& sheet) const
{
    const std::string key = matchKey(sheet);
    const auto found = key.empty() ? parts_.end() : parts_.find(key);
    return found == parts_.end() ? Match{} : found->second;
}

} // namespace rigwright
