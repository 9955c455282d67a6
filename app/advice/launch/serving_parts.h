// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/launch/compose.h"
#include "advice/launch/launch_question.h"
#include "advice/launch/model_name.h"

// What the commands of vLLM, SGLang and TensorRT-LLM have in common.
namespace rigwright {

/// The formats that vLLM and SGLang make from a checkpoint in 16 bits as they load it, by their `--quantization`; empty: the
/// checkpoint says itself how it is quantised.
[[nodiscard]] std::string quantizationOnLoad(Engine engine, WeightFormat format);

/// The name that the engine's commands use.
[[nodiscard]] CheckpointName servedCheckpoint(const LaunchQuestion& question);

/// "0.92"
[[nodiscard]] std::string memoryShareText(double share);

/// What has to be put in, what the model refuses, and cache types that differ.
void addServingFindings(LaunchSheet& sheet, const LaunchQuestion& question);

/// The service that such an engine runs as, but for image, entry point and words.
[[nodiscard]] ComposeService servingService(const LaunchQuestion& question);

/// The compose file and what to know about its image; none where Docker doesn't reach the accelerators.
void addCompose(LaunchSheet& sheet, const LaunchQuestion& question, const ComposeService& service);

} // namespace rigwright
