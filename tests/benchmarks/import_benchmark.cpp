// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/import/import.h"
#include "support/temporary_folder.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <stdexcept>

using namespace rigwright;

namespace {

/// About as many rows as docyx/pc-part-dataset has of our tables, in its layout.
void writeDataset(const std::filesystem::path& folder)
{
    std::ofstream memory(folder / "memory.csv");
    memory << "name,price,speed,modules,price_per_gb,color,first_word_latency,cas_latency\n";
    std::ofstream drives(folder / "internal-hard-drive.csv");
    drives << "name,price,capacity,price_per_gb,type,cache,form_factor,interface\n";
    std::ofstream cards(folder / "video-card.csv");
    cards << "name,price,chipset,memory,core_clock,boost_clock,color,length\n";
    for (int i = 0; i < 16'000; ++i) {
        memory << "Maker" << i % 97 << " Line " << i << " 32 GB," << 50 + i % 200
               << ".99,\"5,6000\",\"2,16\",2.968,Black,12,36\n";
        drives << "Maker" << i % 97 << " Drive " << i << ",," << 250 + i % 7'750
               << ",,SSD,,M.2-2280,M.2 PCIe 4.0 X4\n";
        cards << "Maker" << i % 97 << " Gaming " << i << " OC,829.99,GeForce RTX 5070 Ti,16,2300,2497,Black,"
              << 240 + i % 100 << '\n';
    }
}

template <class T>
T required(Expected<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().message);
    }
    return std::move(*result);
}

ImportRequest requestOf(const std::filesystem::path& folder)
{
    ImportRequest request;
    request.path = folder;
    request.today = {2026, 10, 1};
    return request;
}

/// The set read and matched to the shipped catalog.
void preview(benchmark::State& state, const std::filesystem::path& folder)
{
    const TemporaryFolder place;
    CatalogStore store = required(CatalogStore::open(required(findCatalog()), place.path() / "overlay"));
    const auto view = required(store.read());
    std::int64_t rows = 0;
    for (auto _ : state) {
        rows = required(previewImport(requestOf(folder), *view)).rows;
    }
    state.counters["rows"] = static_cast<double>(rows);
}

/// The same, and written to the user's new catalog.
void previewAndApply(benchmark::State& state, const std::filesystem::path& folder)
{
    for (auto _ : state) {
        const TemporaryFolder place;
        CatalogStore store = required(CatalogStore::open(required(findCatalog()), place.path() / "overlay"));
        const ImportPreview read = required(previewImport(requestOf(folder), *required(store.read())));
        if (const Expected<void> done = store.apply(read.changes, read.label); !done) {
            throw std::runtime_error(done.error().message);
        }
    }
}

} // namespace

/// Usage: import-benchmark [FOLDER with the CSV files of docyx/pc-part-dataset]; without one, made-up rows.
int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    const TemporaryFolder made;
    const std::filesystem::path folder = argc > 1 ? std::filesystem::path(argv[1]) : made.path();
    if (argc < 2) {
        writeDataset(folder);
    }
    benchmark::RegisterBenchmark("import/preview", preview, folder)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("import/preview_and_apply", previewAndApply, folder)
        ->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
