// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/formula_text.h"

#include <charconv>
#include <string_view>

namespace rigwright {

std::optional<std::string> formulaText(const Document& document, const BookPlan& plan, const Formula& formula,
                                       const std::string& fromTable)
{
    constexpr std::size_t kLongest = 8'192;
    std::string text = formula.text.starts_with('=') ? "" : "=";
    std::string_view rest = formula.text;
    while (!rest.empty()) {
        const std::size_t open = rest.find('{');
        text += rest.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(open + 1);
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), index);
        if (error != std::errc() || end == rest.data() + rest.size() || *end != '}' ||
            index >= formula.ranges.size()) {
            return std::nullopt;
        }
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
        const auto cells =
            plan.reference(document, formula.ranges[index], plan.tables.at(fromTable).sheet, fromTable);
        if (!cells) {
            return std::nullopt;
        }
        text += *cells;
    }
    return text.size() > 1 && text.size() <= kLongest ? std::optional(text) : std::nullopt;
}

} // namespace rigwright
