// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/sections.h"

#include "accuracy/error_table.h"
#include "models/gguf_sizes.h"
#include "sizing/serving_logs.h"
#include "sizing/training_measurements.h"

#include <map>

namespace rigwright::accuracy {

std::string ggufSection(const Catalog& catalog)
{
    Errors stock{"stock files", {}};
    Errors others{"others, made with rules of their own", {}};
    const auto sizes = readGgufSizes(catalog, RIGWRIGHT_TEST_DATA "/gguf_sizes.csv");
    for (const GgufSize& size : sizes.value_or(std::vector<GgufSize>{})) {
        (size.stock ? stock : others).add(size.computed, size.published);
    }
    return "## Sizes of GGUF files\n\nComputed from a model's dimensions and the rules of the file type, "
           "against published "
           "sizes (tests/data/gguf_sizes.csv).\n\n" +
        errorTable({stock, others});
}

std::string servingEnginesSection(const Catalog& catalog)
{
    std::map<std::string, Errors> byQuantity;
    for (const ServingFigure& figure : planServingLogs(RIGWRIGHT_SERVING_MEMORY, catalog)) {
        const std::string quantity = figure.engine + ", " + figure.quantity;
        Errors& errors = byQuantity.try_emplace(quantity, Errors{quantity, {}}).first->second;
        errors.add(figure.planned, figure.printed);
    }
    std::vector<Errors> all;
    for (auto& [quantity, errors] : byQuantity) {
        all.push_back(std::move(errors));
    }
    return "## Serving engines\n\nWhat engines print as they start, against the plan of the same set-up "
           "(tests/data/serving_memory.csv).\n\n" +
        errorTable(all);
}

std::string trainingSection(const Catalog& catalog)
{
    Errors all{"all", {}};
    std::map<std::string, Errors> byFramework;
    for (const training::Comparison& comparison :
         training::compare(training::readMeasurements(RIGWRIGHT_TRAINING_MEMORY), catalog)) {
        const std::string& framework = comparison.measurement.framework;
        byFramework.try_emplace(framework, Errors{framework, {}})
            .first->second.values.push_back(comparison.error());
        all.values.push_back(comparison.error());
    }
    std::vector<Errors> rows{all};
    for (auto& [framework, errors] : byFramework) {
        rows.push_back(std::move(errors));
    }
    return "## Training\n\nPeaks on the fullest device as others measured them "
           "(tests/data/training_memory.csv).\n\n" +
        errorTable(rows);
}

std::string peersSection(const Catalog& /*catalog*/)
{
    return "## Other tools\n\nErrors of the total over 633 allocations that llama.cpp itself printed: dense, "
           "sliding-window, MLA, MoE and hybrid models, several cache types. They were taken for a "
           "comparison of November "
           "2026; the prints of the first tables here are a part of them.\n\n"
           "| tool | median | 90th percentile | what its figure is |\n|---|---|---|---|\n"
           "| the most popular fit tool | 10 % | 43 % | bytes a parameter, a cache in full for every layer, "
           "0.5 GB |\n"
           "| an analysis library | 16 % | 36 % | formulas for weights, cache and activations |\n"
           "| the best re-implementation from a file's header | 30 % | 76 % | the file's tensors, and its "
           "own formulas for "
           "caches and buffers |\n"
           "| an engine binding | 23 % | 259 % | its own formula, without the engine |\n"
           "| folk rule | 30 % | 63 % | parameters × bits / 8 × 1.2 |\n"
           "| a web calculator | 205 % | – | its own formula |\n"
           "| the engine's own dry run | 0.0 % | 0.1 % | the engine builds its graph and allocates nothing "
           "|\n"
           "| the engine's own dry run, for the server | 7 % | 53 % | the same, which is not the server's "
           "graph |\n";
}

const std::vector<SectionFunction>& sections()
{
    static const std::vector<SectionFunction> all{llamaCppSection, peersSection, ggufSection,
                                                  servingEnginesSection, trainingSection};
    return all;
}

} // namespace rigwright::accuracy
