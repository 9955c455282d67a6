// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cost_option_reader.h"

namespace rigwright {

void CostOptionReader::begin(const char* option, const std::string& text)
{
    option_ = option;
    text_ = text;
}

void CostOptionReader::share(double& field, double least, double most)
{
    const bool percent = text_.ends_with('%');
    const double unit = percent ? 100 : 1;
    const auto value =
        readDecimal(option_, percent ? text_.substr(0, text_.size() - 1) : text_, least * unit, most * unit);
    if (value) {
        field = *value / unit;
    } else {
        refuse("a share from " + formatFixed(least, 2) + " to " + formatFixed(most, 2) +
               ", such as 0.19 or 19%");
    }
}

void CostOptionReader::share(std::optional<double>& field)
{
    share(field.emplace());
}

void CostOptionReader::number(double& field, double least, double most)
{
    const auto value = readDecimal(option_, text_, least, most);
    if (value) {
        field = *value;
    } else {
        error_ = error_.value_or(value.error());
    }
}

double CostOptionReader::number(double least, double most)
{
    double value = 0;
    number(value, least, most);
    return value;
}

void CostOptionReader::whole(int& field, int least, int most)
{
    const auto value = readWhole(option_, text_, least, most);
    if (value) {
        field = static_cast<int>(*value);
    } else {
        error_ = error_.value_or(value.error());
    }
}

void CostOptionReader::amount(Money& field)
{
    const auto value = Money::parse(text_, currency_);
    if (value && value->minorUnits() >= 0) {
        field = *value;
    } else {
        refuse("an amount in " + currency_.code() + ", such as 120");
    }
}

void CostOptionReader::rate(MoneyRate& field, const char* unit)
{
    const auto value = MoneyRate::parse(text_, currency_);
    if (value && value->micros() >= 0) {
        field = *value;
    } else {
        refuse("a price " + std::string(unit) + " in " + currency_.code() + ", such as 0.30");
    }
}

void CostOptionReader::refuse(const std::string& expected)
{
    fail("'" + text_.substr(0, 60) + "' is not " + expected);
}

void CostOptionReader::fail(const std::string& message)
{
    error_ = error_.value_or(Error{option_ + ": " + message});
}

} // namespace rigwright
