// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/overlay.h"

#include "catalog/overlay/migrations.h"
#include "catalog/overlay/overlay_error.h"
#include "catalog/overlay/overlay_file.h"
#include "catalog/overlay/read_overlay.h"
#include "catalog/overlay/text_checks.h"
#include "catalog/overlay/write_overlay.h"

#include <sqlite3.h>

namespace rigwright {

namespace {

/// Runs what may throw SqliteError.
template <class Work>
auto guarded(const std::filesystem::path& file, Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const SqliteError& error) {
        return tl::unexpected(overlayError(file, error));
    }
}

/// Asked in every transaction: a newer program may have brought the file up to date while this one had it open.
Expected<void> checkSchema(Database& database, const std::filesystem::path& file)
{
    const std::int64_t schema = database.integer("PRAGMA user_version");
    return schema == kOverlaySchemaVersion ? Expected<void>() : tl::unexpected(newerOverlay(file, schema));
}

Expected<void> checkPolicy(const PricePolicy& policy)
{
    constexpr int kMostDays = 100'000;
    if (policy.oldAfterDays < 0 || policy.oldAfterDays > kMostDays) {
        return fail("a price can be old after 0 to " + std::to_string(kMostDays) + " days, not after " +
                    std::to_string(policy.oldAfterDays));
    }
    return {};
}

std::optional<std::string> labelOf(const std::optional<UserStep>& step)
{
    return step ? std::optional(step->label) : std::nullopt;
}

} // namespace

Overlay::Overlay(std::filesystem::path file, Database database)
    : file_(std::move(file))
    , database_(std::move(database))
    , seenVersion_(database_.integer("PRAGMA data_version"))
{ }

Expected<Overlay> Overlay::open(const std::filesystem::path& file)
{
    return guarded(file, [&]() -> Expected<Overlay> {
        Expected<Database> database = openOverlayFile(file);
        if (!database) {
            return tl::unexpected(database.error());
        }
        return Overlay(file, std::move(*database));
    });
}

Expected<OverlayContents> Overlay::read()
{
    return guarded(file_, [&]() -> Expected<OverlayContents> {
        Transaction transaction = Transaction::reading(database_);
        if (const Expected<void> checked = checkSchema(database_, file_); !checked) {
            return tl::unexpected(checked.error());
        }
        seenVersion_ = database_.integer("PRAGMA data_version");
        OverlayContents contents = readContents(database_);
        transaction.commit();
        return contents;
    });
}

Expected<void> Overlay::apply(const CatalogChanges& changes, const std::string& label,
                              const Progress& progress, const ShippedParts& shipped)
{
    if (const Expected<void> checked = checkLine("name of the step", label); !checked) {
        return checked;
    }
    return guarded(file_, [&]() -> Expected<void> {
        Transaction transaction = Transaction::writing(database_);
        ChangeRecorder recorder(database_);
        const Expected<void> written = checkSchema(database_, file_).and_then([&] {
            return writeChanges(database_, changes, progress, shipped);
        });
        if (!written) {
            return written;
        }
        recorder.keepAs(label);
        transaction.commit();
        undoStep_.reset();
        redoStep_.reset();
        return {};
    });
}

Expected<void> Overlay::setPricePolicy(const PricePolicy& policy)
{
    if (const Expected<void> checked = checkPolicy(policy); !checked) {
        return checked;
    }
    return guarded(file_, [&]() -> Expected<void> {
        Transaction transaction = Transaction::writing(database_);
        if (const Expected<void> checked = checkSchema(database_, file_); !checked) {
            return checked;
        }
        writePricePolicy(database_, policy);
        transaction.commit();
        return {};
    });
}

Expected<std::optional<std::string>> Overlay::undoLabel()
{
    return guarded(file_, [&]() -> Expected<std::optional<std::string>> {
        undoStep_ = stepToUndo(database_);
        return labelOf(undoStep_);
    });
}

Expected<std::optional<std::string>> Overlay::redoLabel()
{
    return guarded(file_, [&]() -> Expected<std::optional<std::string>> {
        redoStep_ = stepToRedo(database_);
        return labelOf(redoStep_);
    });
}

Expected<void> Overlay::undo()
{
    return turn(StepDirection::Undo);
}

Expected<void> Overlay::redo()
{
    return turn(StepDirection::Redo);
}

Expected<void> Overlay::turn(StepDirection direction)
{
    const bool undoing = direction == StepDirection::Undo;
    return guarded(file_, [&]() -> Expected<void> {
        Transaction transaction = Transaction::writing(database_);
        if (const Expected<void> checked = checkSchema(database_, file_); !checked) {
            return checked;
        }
        const std::optional<UserStep>& told = undoing ? undoStep_ : redoStep_;
        const std::optional<UserStep> step =
            told ? told : (undoing ? stepToUndo(database_) : stepToRedo(database_));
        if (!step) {
            return fail(undoing ? "there is nothing to undo" : "there is nothing to redo");
        }
        if (!turnStep(database_, step->id, direction)) {
            return fail(std::string(undoing ? "can't undo '" : "can't redo '") + step->label +
                        "': another window has changed the same things since");
        }
        transaction.commit();
        undoStep_.reset();
        redoStep_.reset();
        return {};
    });
}

bool Overlay::changedByOthers()
{
    try {
        return database_.integer("PRAGMA data_version") != seenVersion_;
    } catch (const SqliteError&) {
        // Whoever reads next is told what is wrong.
        return true;
    }
}

} // namespace rigwright
