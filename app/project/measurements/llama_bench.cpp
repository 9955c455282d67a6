// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/llama_bench.h"

#include "sizing/workload.h"
#include "units/finding.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Devices are joined by ", ", in older versions by "/".
std::vector<std::string> namesIn(const std::string& list)
{
    std::vector<std::string> names;
    const std::string separator = list.find(", ") != std::string::npos ? ", " : "/";
    for (std::size_t start = 0; start < list.size();) {
        const std::size_t end = std::min(list.find(separator, start), list.size());
        if (end > start) {
            names.push_back(list.substr(start, end - start));
        }
        start = end + separator.size();
    }
    return names;
}

/// "BLAS", "CPU" and the like: nothing but the host.
bool isHostBackend(const std::string& backend)
{
    return backend.empty() || backend == "CPU" || backend == "BLAS" || backend == "CPU,BLAS" ||
        backend == "BLAS,CPU" || backend == "ZenDNN";
}

void readCache(Record& record, const char* field, CacheType& type)
{
    if (!record.has(field)) {
        return;
    }
    if (const Expected<CacheType> parsed = parseCacheType(record.text(field))) {
        type = *parsed;
    } else {
        record.refuse(field, "a type of cache, such as f16 or q8_0");
    }
}

void readModel(Record& record, BenchmarkRun& run)
{
    run.model = record.text("model_type");
    const std::string file = record.text("model_filename");
    run.modelFile = file.substr(file.find_last_of("/\\") + 1);
    constexpr std::int64_t kMostBytes = std::int64_t{1} << 50U;
    if (const auto size = record.whole("model_size", 1, kMostBytes)) {
        run.modelSize = Bytes(*size);
    }
    constexpr double kMostParameters = 1e14;
    run.parameters = record.number("model_n_params", 1, kMostParameters);
    run.parametersRounding = record.number("model_n_params_rounding", 0, kMostParameters).value_or(0);
    if (run.model.empty() && run.modelFile.empty()) {
        record.refuse("model_type", "the model that was run");
    }
}

void readDevices(Record& record, const std::vector<std::string>& devices, BenchmarkRun& run)
{
    run.accelerators = namesIn(record.text("gpu_info"));
    if (run.accelerators.empty()) {
        run.accelerators = devices;
    }
    run.cpu = record.text("cpu_info");
    const std::string backend = record.text("backends");
    const std::string mode = record.text("split_mode");
    run.splitRows = mode == "row";
    const auto main = static_cast<std::size_t>(record.whole("main_gpu", 0, 1023).value_or(0));
    if (mode == "none" && main < run.accelerators.size()) {
        run.accelerators = {run.accelerators[main]};
    }
    run.deviceLayers = record.whole("n_gpu_layers", -2, 1'000'000);
    run.onHost = (run.accelerators.empty() && isHostBackend(backend)) || run.deviceLayers == 0;
}

/// What of a run lies elsewhere than on the devices that its speed would be ascribed to.
std::string reasonToLeaveOut(Record& record, const BenchmarkRun& run)
{
    if (record.whole("n_cpu_moe", 0, 1'000'000).value_or(0) > 0 ||
        record.flag("no_kv_offload").value_or(false) ||
        (record.has("tensor_buft_overrides") && record.text("tensor_buft_overrides") != "none")) {
        return RIGWRIGHT_TEXT("Measurements", "part of the model or its cache lay in RAM");
    }
    if (record.flag("embeddings").value_or(false)) {
        return RIGWRIGHT_TEXT("Measurements", "it computed embeddings");
    }
    if (run.promptTokens > 0 && run.outputTokens > 0) {
        return RIGWRIGHT_TEXT("Measurements", "prompt and answer are one figure");
    }
    if (run.onHost && !run.accelerators.empty() && run.promptTokens > 0) {
        return RIGWRIGHT_TEXT("Measurements", "the accelerator helps with prompts of a model in RAM");
    }
    if (record.has("tensor_split") && record.text("tensor_split") != "0.00" && run.accelerators.size() > 1) {
        return RIGWRIGHT_TEXT("Measurements", "the layers were split by hand");
    }
    return {};
}

} // namespace

Expected<BenchmarkRun> llamaBenchRun(Record record, const std::vector<std::string>& devices)
{
    BenchmarkRun run;
    run.where = record.where();
    readModel(record, run);
    run.promptTokens = record.whole("n_prompt", 0, kMostTokens).value_or(0);
    run.outputTokens = record.whole("n_gen", 0, kMostTokens).value_or(0);
    run.depth = record.whole("n_depth", 0, kMostTokens).value_or(0);
    if (run.promptTokens + run.outputTokens == 0) {
        record.refuse("n_prompt", "tokens of a prompt, or of an answer in n_gen");
    }
    readDevices(record, devices, run);
    readCache(record, "type_k", run.keyCache);
    readCache(record, "type_v", run.valueCache);
    run.flashAttention = record.flag("flash_attn").value_or(false);
    run.microBatch = record.whole("n_ubatch", 1, kLargestMicroBatch).value_or(run.microBatch);
    if (!record.has("avg_ts")) {
        record.refuse("avg_ts", "tokens per second");
    }
    constexpr double kLeastRate = 1e-6;
    if (const auto rate = record.number("avg_ts", kLeastRate, kMostTokensPerSecond)) {
        (run.promptTokens > 0 ? run.promptRate : run.outputRate) = TokensPerSecond(*rate);
    }
    run.date = record.date("test_time");
    run.leftOut = reasonToLeaveOut(record, run);
    if (record.error()) {
        return tl::unexpected(*record.error());
    }
    return run;
}

} // namespace rigwright
