// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/host/host_measurements.h"

#include "sizing/workload.h"
#include "speed/work.h"

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

namespace rigwright::calibration {

namespace {

using Cells = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    return cells;
}

double number(const Cells& cells, const char* name)
{
    return std::stod(cells.at(name));
}

Host hostOf(const Cells& cells)
{
    Host host;
    host.sockets = std::stoi(cells.at("sockets"));
    host.cores = std::stoi(cells.at("threads"));
    host.baseGigahertz = number(cells, "base_ghz");
    const std::string& vectors = cells.at("vectors");
    host.amx = vectors == "amx";
    host.avx512 = host.amx || vectors == "avx512";
    host.bandwidth = BytesPerSecond::gb(number(cells, "bandwidth_gb_s"));
    host.pagesPlaced = cells.at("pages_placed") == "yes";
    return host;
}

Bytes weightsOf(const QuantizedModel& model)
{
    Bytes bytes;
    for (const LayerWeights& layer : model.layers) {
        bytes += layer.attention + layer.experts;
    }
    return bytes;
}

void addWork(HostMeasurement& measurement, const QuantizedModel& model, const Cells& cells)
{
    const Workload workload;
    if (measurement.decode) {
        const double cached = number(cells, "depth") + number(cells, "output_tokens") / 2;
        for (std::size_t layer = 0; layer < model.layers.size(); ++layer) {
            const StepBytes bytes = stepBytes(model, workload, layer, 1, cached);
            measurement.read += bytes.weights + bytes.experts + bytes.cache;
        }
        measurement.read += model.output;
        return;
    }
    measurement.tokens = number(cells, "prompt_tokens");
    const double passes = std::ceil(measurement.tokens / static_cast<double>(workload.microBatch));
    measurement.work = promptWork(model, measurement.tokens, number(cells, "depth")).total();
    measurement.read = weightsOf(model).scaled(passes);
}

Expected<HostMeasurement> readLine(const Catalog& catalog, const Cells& cells)
{
    const auto facts = findModel(catalog, cells.at("model"));
    const auto format = parseWeightFormat(cells.at("weights"));
    if (!facts || !format) {
        return fail(!facts ? facts.error().message : format.error().message);
    }
    HostMeasurement measurement;
    measurement.device = cells.at("device");
    measurement.host = hostOf(cells);
    measurement.whole = cells.at("whole") == "yes";
    measurement.decode = cells.at("metric") == "decode";
    measurement.tokensPerSecond = number(cells, "tokens_per_s");
    const QuantizedModel model = quantize(**facts, *format).value();
    measurement.kind = hostWork(model);
    measurement.layers = static_cast<double>(model.layers.size());
    addWork(measurement, model, cells);
    return measurement;
}

} // namespace

Expected<std::vector<HostMeasurement>> readHostMeasurements(const Catalog& catalog,
                                                            const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> names = split(line);
    std::vector<HostMeasurement> measurements;
    for (int row = 2; std::getline(file, line); ++row) {
        const std::vector<std::string> values = split(line);
        const std::string where = path.string() + ":" + std::to_string(row) + ": ";
        if (values.size() != names.size()) {
            return fail(where + "expected " + std::to_string(names.size()) + " cells");
        }
        Cells cells;
        for (std::size_t i = 0; i < names.size(); ++i) {
            cells[names[i]] = values[i];
        }
        auto measurement = readLine(catalog, cells);
        if (!measurement) {
            return fail(where + measurement.error().message);
        }
        measurements.push_back(std::move(*measurement));
    }
    return measurements;
}

} // namespace rigwright::calibration
