// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/json_text.h"
#include "units/date.h"
#include "units/money.h"
#include "units/share.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace rigwright {

/// In bytes: what a user would type into one line, and the longest text that anybody would read.
inline constexpr std::size_t kLongestLine = 2'000;
inline constexpr std::size_t kLongestText = 200'000;

/// Without control characters other than the ends of lines and tabs.
[[nodiscard]] std::string printableLines(std::string text);

/// Reads the keys of one object, and remembers what was wrong first. What it gives after that counts for nothing.
class ObjectReader {
public:
    /// `where` leads to the object: "machines[0]"; empty for the document itself.
    ObjectReader(const nlohmann::json& object, std::string where);

    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    [[nodiscard]] std::string whereIs(const std::string& key) const;

    void refuse(const char* key, const std::string& expected);
    void refuse(const Error& error) { error_ = error_.value_or(error); }
    /// Keys other than these are refused.
    void refuseOthers(std::initializer_list<const char*> known);
    void refuseOthers(const std::vector<const char*>& known);

    /// Null where the key is missing, or JSON's null.
    [[nodiscard]] const nlohmann::json* valueOf(const char* key) const;
    std::string text(const char* key);
    /// In one line; not empty.
    std::string label(const char* key);
    std::string optionalText(const char* key);
    /// In one line of at most kLongestLine bytes; may be empty.
    std::string line(const char* key);
    /// Lines of at most kLongestText bytes together; may be empty.
    std::string paragraphs(const char* key);
    bool flag(const char* key);
    /// False where it is missing.
    bool optionalFlag(const char* key);
    double number(const char* key);
    /// A number from `least` to `most`.
    double within(const char* key, double least, double most);
    std::int64_t whole(const char* key, std::int64_t least, std::int64_t most);
    Date date(const char* key);
    std::optional<Date> optionalDate(const char* key);
    /// {"amount": "3149.00", "currency": "USD"}, not negative.
    Money money(const char* key);
    std::optional<Money> optionalMoney(const char* key);
    /// The same with up to six decimals.
    MoneyRate rate(const char* key);
    /// Per cent as a text, from 0 to 1000: "7.7".
    Share share(const char* key);
    Currency currency(const char* key);
    /// A value that has names; the error tells them.
    template <class Value>
    Value named(const char* key, Expected<Value> (*parse)(std::string_view name));
    /// Calls `read` with a reader for the object of a key; one that is missing is refused.
    template <class Read>
    void member(const char* key, const Read& read);
    /// Calls `read` with a reader for each object of a list of at most `most`; `what` they are: "parts".
    template <class Read>
    void each(const char* key, std::size_t most, const char* what, const Read& read);
    /// What `read` makes of each object of a list of at most `most`; `what` they are: "parts".
    template <class Read>
    auto all(const char* key, std::size_t most, const char* what, const Read& read);
    /// The same where no two have one `id`, a member of what is read; `idKey` is its key, and `expected` what is said else.
    template <class Read, class Id>
    auto distinct(const char* key, std::size_t most, const char* what, const Read& read, Id id,
                  const char* idKey, const char* expected = "an id of its own");
    /// One-line texts of a list of at most `most`.
    std::vector<std::string> lines(const char* key, std::size_t most);

private:
    /// The list of a key; null where there is none, or too long a one.
    const nlohmann::json* list(const char* key, std::size_t most, const char* what);
    /// What is wrong with a name, without the name of what it is of.
    void refuseName(const char* key, const Error& error);
    template <class Amount>
    Amount amount(const char* key, const char* example);

    const nlohmann::json& object_;
    std::string where_;
    std::optional<Error> error_;
};

template <class Value>
Value ObjectReader::named(const char* key, Expected<Value> (*parse)(std::string_view name))
{
    const std::string name = text(key);
    const Expected<Value> parsed = parse(name);
    if (!parsed) {
        refuseName(key, parsed.error());
    }
    return parsed.value_or(Value());
}

template <class Read>
void ObjectReader::member(const char* key, const Read& read)
{
    const nlohmann::json* value = valueOf(key);
    if (value == nullptr) {
        refuse(key, "an object");
        return;
    }
    ObjectReader reader(*value, whereIs(key));
    read(reader);
    if (reader.error()) {
        refuse(*reader.error());
    }
}

template <class Read>
void ObjectReader::each(const char* key, std::size_t most, const char* what, const Read& read)
{
    const nlohmann::json* values = list(key, most, what);
    for (std::size_t i = 0; values != nullptr && i < values->size() && !error_; ++i) {
        ObjectReader element((*values)[i], whereIs(key) + "[" + std::to_string(i) + "]");
        read(element);
        if (element.error()) {
            refuse(*element.error());
        }
    }
}

template <class Read>
auto ObjectReader::all(const char* key, std::size_t most, const char* what, const Read& read)
{
    std::vector<std::invoke_result_t<Read, ObjectReader&>> values;
    each(key, most, what, [&](ObjectReader& element) { values.push_back(read(element)); });
    return values;
}

template <class Read, class Id>
auto ObjectReader::distinct(const char* key, std::size_t most, const char* what, const Read& read, Id id,
                            const char* idKey, const char* expected)
{
    using Value = std::invoke_result_t<Read, ObjectReader&>;
    std::set<std::remove_cvref_t<std::invoke_result_t<Id, const Value&>>> ids;
    return all(key, most, what, [&](ObjectReader& element) {
        Value value = read(element);
        if (!element.error() && !ids.insert(std::invoke(id, value)).second) {
            element.refuse(idKey, expected);
        }
        return value;
    });
}

} // namespace rigwright
