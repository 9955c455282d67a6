// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/toml_text.h"

#include <algorithm>
#include <sstream>

namespace rigwright {

namespace {

/// The parser calls itself for each list in a list, so that no text may open more than the stack holds.
constexpr std::ptrdiff_t kMostBrackets = 500;

std::string oneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return text;
}

} // namespace

Expected<std::shared_ptr<cpptoml::table>> parseTomlText(const std::string& text)
{
    if (std::ranges::count_if(text, [](char c) { return c == '[' || c == '{'; }) > kMostBrackets) {
        return fail("not taken as TOML: opens more than " + std::to_string(kMostBrackets) +
                    " lists and tables");
    }
    try {
        std::istringstream stream(text);
        return cpptoml::parser(stream).parse();
    } catch (const cpptoml::parse_exception& error) {
        return fail("not valid TOML: " + oneLine(error.what()));
    } catch (const std::exception&) {
        // The parser lets the standard library's own errors of a number or a key through.
        return fail("not valid TOML: a number is out of range, or a key is used for two things");
    }
}

} // namespace rigwright
