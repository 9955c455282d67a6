// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace rigwright {

/// A stable, lower-case name of a catalog row, such as "rtx-4090". Ids of different tables are different types.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text)
        : text_(std::move(text))
    { }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string text_;
};

using PartId = Id<struct PartIdTag>;
using ModelId = Id<struct ModelIdTag>;

} // namespace rigwright

template <class Tag>
struct std::hash<rigwright::Id<Tag>> {
    std::size_t operator()(const rigwright::Id<Tag>& id) const noexcept
    {
        return std::hash<std::string>{}(id.text());
    }
};
