// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/object_reader.h"

#include "facts/nearest.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

} // namespace

std::string printableLines(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return isControl(c) && c != '\n' && c != '\t'; }, '?');
    return text;
}

ObjectReader::ObjectReader(const json& object, std::string where)
    : object_(object)
    , where_(std::move(where))
{
    if (!object.is_object()) {
        error_ = wrongKey(where_, "an object", &object).value();
    }
}

std::string ObjectReader::whereIs(const std::string& key) const
{
    return where_.empty() ? key : where_ + "." + key;
}

void ObjectReader::refuse(const char* key, const std::string& expected)
{
    if (!error_) {
        error_ = wrongKey(whereIs(key), expected, valueOf(key)).value();
    }
}

void ObjectReader::refuseOthers(std::initializer_list<const char*> known)
{
    refuseOthers(std::vector<const char*>(known));
}

void ObjectReader::refuseOthers(const std::vector<const char*>& known)
{
    if (error_ || !object_.is_object()) {
        return;
    }
    for (const auto& [key, value] : object_.items()) {
        if (std::ranges::find(known, key) == known.end()) {
            const std::vector<std::string> names(known.begin(), known.end());
            error_ = Error{(where_.empty() ? "" : where_ + ": ") +
                           unknownNameMessage("key", printableText(key.substr(0, 60)), names)};
            return;
        }
    }
}

const json* ObjectReader::valueOf(const char* key) const
{
    return object_.is_object() ? memberOf(object_, key) : nullptr;
}

std::string ObjectReader::text(const char* key)
{
    const json* value = valueOf(key);
    if (value == nullptr || !value->is_string()) {
        refuse(key, "a text");
        return {};
    }
    return value->get<std::string>();
}

std::string ObjectReader::label(const char* key)
{
    std::string label = printableText(text(key));
    if (label.empty()) {
        refuse(key, "a text that isn't empty");
    }
    return label;
}

std::string ObjectReader::optionalText(const char* key)
{
    return valueOf(key) == nullptr ? std::string() : text(key);
}

std::string ObjectReader::line(const char* key)
{
    std::string line = printableText(text(key));
    if (line.size() > kLongestLine) {
        refuse(key, "a text of at most " + formatCount(kLongestLine) + " bytes");
        line.clear();
    }
    return line;
}

std::string ObjectReader::paragraphs(const char* key)
{
    std::string lines = printableLines(text(key));
    if (lines.size() > kLongestText) {
        refuse(key, "a text of at most " + formatCount(kLongestText) + " bytes");
        lines.clear();
    }
    return lines;
}

bool ObjectReader::flag(const char* key)
{
    const json* value = valueOf(key);
    if (value == nullptr || !value->is_boolean()) {
        refuse(key, "true or false");
        return false;
    }
    return value->get<bool>();
}

bool ObjectReader::optionalFlag(const char* key)
{
    return valueOf(key) != nullptr && flag(key);
}

double ObjectReader::number(const char* key)
{
    const json* value = valueOf(key);
    if (value == nullptr || !value->is_number()) {
        refuse(key, "a number");
        return 0;
    }
    return value->get<double>();
}

double ObjectReader::within(const char* key, double least, double most)
{
    const double value = number(key);
    if (!(value >= least && value <= most)) {
        refuse(key, "a number from " + json(least).dump() + " to " + json(most).dump());
        return least;
    }
    return value;
}

std::int64_t ObjectReader::whole(const char* key, std::int64_t least, std::int64_t most)
{
    const json* value = valueOf(key);
    const bool isNumber = value != nullptr && value->is_number();
    const double number = isNumber ? value->get<double>() : 0;
    if (!isNumber || !(number >= static_cast<double>(least) && number <= static_cast<double>(most)) ||
        number != std::floor(number)) {
        refuse(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }
    return static_cast<std::int64_t>(number);
}

Date ObjectReader::date(const char* key)
{
    const auto parsed = Date::parse(text(key));
    if (!parsed) {
        refuse(key, "a day such as 2026-08-18");
    }
    return parsed.value_or(Date());
}

std::optional<Date> ObjectReader::optionalDate(const char* key)
{
    return valueOf(key) == nullptr ? std::nullopt : std::optional(date(key));
}

template <class Amount>
Amount ObjectReader::amount(const char* key, const char* example)
{
    const json* value = valueOf(key);
    const json* decimal = value != nullptr && value->is_object() ? memberOf(*value, "amount") : nullptr;
    const json* code = value != nullptr && value->is_object() ? memberOf(*value, "currency") : nullptr;
    if (decimal == nullptr || !decimal->is_string() || code == nullptr || !code->is_string()) {
        refuse(key, "an amount such as {\"amount\": \"" + std::string(example) + R"(", "currency": "USD"})");
        return {};
    }
    const auto parsed = Currency::parse(code->get<std::string>()).and_then([&](Currency currency) {
        return Amount::parse(decimal->get<std::string>(), currency);
    });
    if (!parsed || parsed->toDouble() < 0) {
        refuse(key, "an amount of a currency that is known");
    }
    return parsed.value_or(Amount());
}

Money ObjectReader::money(const char* key)
{
    return amount<Money>(key, "3149.00");
}

std::optional<Money> ObjectReader::optionalMoney(const char* key)
{
    return valueOf(key) == nullptr ? std::nullopt : std::optional(money(key));
}

MoneyRate ObjectReader::rate(const char* key)
{
    return amount<MoneyRate>(key, "0.30");
}

Share ObjectReader::share(const char* key)
{
    const auto parsed = Share::parsePercent(text(key));
    if (!parsed) {
        refuse(key, "per cent as a text such as \"7.7\", from 0 to 1000");
    }
    return parsed.value_or(Share());
}

Currency ObjectReader::currency(const char* key)
{
    const auto parsed = Currency::parse(text(key));
    if (!parsed) {
        refuse(key, "the code of a currency that is known, such as USD");
    }
    return parsed.value_or(Currency::usd());
}

const json* ObjectReader::list(const char* key, std::size_t most, const char* what)
{
    const json* value = valueOf(key);
    if (value == nullptr || !value->is_array()) {
        refuse(key, "a list of " + std::string(what));
        return nullptr;
    }
    if (value->size() > most) {
        refuse(Error{whereIs(key) + ": expected at most " + formatCount(static_cast<std::int64_t>(most)) +
                     " " + what + ", got " + formatCount(static_cast<std::int64_t>(value->size()))});
        return nullptr;
    }
    return value;
}

std::vector<std::string> ObjectReader::lines(const char* key, std::size_t most)
{
    std::vector<std::string> texts;
    const json* values = list(key, most, "texts");
    for (std::size_t i = 0; values != nullptr && i < values->size(); ++i) {
        const json& value = (*values)[i];
        if (!value.is_string() || value.get_ref<const std::string&>().size() > kLongestLine) {
            refuse(key, "a list of texts in one line");
            return {};
        }
        texts.push_back(printableText(value.get<std::string>()));
    }
    return texts;
}

void ObjectReader::refuseName(const char* key, const Error& error)
{
    const std::string message = printableText(error.message);
    const std::size_t expected = message.find(": ");
    refuse(Error{whereIs(key) + message.substr(expected == std::string::npos ? 0 : expected)});
}

} // namespace rigwright
