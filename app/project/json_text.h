// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// JSON from files that somebody else wrote.
namespace rigwright {

/// The bytes of a file of at most `largest`; `what` names what was expected: "a build file". The error is without the path.
[[nodiscard]] Expected<std::string> readFileText(const std::filesystem::path& path, std::size_t largest,
                                                 const std::string& what);

/// Parses JSON that nests at most 64 levels deep; an error names line and column.
[[nodiscard]] Expected<nlohmann::json> parseJsonText(std::string_view text);

/// A value as it was written, cut to fit a line.
[[nodiscard]] std::string quotedValue(const nlohmann::json& value);
/// The value of a key; null where it is missing, or is JSON's null.
[[nodiscard]] const nlohmann::json* memberOf(const nlohmann::json& object, const char* key);
/// "KEY: expected EXPECTED, got VALUE"; without a value it got nothing.
[[nodiscard]] tl::unexpected<Error> wrongKey(const std::string& key, const std::string& expected,
                                             const nlohmann::json* value);
/// Refuses a document that isn't an object of this schema, "rigwright.machines/1"; a newer version of it as such.
[[nodiscard]] Expected<void> checkSchema(const nlohmann::json& document, const std::string& schema);
/// The list under a key of a document of this schema.
[[nodiscard]] Expected<const nlohmann::json*> listOf(const nlohmann::json& document,
                                                     const std::string& schema, const char* key);
/// Without control characters, which a file from a stranger could aim at the terminal.
[[nodiscard]] std::string printableText(std::string text);
/// A text between quotation marks, printable and cut to fit a line.
[[nodiscard]] std::string quotedText(std::string text);

} // namespace rigwright
