// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/engine.h"
#include "units/date.h"
#include "units/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// One run of a benchmark, as its output tells it. Empty: the output does not say.
struct BenchmarkRun {
    std::string where; ///< in the file, for messages: "run 3", "line 12"
    Engine engine = Engine::LlamaCpp;

    std::string model;     ///< "llama 8B Q4_K - Medium", "meta-llama/Llama-3.1-8B-Instruct"
    std::string modelFile; ///< without folders
    std::optional<Bytes> modelSize;
    std::optional<double> parameters;
    double parametersRounding = 0; ///< half of the last digit that is printed

    std::vector<std::string>
        accelerators; ///< one name each, as the driver says it; several that are equal repeat it
    std::string cpu;
    bool onHost = false;            ///< without an accelerator
    std::optional<int> deviceCount; ///< tensor parallel, where accelerators have no names
    bool splitRows = false;
    std::optional<std::int64_t> deviceLayers; ///< llama.cpp's -ngl; below 0: all

    CacheType keyCache = CacheType::F16;
    CacheType valueCache = CacheType::F16;
    bool flashAttention = true;
    std::int64_t microBatch = 512;

    std::int64_t promptTokens = 0;
    std::int64_t outputTokens = 0;
    std::int64_t depth = 0; ///< tokens in the cache before it starts
    int concurrency = 1;
    std::optional<TokensPerSecond> promptRate;
    std::optional<TokensPerSecond> outputRate; ///< of one user
    std::optional<Seconds> timeToFirstToken;
    std::optional<Seconds> timePerOutputToken;
    std::optional<Seconds> latency; ///< of all requests, sent together, to their last token
    std::optional<RequestsPerSecond> requestsPerSecond; ///< with as many at once as the engine takes
    std::optional<Date> date;

    /// English template, marked RIGWRIGHT_TEXT("Measurements", …): why the run says nothing of one kind of device.
    std::string leftOut;
};

} // namespace rigwright
