// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/read_benchmark.h"

#include "project/json_text.h"
#include "project/measurements/llama_bench.h"
#include "project/measurements/serving_result.h"

#include <algorithm>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestFile = std::size_t{32} << 20U;
constexpr std::size_t kMostRuns = 10'000;
constexpr auto kKnown = "llama-bench's JSON, JSONL, CSV or Markdown, or vLLM's benchmark results in JSON";

std::string_view firstLine(std::string_view text)
{
    return text.substr(0, text.find('\n'));
}

std::string_view withoutLeadingSpace(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

Expected<BenchmarkRun> runOf(const std::string& where, const json& object)
{
    if (!object.is_object()) {
        return fail(where + ": expected an object with the fields of a run, got " + quotedValue(object));
    }
    Record record = Record::of(where, object);
    if (record.has("n_prompt") || record.has("n_gen")) {
        return llamaBenchRun(std::move(record), {});
    }
    if (isServingResult(record)) {
        return servingRun(std::move(record));
    }
    return fail(where +
                ": expected n_prompt and n_gen as llama-bench writes them, or total_output_tokens, "
                "avg_latency or requests_per_second as vLLM does");
}

Expected<std::vector<BenchmarkRun>> parseList(const json& list)
{
    if (list.size() > kMostRuns) {
        return fail("more than 10,000 runs");
    }
    std::vector<BenchmarkRun> runs;
    for (const json& object : list) {
        auto run = runOf("run " + std::to_string(runs.size() + 1), object);
        if (!run) {
            return tl::unexpected(run.error());
        }
        runs.push_back(*std::move(run));
    }
    return runs;
}

Expected<std::vector<BenchmarkRun>> parseWhole(std::string_view text)
{
    return parseJsonText(text).and_then(
        [](const json& root) { return parseList(root.is_array() ? root : json::array({root})); });
}

/// One object a line.
Expected<std::vector<BenchmarkRun>> parseLines(std::string_view text)
{
    std::vector<BenchmarkRun> runs;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = firstLine(text);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (withoutLeadingSpace(line).empty()) {
            continue;
        }
        const std::string where = "line " + std::to_string(number);
        const auto object = parseJsonText(line);
        if (!object) {
            return fail(where + ": not valid JSON");
        }
        auto run = runOf(where, *object);
        if (!run) {
            return tl::unexpected(run.error());
        }
        runs.push_back(*std::move(run));
        if (runs.size() > kMostRuns) {
            return fail("more than 10,000 runs");
        }
    }
    return runs;
}

/// Whether the first line is an object by itself: then each line is.
bool isLines(std::string_view text)
{
    const std::string_view line = firstLine(text);
    return line.size() < text.size() && json::accept(line) &&
        !withoutLeadingSpace(text.substr(line.size())).empty();
}

Expected<std::vector<BenchmarkRun>> parseAny(std::string_view text)
{
    if (text.starts_with('{') || text.starts_with('[')) {
        return text.starts_with('{') && isLines(text) ? parseLines(text) : parseWhole(text);
    }
    if (isLlamaBenchCsv(firstLine(text))) {
        return parseLlamaBenchCsv(text);
    }
    if (hasLlamaBenchTable(text)) {
        return parseLlamaBenchTable(text);
    }
    return fail(std::string("not a benchmark's output: expected ") + kKnown);
}

} // namespace

Expected<std::vector<BenchmarkRun>> parseBenchmark(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return fail("written in UTF-16, as PowerShell does with '>': save it as UTF-8");
    }
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    text = withoutLeadingSpace(text);
    if (text.empty()) {
        return fail(std::string("empty: expected ") + kKnown);
    }
    return parseAny(text).and_then([](std::vector<BenchmarkRun> runs) -> Expected<std::vector<BenchmarkRun>> {
        if (runs.empty()) {
            return fail("holds no run");
        }
        return runs;
    });
}

Expected<std::vector<BenchmarkRun>> readBenchmarkFile(const std::filesystem::path& path)
{
    return readFileText(path, kLargestFile, "a benchmark's output")
        .and_then([](const std::string& text) { return parseBenchmark(text); })
        .map_error([&](const Error& error) { return Error{path.string() + ": " + error.message}; });
}

} // namespace rigwright
