// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/catalog_store.h"
#include "project/project_facts.h"
#include "project/project_file.h"
#include "support/temporary_folder.h"

#include <benchmark/benchmark.h>

#include <stdexcept>

using namespace rigwright;

namespace {

constexpr Date kToday{2026, 11, 22};

template <class Value>
Value must(Expected<Value> value)
{
    if (!value) {
        throw std::runtime_error(value.error().message);
    }
    return *std::move(value);
}

/// The project that the tests keep, priced anew: with every offer of the shipped catalog in its excerpt.
struct Saved {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "plan.rigwright";
    std::shared_ptr<const CatalogView> view =
        must(must(CatalogStore::open(must(findCatalog()), folder.path() / "none.sqlite")).read());

    Saved()
    {
        const Project kept = must(readProject(RIGWRIGHT_TEST_DATA "/project/lab_machine_1.rigwright"));
        if (!writeProject(file, repriced(kept, *view, *view->catalog, kToday))) {
            throw std::runtime_error("the project can't be saved");
        }
    }
};

/// From the file to the figures of its machines. The bar is 100 ms.
void openProject(benchmark::State& state)
{
    const Saved saved;
    for (auto _ : state) {
        const Project project = must(readProject(saved.file));
        const Catalog catalog = projectCatalog(project, *saved.view->catalog, kToday).catalog;
        benchmark::DoNotOptimize(must(projectMachines(project, catalog, kToday)));
    }
    state.counters["KiB"] = static_cast<double>(std::filesystem::file_size(saved.file)) / 1024;
}

void saveProject(benchmark::State& state)
{
    const Saved saved;
    const Project project = must(readProject(saved.file));
    for (auto _ : state) {
        benchmark::DoNotOptimize(writeProject(saved.file, project).has_value());
    }
}

/// What every edit in the window asks.
void compareProjects(benchmark::State& state)
{
    const Saved saved;
    const Project project = must(readProject(saved.file));
    Project edited = project;
    edited.notes += "x";
    for (auto _ : state) {
        benchmark::DoNotOptimize(sameProject(project, edited));
    }
}

BENCHMARK(openProject)->Unit(benchmark::kMillisecond);
BENCHMARK(saveProject)->Unit(benchmark::kMillisecond);
BENCHMARK(compareProjects)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
