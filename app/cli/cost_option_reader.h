// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/option_reader.h"
#include "costs/assumptions.h"

#include <string>

namespace rigwright {

/// Reads one option after the other into assumptions, amounts in the currency of the answer. Keeps the first error, which names
/// its option.
class CostOptionReader {
public:
    CostOptionReader(CostAssumptions& assumptions, Currency currency)
        : assumptions_(assumptions)
        , currency_(currency)
    { }

    void begin(const char* option, const std::string& text);

    [[nodiscard]] CostAssumptions& to() { return assumptions_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

    /// "0.19" or "19%".
    void share(double& field, double least = 0, double most = 1);
    void share(std::optional<double>& field);
    /// By how much a price changes in a year.
    void change(double& field) { share(field, -0.5, 1); }
    void number(double& field, double least, double most);
    [[nodiscard]] double number(double least, double most);
    void whole(int& field, int least, int most);
    void amount(Money& field);
    /// `unit`: "per kWh".
    void rate(MoneyRate& field, const char* unit);
    /// One of a few names, as `parse` knows them.
    template <class Value>
    void named(Value& field, Expected<Value> (*parse)(std::string_view))
    {
        if (const auto value = parse(toLower(text_))) {
            field = *value;
        } else {
            // What the name belongs to is said by the option.
            const std::string& message = value.error().message;
            fail(message.substr(message.find(": ") + 2));
        }
    }

    /// "--pue: 'x' is not EXPECTED"
    void refuse(const std::string& expected);
    /// "--pue: MESSAGE"
    void fail(const std::string& message);

private:
    CostAssumptions& assumptions_;
    Currency currency_;
    std::string option_;
    std::string text_;
    std::optional<Error> error_;
};

} // namespace rigwright
