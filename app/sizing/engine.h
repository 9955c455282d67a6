// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/weight_format.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rigwright {

/// The program that runs a model; each has memory rules of its own (sizing/engines).
enum class Engine { LlamaCpp, Vllm, SgLang, TensorRtLlm, Transformers, Fsdp, DeepSpeed, Megatron };

enum class WorkloadKind {
    Chat,     ///< one user
    Serve,    ///< concurrent users
    Batch,    ///< every token of a prompt yields an output row, as llama-bench runs it
    Lora,     ///< adapters on a frozen model in 16 or 8 bits
    Qlora,    ///< adapters on a frozen model in 4 bits
    Full,     ///< fine-tuning of all weights
    Pretrain, ///< training of all weights from the start
};

/// How the key/value cache is stored.
enum class CacheType { F32, F16, Bf16, Fp8, Q8_0, Q5_1, Q5_0, Q4_1, Q4_0 };

[[nodiscard]] const std::vector<Engine>& allEngines();
[[nodiscard]] Expected<Engine> parseEngine(std::string_view name);
[[nodiscard]] const char* engineName(Engine engine);  ///< "llama.cpp", "vllm"
[[nodiscard]] const char* engineLabel(Engine engine); ///< "llama.cpp", "vLLM"
/// True when the engine can load weights of this format.
[[nodiscard]] bool engineLoads(Engine engine, WeightFormat format);
[[nodiscard]] bool engineHasCacheType(Engine engine, CacheType type);
/// True when the engine does this kind of work: serving engines don't train.
[[nodiscard]] bool engineRuns(Engine engine, WorkloadKind kind);
/// The engine that people would take first for this work and precision; none: no engine does both.
[[nodiscard]] std::optional<Engine> engineFor(WorkloadKind kind, WeightFormat format);

} // namespace rigwright
