// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/record.h"

#include "project/json_text.h"
#include "units/format.h"

#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

std::string boundText(double value)
{
    return std::abs(value) < 1e6 ? formatFixed(value, value == std::floor(value) ? 0 : 3)
                                 : formatCount(static_cast<std::int64_t>(value));
}

/// Numbers in JSON come as 64-bit integers or doubles; both as the shortest text that reads back the same.
std::string numberText(const nlohmann::json& value)
{
    return value.dump();
}

} // namespace

Record Record::of(std::string where, const nlohmann::json& object)
{
    std::map<std::string, std::string> fields;
    for (const auto& [key, value] : object.items()) {
        if (value.is_string()) {
            fields[key] = value.get<std::string>();
        } else if (value.is_boolean()) {
            fields[key] = value.get<bool>() ? "1" : "0";
        } else if (value.is_number()) {
            fields[key] = numberText(value);
        }
    }
    return {std::move(where), std::move(fields)};
}

bool Record::has(const std::string& field) const
{
    const auto found = fields_.find(field);
    return found != fields_.end() && !found->second.empty();
}

std::string Record::text(const std::string& field) const
{
    const auto found = fields_.find(field);
    return found == fields_.end() ? std::string() : found->second;
}

std::optional<double> Record::number(const std::string& field, double least, double most)
{
    if (!has(field)) {
        return std::nullopt;
    }
    const std::string& typed = fields_.at(field);
    double value = 0;
    const auto [end, status] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (status != std::errc() || end != typed.data() + typed.size() || !(value >= least && value <= most)) {
        refuse(field, "a number from " + boundText(least) + " to " + boundText(most));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> Record::whole(const std::string& field, std::int64_t least, std::int64_t most)
{
    if (!has(field)) {
        return std::nullopt;
    }
    const std::string& typed = fields_.at(field);
    std::int64_t value = 0;
    const auto [end, status] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (status != std::errc() || end != typed.data() + typed.size() || value < least || value > most) {
        refuse(field, "a whole number from " + formatCount(least) + " to " + formatCount(most));
        return std::nullopt;
    }
    return value;
}

std::optional<bool> Record::flag(const std::string& field)
{
    if (!has(field)) {
        return std::nullopt;
    }
    const std::string typed = toLower(fields_.at(field));
    if (typed == "1" || typed == "true" || typed == "on" || typed == "auto" || typed == "-1") {
        return true;
    }
    if (typed != "0" && typed != "false" && typed != "off") {
        refuse(field, "true or false");
    }
    return false;
}

std::optional<Date> Record::date(const std::string& field) const
{
    const std::string typed = text(field);
    constexpr std::size_t kIsoDay = 10;
    constexpr std::size_t kPlainDay = 8;
    std::string day = typed.substr(0, kIsoDay);
    if (typed.size() >= kPlainDay && typed.find('-') >= kPlainDay) {
        day = typed.substr(0, 4) + "-" + typed.substr(4, 2) + "-" + typed.substr(6, 2);
    }
    const Expected<Date> parsed = Date::parse(day);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

void Record::refuse(const std::string& field, const std::string& expected)
{
    if (!error_) {
        const std::string got = has(field) ? quotedText(fields_.at(field)) : "nothing";
        error_ = Error{where_ + ": " + field + ": expected " + expected + ", got " + got};
    }
}

} // namespace rigwright
