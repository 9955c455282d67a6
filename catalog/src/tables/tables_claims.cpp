// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tables/tables.h"

#include "catalog/claim_cells.h"

namespace rigwright {

namespace {

constexpr double kLargest = 1e12;

Column partsColumn(std::string name, std::vector<std::string> tables)
{
    Column column = plainColumn(std::move(name), CellType::Parts);
    column.references = std::move(tables);
    return column;
}

/// Weight formats that guides speak of, by the names of the command line.
Column weightsColumn(std::string name)
{
    return choiceColumn(std::move(name),
                        {"bf16", "fp16", "fp8", "int8", "gptq-4", "gptq-8", "awq-4", "int4", "nf4", "nf4-dq",
                         "q8_0", "q6_k", "q5_k_m", "q4_k_m", "q4_0", "q3_k_m", "q2_k"});
}

std::vector<Column> claimFigure()
{
    return {
        textColumn("id").must(),
        textColumn("scenario").must(),
        textColumn("claim_en").must(),
        textColumn("claim_zh").must(),
        choiceColumn("quantity", claimQuantityNames()).must(),
        choiceColumn("meaning", claimMeaningNames()).must(),
        decimalColumn("low", 0, kLargest),
        decimalColumn("high", 0, kLargest),
        choiceColumn("unit", claimUnitNames()).must(),
    };
}

std::vector<Column> claimScenario(const std::vector<std::string>& partTables)
{
    return {
        referenceColumn("model", {"models"}),
        decimalColumn("parameters_b", 0.01, 100'000),
        weightsColumn("weights"),
        weightsColumn("other_weights"),
        choiceColumn(
            "engine",
            {"llama.cpp", "vllm", "sglang", "tensorrt-llm", "transformers", "fsdp", "deepspeed", "megatron"}),
        choiceColumn("workload", {"chat", "serve", "batch", "lora", "qlora", "full", "pretrain"}),
        wholeColumn("requests_low", 1, 100'000),
        wholeColumn("requests_high", 1, 100'000),
        wholeColumn("prompt_tokens", 1, 10'000'000),
        wholeColumn("output_tokens", 1, 10'000'000),
        wholeColumn("context", 1, 100'000'000),
        decimalColumn("latency_s", 0.001, 100'000),
        partsColumn("accelerators", {"accelerators"}),
        referenceColumn("cpu", {"cpus"}),
        wholeColumn("sockets", 1, 8).orElse("1"),
        wholeColumn("channels", 1, 96),
        wholeColumn("mt_s", 1, 20'000),
        wholeColumn("modules", 1, 192),
        referenceColumn("board", {"boards"}),
        decimalColumn("multiple", 0.01, 100),
        decimalColumn("samples_s", 0.001, 1e9),
        plainColumn("terms", CellType::Terms),
        partsColumn("parts", partTables),
        textColumn("instance"),
        decimalColumn("guide_needs", 0, kLargest),
        listColumn("unstated",
                   {"model", "precision", "engine", "requests", "context", "lengths", "reading", "training",
                    "host", "parts"}),
    };
}

} // namespace

TableSpec claimsSpec(const std::vector<std::string>& partTables)
{
    TableSpec spec{.name = "claims", .category = "", .columns = claimFigure()};
    const std::vector<Column> evidence{
        decimalColumn("measured_low", 0, kLargest),
        decimalColumn("measured_high", 0, kLargest),
        choiceColumn("measured_match", {"same", "near"}),
        textColumn("measured_source"),
        textColumn("remark_en"),
        textColumn("remark_zh"),
    };
    for (const std::vector<Column>& group : {claimScenario(partTables), evidence}) {
        spec.columns.insert(spec.columns.end(), group.begin(), group.end());
    }
    return spec;
}

} // namespace rigwright
