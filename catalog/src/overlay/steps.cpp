// SPDX-License-Identifier: GPL-3.0-or-later
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "catalog/overlay/steps.h"

#include <array>
#include <sqlite3.h>

namespace rigwright {

namespace {

/// Every table but those of steps and settings.
constexpr std::array<const char*, 5> kRecorded{"parts", "prices", "cloud_offers", "api_offers",
                                               "exchange_rates"};

/// Bytes that SQLite allocated.
struct Changeset {
    struct Free {
        void operator()(void* bytes) const { sqlite3_free(bytes); }
    };
    std::unique_ptr<void, Free> bytes;
    int size = 0;

    [[nodiscard]] std::span<const std::byte> span() const
    {
        return {static_cast<const std::byte*>(bytes.get()), static_cast<std::size_t>(size)};
    }
};

std::optional<UserStep> firstStep(Database& database, const std::string& where)
{
    Statement statement(database, "SELECT id, label FROM steps WHERE " + where + " LIMIT 1");
    return statement.step() ? std::optional(UserStep{statement.integer(0), statement.text(1)}) : std::nullopt;
}

void dropOldSteps(Database& database)
{
    Statement drop(database,
                   "DELETE FROM steps WHERE id IN (SELECT id FROM (SELECT id, "
                   "row_number() OVER newest AS place, sum(length(changeset)) OVER newest AS bytes "
                   "FROM steps WINDOW newest AS (ORDER BY id DESC)) "
                   "WHERE place > ?1 OR (bytes > ?2 AND place > 1))");
    drop.bind(1, std::int64_t{kMostSteps});
    drop.bind(2, kMostStepBytes);
    drop.run();
}

Changeset inverted(Database& database, std::span<const std::byte> bytes)
{
    Changeset result;
    void* out = nullptr;
    const int code =
        sqlite3changeset_invert(static_cast<int>(bytes.size()), bytes.data(), &result.size, &out);
    result.bytes.reset(out);
    database.check(code);
    return result;
}

int refuseConflict(void* /*context*/, int /*kind*/, sqlite3_changeset_iter* /*change*/)
{
    return SQLITE_CHANGESET_ABORT;
}

/// False: something else has changed the same rows.
bool applied(Database& database, std::span<const std::byte> bytes)
{
    // SQLite declares the changes without const, and only reads them.
    void* changes = const_cast<std::byte*>(bytes.data());
    const int code = sqlite3changeset_apply(database.handle(), static_cast<int>(bytes.size()), changes,
                                            nullptr, refuseConflict, nullptr);
    // A constraint: a price would be left without its part.
    if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT) {
        return false;
    }
    database.check(code);
    return true;
}

} // namespace

void ChangeRecorder::Deleter::operator()(sqlite3_session* session) const
{
    sqlite3session_delete(session);
}

ChangeRecorder::ChangeRecorder(Database& database)
    : database_(&database)
{
    sqlite3_session* session = nullptr;
    const int code = sqlite3session_create(database.handle(), "main", &session);
    session_.reset(session);
    database.check(code);
    for (const char* table : kRecorded) {
        database.check(sqlite3session_attach(session, table));
    }
}

void ChangeRecorder::keepAs(const std::string& label)
{
    Changeset changes;
    void* out = nullptr;
    const int code = sqlite3session_changeset(session_.get(), &changes.size, &out);
    changes.bytes.reset(out);
    database_->check(code);
    if (changes.size == 0) {
        return;
    }
    database_->execute("DELETE FROM steps WHERE undone = 1");
    Statement insert(*database_, "INSERT INTO steps (label, changeset) VALUES (?, ?)");
    insert.bind(1, label);
    insert.bindBlob(2, changes.span());
    insert.run();
    dropOldSteps(*database_);
}

std::optional<UserStep> stepToUndo(Database& database)
{
    return firstStep(database, "undone = 0 ORDER BY id DESC");
}

std::optional<UserStep> stepToRedo(Database& database)
{
    return firstStep(database, "undone = 1 ORDER BY id");
}

bool turnStep(Database& database, std::int64_t id, StepDirection direction)
{
    const bool undo = direction == StepDirection::Undo;
    {
        Statement read(database, "SELECT changeset FROM steps WHERE id = ? AND undone = ?");
        read.bind(1, id);
        read.bind(2, std::int64_t{undo ? 0 : 1});
        if (!read.step()) {
            return false;
        }
        if (!(undo ? applied(database, inverted(database, read.blob(0)).span())
                   : applied(database, read.blob(0)))) {
            return false;
        }
    }
    Statement mark(database, "UPDATE steps SET undone = ? WHERE id = ?");
    mark.bind(1, std::int64_t{undo ? 1 : 0});
    mark.bind(2, id);
    mark.run();
    return true;
}

} // namespace rigwright
