// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/sqlite.h"

#include <sqlite3.h>

namespace rigwright {

namespace {

constexpr int kPrimaryCodeMask = 0xff;

/// SQLITE_TRANSIENT without its C cast: SQLite copies the text, so that the caller's may go away.
sqlite3_destructor_type copyText()
{
    return reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
}

/// A file name inside a URI: everything but letters, digits, '/', '.', '-' and '_' as %XX.
std::string uriOf(const std::filesystem::path& path, std::string_view query)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
            (byte >= 'A' && byte <= 'Z') || byte == '/' || byte == '.' || byte == '-' || byte == '_';
        if (plain) {
            uri += c;
        } else {
            uri += '%';
            uri += kHex[byte >> 4];
            uri += kHex[byte & 0xf];
        }
    }
    return uri.append(query);
}

} // namespace

void Database::Closer::operator()(sqlite3* handle) const
{
    sqlite3_close(handle);
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Database::Database(const std::string& uri, int flags)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(uri.c_str(), &handle, flags | SQLITE_OPEN_URI, nullptr);
    handle_.reset(handle);
    check(code);
}

Database Database::openReadOnly(const std::filesystem::path& path)
{
    return Database(uriOf(path, "?mode=ro&immutable=1"), SQLITE_OPEN_READONLY);
}

Database Database::create(const std::filesystem::path& path)
{
    return Database(uriOf(path, ""), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Database Database::openForWriting(const std::filesystem::path& path)
{
    return Database(uriOf(path, ""), SQLITE_OPEN_READWRITE);
}

void Database::check(int code) const
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) {
        return;
    }
    throw SqliteError(code & kPrimaryCodeMask,
                      handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code));
}

void Database::execute(const std::string& sql)
{
    check(sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::integer(const std::string& sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(const std::string& sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.text(0) : std::string();
}

Statement::Statement(Database& database, const std::string& sql)
    : database_(&database)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &statement, nullptr);
    statement_.reset(statement);
    database.check(code);
    const int count = sqlite3_column_count(statement);
    for (int i = 0; i < count; ++i) {
        columns_.emplace_back(sqlite3_column_name(statement, i));
    }
}

void Statement::bind(int parameter, const SqlValue& value)
{
    struct Binder {
        sqlite3_stmt* statement;
        int parameter;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, parameter); }
        int operator()(std::int64_t integer) const
        {
            return sqlite3_bind_int64(statement, parameter, integer);
        }
        int operator()(double real) const { return sqlite3_bind_double(statement, parameter, real); }
        int operator()(const std::string& text) const
        {
            return sqlite3_bind_text64(statement, parameter, text.data(), text.size(), copyText(),
                                       SQLITE_UTF8);
        }
    };
    database_->check(std::visit(Binder{statement_.get(), parameter}, value));
}

void Statement::bindBlob(int parameter, std::span<const std::byte> bytes)
{
    database_->check(
        sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), copyText()));
}

void Statement::reset()
{
    sqlite3_reset(statement_.get());
}

bool Statement::step()
{
    const int code = sqlite3_step(statement_.get());
    database_->check(code);
    return code == SQLITE_ROW;
}

void Statement::run()
{
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        const SqliteError error(code & kPrimaryCodeMask, sqlite3_errmsg(database_->handle()));
        sqlite3_reset(statement_.get());
        throw error;
    }
    database_->check(sqlite3_reset(statement_.get()));
}

int Statement::column(std::string_view name)
{
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const std::size_t candidate = (likelyColumn_ + i) % columns_.size();
        if (columns_[candidate] == name) {
            likelyColumn_ = candidate + 1;
            return static_cast<int>(candidate);
        }
    }
    throw SqliteError(SQLITE_CORRUPT, "no column " + std::string(name));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const
{
    const unsigned char* text = sqlite3_column_text(statement_.get(), column);
    if (text == nullptr) {
        return {};
    }
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

SqlValue Statement::value(int column) const
{
    switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return real(column);
    case SQLITE_TEXT: return text(column);
    default: return std::monostate();
    }
}

std::span<const std::byte> Statement::blob(int column) const
{
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    return {static_cast<const std::byte*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Transaction::Transaction(Database& database, const char* begin)
    : database_(&database)
{
    database.execute(begin);
}

Transaction Transaction::reading(Database& database)
{
    return {database, "BEGIN"};
}

Transaction Transaction::writing(Database& database)
{
    return {database, "BEGIN IMMEDIATE"};
}

Transaction::~Transaction()
{
    if (open_) {
        sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit()
{
    database_->execute("COMMIT");
    open_ = false;
}

} // namespace rigwright
