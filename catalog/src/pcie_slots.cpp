// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/pcie_slots.h"

#include <charconv>

namespace rigwright {

namespace {

constexpr int kMostPositions = 20;
constexpr int kMostProcessors = 8;

bool isLaneCount(int lanes)
{
    return lanes == 1 || lanes == 2 || lanes == 4 || lanes == 8 || lanes == 16;
}

/// Reads a number off the front of the text; 0 where there is none.
int takeNumber(std::string_view& text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) {
        return 0;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool take(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// The number after a mark; 0 where the mark or the number is missing.
int takeMarked(std::string_view& text, char mark)
{
    return take(text, mark) ? takeNumber(text) : 0;
}

/// "8+4+4": lanes that add up to at most those of the slot; nothing where they don't.
std::vector<int> takeSplit(std::string_view& text, int lanes)
{
    std::vector<int> parts;
    int sum = 0;
    do {
        parts.push_back(takeNumber(text));
        sum += parts.back();
        if (!isLaneCount(parts.back()) || sum > lanes) {
            return {};
        }
    } while (take(text, '+'));
    return parts;
}

/// Reads "#3p2/8+8/4+4+4+4", each part of it where it is there; false where a part is wrong.
bool takeDetails(std::string_view& text, PcieSlot& slot)
{
    if (text.starts_with('#')) {
        slot.position = takeMarked(text, '#');
    }
    if (text.starts_with('p')) {
        slot.processor = takeMarked(text, 'p');
    }
    while (take(text, '/')) {
        slot.splits.push_back(takeSplit(text, slot.lanes));
        if (slot.splits.back().empty()) {
            return false;
        }
    }
    return slot.position.value_or(1) >= 1 && slot.position.value_or(1) <= kMostPositions &&
        slot.processor.value_or(1) >= 1 && slot.processor.value_or(1) <= kMostProcessors;
}

Expected<PcieSlot> parseSlot(std::string_view word)
{
    std::string_view rest = word;
    PcieSlot slot;
    slot.generation = takeNumber(rest);
    const bool separated = take(rest, 'x');
    slot.lanes = takeNumber(rest);
    slot.physicalLanes = take(rest, '@') ? takeNumber(rest) : slot.lanes;
    slot.fromCpu = !take(rest, 'c');
    const bool detailed = takeDetails(rest, slot);
    const bool valid = separated && detailed && rest.empty() && slot.generation >= 2 &&
        slot.generation <= 7 && isLaneCount(slot.lanes) && isLaneCount(slot.physicalLanes) &&
        slot.physicalLanes >= slot.lanes;
    if (!valid) {
        return fail("'" + std::string(word) +
                    "' is not a PCIe slot such as 5x16, 4x8@16, 3x1c or 5x16#1p2/8+8");
    }
    return slot;
}

} // namespace

Expected<std::vector<PcieSlot>> parsePcieSlots(std::string_view text)
{
    std::vector<PcieSlot> slots;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const Expected<PcieSlot> slot = parseSlot(text.substr(0, end));
        if (!slot) {
            return tl::unexpected(slot.error());
        }
        slots.push_back(*slot);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return slots;
}

} // namespace rigwright
