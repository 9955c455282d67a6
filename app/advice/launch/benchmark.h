// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/launch/launch_question.h"

#include <string>

// How the speed of the workload is measured on the machine.
namespace rigwright {

/// The engine's own benchmarks with the workload's prompts, answers and requests at once; empty: it has none.
struct Benchmarks {
    std::string prefill; ///< of the prompt
    std::string decode;  ///< of the answer; of a server the same as `prefill`
};

[[nodiscard]] Benchmarks benchmarksOf(const LaunchQuestion& question);

/// llama-bench as the model is placed, or llama-batched-bench for several users.
[[nodiscard]] Benchmarks llamaCppBenchmarks(const LaunchQuestion& question);

/// Where the engine listens: 8080 of llama-server, 8000 of vLLM and TensorRT-LLM, 30000 of SGLang.
[[nodiscard]] int portOf(Engine engine);

} // namespace rigwright
