// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/buildcores_sheet.h"

#include <optional>
#include <string_view>

namespace rigwright {

/// A sheet that is being filled from a file's fields. What the catalog's table can't hold stays unknown and is told.
class BuildcoresDraft {
public:
    BuildcoresDraft(const char* table, const nlohmann::json& document);

    [[nodiscard]] JsonFields& fields() { return fields_; }

    /// A figure of the field; an unknown one leaves the cell empty.
    void figure(const char* column, const char* path);
    void number(const char* column, std::optional<double> value, const char* path);
    void yes(const char* column, const char* path);
    /// A text that the column may hold; what it may not is no figure of ours and stays unknown.
    void word(const char* column, std::string_view word);
    void text(const char* column, const char* path);
    /// Those of the words that the column may hold.
    void words(const char* column, const std::vector<std::string>& words);
    void note(const std::string& text);

    [[nodiscard]] const std::string& get(const char* column) const { return part_.sheet.cell(column); }
    [[nodiscard]] bool has(const char* column) const { return !get(column).empty(); }
    void passOver(std::string reason) { part_.passOver = std::move(reason); }
    [[nodiscard]] BuildcoresPart take();

private:
    [[nodiscard]] const Column& column(const char* name) const;

    JsonFields fields_;
    BuildcoresPart part_;
};

/// "LGA 1700" is "LGA1700".
[[nodiscard]] std::string buildcoresSocket(std::string name);
/// "Micro ATX" is "mATX".
[[nodiscard]] std::string buildcoresBoardSize(const std::string& name);

} // namespace rigwright
