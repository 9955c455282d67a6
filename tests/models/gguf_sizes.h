// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "models/quantized_model.h"

#include <string>
#include <vector>

namespace rigwright::accuracy {

/// The published size of a GGUF file and ours.
struct GgufSize {
    std::string model; ///< id in the catalog
    WeightFormat format = WeightFormat::Fp16;
    QuantizeOptions options;
    std::string unit; ///< "GiB" and "GB" of all tensors or the whole file, "bpw": bits per weight
    double published = 0;
    double computed = 0; ///< in the same unit
    bool stock = false;  ///< made by llama-quantize without options; the rules promise nothing for others
    std::string source;

    /// 0.01: one per cent too large.
    [[nodiscard]] double error() const { return computed / published - 1; }
};

/// Reads tests/data/gguf_sizes.csv and weighs each model.
[[nodiscard]] Expected<std::vector<GgufSize>> readGgufSizes(const Catalog& catalog, const std::string& path);

/// The value that this share of the absolute errors of stock files stays below: 0.5 for the median.
[[nodiscard]] double errorQuantile(const std::vector<GgufSize>& sizes, double share);

} // namespace rigwright::accuracy
