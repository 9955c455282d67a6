// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// Takes figures out of a document whose zeros, nulls and empty texts mean that nobody knows. A field is named by its path:
/// "clocks.performance.base". A value of another type than asked for is unknown and told in `wrongTypes`.
class JsonFields {
public:
    explicit JsonFields(const nlohmann::json& document)
        : document_(document)
    { }

    /// Above zero.
    [[nodiscard]] std::optional<double> number(std::string_view path);
    /// On one line, without spaces at its ends.
    [[nodiscard]] std::optional<std::string> text(std::string_view path);
    /// Only yes is known: no is also what nobody filled in.
    [[nodiscard]] bool isYes(std::string_view path);
    [[nodiscard]] std::optional<bool> yesOrNo(std::string_view path);
    [[nodiscard]] std::vector<std::string> texts(std::string_view path);
    /// Of a list of objects; empty: no such list.
    [[nodiscard]] std::vector<nlohmann::json> objects(std::string_view path);
    [[nodiscard]] bool has(std::string_view path) const { return find(path) != nullptr; }

    struct WrongType {
        std::string path;
        std::string message;
    };
    [[nodiscard]] const std::vector<WrongType>& wrongTypes() const { return wrongTypes_; }

private:
    /// Null: no such field, or null.
    [[nodiscard]] const nlohmann::json* find(std::string_view path) const;
    void tell(std::string_view path, const char* expected, const nlohmann::json& got);

    const nlohmann::json& document_;
    std::vector<WrongType> wrongTypes_;
};

} // namespace rigwright
