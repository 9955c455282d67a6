// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace rigwright {

/// Tells whether a name came twice, in 16 bytes a name and, unlike a hash table, never in quadratic time. Two names in
/// 2^64 are taken for one: then a file is refused.
class NameSet {
public:
    void reserve(std::size_t names) { entries_.reserve(names); }
    /// `offset`: where the name stands in the file.
    void add(std::string_view name, std::uint64_t offset)
    {
        entries_.push_back({std::hash<std::string_view>{}(name), offset});
    }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    /// Where a name stands that was added before; to be asked once, at the end.
    [[nodiscard]] std::optional<std::uint64_t> duplicate()
    {
        std::ranges::sort(entries_);
        const auto found = std::ranges::adjacent_find(entries_, {}, &Entry::hash);
        return found == entries_.end() ? std::nullopt : std::optional(std::next(found)->offset);
    }

private:
    struct Entry {
        std::size_t hash;
        std::uint64_t offset;
        auto operator<=>(const Entry&) const = default;
    };
    std::vector<Entry> entries_;
};

} // namespace rigwright
