// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "catalog/tables/tables.h"
#include "facts/region.h"
#include "units/units.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// A row of a table in memory: a value for each of its columns.
struct RowValues {
    const TableSpec* spec = nullptr;
    std::vector<SqlValue> values;
};

/// The row that a statement stands on, or one in memory, in our units; columns go by their names in the database. A value
/// that our own build tool would not have written means a damaged file and throws SqliteError.
class Row {
public:
    explicit Row(Statement& statement)
        : statement_(&statement)
    { }
    explicit Row(const RowValues& values)
        : values_(&values)
    { }

    [[nodiscard]] std::string text(const char* column) const; ///< empty where NULL
    [[nodiscard]] std::vector<std::string> list(const char* column) const;
    [[nodiscard]] std::int64_t integer(const char* column) const;
    [[nodiscard]] int smallInteger(const char* column) const;
    [[nodiscard]] double real(const char* column) const;
    [[nodiscard]] bool flag(const char* column) const;
    [[nodiscard]] Bytes bytes(const char* column) const;
    [[nodiscard]] Date date(const char* column) const;
    [[nodiscard]] Currency currency(const char* column) const;

    [[nodiscard]] std::optional<std::int64_t> optionalInteger(const char* column) const;
    [[nodiscard]] std::optional<int> optionalSmallInteger(const char* column) const;
    [[nodiscard]] std::optional<double> optionalReal(const char* column) const;
    [[nodiscard]] std::optional<bool> optionalFlag(const char* column) const;
    [[nodiscard]] std::optional<Date> optionalDate(const char* column) const;
    [[nodiscard]] std::optional<Bytes> optionalBytes(const char* column) const;
    [[nodiscard]] std::optional<Watts> optionalWatts(const char* column) const;
    [[nodiscard]] std::optional<Millimetres> optionalMillimetres(const char* column) const;
    [[nodiscard]] std::optional<BytesPerSecond> optionalGbPerSecond(const char* column) const;
    [[nodiscard]] std::optional<FlopsPerSecond> optionalTeraflops(const char* column) const;

    /// The value of a word, by one of the parse functions of names.h.
    template <class Enum>
    [[nodiscard]] Enum word(const char* column, std::optional<Enum> (*parse)(std::string_view)) const
    {
        if (const std::optional<Enum> value = parse(text(column))) {
            return *value;
        }
        refuse(column);
    }

private:
    [[noreturn]] void refuse(const char* column) const;
    [[nodiscard]] bool isNull(const char* column) const;
    [[nodiscard]] const SqlValue& valueOf(const char* column) const;
    Statement* statement_ = nullptr;
    const RowValues* values_ = nullptr;
};

} // namespace rigwright
