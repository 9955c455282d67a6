// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "units/error.h"

#include <memory>
#include <optional>
#include <string>

struct sqlite3_session;

namespace rigwright {

/// So much is kept for undoing; the newest step always.
inline constexpr int kMostSteps = 100;
inline constexpr std::int64_t kMostStepBytes = std::int64_t{64} << 20;

/// Watches what a transaction does to the user's data.
class ChangeRecorder {
public:
    explicit ChangeRecorder(Database& database);

    /// Keeps what was done so far as a step, unless nothing was. What was undone can't be redone after it.
    void keepAs(const std::string& label);

private:
    struct Deleter {
        void operator()(sqlite3_session* session) const;
    };
    Database* database_;
    std::unique_ptr<sqlite3_session, Deleter> session_;
};

struct UserStep {
    std::int64_t id = 0;
    std::string label;
};

[[nodiscard]] std::optional<UserStep> stepToUndo(Database& database);
[[nodiscard]] std::optional<UserStep> stepToRedo(Database& database);

enum class StepDirection { Undo, Redo };

/// False: the step was dropped or turned by another window, or what it touched was changed since. Part of the caller's transaction,
/// which is to be rolled back then.
[[nodiscard]] bool turnStep(Database& database, std::int64_t id, StepDirection direction);

} // namespace rigwright
