// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/llama_cpp_prints.h"
#include "accuracy/sections.h"

#include <algorithm>

namespace rigwright::accuracy {

namespace {

using Comparisons = std::vector<LlamaCppComparison>;

std::string componentTable(const Comparisons& all)
{
    return errorTable({
        errorsOf("weights", all, [](const auto& one) { return one.weights; }),
        errorsOf("cache and state", all, [](const auto& one) { return std::optional(one.cache); }),
        errorsOf("output buffer", all, [](const auto& one) { return one.output; }),
        errorsOf("compute buffer", all, [](const auto& one) { return std::optional(one.compute); }),
        errorsOf("total", all, [](const auto& one) { return one.total; }),
        errorsOf("repacked weights", all, [](const auto& one) { return one.repacked; }),
        errorsOf("resident peak", all, [](const auto& one) { return one.peak; }),
    });
}

Comparisons ofMode(const Comparisons& all, bool server)
{
    Comparisons some;
    std::ranges::copy_if(all, std::back_inserter(some),
                         [server](const auto& one) { return one.server == server; });
    return some;
}

std::string kindTable(const Comparisons& all)
{
    std::vector<Errors> rows;
    for (const char* kind : {"dense", "sliding window", "MoE", "MLA", "hybrid"}) {
        Comparisons some;
        std::ranges::copy_if(all, std::back_inserter(some),
                             [kind](const auto& one) { return one.kind == kind; });
        rows.push_back(errorsOf(std::string(kind) + ": cache and state", some,
                                [](const auto& one) { return std::optional(one.cache); }));
        rows.push_back(errorsOf(std::string(kind) + ": compute buffer", some,
                                [](const auto& one) { return std::optional(one.compute); }));
        rows.push_back(
            errorsOf(std::string(kind) + ": total", some, [](const auto& one) { return one.total; }));
    }
    return errorTable(rows);
}

} // namespace

std::string llamaCppSection(const Catalog& /*catalog*/)
{
    const Comparisons prints = compareLlamaCppPrints(RIGWRIGHT_TEST_DATA);
    const Comparisons dryRuns = compareLlamaCppDryRuns(RIGWRIGHT_TEST_DATA);
    return "## llama.cpp\n\nWhat the engine printed of its allocations on a CPU host "
           "(tests/data/llamacpp_memory.csv): five "
           "models, plain library with a row of logits for each token of a micro-batch.\n\n" +
        componentTable(ofMode(prints, false)) +
        "\nThe same prints in server mode, with a row of logits for each slot.\n\n" +
        componentTable(ofMode(prints, true)) +
        "\nDry runs of the engine over made-up files with the dimensions of 39 models "
        "(tests/data/llamacpp_dry_runs.csv), by kind; library and server mode, flash attention on and off, "
        "caches in f16 "
        "and q8_0, 2k to 32k tokens. In their totals the weights are ours on both sides.\n\n" +
        kindTable(dryRuns);
}

} // namespace rigwright::accuracy
