// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gguf_sizes.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace rigwright::accuracy {

namespace {

enum Column { Model, Format, ImportanceMatrix, Unit, Published, Stock, Source, Columns };

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    return cells;
}

double inUnit(const QuantizedModel& model, const std::string& unit)
{
    if (unit == "bpw") {
        return 8 * static_cast<double>(model.total().value()) / static_cast<double>(model.parameters);
    }
    return unit == "GB" ? model.total().inGb() : model.total().inGib();
}

Expected<GgufSize> sizeFrom(const Catalog& catalog, const std::string& line)
{
    const std::vector<std::string> cells = cellsOf(line);
    if (cells.size() < Columns) {
        return fail("a row of the GGUF sizes lacks cells: " + line);
    }
    GgufSize size;
    size.model = cells[Model];
    size.options.importanceMatrix = cells[ImportanceMatrix] == "yes";
    size.unit = cells[Unit];
    size.published = std::stod(cells[Published]);
    size.stock = cells[Stock] == "yes";
    size.source = cells[Source];
    return parseWeightFormat(cells[Format]).and_then([&](WeightFormat format) -> Expected<GgufSize> {
        size.format = format;
        return findModel(catalog, size.model)
            .and_then([&](const ModelFacts* facts) { return quantize(*facts, format, size.options); })
            .map([&](const QuantizedModel& model) {
                size.computed = inUnit(model, size.unit);
                return size;
            });
    });
}

} // namespace

Expected<std::vector<GgufSize>> readGgufSizes(const Catalog& catalog, const std::string& path)
{
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) {
        return fail("cannot read " + path);
    }
    std::vector<GgufSize> sizes;
    while (std::getline(file, line)) {
        Expected<GgufSize> size = sizeFrom(catalog, line);
        if (!size) {
            return tl::unexpected(size.error());
        }
        sizes.push_back(std::move(*size));
    }
    return sizes;
}

double errorQuantile(const std::vector<GgufSize>& sizes, double share)
{
    std::vector<double> errors;
    for (const GgufSize& size : sizes) {
        if (size.stock) {
            errors.push_back(std::abs(size.error()));
        }
    }
    if (errors.empty()) {
        return 0;
    }
    std::ranges::sort(errors);
    return errors[static_cast<std::size_t>(share * static_cast<double>(errors.size() - 1))];
}

} // namespace rigwright::accuracy
