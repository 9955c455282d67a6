// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"
#include "bom/order_fixture.h"
#include "support/temporary_folder.h"

#include <benchmark/benchmark.h>

#include <stdexcept>

using namespace rigwright;

namespace {

/// An order of 500 lines for 12 systems, from the document to the file.
void writeOrder(benchmark::State& state)
{
    const TemporaryFolder folder;
    const Document document = OrderFixture(Currency::usd(), 500, 12).document();
    for (auto _ : state) {
        if (const Expected<void> written = writeWorkbook(document, folder.path() / "order.xlsx"); !written) {
            throw std::runtime_error(written.error().message);
        }
    }
}

} // namespace

BENCHMARK(writeOrder)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
