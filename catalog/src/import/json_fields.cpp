// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/json_fields.h"

#include "catalog/import/foreign_cells.h"
#include "catalog/import/strict_json.h"

#include <cmath>

namespace rigwright {

using nlohmann::json;

const json* JsonFields::find(std::string_view path) const
{
    const json* at = &document_;
    while (!path.empty()) {
        const std::string_view name = path.substr(0, path.find('.'));
        const auto member = at->is_object() ? at->find(name) : at->end();
        if (!at->is_object() || member == at->end() || member->is_null()) {
            return nullptr;
        }
        at = &*member;
        path.remove_prefix(std::min(name.size() + 1, path.size()));
    }
    return at;
}

void JsonFields::tell(std::string_view path, const char* expected, const json& got)
{
    wrongTypes_.push_back(
        {std::string(path), std::string("expected ") + expected + ", got " + jsonKind(got)});
}

std::optional<double> JsonFields::number(std::string_view path)
{
    const json* value = find(path);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number()) {
        tell(path, "a number", *value);
        return std::nullopt;
    }
    const double number = value->get<double>();
    return std::isfinite(number) && number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<std::string> JsonFields::text(std::string_view path)
{
    const json* value = find(path);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        tell(path, "a text", *value);
        return std::nullopt;
    }
    std::string text = tidied(value->get_ref<const std::string&>());
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::optional<bool> JsonFields::yesOrNo(std::string_view path)
{
    const json* value = find(path);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_boolean()) {
        tell(path, "true or false", *value);
        return std::nullopt;
    }
    return value->get<bool>();
}

bool JsonFields::isYes(std::string_view path)
{
    return yesOrNo(path).value_or(false);
}

std::vector<std::string> JsonFields::texts(std::string_view path)
{
    const json* value = find(path);
    if (value == nullptr) {
        return {};
    }
    std::vector<std::string> texts;
    if (!value->is_array()) {
        tell(path, "a list of texts", *value);
        return texts;
    }
    for (const json& entry : *value) {
        if (!entry.is_string()) {
            tell(path, "a list of texts", entry);
            return {};
        }
        if (std::string text = tidied(entry.get_ref<const std::string&>()); !text.empty()) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

std::vector<json> JsonFields::objects(std::string_view path)
{
    const json* value = find(path);
    if (value == nullptr) {
        return {};
    }
    if (!value->is_array()) {
        tell(path, "a list of objects", *value);
        return {};
    }
    std::vector<json> objects;
    for (const json& entry : *value) {
        if (!entry.is_object()) {
            tell(path, "a list of objects", entry);
            return {};
        }
        objects.push_back(entry);
    }
    return objects;
}

} // namespace rigwright
