// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "builds/evaluate.h"
#include "builds/recommend.h"
#include "project/build_file.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace rigwright {

namespace {

template <class Number>
Expected<Number> readNumber(const std::string& option, const std::string& text, Number least, Number most,
                            const char* kind)
{
    Number value{};
    const char* end = text.data() + text.size();
    const auto [stopped, status] = std::from_chars(text.data(), end, value);
    const bool whole = status == std::errc() && stopped == end && !text.empty();
    if (!whole || !(value >= least && value <= most)) {
        const auto bound = [](Number number) {
            return formatFixed(static_cast<double>(number), std::is_integral_v<Number> ? 0 : 2);
        };
        return fail(option + ": '" + text.substr(0, 60) + "' is not " + kind + " from " + bound(least) +
                    " to " + bound(most));
    }
    return value;
}

/// Reads an optional number into a field; keeps the first error.
class Reader {
public:
    template <class Field>
    void whole(const std::string& option, const std::string& text, std::int64_t least, std::int64_t most,
               Field& field)
    {
        if (text.empty() || error_) {
            return;
        }
        const Expected<std::int64_t> value = readWhole(option, text, least, most);
        if (value) {
            field = static_cast<Field>(*value);
        } else {
            error_ = value.error();
        }
    }

    void whole(const std::string& option, const std::string& text, std::int64_t least, std::int64_t most,
               std::optional<int>& field)
    {
        int value = 0;
        whole(option, text, least, most, value);
        if (!text.empty() && !error_) {
            field = value;
        }
    }

    template <class Unit>
    void decimal(const std::string& option, const std::string& text, double least, double most, double scale,
                 std::optional<Unit>& field)
    {
        if (text.empty() || error_) {
            return;
        }
        const Expected<double> value = readDecimal(option, text, least, most);
        if (value) {
            field = Unit(*value * scale);
        } else {
            error_ = value.error();
        }
    }

    template <class Field>
    void take(const Expected<Field>& parsed, Field& field)
    {
        if (error_) {
            return;
        }
        if (parsed) {
            field = *parsed;
        } else {
            error_ = parsed.error();
        }
    }

    void fail(std::string message)
    {
        if (!error_) {
            error_ = Error{std::move(message)};
        }
    }

    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

private:
    std::optional<Error> error_;
};

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

Expected<Host> readHost(const Catalog& catalog, const HardwareArguments& arguments)
{
    Host host;
    Reader reader;
    reader.whole("--sockets", arguments.sockets, 1, 8, host.sockets);
    std::optional<BytesPerSecond> bandwidth;
    reader.decimal("--host-bandwidth", arguments.hostBandwidth, 1, 100'000, 1e9, bandwidth);
    std::optional<Seconds> gib;
    reader.decimal("--memory-gib", arguments.memoryGib, 1, 1'000'000, 1, gib);
    if (reader.error()) {
        return tl::unexpected(*reader.error());
    }
    if (gib) {
        host.memory = Bytes::gib(gib->value());
    }
    if (!arguments.cpu.empty()) {
        const Expected<const Cpu*> cpu = findCpu(catalog, arguments.cpu);
        if (!cpu) {
            return tl::unexpected(cpu.error());
        }
        if (host.sockets > (*cpu)->maxSockets) {
            return fail("--sockets: " + (*cpu)->info.name + " works in machines of at most " +
                        std::to_string((*cpu)->maxSockets) + " sockets");
        }
        host.name = (*cpu)->info.name;
        host.cores = (*cpu)->cores * host.sockets;
        host.avx512 = (*cpu)->avx512;
        host.amx = (*cpu)->amx;
        host.bandwidth = memoryBandwidth((*cpu)->memoryChannels * host.sockets, (*cpu)->memorySpeed);
    }
    if (bandwidth) {
        host.bandwidth = bandwidth;
    }
    return host;
}

} // namespace

Expected<std::int64_t> readWhole(const std::string& option, const std::string& text, std::int64_t least,
                                 std::int64_t most)
{
    return readNumber(option, text, least, most, "a whole number");
}

Expected<double> readDecimal(const std::string& option, const std::string& text, double least, double most)
{
    return readNumber(option, text, least, most, "a number");
}

void addWorkloadOptions(CLI::App& command, WorkloadArguments& arguments)
{
    command.add_option("--model", arguments.model, "Model of the catalog, by id")->required();
    command.add_option("--weights", arguments.weights,
                       "Weight precision, such as q4_k_m, fp16, awq-4 (q4_k_m)");
    command.add_option("--kv", arguments.keyCache, "Type of the key/value cache: f16, q8_0, fp8 … (f16)");
    command.add_option("--kv-v", arguments.valueCache, "Type of the value cache where it differs");
    command.add_option("--workload", arguments.workload, "chat, serve or batch (chat)");
    command.add_option("--engine", arguments.engine, "llama.cpp or vllm (by the weights)");
    command.add_option("--context", arguments.context, "Tokens of one sequence (8192)");
    command.add_option("--concurrency", arguments.concurrency, "Users at once, with --workload serve (1)");
    command.add_option("--prompt-tokens", arguments.promptTokens, "Tokens of a prompt (512)");
    command.add_option("--output-tokens", arguments.outputTokens, "Tokens of an answer (256)");
    command.add_option("--ubatch", arguments.microBatch, "llama.cpp's micro-batch (512)");
    command.add_option("--flash-attention", arguments.flashAttention, "on or off (on)");
    command.add_option("--ttft-ms", arguments.timeToFirstToken, "Longest time to the first token");
    command.add_option("--tpot-ms", arguments.timePerOutputToken, "Longest time per output token");
}

Expected<ModelAndWorkload> readWorkload(const Catalog& catalog, const WorkloadArguments& arguments)
{
    ModelAndWorkload result;
    Workload& workload = result.workload;
    Reader reader;
    reader.take(findModel(catalog, arguments.model), result.model);
    if (!arguments.weights.empty()) {
        reader.take(parseWeightFormat(arguments.weights), workload.weights);
    }
    workload.engine = isGguf(workload.weights) ? Engine::LlamaCpp : Engine::Vllm;
    if (!arguments.engine.empty()) {
        reader.take(parseEngine(arguments.engine), workload.engine);
    }
    reader.take(parseWorkloadKind(arguments.workload), workload.kind);
    reader.take(parseCacheType(arguments.keyCache), workload.keyCache);
    workload.valueCache = workload.keyCache;
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
    if (arguments.flashAttention != "on" && arguments.flashAttention != "off") {
        reader.fail("--flash-attention: '" + arguments.flashAttention + "' is neither on nor off");
    }
    workload.flashAttention = arguments.flashAttention == "on";
    fitDefaultTokens(workload, !arguments.promptTokens.empty(), !arguments.outputTokens.empty());
    if (!reader.error()) {
        if (const Expected<void> sound = check(workload); !sound) {
            return tl::unexpected(sound.error());
        }
        return result;
    }
    return tl::unexpected(*reader.error());
}

void addHardwareOptions(CLI::App& command, HardwareArguments& arguments)
{
    command.add_option("--accelerator", arguments.accelerators, "Accelerator by id; repeatable")
        ->allow_extra_args(false);
    command.add_option("--count", arguments.counts, "How many of the accelerator before it (1)")
        ->allow_extra_args(false);
    command.add_option("--cpu", arguments.cpu, "CPU by id");
    command.add_option("--sockets", arguments.sockets, "How many of the CPU (1)");
    command.add_option("--host-bandwidth", arguments.hostBandwidth, "Memory bandwidth of the host in GB/s");
    command.add_option("--memory-gib", arguments.memoryGib, "RAM of the host in GiB");
    command.add_option("--build", arguments.buildFile, "A build in JSON instead of single parts");
    command.add_option("--tp", arguments.tensorParallel, "Tensor parallel degree");
    command.add_option("--pp", arguments.pipelineParallel, "Pipeline parallel degree");
    command.add_option("--gpu-layers", arguments.gpuLayers, "Layers on accelerators; the rest stays in RAM");
    command.add_flag("--offload-experts", arguments.offloadExperts, "Keep the routed experts in RAM");
}

Expected<Hardware> readHardware(const Catalog& catalog, const HardwareArguments& arguments)
{
    if (!arguments.buildFile.empty()) {
        return readBuildFile(catalog, arguments.buildFile).and_then([&](const Build& build) {
            return hardwareOf(catalog, build);
        });
    }
    if (arguments.counts.size() > arguments.accelerators.size()) {
        return fail("--count: each needs an --accelerator before it");
    }
    Hardware hardware;
    for (std::size_t i = 0; i < arguments.accelerators.size(); ++i) {
        const Expected<const Accelerator*> accelerator = findAccelerator(catalog, arguments.accelerators[i]);
        if (!accelerator) {
            return tl::unexpected(accelerator.error());
        }
        const Expected<std::int64_t> count =
            readWhole("--count", i < arguments.counts.size() ? arguments.counts[i] : "1", 1, 1024);
        if (!count) {
            return tl::unexpected(count.error());
        }
        hardware.accelerators.push_back({**accelerator, static_cast<int>(*count), {}, {}});
    }
    Expected<Host> host = readHost(catalog, arguments);
    if (!host) {
        return tl::unexpected(host.error());
    }
    hardware.host = std::move(*host);
    if (hardware.accelerators.empty() && arguments.cpu.empty() && arguments.hostBandwidth.empty()) {
        return fail("no hardware: give --accelerator ID, --cpu ID, --host-bandwidth GB/s or --build FILE");
    }
    return hardware;
}

Expected<PlacementRequest> readPlacement(const HardwareArguments& arguments)
{
    PlacementRequest request;
    Reader reader;
    reader.whole("--tp", arguments.tensorParallel, 1, 1024, request.tensorParallel);
    reader.whole("--pp", arguments.pipelineParallel, 1, 1024, request.pipelineParallel);
    reader.whole("--gpu-layers", arguments.gpuLayers, 0, 10'000, request.gpuLayers);
    if (arguments.offloadExperts) {
        request.expertsOnHost = true;
    }
    return reader.error() ? Expected<PlacementRequest>(tl::unexpected(*reader.error())) : request;
}

void addBudgetOptions(CLI::App& command, BudgetArguments& arguments)
{
    command.add_option("--budget", arguments.budget, "The most that a machine may cost, before tax");
    command.add_option("--currency", arguments.currency, "Currency of the budget and the answer (USD)");
    command.add_option("--max-watts", arguments.maxWatts, "The most power at the wall");
    command.add_option("--min-tokens-per-s", arguments.minTokensPerSecond,
                       "The least speed of one user (1; 0: any)");
    command.add_option("--vendor", arguments.vendor, "nvidia, amd, intel or apple");
    command.add_option("--enclosure", arguments.enclosure, "tower or rack (either)");
    command.add_flag("--require-ecc", arguments.requireEcc, "Host memory with error correction");
    command.add_flag("--no-host-offload", arguments.noHostOffload, "The model must lie on accelerators");
}

BudgetArguments limitsFor(BudgetArguments arguments, const std::string& buildFile)
{
    if (!buildFile.empty() && arguments.budget.empty()) {
        arguments.budget = "1000000000000";
    }
    return arguments;
}

namespace {

template <class Value>
Expected<Value> readChoice(const std::string& option, const std::string& text,
                           std::initializer_list<std::pair<const char*, Value>> choices)
{
    std::string known;
    for (const auto& [name, value] : choices) {
        if (toLower(text) == name) {
            return value;
        }
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    return fail(option + ": '" + text.substr(0, 60) + "' is not one of " + known);
}

} // namespace

Expected<Requirement> readRequirement(const Catalog& catalog, const WorkloadArguments& workload,
                                      const BudgetArguments& budget)
{
    Requirement requirement;
    const Expected<ModelAndWorkload> described = readWorkload(catalog, workload);
    if (!described) {
        return tl::unexpected(described.error());
    }
    requirement.model = described->model->id;
    requirement.workload = described->workload;
    const Expected<Currency> currency = Currency::parse(budget.currency);
    if (!currency) {
        return fail("--currency: " + currency.error().message);
    }
    if (budget.budget.empty()) {
        return fail("--budget is required, such as --budget 3000 --currency USD");
    }
    const Expected<Money> amount = Money::parse(budget.budget, *currency);
    if (!amount) {
        return fail("--budget: " + amount.error().message);
    }
    if (amount->minorUnits() <= 0) {
        return fail("--budget: " + amount->decimal() + " is not a positive amount");
    }
    requirement.budget = *amount;
    Reader reader;
    reader.decimal("--max-watts", budget.maxWatts, 1, 1e6, 1, requirement.maxWallPower);
    reader.decimal("--min-tokens-per-s", budget.minTokensPerSecond, 0, 1e6, 1, requirement.minDecode);
    if (!budget.vendor.empty()) {
        AcceleratorVendor vendor{};
        reader.take(readChoice<AcceleratorVendor>("--vendor", budget.vendor,
                                                  {{"nvidia", AcceleratorVendor::Nvidia},
                                                   {"amd", AcceleratorVendor::Amd},
                                                   {"intel", AcceleratorVendor::Intel},
                                                   {"apple", AcceleratorVendor::Apple}}),
                    vendor);
        requirement.vendor = vendor;
    }
    if (!budget.enclosure.empty()) {
        reader.take(readChoice<Enclosure>("--enclosure", budget.enclosure,
                                          {{"tower", Enclosure::Tower}, {"rack", Enclosure::Rack}}),
                    requirement.enclosure);
    }
    requirement.requireEcc = budget.requireEcc;
    requirement.allowHostOffload = !budget.noHostOffload;
    return reader.error() ? Expected<Requirement>(tl::unexpected(*reader.error())) : requirement;
}

Expected<std::optional<EvaluatedBuild>> chooseBuild(const Catalog& catalog, const Requirement& requirement,
                                                    const std::string& buildFile)
{
    if (!buildFile.empty()) {
        return readBuildFile(catalog, buildFile)
            .and_then([&](const Build& build) { return evaluateBuild(catalog, build, requirement); })
            .map([](EvaluatedBuild build) { return std::optional(std::move(build)); });
    }
    return searchBuilds(catalog, requirement).map([](const SearchResult& result) {
        const EvaluatedBuild* best = recommendedBuild(result);
        return best == nullptr ? std::nullopt : std::optional(*best);
    });
}

} // namespace rigwright
