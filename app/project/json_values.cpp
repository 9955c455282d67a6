// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_values.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

using nlohmann::ordered_json;

namespace {

constexpr int kRecordDepth = 2;

/// Levels of values within a value.
int depthOf(const ordered_json& value)
{
    int deepest = 0;
    if (value.is_structured()) {
        for (const ordered_json& child : value) {
            deepest = std::max(deepest, depthOf(child));
        }
        ++deepest;
    }
    return deepest;
}

std::string compactText(const ordered_json& value)
{
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void append(std::string& text, const ordered_json& value, std::size_t indent, bool isElement)
{
    if (!value.is_structured() || value.empty() || (isElement && depthOf(value) <= kRecordDepth)) {
        text += compactText(value);
        return;
    }
    text += value.is_object() ? '{' : '[';
    const char* separator = "\n";
    for (const auto& [key, child] : value.items()) {
        text += separator + std::string(indent + 2, ' ');
        if (value.is_object()) {
            text += compactText(key) + ": ";
        }
        append(text, child, indent + 2, value.is_array());
        separator = ",\n";
    }
    text += '\n' + std::string(indent, ' ') + (value.is_object() ? '}' : ']');
}

} // namespace

std::string documentText(const ordered_json& document)
{
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string recordsText(const ordered_json& document)
{
    std::string text;
    append(text, document, 0, false);
    return text + "\n";
}

ordered_json finiteJson(double number)
{
    return std::isfinite(number) ? ordered_json(number) : ordered_json("not finite");
}

ordered_json valueJson(const Money& amount)
{
    return {{"amount", amount.decimal()}, {"currency", amount.currency().code()}};
}

ordered_json valueJson(const MoneyRate& rate)
{
    return {{"amount", rate.decimal()}, {"currency", rate.currency().code()}};
}

ordered_json valueJson(const Date& date)
{
    return date.iso();
}

ordered_json valueJson(const Share& share)
{
    return share.percent();
}

} // namespace rigwright
