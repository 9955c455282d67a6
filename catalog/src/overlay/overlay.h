// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/overlay/overlay_contents.h"
#include "catalog/overlay/steps.h"
#include "catalog/part_sheet.h"
#include "catalog/progress.h"
#include "catalog/sqlite.h"
#include "units/error.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace rigwright {

/// The shipped catalog's sheet of a part, or null.
using ShippedParts = std::function<const PartSheet*(const PartId&)>;

/// The user's own parts, edits, prices and marks: a database beside the shipped catalog. Every change is one transaction and one
/// step that can be undone, also after a restart. Two processes may have it open; each call sees what the other committed. For
/// one thread at a time.
class Overlay {
public:
    /// Opens it, made new where there is none, and brings an older one up to date after a copy of it was put beside it.
    /// An error: damaged, locked, read-only, of a newer program, or not ours; the file is left as it was.
    [[nodiscard]] static Expected<Overlay> open(const std::filesystem::path& file);

    [[nodiscard]] Expected<OverlayContents> read();

    /// All of it or, after an error or when `progress` stops it, nothing. `label` names the step: "Import of cpu.csv". With `shipped`
    /// a change of a part that exists nowhere is refused, and a cell that becomes what is shipped is no edit any more.
    [[nodiscard]] Expected<void> apply(const CatalogChanges& changes, const std::string& label,
                                       const Progress& progress = {}, const ShippedParts& shipped = {});
    /// No step: it isn't undone.
    [[nodiscard]] Expected<void> setPricePolicy(const PricePolicy& policy);

    /// The step that `undo` takes back, or nothing. Once asked for, it is this step that `undo` takes back, whatever other windows do.
    [[nodiscard]] Expected<std::optional<std::string>> undoLabel();
    [[nodiscard]] Expected<std::optional<std::string>> redoLabel();
    /// An error: nothing to undo, or another window has changed the same things since.
    [[nodiscard]] Expected<void> undo();
    [[nodiscard]] Expected<void> redo();

    /// Another process, or another object, has committed since this one last read.
    [[nodiscard]] bool changedByOthers();

private:
    Overlay(std::filesystem::path file, Database database);
    [[nodiscard]] Expected<void> turn(StepDirection direction);

    std::filesystem::path file_;
    Database database_;
    std::int64_t seenVersion_ = 0;
    std::optional<UserStep> undoStep_; ///< that the caller was told of
    std::optional<UserStep> redoStep_;
};

/// Where the user's catalog is: $RIGWRIGHT_OVERLAY, else rigwright/catalog.sqlite in $XDG_DATA_HOME, else in ~/.local/share. An error:
/// neither a variable nor a home says where.
[[nodiscard]] Expected<std::filesystem::path> findOverlay();

} // namespace rigwright
