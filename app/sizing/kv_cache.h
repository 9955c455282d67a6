// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"
#include "sizing/workload.h"

namespace rigwright {

/// What the sequences of a workload keep in one layer.
struct LayerCache {
    Bytes keysAndValues;
    Bytes recurrentState;
};

/// As llama.cpp allocates it: cells in multiples of 256, sliding-window layers hold the window and one micro-batch, MLA
/// layers their compressed keys alone, recurrent layers a state in FP32 for each sequence
/// (src/llama-kv-cache.cpp and src/llama-memory-recurrent.cpp, ggml-org/llama.cpp).
/// `widestValues`: of any layer of the model, which the others' values are padded to where flash attention is off.
[[nodiscard]] LayerCache llamaCppCache(const Attention& attention, const Workload& workload,
                                       std::int64_t widestValues = 0);

/// The window of a sliding-window layer, the whole context of others: tokens of one sequence that are kept.
[[nodiscard]] std::int64_t cachedTokens(const Attention& attention, std::int64_t context);

/// llama.cpp's rounding of cells.
[[nodiscard]] std::int64_t paddedCells(std::int64_t tokens);

} // namespace rigwright
