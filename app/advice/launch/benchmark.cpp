// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/benchmark.h"

#include "advice/launch/serving_parts.h"
#include "advice/launch/shell_command.h"

namespace rigwright {

namespace {

/// Requests of a run against a server: enough that the beginning and the end, when fewer are under way, count little.
long long requestsOf(std::int64_t concurrency)
{
    constexpr std::int64_t kRounds = 10;
    return kRounds * concurrency;
}

/// The programs of vLLM (docs.vllm.ai, "vllm bench serve"), SGLang (docs/developer_guide/bench_serving.md, at 0229689b) and
/// TensorRT-LLM (run-benchmark-with-trtllm-serve) that send random prompts to a server take the same names. `dataset`: whose prompts
/// are random tokens; "random" alone has SGLang and TensorRT-LLM download texts.
ShellCommand serverBenchmark(std::vector<std::string> program, const LaunchQuestion& question,
                             const char* dataset = "random")
{
    const Workload& workload = question.workload();
    ShellCommand command(std::move(program));
    command.add("--model", servedCheckpoint(question).name);
    command.add("--host", question.listen).add("--port", portOf(workload.engine));
    command.add("--dataset-name", std::string(dataset));
    command.add("--random-input-len", workload.promptTokens);
    command.add("--random-output-len", workload.outputTokens);
    command.add("--num-prompts", requestsOf(workload.sequences()));
    command.add("--max-concurrency", workload.sequences());
    return command;
}

} // namespace

int portOf(Engine engine)
{
    constexpr int kLlamaCpp = 8080;
    constexpr int kSgLang = 30000;
    constexpr int kOthers = 8000;
    return engine == Engine::LlamaCpp ? kLlamaCpp : engine == Engine::SgLang ? kSgLang : kOthers;
}

Benchmarks benchmarksOf(const LaunchQuestion& question)
{
    const auto both = [](const ShellCommand& command) { return Benchmarks{command.text(), command.text()}; };
    if (isTraining(question.workload().kind)) {
        return {};
    }
    switch (question.workload().engine) {
    case Engine::LlamaCpp: return llamaCppBenchmarks(question);
    case Engine::Vllm: return both(serverBenchmark({"vllm", "bench", "serve"}, question).add("--ignore-eos"));
    case Engine::SgLang: {
        ShellCommand command =
            serverBenchmark({"python3", "-m", "sglang.bench_serving"}, question, "random-ids");
        return both(command.add("--backend", std::string("sglang")).add("--random-range-ratio", 1));
    }
    case Engine::TensorRtLlm: {
        const std::vector<std::string> program{"python3", "-m",
                                               "tensorrt_llm.serve.scripts.benchmark_serving"};
        return both(serverBenchmark(program, question).add("--random-ids").add("--ignore-eos"));
    }
    default: return {};
    }
}

} // namespace rigwright
