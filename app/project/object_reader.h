// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/json_text.h"
#include "units/date.h"
#include "units/money.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

namespace rigwright {

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

    /// Null where the key is missing, or JSON's null.
    [[nodiscard]] const nlohmann::json* valueOf(const char* key) const;
    std::string text(const char* key);
    /// In one line; not empty.
    std::string label(const char* key);
    std::string optionalText(const char* key);
    bool flag(const char* key);
    /// False where it is missing.
    bool optionalFlag(const char* key);
    double number(const char* key);
    std::int64_t whole(const char* key, std::int64_t least, std::int64_t most);
    Date date(const char* key);
    /// {"amount": "3149.00", "currency": "USD"}, not negative.
    Money money(const char* key);
    /// The same with up to six decimals.
    MoneyRate rate(const char* key);

private:
    template <class Amount>
    Amount amount(const char* key, const char* example);

    const nlohmann::json& object_;
    std::string where_;
    std::optional<Error> error_;
};

} // namespace rigwright
