// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workload_arguments.h"

#include "builds/requirement.h"
#include "cli/option_reader.h"
#include "cli/switches.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace rigwright {

namespace {

constexpr double kMillisecond = 1e-3;
constexpr double kLongestTargetMs = 1e7;

/// A prompt and an output that fit the context where the user named none.
void fitDefaultTokens(Workload& workload, bool promptTyped, bool outputTyped)
{
    if (!outputTyped && !promptTyped && workload.promptTokens + workload.outputTokens > workload.context) {
        workload.promptTokens = std::max<std::int64_t>(1, workload.context * 2 / 3);
    }
    if (!promptTyped) {
        workload.promptTokens =
            std::max<std::int64_t>(1, std::min(workload.promptTokens, workload.context - 1));
    }
    if (!outputTyped) {
        workload.outputTokens = std::max<std::int64_t>(
            1, std::min(workload.outputTokens, workload.context - workload.promptTokens));
    }
}

/// The types of GGUF files that hold 4-bit floats have names of their own.
void useGgufName(ModelAndWorkload& result)
{
    WeightFormat& weights = result.workload.weights;
    if (result.workload.engine != Engine::LlamaCpp ||
        (weights != WeightFormat::Mxfp4 && weights != WeightFormat::Nvfp4)) {
        return;
    }
    const WeightFormat named = weights;
    weights = named == WeightFormat::Mxfp4 ? WeightFormat::MXFP4_MOE : WeightFormat::NVFP4_GGUF;
    result.assumptions.push_back(
        {"gguf-name",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding", "llama.cpp reads {named} from a GGUF file: sized as its type {type}."),
         {{"named", weightFormatLabel(named)}, {"type", weightFormatName(weights)}}});
}

void readSpeculation(const WorkloadArguments& arguments, OptionReader& reader, Workload& workload)
{
    if (arguments.draftTokens.empty() && arguments.draftAcceptance.empty() && arguments.draftCost.empty()) {
        return;
    }
    SpeculativeDecoding guess = workload.speculative.value_or(SpeculativeDecoding());
    reader.whole("--draft-tokens", arguments.draftTokens, 1, 64, guess.draftTokens);
    std::optional<double> acceptance;
    std::optional<double> cost;
    reader.decimal("--draft-acceptance", arguments.draftAcceptance, 0, 1, 1, acceptance);
    reader.decimal("--draft-cost", arguments.draftCost, 0, 1, 1, cost);
    guess.acceptance = acceptance.value_or(guess.acceptance);
    guess.draftCost = cost.value_or(guess.draftCost);
    workload.speculative = guess;
}

} // namespace

void addWorkloadOptions(CLI::App& command, WorkloadArguments& arguments)
{
    addModelOptions(command, arguments.model);
    command.add_option("--kv", arguments.keyCache, "Type of the key/value cache: f16, q8_0, fp8 … (f16)");
    command.add_option("--kv-v", arguments.valueCache, "Type of the value cache where it differs");
    command.add_option("--workload", arguments.workload,
                       "chat, serve, batch, lora, qlora, full or pretrain (chat)");
    command.add_option("--engine", arguments.engine, "llama.cpp, vllm, sglang … (by weights and workload)");
    command.add_option("--context", arguments.context, "Tokens of one sequence (8192)");
    command.add_option("--concurrency", arguments.concurrency, "Users at once, with --workload serve (1)");
    command.add_option("--prompt-tokens", arguments.promptTokens, "Tokens of a prompt (512)");
    command.add_option("--output-tokens", arguments.outputTokens, "Tokens of an answer (256)");
    command.add_option("--ubatch", arguments.microBatch, "llama.cpp's micro-batch (512)");
    command.add_option("--flash-attention", arguments.flashAttention, "on or off (on)");
    command.add_option("--ttft-ms", arguments.timeToFirstToken, "Longest time to the first token");
    addSwitch(command, "--no-kv-unified,!--kv-unified", arguments.unifiedCache, false,
              "llama.cpp: a cache of its own for each sequence");
    addSwitch(command, "--swa-full,!--no-swa-full", arguments.fullWindowCache, true,
              "llama.cpp: sliding-window layers keep the whole context");
    addSwitch(command, "--no-mmap,!--mmap", arguments.memoryMap, false,
              "llama.cpp: files are read, not mapped");
    command.add_option("--memory-share", arguments.memoryShare,
                       "Share of memory that a serving engine takes, 0.05 to 1 (the engine's own)");
    command.add_option("--max-batched-tokens", arguments.batchedTokens,
                       "Tokens of one step of a serving engine");
    command.add_option("--max-num-seqs", arguments.mostSequences,
                       "Sequences of one step of a serving engine");
    addSwitch(command, "--enforce-eager,!--no-enforce-eager", arguments.graphs, false,
              "Serving engine without CUDA graphs");
    command.add_option("--qps", arguments.requestRate,
                       "Requests a second that arrive at random, with --workload serve");
    command.add_option("--prefix-hit-rate", arguments.prefixHitRate,
                       "Share of the prompt found in the prefix cache, 0 to 0.99 (0)");
    command.add_option("--draft-tokens", arguments.draftTokens,
                       "Speculative decoding: tokens guessed a step");
    command.add_option("--draft-acceptance", arguments.draftAcceptance,
                       "Chance that a guessed token is right, 0 to 1 (0.7)");
    command.add_option("--draft-cost", arguments.draftCost,
                       "Time to guess a token over the time of a step, 0 to 1 (0.05)");
    addTrainingOptions(command, arguments.training);
    command.add_option("--tpot-ms", arguments.timePerOutputToken, "Longest time per output token");
}

Expected<ModelAndWorkload> readWorkload(Catalog& catalog, const WorkloadArguments& arguments,
                                        const Requirement* wanted)
{
    Expected<ChosenModel> chosen =
        chooseModel(catalog, arguments.model, wanted == nullptr ? ModelId() : wanted->model);
    if (!chosen) {
        return tl::unexpected(chosen.error());
    }
    ModelAndWorkload result{chosen->id, wanted == nullptr ? Workload() : wanted->workload,
                            std::move(chosen->assumptions)};
    Workload& workload = result.workload;
    OptionReader reader;
    if (!arguments.workload.empty()) {
        reader.take(parseWorkloadKind(arguments.workload), workload.kind);
    }
    const bool sameWork = wanted != nullptr && isTraining(workload.kind) == isTraining(wanted->workload.kind);
    workload.weights =
        chosen->weights.value_or(sameWork ? wanted->workload.weights : defaultWeights(workload.kind));
    takeSwitch(arguments.model.importanceMatrix, workload.importanceMatrix);
    if (!arguments.engine.empty()) {
        reader.take(parseEngine(arguments.engine), workload.engine);
    } else if (!sameWork || !engineRuns(workload.engine, workload.kind) ||
               !engineLoads(workload.engine, workload.weights)) {
        workload.engine = engineFor(workload.kind, workload.weights).value_or(workload.engine);
    }
    useGgufName(result);
    if (!arguments.keyCache.empty()) {
        reader.take(parseCacheType(arguments.keyCache), workload.keyCache);
        workload.valueCache = workload.keyCache;
    }
    if (!arguments.valueCache.empty()) {
        reader.take(parseCacheType(arguments.valueCache), workload.valueCache);
    }
    reader.whole("--context", arguments.context, 1, kLargestContext, workload.context);
    reader.whole("--concurrency", arguments.concurrency, 1, kLargestConcurrency, workload.concurrency);
    reader.whole("--prompt-tokens", arguments.promptTokens, 1, kLargestContext, workload.promptTokens);
    reader.whole("--output-tokens", arguments.outputTokens, 1, kLargestContext, workload.outputTokens);
    reader.whole("--ubatch", arguments.microBatch, 1, kLargestMicroBatch, workload.microBatch);
    reader.decimal("--ttft-ms", arguments.timeToFirstToken, 0.01, kLongestTargetMs, kMillisecond,
                   workload.maxTimeToFirstToken);
    reader.decimal("--tpot-ms", arguments.timePerOutputToken, 0.01, kLongestTargetMs, kMillisecond,
                   workload.maxTimePerOutputToken);
    reader.decimal("--qps", arguments.requestRate, 1e-6, 1e6, 1, workload.requestRate);
    std::optional<double> hitRate;
    reader.decimal("--prefix-hit-rate", arguments.prefixHitRate, 0, 0.99, 1, hitRate);
    workload.prefixCacheHitRate = hitRate.value_or(workload.prefixCacheHitRate);
    readSpeculation(arguments, reader, workload);
    takeSwitch(arguments.unifiedCache, workload.unifiedCache);
    takeSwitch(arguments.fullWindowCache, workload.fullWindowCache);
    takeSwitch(arguments.memoryMap, workload.memoryMap);
    takeSwitch(arguments.graphs, workload.serving.graphs);
    reader.decimal("--memory-share", arguments.memoryShare, 0.05, 1, 1, workload.serving.memoryShare);
    reader.whole("--max-batched-tokens", arguments.batchedTokens, 1, kLargestContext,
                 workload.serving.batchedTokens);
    reader.whole("--max-num-seqs", arguments.mostSequences, 1, kLargestConcurrency,
                 workload.serving.mostSequences);
    readTraining(arguments.training, reader, workload.training);
    if (const std::string& flash = arguments.flashAttention; !flash.empty()) {
        if (flash != "on" && flash != "off") {
            reader.fail("--flash-attention: '" + flash + "' is neither on nor off");
        }
        workload.flashAttention = flash == "on";
    }
    fitDefaultTokens(workload, !arguments.promptTokens.empty(), !arguments.outputTokens.empty());
    if (!reader.error()) {
        if (const Expected<void> sound = check(workload); !sound) {
            return tl::unexpected(sound.error());
        }
        return result;
    }
    return tl::unexpected(*reader.error());
}

} // namespace rigwright
