// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_changes.h"
#include "catalog/progress.h"
#include "catalog/sqlite.h"
#include "units/error.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// "RIGO" in SQLite's application id: the user's own catalog.
inline constexpr int kOverlayApplicationId = 0x5249474f;
inline constexpr int kOverlaySchemaVersion = 1;

/// What the user has of a part: one of their own, or what they changed of a shipped one.
struct OverlayPart {
    PartId id;
    std::string table;
    bool own = false;                            ///< in no shipped catalog when it was added
    std::map<std::string, std::string> cells;    ///< by column; of a shipped part: only what was changed
    std::map<std::string, std::string> replaced; ///< what the shipped catalog said when it was changed
    PartMarks marks;
};

struct OverlayPrice {
    PartId part;
    Offer offer; ///< `own` is set
};

struct OverlayContents {
    std::vector<OverlayPart> parts;   ///< by id
    std::vector<OverlayPrice> prices; ///< by part and date
    std::vector<CloudOffer> cloudOffers;
    std::vector<ApiOffer> apiOffers;
    std::vector<ExchangeRate> rates;
    PricePolicy pricePolicy;
};

/// The user's own parts, edits, prices and marks: a database beside the shipped catalog. Every change is one transaction and one
/// step that can be undone, also after a restart. Two processes may have it open; each call sees what the other committed. For
/// one thread at a time.
class Overlay {
public:
    /// Opens it, made new where there is none, and brings an older one up to date after a copy of it was put beside it.
    /// An error: damaged, locked, read-only, of a newer program, or not ours; the file is left as it was.
    [[nodiscard]] static Expected<Overlay> open(const std::filesystem::path& file);

    [[nodiscard]] Expected<OverlayContents> read();

    /// All of it or, after an error or when `progress` stops it, nothing. `label` names the step: "Import of cpu.csv".
    [[nodiscard]] Expected<void> apply(const CatalogChanges& changes, const std::string& label,
                                       const Progress& progress = {});
    [[nodiscard]] Expected<void> setPricePolicy(const PricePolicy& policy);

    /// The step that `undo` takes back, or nothing.
    [[nodiscard]] Expected<std::optional<std::string>> undoLabel();
    [[nodiscard]] Expected<std::optional<std::string>> redoLabel();
    /// An error: nothing to undo, or another window has changed the same things since.
    [[nodiscard]] Expected<void> undo();
    [[nodiscard]] Expected<void> redo();

    /// Another process, or another object, has committed since this one last read.
    [[nodiscard]] bool changedByOthers();

private:
    explicit Overlay(Database database);
    Database database_;
    std::int64_t seenVersion_ = 0;
};

/// Where the user's catalog is: $RIGWRIGHT_OVERLAY, else rigwright/catalog.sqlite in $XDG_DATA_HOME, else in ~/.local/share. An error:
/// neither a variable nor a home says where.
[[nodiscard]] Expected<std::filesystem::path> findOverlay();

} // namespace rigwright
