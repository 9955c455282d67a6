// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/vms_row.h"

#include "catalog/import/foreign_cells.h"

namespace rigwright {

namespace {

constexpr std::size_t kLongestName = 200;
constexpr double kMostGpus = 1'000;
constexpr double kMostVcpus = 10'000;
constexpr double kMostGib = 100'000;
constexpr double kMostDollars = 100'000;

class RowReader {
public:
    RowReader(const VmsColumns& columns, const std::vector<std::string>& cells)
        : columns_(columns)
        , cells_(cells)
    { }

    tl::expected<VmsRow, CellProblem> read()
    {
        VmsRow row;
        row.gpus.instance = name(columns_.instance, "InstanceType");
        row.gpus.name = name(columns_.accelerator, "AcceleratorName");
        row.region = name(columns_.region, "Region");
        row.gpuCount = number(columns_.count, "AcceleratorCount", kMostGpus).value_or(0);
        if (row.gpuCount <= 0) {
            tell("AcceleratorCount", "expected how many " + quotedCell(row.gpus.name) + " the machine has");
        }
        row.gpus.count = static_cast<int>(row.gpuCount);
        row.price = price(columns_.price, "Price");
        row.spotPrice = price(columns_.spotPrice, "SpotPrice");
        if (const auto vcpus = number(columns_.vcpus, "vCPUs", kMostVcpus); vcpus && *vcpus >= 1) {
            row.vcpus = static_cast<int>(*vcpus);
        }
        if (const auto gib = number(columns_.memory, "MemoryGiB", kMostGib); gib && *gib >= 1) {
            row.memory = Bytes::gib(*gib);
        }
        row.gpus.info = gpuInfo(row.gpuCount);
        if (problem_) {
            return tl::unexpected(*problem_);
        }
        return row;
    }

private:
    void tell(const char* column, std::string message)
    {
        if (!problem_) {
            problem_ = CellProblem{column, std::move(message)};
        }
    }

    std::string name(std::size_t column, const char* title)
    {
        if (cells_[column].size() > kLongestName) {
            tell(title,
                 "expected a name, got a text of " + std::to_string(cells_[column].size()) + " characters");
        }
        return tidied(cells_[column]);
    }

    /// Nothing where the cell is empty, or told as a problem.
    std::optional<double> number(std::optional<std::size_t> column, const char* title, double most)
    {
        if (!column || cells_[*column].empty() || cells_[*column] == "nan") {
            return std::nullopt;
        }
        const std::optional<double> value = realNumber(cells_[*column], 0, most);
        if (!value) {
            tell(title,
                 "expected a number from 0 to " + numberCell(most) + ", got " + quotedCell(cells_[*column]));
        }
        return value;
    }

    std::optional<MoneyRate> price(std::optional<std::size_t> column, const char* title)
    {
        const std::optional<double> dollars = number(column, title, kMostDollars);
        std::optional<MoneyRate> rate = dollars ? dollarRate(*dollars) : std::nullopt;
        if (dollars && !rate) {
            tell(title, "expected a price above zero, got " + quotedCell(cells_[*column]));
        }
        return rate;
    }

    /// Some clouds write a bare name in place of the dictionary: that says nothing.
    std::optional<GpuInfo> gpuInfo(double count)
    {
        if (!columns_.gpuInfo || !cells_[*columns_.gpuInfo].starts_with('{')) {
            return std::nullopt;
        }
        Expected<GpuInfo> info = parseGpuInfo(cells_[*columns_.gpuInfo]);
        if (!info) {
            tell("GpuInfo", info.error().message);
            return std::nullopt;
        }
        if (info->gpus.size() > 1) {
            tell("GpuInfo",
                 "the machine has GPUs of " + std::to_string(info->gpus.size()) +
                     " kinds: expected one kind");
            return std::nullopt;
        }
        if (const auto said = info->gpus.front().count; said && *said != count) {
            tell("GpuInfo",
                 "speaks of " + numberCell(*said) + " GPUs where AcceleratorCount says " + numberCell(count));
        }
        return std::move(*info);
    }

    const VmsColumns& columns_;
    const std::vector<std::string>& cells_;
    std::optional<CellProblem> problem_;
};

} // namespace

Expected<VmsColumns> vmsColumns(const CsvHeader& header)
{
    std::string missing;
    const auto need = [&](std::string_view name) {
        const std::optional<std::size_t> at = header.find(name);
        missing += at ? std::string() : (missing.empty() ? "" : ", ") + std::string(name);
        return at.value_or(0);
    };
    VmsColumns columns;
    columns.instance = need("InstanceType");
    columns.accelerator = need("AcceleratorName");
    columns.count = need("AcceleratorCount");
    columns.price = need("Price");
    columns.region = need("Region");
    columns.vcpus = header.find("vCPUs");
    columns.memory = header.find("MemoryGiB");
    columns.gpuInfo = header.find("GpuInfo");
    columns.spotPrice = header.find("SpotPrice");
    if (!missing.empty()) {
        return fail("has no column " + missing + ": expected vms.csv of skypilot-catalog");
    }
    return columns;
}

tl::expected<VmsRow, CellProblem> readVmsRow(const VmsColumns& columns, const std::vector<std::string>& cells)
{
    return RowReader(columns, cells).read();
}

} // namespace rigwright
