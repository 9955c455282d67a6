// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"
#include "catalog/progress.h"
#include "catalog/tables/problem.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

enum class ImportFormat {
    OwnCsv,        ///< what `catalog export` writes
    PcPartDataset, ///< docyx/pc-part-dataset: one CSV a category
    SkypilotVms,   ///< skypilot-catalog: vms.csv of a cloud
    Buildcores,    ///< buildcores-open-db: one JSON a part
    ExchangeRates, ///< JSON of a currency API, or CSV `currency,per_usd,date,source`
    ModelsDev,     ///< models.dev: one TOML a provider's model
};

/// "own-csv", "pc-part-dataset", "skypilot-vms", "buildcores", "exchange-rates", "models-dev".
[[nodiscard]] const char* importFormatName(ImportFormat format);
[[nodiscard]] std::optional<ImportFormat> parseImportFormat(std::string_view name);

struct ImportRequest {
    std::filesystem::path path;         ///< a file, or a folder of such files
    std::optional<ImportFormat> format; ///< none: recognised by the header and the names
    Date today;                         ///< dates what says no date itself
    std::optional<Date> pricesOf;       ///< the day of the file's prices, where the user knows it
    std::string provider;               ///< of cloud offers; empty: by the folder's name
};

/// What an import would do; nothing is written before the user confirms.
struct ImportPreview {
    ImportFormat format = ImportFormat::OwnCsv;
    std::string label; ///< of the step: "Import of cpu.csv"
    CatalogChanges changes;
    std::int64_t rows = 0;       ///< read
    std::int64_t matched = 0;    ///< rows that name a part which the catalog has
    std::int64_t unchanged = 0;  ///< rows that say what the catalog says
    std::int64_t passedOver = 0; ///< rows that hold nothing for us, such as machines without a GPU
    Problems problems;           ///< of rows that are left out, at most kMostImportProblems
    std::int64_t problemCount = 0;
    std::vector<std::string> notes; ///< what to know before confirming, such as the day that the prices get
};

inline constexpr std::size_t kMostImportProblems = 1'000;
/// More rows in one file are refused: no catalog of parts has so many.
inline constexpr std::int64_t kMostImportRows = 2'000'000;

/// Reads without writing. An error: the file can't be read, is of no known format, is no UTF-8 text, or the user stopped.
[[nodiscard]] Expected<ImportPreview> previewImport(const ImportRequest& request, const CatalogView& view,
                                                    const Progress& progress = {});

} // namespace rigwright
