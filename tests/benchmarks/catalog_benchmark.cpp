// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/catalog_store.h"
#include "support/temporary_folder.h"

#include <benchmark/benchmark.h>

#include <stdexcept>

using namespace rigwright;

namespace {

constexpr int kImportedParts = 46'000; ///< about what docyx/pc-part-dataset holds of our tables
constexpr int kSearchedParts = 70'000;

void require(const Expected<void>& result)
{
    if (!result) {
        throw std::runtime_error(result.error().message);
    }
}

PartEdit drive(int number)
{
    const std::string text = std::to_string(number);
    return {.id = PartId("own-drive-" + text),
            .table = "drives",
            .isNew = true,
            .cells = {{"manufacturer", "", "Maker " + std::to_string(number % 97)},
                      {"name", "", "Drive Mark " + text},
                      {"part_number", "", "MZ-" + text + "-V9P"},
                      {"capacity_gb", "", std::to_string(250 + number % 7750)},
                      {"form_factor", "", "M.2 2280"},
                      {"interface", "", "NVMe"},
                      {"pcie_generation", "", "4"},
                      {"read_gb_s", "", "7.45"},
                      {"source", "", "pc-part-dataset internal-hard-drive.csv"},
                      {"verification", "", "unverified"}}};
}

/// As most parts of that data set: nobody says what a machine needs to know.
PartEdit board(int number)
{
    const std::string text = std::to_string(number);
    return {.id = PartId("own-board-" + text),
            .table = "boards",
            .isNew = true,
            .cells = {{"manufacturer", "", "Maker " + std::to_string(number % 97)},
                      {"name", "", "Board Pro WIFI " + text},
                      {"socket", "", "AM5"},
                      {"form_factor", "", "ATX"},
                      {"dimm_slots", "", "4"},
                      {"memory_max_gib", "", "256"},
                      {"source", "", "pc-part-dataset motherboard.csv"},
                      {"verification", "", "unverified"}}};
}

/// Half of them complete, half of them with a price.
CatalogChanges wholeImport(int count)
{
    CatalogChanges changes;
    for (int i = 0; i < count; ++i) {
        changes.parts.push_back(i % 2 == 0 ? drive(i) : board(i));
        if (i % 4 < 2) {
            changes.prices.push_back({.part = changes.parts.back().id,
                                      .table = changes.parts.back().table,
                                      .offer = {.price = Money(10'000 + i, Currency::usd()),
                                                .kind = PriceKind::Street,
                                                .region = "US",
                                                .source = "pc-part-dataset",
                                                .date = {2026, 8, 1}}});
        }
    }
    return changes;
}

/// A user's catalog in a folder of its own.
class OwnCatalog {
public:
    OwnCatalog()
        : store_(CatalogStore::open(findCatalog().value(), path()).value())
    { }
    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "catalog.sqlite"; }
    [[nodiscard]] CatalogStore& store() { return store_; }

private:
    TemporaryFolder folder_;
    CatalogStore store_;
};

void openAndReadShipped(benchmark::State& state)
{
    const auto path = findCatalog().value();
    for (auto _ : state) {
        CatalogStore store = CatalogStore::open(path, "/no/such/folder/catalog.sqlite").value();
        benchmark::DoNotOptimize(store.read());
    }
}
BENCHMARK(openAndReadShipped)->Unit(benchmark::kMillisecond);

void applyImport(benchmark::State& state)
{
    const CatalogChanges changes = wholeImport(kImportedParts);
    for (auto _ : state) {
        state.PauseTiming();
        auto own = std::make_unique<OwnCatalog>();
        state.ResumeTiming();
        require(own->store().apply(changes, "Import"));
        state.PauseTiming();
        own.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(applyImport)->Unit(benchmark::kMillisecond);

void undoImport(benchmark::State& state)
{
    OwnCatalog own;
    require(own.store().apply(wholeImport(kImportedParts), "Import"));
    for (auto _ : state) {
        require(own.store().undo());
        state.PauseTiming();
        require(own.store().redo());
        state.ResumeTiming();
    }
}
BENCHMARK(undoImport)->Unit(benchmark::kMillisecond);

void openOwn(benchmark::State& state)
{
    OwnCatalog own;
    require(own.store().apply(wholeImport(kImportedParts), "Import"));
    for (auto _ : state) {
        benchmark::DoNotOptimize(Overlay::open(own.path()));
    }
}
BENCHMARK(openOwn)->Unit(benchmark::kMillisecond);

void readOwnContents(benchmark::State& state)
{
    OwnCatalog own;
    require(own.store().apply(wholeImport(kImportedParts), "Import"));
    Overlay overlay = Overlay::open(own.path()).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(overlay.read());
    }
}
BENCHMARK(readOwnContents)->Unit(benchmark::kMillisecond);

void readWithOwn(benchmark::State& state)
{
    OwnCatalog own;
    require(own.store().apply(wholeImport(kImportedParts), "Import"));
    for (auto _ : state) {
        benchmark::DoNotOptimize(own.store().read());
    }
}
BENCHMARK(readWithOwn)->Unit(benchmark::kMillisecond);

void editOneCell(benchmark::State& state)
{
    OwnCatalog own;
    require(own.store().apply(wholeImport(kImportedParts), "Import"));
    int capacity = 1'000;
    for (auto _ : state) {
        CatalogChanges changes;
        changes.parts.push_back({.id = PartId("own-drive-0"),
                                 .table = "drives",
                                 .isNew = false,
                                 .cells = {{"capacity_gb", "", std::to_string(++capacity)}}});
        require(own.store().apply(changes, "Edit"));
    }
}
BENCHMARK(editOneCell)->Unit(benchmark::kMillisecond);

void search(benchmark::State& state, const char* words)
{
    OwnCatalog own;
    const int shipped = static_cast<int>(own.store().read().value()->parts.size());
    require(own.store().apply(wholeImport(kSearchedParts - shipped), "Import"));
    const auto view = own.store().read().value();
    const PartQuery query{.words = words};
    std::size_t hits = 0;
    for (auto _ : state) {
        hits = view->index.find(view->parts, query).size();
    }
    state.counters["hits"] = static_cast<double>(hits);
}
BENCHMARK_CAPTURE(search, nothing, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, one_letter, "a")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, beginning_of_many, "dr")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, word_of_many, "maker")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, three_words, "drive mark 4711")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, one_part, "rtx 4090")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, no_part, "xyzzy")->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
