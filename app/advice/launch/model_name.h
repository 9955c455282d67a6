// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/launch/launch_question.h"

#include <string>

// What commands call the model. Where no exact name is known there is a placeholder in angle brackets, never a guess.
namespace rigwright {

/// A GGUF file named by the model's id and its weights: "llama-3.1-8b-q4_k_m.gguf". People name theirs as they like.
[[nodiscard]] std::string ggufFileName(const LaunchQuestion& question);
/// The same in a folder that is a placeholder: "<FOLDER>/llama-3.1-8b-q4_k_m.gguf"
[[nodiscard]] std::string ggufPath(const LaunchQuestion& question);

/// A repository of Hugging Face, or kModelPlaceholder.
struct CheckpointName {
    std::string name;
    bool known = false;
    /// The repository holds 16 bits and the engine is to quantise, or to convert, as it loads.
    bool convertsOnLoad = false;
};

inline constexpr const char* kModelPlaceholder = "<MODEL>";

/// The model's own repository where it holds the weights that are wanted, or 16 bits that an engine that `quantizesOnLoad`
/// makes them from.
[[nodiscard]] CheckpointName checkpointName(const LaunchQuestion& question, bool quantizesOnLoad);

/// Whether text is a repository's name as Hugging Face allows them: "owner/name" of letters, digits, '-', '_' and '.'.
[[nodiscard]] bool isRepositoryName(const std::string& text);

} // namespace rigwright
