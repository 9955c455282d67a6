// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/serving_result.h"

#include "sizing/workload.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kLongest = 1e7; // seconds: a third of a year
constexpr double kLeast = 1e-9;
constexpr double kMillisecond = 1e-3;
constexpr double kMostRequests = 1e9;

Engine engineOf(const Record& record)
{
    const std::string name = toLower(record.text("backend") + " " + record.text("endpoint_type"));
    if (name.find("sglang") != std::string::npos) {
        return Engine::SgLang;
    }
    return name.find("tensorrt") != std::string::npos ? Engine::TensorRtLlm : Engine::Vllm;
}

/// The median where it is given: the burst that a benchmark starts with pulls the mean up.
std::optional<Seconds> milliseconds(Record& record, const std::string& what)
{
    for (const std::string& field : {"median_" + what + "_ms", "mean_" + what + "_ms"}) {
        if (const auto value = record.number(field, 0, kLongest / kMillisecond); value && *value > 0) {
            return Seconds(*value * kMillisecond);
        }
    }
    return std::nullopt;
}

/// Requests at once: as limited, else by Little's law, those that arrive a second times how long each stays.
int concurrencyOf(Record& record, const BenchmarkRun& run)
{
    if (const auto most = record.whole("max_concurrency", 1, kLargestConcurrency)) {
        const auto sent = record.whole("completed", 1, kLargestConcurrency).value_or(*most);
        return static_cast<int>(std::min(*most, sent));
    }
    const auto rate = record.number("request_throughput", kLeast, kMostRequests);
    if (!rate || !run.timePerOutputToken || !run.timeToFirstToken) {
        return 1;
    }
    const double stay = run.timeToFirstToken->value() +
        run.timePerOutputToken->value() *
            static_cast<double>(std::max<std::int64_t>(0, run.outputTokens - 1));
    return static_cast<int>(std::clamp(std::round(*rate * stay), 1.0, double{kLargestConcurrency}));
}

void readServing(Record& record, BenchmarkRun& run)
{
    const auto completed = record.whole("completed", 1, kMostTokens);
    const auto input = record.whole("total_input_tokens", 1, std::int64_t{1} << 50U);
    const auto output = record.whole("total_output_tokens", 1, std::int64_t{1} << 50U);
    for (const auto& [field, value] : {std::pair("completed", completed),
                                       {"total_input_tokens", input},
                                       {"total_output_tokens", output}}) {
        if (!value) {
            record.refuse(field, "a count above 0");
        }
    }
    if (record.error()) {
        return;
    }
    run.promptTokens = std::max<std::int64_t>(1, *input / *completed);
    run.outputTokens = std::max<std::int64_t>(1, *output / *completed);
    run.timeToFirstToken = milliseconds(record, "ttft");
    run.timePerOutputToken = milliseconds(record, "tpot");
    if (!run.timeToFirstToken && !run.timePerOutputToken) {
        record.refuse("mean_tpot_ms", "a time above 0, or one in mean_ttft_ms");
    }
    run.concurrency = concurrencyOf(record, run);
}

void readLatency(Record& record, BenchmarkRun& run)
{
    if (const auto seconds = record.number("avg_latency", kLeast, kLongest)) {
        run.latency = Seconds(*seconds);
    }
}

void readThroughput(Record& record, BenchmarkRun& run)
{
    if (const auto rate = record.number("requests_per_second", kLeast, kMostRequests)) {
        run.requestsPerSecond = RequestsPerSecond(*rate);
    }
    // vLLM takes 256 sequences at once where nobody says otherwise (max_num_seqs).
    constexpr std::int64_t kSequences = 256;
    const auto requests = record.whole("num_requests", 1, kMostTokens).value_or(kSequences);
    run.concurrency = static_cast<int>(std::min(kSequences, requests));
}

} // namespace

bool isServingResult(const Record& record)
{
    return record.has("total_output_tokens") || record.has("avg_latency") ||
        record.has("requests_per_second");
}

Expected<BenchmarkRun> servingRun(Record record)
{
    BenchmarkRun run;
    run.where = record.where();
    run.engine = engineOf(record);
    run.model = record.text("model_id");
    run.date = record.date("date");
    for (const char* field : {"tensor_parallel_size", "tp_size", "tp"}) {
        if (!run.deviceCount) {
            if (const auto count = record.whole(field, 1, 1024)) {
                run.deviceCount = static_cast<int>(*count);
            }
        }
    }
    if (record.has("total_output_tokens")) {
        readServing(record, run);
    } else if (record.has("avg_latency")) {
        readLatency(record, run);
    } else {
        readThroughput(record, run);
    }
    if (record.error()) {
        return tl::unexpected(*record.error());
    }
    return run;
}

} // namespace rigwright
