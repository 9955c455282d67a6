// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace rigwright {

/// What SQLite said. Callers that can plan for it catch it where they open the file.
class SqliteError : public std::runtime_error {
public:
    SqliteError(int code, const std::string& message)
        : std::runtime_error(message)
        , code_(code)
    { }
    /// A primary result code such as SQLITE_CONSTRAINT.
    [[nodiscard]] int code() const { return code_; }

private:
    int code_;
};

/// NULL, INTEGER, REAL or TEXT.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

class Database;

/// A prepared statement. Columns are found by name, so that a SELECT may list them in any order.
class Statement {
public:
    Statement(Database& database, const std::string& sql);

    /// Parameters count from 1.
    void bind(int parameter, const SqlValue& value);
    /// True while there is a row.
    [[nodiscard]] bool step();
    /// Runs a statement without rows and makes it ready for the next values.
    void run();

    /// The column's number; an unknown name is a damaged database and throws.
    [[nodiscard]] int column(std::string_view name);
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] SqlValue value(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
    std::vector<std::string> columns_;
    std::size_t likelyColumn_ = 0; ///< rows are read in about the order of their columns
};

class Database {
public:
    /// Opened so that SQLite neither writes nor looks for a journal beside the file.
    [[nodiscard]] static Database openReadOnly(const std::filesystem::path& path);
    /// Makes a new file, or opens an existing one for writing.
    [[nodiscard]] static Database create(const std::filesystem::path& path);

    void execute(const std::string& sql);
    /// The first column of the first row.
    [[nodiscard]] std::int64_t integer(const std::string& sql);
    [[nodiscard]] std::string text(const std::string& sql);

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    /// Throws what SQLite says unless the code is one of success.
    void check(int code) const;

private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    explicit Database(const std::string& uri, int flags);
    std::unique_ptr<sqlite3, Closer> handle_;
};

} // namespace rigwright
