// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_reader.h"

#include "models/import/shown_text.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

using Json = nlohmann::json;

const std::string kFile = "config.json: "; // begins each error
constexpr std::int64_t kLargestWhole = 1'000'000'000;

/// A whole number as JSON writes it: 4096, 4096.0 and, in a flag's place, true. Anything else is nothing.
std::optional<std::int64_t> wholeOf(const Json& value)
{
    if (value.is_boolean()) {
        return value.get<bool>() ? 1 : 0;
    }
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        return number <= static_cast<std::uint64_t>(kLargestWhole)
            ? std::optional(static_cast<std::int64_t>(number))
            : std::nullopt;
    }
    if (value.is_number_float()) {
        const double number = value.get<double>();
        const bool fits = number >= 0 && number <= static_cast<double>(kLargestWhole);
        return fits && std::trunc(number) == number ? std::optional(static_cast<std::int64_t>(number))
                                                    : std::nullopt;
    }
    return std::nullopt;
}

/// A value on one line, short enough for a message.
std::string shown(const Json& value)
{
    if (value.is_structured()) {
        return value.is_array() ? "a list of " + std::to_string(value.size())
                                : "an object of " + std::to_string(value.size());
    }
    return shownText(value.is_string() ? value.get_ref<const std::string&>()
                                       : value.dump(-1, ' ', true, Json::error_handler_t::replace),
                     60);
}

} // namespace

ConfigReader::ConfigReader(const Json& config, std::string type)
    : config_(&config)
    , type_(std::move(type))
{ }

const Json* ConfigReader::find(std::initializer_list<const char*> keys) const
{
    for (const char* key : keys) {
        const auto found = config_->find(key);
        if (found != config_->end() && !found->is_null()) {
            return &*found;
        }
    }
    return nullptr;
}

std::optional<std::int64_t> ConfigReader::wholeFrom(const std::string& key, const Json& value)
{
    const std::optional<std::int64_t> number = wholeOf(value);
    if (!number) {
        refuse(key, "is " + shown(value) + ", expected a whole number from 0 to 1,000,000,000");
    }
    return number;
}

std::optional<std::int64_t> ConfigReader::whole(std::initializer_list<const char*> keys)
{
    if (error_) {
        return std::nullopt;
    }
    for (const char* key : keys) {
        const Json* value = find({key});
        if (value == nullptr) {
            continue;
        }
        const Json* scalar = value;
        if (value->is_array() && !value->empty()) {
            scalar = &value->front(); // a list by layer: the caller reads what differs
        }
        const std::optional<std::int64_t> number = wholeFrom(key, *scalar);
        if (number) {
            notes_.push_back({ImportNote::Kind::Read, key, shown(*value), {}});
        }
        return number;
    }
    for (const char* key : keys) {
        if (const std::optional<std::int64_t> number = classDefault(type_, key)) {
            assume(key, std::to_string(*number), "the default of the class of " + shownText(type_));
            return number;
        }
    }
    return std::nullopt;
}

std::int64_t ConfigReader::wholeOr(std::initializer_list<const char*> keys, std::int64_t fallback,
                                   const char* why)
{
    const std::optional<std::int64_t> number = whole(keys);
    if (!number && !error_) {
        assume(*keys.begin(), std::to_string(fallback), why);
    }
    return number.value_or(fallback);
}

std::int64_t ConfigReader::mustBeWhole(std::initializer_list<const char*> keys)
{
    const std::optional<std::int64_t> number = whole(keys);
    if (!number || *number == 0) {
        refuse(*keys.begin(), number ? "is 0, expected a positive number" : "is missing");
    }
    return number.value_or(0);
}

bool ConfigReader::flag(std::initializer_list<const char*> keys, bool fallback)
{
    for (const char* key : keys) {
        const Json* value = find({key});
        if (value == nullptr) {
            continue;
        }
        const std::optional<std::int64_t> number = wholeOf(*value);
        if (!number) {
            refuse(key, "is " + shown(*value) + ", expected true or false");
            return fallback;
        }
        notes_.push_back({ImportNote::Kind::Read, key, *number != 0 ? "true" : "false", {}});
        return *number != 0;
    }
    return fallback;
}

std::string ConfigReader::word(std::initializer_list<const char*> keys) const
{
    const Json* value = find(keys);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

std::vector<std::int64_t> ConfigReader::wholeList(const char* key)
{
    std::vector<std::int64_t> numbers;
    const Json* value = find({key});
    if (error_ || value == nullptr || !value->is_array()) {
        return numbers;
    }
    for (const Json& item : *value) {
        numbers.push_back(wholeFrom(key, item.is_null() ? Json(0) : item).value_or(0));
    }
    notes_.push_back({ImportNote::Kind::Read, key, shown(*value), {}});
    return numbers;
}

std::vector<std::string> ConfigReader::wordList(const char* key)
{
    std::vector<std::string> words;
    const Json* value = find({key});
    if (error_ || value == nullptr || !value->is_array()) {
        return words;
    }
    for (const Json& item : *value) {
        if (!item.is_string()) {
            refuse(key, "has an entry that is no text");
            return {};
        }
        words.push_back(item.get<std::string>());
    }
    notes_.push_back({ImportNote::Kind::Read, key, shown(*value), {}});
    return words;
}

std::optional<ConfigReader> ConfigReader::nested(const char* key) const
{
    const Json* value = find({key});
    if (value == nullptr || !value->is_object()) {
        return std::nullopt;
    }
    return ConfigReader(*value, type_);
}

void ConfigReader::noteRead(std::string key, std::string value)
{
    notes_.push_back({ImportNote::Kind::Read, std::move(key), std::move(value), {}});
}

void ConfigReader::assume(std::string key, std::string value, std::string why)
{
    notes_.push_back({ImportNote::Kind::Assumed, std::move(key), std::move(value), std::move(why)});
}

void ConfigReader::unknown(std::string key, std::string why)
{
    notes_.push_back({ImportNote::Kind::Unknown, std::move(key), {}, std::move(why)});
}

void ConfigReader::absorb(const ConfigReader& nested, const std::string& prefix)
{
    for (ImportNote note : nested.notes_) {
        note.key.insert(0, prefix);
        notes_.push_back(std::move(note));
    }
    if (!error_ && nested.error_) {
        const std::string_view message = nested.error_->message;
        error_ = Error{kFile + prefix + std::string(message.substr(kFile.size()))};
    }
}

void ConfigReader::refuse(const std::string& key, const std::string& what)
{
    if (!error_) {
        error_ = Error{kFile + shownText(key) + ' ' + what};
    }
}

} // namespace rigwright
