// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/cloud_gpus.h"
#include "catalog/import/csv_rows.h"
#include "catalog/part_sheet.h"
#include "units/money.h"

namespace rigwright {

/// Where a vms.csv has its columns; their order differs from cloud to cloud.
struct VmsColumns {
    std::size_t instance = 0;
    std::size_t accelerator = 0;
    std::size_t count = 0;
    std::size_t price = 0;
    std::size_t region = 0;
    std::optional<std::size_t> vcpus;
    std::optional<std::size_t> memory;
    std::optional<std::size_t> gpuInfo;
    std::optional<std::size_t> spotPrice;
};

/// An error names the columns that are missing.
[[nodiscard]] Expected<VmsColumns> vmsColumns(const CsvHeader& header);

/// A machine with GPUs in one zone.
struct VmsRow {
    CloudGpuNames gpus;
    double gpuCount = 0; ///< may be a fraction: a share of a GPU
    std::string region;
    std::optional<MoneyRate> price;
    std::optional<MoneyRate> spotPrice;
    std::optional<int> vcpus;
    std::optional<Bytes> memory;
};

/// Reads a row that names a machine and an accelerator. The error names the cell and what was expected.
[[nodiscard]] tl::expected<VmsRow, CellProblem> readVmsRow(const VmsColumns& columns,
                                                           const std::vector<std::string>& cells);

} // namespace rigwright
