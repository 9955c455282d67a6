// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/measurements/benchmark_run.h"
#include "units/error.h"

#include <filesystem>
#include <string_view>

namespace rigwright {

/// Reads what a benchmark wrote, of whichever of these forms it is: llama-bench's JSON, JSON lines, CSV or Markdown table
/// (with the lines around it, which name the device), or the results of vLLM's serving, latency and throughput benchmarks in
/// JSON. At least one run; an error names the run or line, the field and what was expected.
[[nodiscard]] Expected<std::vector<BenchmarkRun>> parseBenchmark(std::string_view text);
/// As above, from a file of at most 32 MiB; the error begins with the path.
[[nodiscard]] Expected<std::vector<BenchmarkRun>> readBenchmarkFile(const std::filesystem::path& path);

} // namespace rigwright
