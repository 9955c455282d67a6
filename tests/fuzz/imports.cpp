// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/gpu_info.h"
#include "catalog/import/import.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>

namespace rigwright::fuzz {

namespace {

struct Target {
    const char* file;
    ImportFormat format;
};

/// The first byte of an input chooses.
constexpr std::array kTargets{
    Target{"aws/vms.csv", ImportFormat::SkypilotVms},
    Target{"RAM/part.json", ImportFormat::Buildcores},
    Target{"part.json", ImportFormat::Buildcores},
    Target{"acme__model.toml", ImportFormat::ModelsDev},
    Target{"rates.json", ImportFormat::ExchangeRates},
    Target{"rates.csv", ImportFormat::ExchangeRates},
    Target{"cpus.csv", ImportFormat::OwnCsv},
    Target{"prices.csv", ImportFormat::OwnCsv},
    Target{"memory.csv", ImportFormat::PcPartDataset},
    Target{"internal-hard-drive.csv", ImportFormat::PcPartDataset},
};

Catalog knownCatalog()
{
    Catalog catalog;
    Accelerator accelerator;
    accelerator.info.id = PartId("t4");
    accelerator.info.name = "Tesla T4";
    accelerator.memory = Bytes::gib(16);
    catalog.accelerators = {accelerator};
    catalog.rates = ExchangeRates({{Currency::parse("EUR").value(), 0.85, {2026, 9, 29}, "test"}});
    return catalog;
}

CatalogView knownView()
{
    CatalogView view;
    view.catalog = std::make_shared<const Catalog>(knownCatalog());
    PartEntry kit;
    kit.sheet = emptySheet(*findPartTable("memory"), PartId("kit"));
    kit.sheet.cell("manufacturer") = "Acme";
    kit.sheet.cell("name") = "X";
    kit.sheet.cell("part_number") = "AX-5000";
    view.parts = {kit};
    return view;
}

std::filesystem::path newFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "rigwright-fuzz-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        std::abort();
    }
    for (const char* folder : {"aws", "RAM"}) {
        std::filesystem::create_directory(std::filesystem::path(name) / folder);
    }
    return name;
}

void check(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

bool isOneLine(const std::string& text)
{
    return !text.empty() && std::ranges::none_of(text, [](char c) { return c == '\n' || c == '\r'; });
}

/// A preview can be shown and applied: messages of one line, cells that their columns take, prices above zero.
void use(const Expected<ImportPreview>& preview)
{
    if (!preview) {
        check(isOneLine(preview.error().message));
        return;
    }
    check(std::ranges::all_of(preview->problems,
                              [](const Problem& problem) { return isOneLine(problem.text()); }));
    check(std::ranges::all_of(preview->notes, isOneLine));
    for (const PartEdit& change : preview->changes.parts) {
        PartSheet sheet = emptySheet(*findPartTable(change.table), change.id);
        for (const CellChange& cell : change.cells) {
            sheet.cell(cell.column) = cell.after;
        }
        check(badCells(sheet).empty());
    }
    for (const CloudOffer& offer : preview->changes.cloudOffers) {
        check(offer.pricePerHour.micros() > 0 && offer.gpuCount > 0 && offer.gpuMemoryEach > Bytes());
    }
    for (const ApiOffer& offer : preview->changes.apiOffers) {
        check(offer.input.micros() > 0 && offer.output.micros() > 0);
    }
    check(std::ranges::all_of(preview->changes.rates,
                              [](const ExchangeRate& rate) { return rate.perUsd > 0; }));
}

} // namespace

} // namespace rigwright::fuzz

/// What anybody may give the program to import.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rigwright;
    using namespace rigwright::fuzz;
    if (size == 0) {
        return 0;
    }
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t chosen = data[0] % (kTargets.size() + 1);
    if (chosen == kTargets.size()) {
        if (const auto info = parseGpuInfo(text); !info) {
            check(isOneLine(info.error().message));
        }
        return 0;
    }
    static const CatalogView view = knownView();
    static const std::filesystem::path folder = newFolder();
    ImportRequest request;
    request.path = folder / kTargets[chosen].file;
    request.format = kTargets[chosen].format;
    request.today = {2026, 10, 1};
    std::ofstream(request.path, std::ios::binary) << text;
    use(previewImport(request, view));
    return 0;
}
