// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/llama_cpp_prints.h"

#include "accuracy/table.h"
#include "sizing/plan.h"

#include <algorithm>
#include <map>

namespace rigwright::accuracy {

namespace {

using Figure = LlamaCppComparison::Figure;

/// The engine's settings as our workload; nothing where ours can't say them: plain libllama with several sequences.
std::optional<Workload> workloadOf(const TableRow& row)
{
    const std::int64_t sequences = row.whole("n_seq_max");
    const bool everyToken = row.whole("n_outputs_max") >= row.whole("n_ubatch");
    if (everyToken && sequences > 1) {
        return std::nullopt;
    }
    Workload workload;
    workload.kind = everyToken ? WorkloadKind::Batch
        : sequences > 1        ? WorkloadKind::Serve
                               : WorkloadKind::Chat;
    workload.concurrency = static_cast<int>(sequences);
    workload.unifiedCache = sequences == 1 || row.whole("kv_unified") != 0;
    workload.fullWindowCache = row.whole("swa_full") != 0;
    workload.context = row.whole("n_ctx") / sequences;
    workload.microBatch = row.whole("n_ubatch");
    workload.flashAttention = row.whole("flash_attn") != 0;
    workload.keyCache = parseCacheType(row.text("type_k")).value();
    workload.valueCache = parseCacheType(row.text("type_v")).value();
    workload.memoryMap = row.text("load_mode") != "nommap";
    return workload;
}

WeightFormat formatOf(const std::string& quant)
{
    return parseWeightFormat(quant == "F16" ? "fp16" : quant).value();
}

std::string kindOf(const ModelFacts& facts)
{
    if (!facts.recurrentKind.empty()) {
        return "hybrid";
    }
    if (facts.kvLoraRank > 0) {
        return "MLA";
    }
    if (facts.experts > 0) {
        return "MoE";
    }
    return facts.window > 0 ? "sliding window" : "dense";
}

class Comparer {
public:
    explicit Comparer(const std::string& folder)
    {
        for (const ModelFacts& facts : llamaCppModels(folder)) {
            models_.emplace(facts.id.text(), facts);
        }
    }

    /// Nothing for a row that ours can't say.
    [[nodiscard]] std::optional<std::pair<LlamaCppComparison, MemoryPlan>> plan(const TableRow& row,
                                                                                WeightFormat format)
    {
        const auto workload = workloadOf(row);
        if (!workload) {
            return std::nullopt;
        }
        const std::string& name = row.text("model");
        const QuantizedModel& model = weighed(name, format);
        LlamaCppComparison comparison;
        comparison.model = name;
        comparison.kind = kindOf(model.architecture.facts);
        comparison.server = workload->kind != WorkloadKind::Batch;
        return std::pair(comparison, planMemory(model, *workload, Hardware{}));
    }

private:
    const QuantizedModel& weighed(const std::string& name, WeightFormat format)
    {
        const auto key = std::pair(name, format);
        const auto known = weighed_.find(key);
        return known != weighed_.end()
            ? known->second
            : weighed_.emplace(key, quantize(models_.at(name), format).value()).first->second;
    }

    std::map<std::string, ModelFacts> models_;
    std::map<std::pair<std::string, WeightFormat>, QuantizedModel> weighed_;
};

} // namespace

std::vector<LlamaCppComparison> compareLlamaCppPrints(const std::string& folder)
{
    std::vector<LlamaCppComparison> all;
    Comparer comparer(folder);
    for (const TableRow& row : readTable(folder + "/llamacpp_memory.csv")) {
        auto planned = comparer.plan(row, formatOf(row.text("quant")));
        if (!planned) {
            continue;
        }
        auto& [comparison, plan] = *planned;
        const MemoryComponents& used = plan.memory.host.used;
        const double caches = row.number("kv_nonswa_mib") + row.number("kv_swa_mib") + row.number("rs_mib");
        comparison.weights = Figure{used.weights.inMib(), row.number("weights_mib")};
        comparison.cache = Figure{(used.kvCache + used.recurrentState).inMib(), caches};
        comparison.output = Figure{used.outputBuffer.inMib(), row.number("output_mib")};
        comparison.compute = Figure{used.computeBuffer.inMib(), row.number("compute_mib")};
        comparison.total = Figure{used.total().inMib(), row.number("total_mib")};
        const bool repacks = row.text("load_mode") == "default" && row.number("repack_mib") > 0;
        if (repacks) {
            comparison.repacked = Figure{plan.hostDemand.repacked.inMib(), row.number("repack_mib")};
        }
        if (row.has("max_rss_mib") && row.text("load_mode") == "default") {
            comparison.peak = Figure{plan.hostDemand.peak.inMib(), row.number("max_rss_mib")};
        }
        all.push_back(comparison);
    }
    return all;
}

std::vector<LlamaCppComparison> compareLlamaCppDryRuns(const std::string& folder)
{
    std::vector<LlamaCppComparison> all;
    Comparer comparer(folder);
    for (const TableRow& row : readTable(folder + "/llamacpp_dry_runs.csv")) {
        auto planned = comparer.plan(row, WeightFormat::Q8_0);
        if (!planned) {
            continue;
        }
        auto& [comparison, plan] = *planned;
        const MemoryComponents& used = plan.memory.host.used;
        const Bytes caches = used.kvCache + used.recurrentState;
        const Bytes printedCaches(row.whole("cache_bytes"));
        const Bytes printedCompute(row.whole("compute_bytes"));
        comparison.cache = Figure{caches.inMib(), printedCaches.inMib()};
        comparison.compute = Figure{used.computeBuffer.inMib(), printedCompute.inMib()};
        // The weights of made-up files are ours on both sides, so that errors count as in a real total.
        const Bytes rest = used.total() - caches - used.computeBuffer;
        comparison.total = Figure{used.total().inMib(), (rest + printedCaches + printedCompute).inMib()};
        all.push_back(comparison);
    }
    return all;
}

Errors errorsOf(const std::string& quantity, const std::vector<LlamaCppComparison>& all,
                const FigureOf& figure)
{
    Errors errors{quantity, {}};
    for (const LlamaCppComparison& comparison : all) {
        if (const auto found = figure(comparison); found && found->printed > 0) {
            errors.add(found->computed, found->printed);
        }
    }
    return errors;
}

} // namespace rigwright::accuracy
