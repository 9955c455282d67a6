// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/accelerator_names.h"

#include "catalog/import/part_names.h"

#include <algorithm>
#include <charconv>

namespace rigwright {

namespace {

bool isMemory(const std::string& word)
{
    return word.size() > 2 && word.ends_with("gb") && word.find_first_not_of("0123456789") == word.size() - 2;
}

/// Without the vendor, the memory and what changes nothing for computing: LHR cards only mine more slowly.
std::string chipKey(std::string_view name)
{
    std::vector<std::string> words = nameWords(name);
    std::erase_if(words, [](const std::string& word) {
        return word == "nvidia" || word == "amd" || word == "intel" || word == "generation" ||
            word == "lhr" || isMemory(word);
    });
    return joinedWords(words);
}

} // namespace

bool AcceleratorNames::names(std::string_view product, std::string_view chip)
{
    std::vector<std::string> words = nameWords(chip);
    std::erase_if(words, [](const std::string& word) {
        return word == "geforce" || word == "radeon" || word == "lhr" || isMemory(word);
    });
    return joinedWords(nameWords(product)).find(joinedWords(words)) != std::string::npos;
}

AcceleratorNames::AcceleratorNames(const CatalogView& view)
{
    for (const PartEntry& entry : view.parts) {
        if (entry.sheet.spec->name != "accelerators") {
            continue;
        }
        const std::string& mounting = entry.sheet.cell("mounting");
        const std::string& memory = entry.sheet.cell("memory_gib");
        double gigabytes = 0;
        const auto [end, error] = std::from_chars(memory.data(), memory.data() + memory.size(), gigabytes);
        if ((mounting == "card" || mounting == "passive-card") && error == std::errc() &&
            end == memory.data() + memory.size()) {
            chips_[chipKey(entry.sheet.cell("name"))].push_back({entry.id().text(), gigabytes});
        }
    }
}

std::string AcceleratorNames::find(std::string_view chip, double memoryGb) const
{
    const auto found = chips_.find(chipKey(chip));
    if (found == chips_.end()) {
        return {};
    }
    const auto agrees = [&](const Chip& each) { return each.memory == memoryGb; };
    const auto first = std::ranges::find_if(found->second, agrees);
    const bool isOnlyOne = std::ranges::count_if(found->second, agrees) == 1;
    return isOnlyOne ? first->id : std::string();
}

} // namespace rigwright
