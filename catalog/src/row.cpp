// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/row.h"

#include <algorithm>
#include <limits>
#include <sqlite3.h>

namespace rigwright {

void Row::refuse(const char* column) const
{
    throw SqliteError(SQLITE_CORRUPT, "unexpected " + std::string(column) + " '" + text(column) + "'");
}

const SqlValue& Row::valueOf(const char* column) const
{
    const std::vector<Column>& columns = values_->spec->columns;
    const auto found = std::ranges::find(columns, column, &Column::storedName);
    if (found == columns.end()) {
        throw SqliteError(SQLITE_CORRUPT, "no column " + std::string(column));
    }
    return values_->values[static_cast<std::size_t>(found - columns.begin())];
}

bool Row::isNull(const char* column) const
{
    return values_ != nullptr ? std::holds_alternative<std::monostate>(valueOf(column))
                              : statement_->isNull(statement_->column(column));
}

std::string Row::text(const char* column) const
{
    if (values_ == nullptr) {
        return statement_->text(statement_->column(column));
    }
    const auto* text = std::get_if<std::string>(&valueOf(column));
    return text != nullptr ? *text : std::string();
}

std::vector<std::string> Row::list(const char* column) const
{
    std::vector<std::string> items;
    const std::string joined = text(column);
    for (std::size_t start = 0; start < joined.size();) {
        const std::size_t end = std::min(joined.find(';', start), joined.size());
        items.push_back(joined.substr(start, end - start));
        start = end + 1;
    }
    return items;
}

std::int64_t Row::integer(const char* column) const
{
    if (values_ == nullptr) {
        return statement_->integer(statement_->column(column));
    }
    const auto* integer = std::get_if<std::int64_t>(&valueOf(column));
    return integer != nullptr ? *integer : 0;
}

int Row::smallInteger(const char* column) const
{
    const std::int64_t value = integer(column);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
        refuse(column);
    }
    return static_cast<int>(value);
}

double Row::real(const char* column) const
{
    if (values_ == nullptr) {
        return statement_->real(statement_->column(column));
    }
    const auto* real = std::get_if<double>(&valueOf(column));
    return real != nullptr ? *real : static_cast<double>(integer(column));
}

bool Row::flag(const char* column) const
{
    return integer(column) != 0;
}

Bytes Row::bytes(const char* column) const
{
    return Bytes(integer(column));
}

Date Row::date(const char* column) const
{
    const Expected<Date> parsed = Date::parse(text(column));
    if (!parsed) {
        refuse(column);
    }
    return *parsed;
}

Currency Row::currency(const char* column) const
{
    const Expected<Currency> parsed = Currency::parse(text(column));
    if (!parsed) {
        refuse(column);
    }
    return *parsed;
}

std::optional<std::int64_t> Row::optionalInteger(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<int> Row::optionalSmallInteger(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(smallInteger(column));
}

std::optional<double> Row::optionalReal(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

std::optional<bool> Row::optionalFlag(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(flag(column));
}

std::optional<Date> Row::optionalDate(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(date(column));
}

std::optional<Bytes> Row::optionalBytes(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(bytes(column));
}

std::optional<Watts> Row::optionalWatts(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(Watts(real(column)));
}

std::optional<Millimetres> Row::optionalMillimetres(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(Millimetres(real(column)));
}

std::optional<BytesPerSecond> Row::optionalGbPerSecond(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(BytesPerSecond::gb(real(column)));
}

std::optional<FlopsPerSecond> Row::optionalTeraflops(const char* column) const
{
    return isNull(column) ? std::nullopt : std::optional(FlopsPerSecond::tera(real(column)));
}

} // namespace rigwright
