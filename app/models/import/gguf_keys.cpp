// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_keys.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace rigwright {

namespace {

// describe() refuses what is larger.
constexpr std::int64_t kLargest = 1'000'000'000;

bool isPlausible(std::int64_t value)
{
    return value >= 0 && value <= kLargest;
}

std::string listed(const std::vector<std::int64_t>& numbers)
{
    constexpr std::size_t kShown = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(numbers.size(), kShown); ++i) {
        text += (i == 0 ? "" : ", ") + std::to_string(numbers[i]);
    }
    return "[" + text + (numbers.size() > kShown ? ", …]" : "]");
}

} // namespace

std::optional<std::int64_t> GgufKeys::count(const char* key)
{
    const std::string name = full(key);
    if (const GgufArray* list = header_.array(name); list != nullptr && !list->numbers.empty()) {
        const std::int64_t largest = *std::ranges::max_element(list->numbers);
        note(name, listed(list->numbers));
        return isPlausible(largest) ? std::optional(largest) : std::nullopt;
    }
    const auto number = header_.count(name);
    if (!number || !isPlausible(*number)) {
        return std::nullopt;
    }
    note(name, std::to_string(*number));
    return number;
}

std::vector<std::int64_t> GgufKeys::perLayer(const char* key, int layers)
{
    const std::string name = full(key);
    const auto size = static_cast<std::size_t>(layers);
    if (const GgufArray* list = header_.array(name)) {
        if (list->numbers.size() < size || !std::ranges::all_of(list->numbers, isPlausible)) {
            return {};
        }
        note(name, listed(list->numbers));
        return {list->numbers.begin(), list->numbers.begin() + layers};
    }
    const auto number = count(key);
    return number ? std::vector(size, *number) : std::vector<std::int64_t>();
}

bool GgufKeys::isList(const char* key) const
{
    return header_.array(full(key)) != nullptr;
}

void GgufKeys::assume(std::string key, std::string value, std::string why)
{
    notes_.push_back({ImportNote::Kind::Assumed, std::move(key), std::move(value), std::move(why)});
}

void GgufKeys::unknown(std::string key, std::string why)
{
    notes_.push_back({ImportNote::Kind::Unknown, std::move(key), "", std::move(why)});
}

void GgufKeys::note(const std::string& key, std::string value)
{
    if (std::ranges::find(notes_, key, &ImportNote::key) == notes_.end()) {
        notes_.push_back({ImportNote::Kind::Read, key, std::move(value), ""});
    }
}

} // namespace rigwright
