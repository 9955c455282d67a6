// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "speed/estimate.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

// Experts in RAM beside an accelerator: nothing is fitted to these machines, so that they check how the rates of host, link
// and accelerator come together.
using namespace rigwright;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    return cells;
}

std::vector<Row> rows()
{
    std::ifstream file(RIGWRIGHT_HYBRIDS);
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> names = split(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = split(line);
        BOOST_REQUIRE(cells.size() == names.size());
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) {
            row[names[i]] = cells[i];
        }
    }
    return rows;
}

Hardware hardwareOf(const Catalog& catalog, const Row& row)
{
    Hardware hardware;
    hardware.accelerators.push_back({**findAccelerator(catalog, row.at("accelerator")), 1, {}, {}});
    Host& host = hardware.host;
    host.sockets = std::stoi(row.at("sockets"));
    host.bandwidth = BytesPerSecond::gb(std::stod(row.at("bandwidth_gb_s")));
    host.pagesPlaced = row.at("pages_placed") == "yes";
    host.memory = Bytes::gib(1024);
    if (!row.at("cpu").empty()) {
        const Cpu& cpu = **findCpu(catalog, row.at("cpu"));
        host.cores = cpu.cores * host.sockets;
        host.baseGigahertz = cpu.baseGhz;
        host.avx512 = cpu.avx512;
        host.amx = cpu.amx;
    }
    return hardware;
}

struct Outcome {
    double error = 0; ///< |estimated / measured − 1|
    bool inside = false;
};

Outcome outcomeOf(const Catalog& catalog, const Row& row)
{
    Workload workload;
    workload.weights = parseWeightFormat(row.at("weights")).value();
    workload.promptTokens = std::stol(row.at("prompt_tokens"));
    workload.outputTokens = std::stol(row.at("output_tokens"));
    workload.context = workload.promptTokens + workload.outputTokens;
    workload.microBatch = std::stol(row.at("ubatch"));
    const QuantizedModel model = quantize(**findModel(catalog, row.at("model")), workload.weights).value();
    const Hardware hardware = hardwareOf(catalog, row);
    PlacementRequest request;
    request.hostExpertLayers = std::stoi(row.at("host_expert_layers"));
    const MemoryPlan plan = planMemory(model, workload, hardware, request);
    const SpeedEstimate speed = estimateSpeed(model, workload, hardware, plan).value();
    const auto& range = row.at("metric") == "decode" ? speed.decode : speed.prefill;
    const double measured = std::stod(row.at("tokens_per_s"));
    BOOST_TEST_MESSAGE(row.at("accelerator") << " " << row.at("model") << " " << row.at("metric") << ": "
                                             << range.mid.value() << " for " << measured);
    return {std::abs(range.mid.value() / measured - 1),
            range.low.value() <= measured && measured <= range.high.value()};
}

} // namespace

BOOST_AUTO_TEST_SUITE(hybrids)

BOOST_AUTO_TEST_CASE(experts_in_ram_are_as_fast_as_published)
{
    const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    std::vector<double> errors;
    double inside = 0;
    for (const Row& row : rows()) {
        const Outcome outcome = outcomeOf(catalog, row);
        errors.push_back(outcome.error);
        inside += outcome.inside ? 1 : 0;
    }
    std::ranges::sort(errors);
    BOOST_TEST(errors[errors.size() / 2] < 0.22);
    BOOST_TEST(inside / static_cast<double>(errors.size()) >= 0.75);
}

BOOST_AUTO_TEST_SUITE_END()
