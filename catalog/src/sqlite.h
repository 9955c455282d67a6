// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
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
    void bindBlob(int parameter, std::span<const std::byte> bytes);
    /// True while there is a row.
    [[nodiscard]] bool step();
    /// Runs a statement without rows and makes it ready for the next values.
    void run();
    /// Makes a statement whose rows were not all read ready for the next values.
    void reset();

    /// The column's number; an unknown name is a damaged database and throws.
    [[nodiscard]] int column(std::string_view name);
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] SqlValue value(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::span<const std::byte> blob(int column) const;

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
    /// Opens an existing file for reading and writing.
    [[nodiscard]] static Database openForWriting(const std::filesystem::path& path);

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

/// Rolled back unless it is committed.
class Transaction {
public:
    /// For reading, from one state of the database.
    [[nodiscard]] static Transaction reading(Database& database);
    /// For writing; another that writes is waited for here.
    [[nodiscard]] static Transaction writing(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Transaction(Database& database, const char* begin);
    Database* database_;
    bool open_ = true;
};

} // namespace rigwright
