// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace rigwright {

/// Which part of a checkpoint a tensor belongs to.
enum class TensorPlace {
    Input,  ///< looked up by token or position
    Layer,  ///< of the text model
    Output, ///< the head, the last norm, and what belongs to no layer
    Mtp,    ///< multi-token prediction, where the name says so; else it is a layer after the last
    Tower,  ///< vision or audio, with their projectors
};

/// Which feed-forward network of a layer with experts.
enum class TensorGroup { Plain, RoutedExpert, SharedExpert };

/// What the name of a stored tensor tells, in GGUF's way of naming or in that of Hugging Face checkpoints.
struct TensorIdentity {
    TensorPlace place = TensorPlace::Output;
    int layer = -1; ///< -1: of no layer
    TensorGroup group = TensorGroup::Plain;
    std::string_view part;         ///< in GGUF's words where those are known: "attn_q", "ffn_down"
    std::string_view kind;         ///< "weight", "bias", "qweight"; empty: the name ends with the part
    bool isScale = false;          ///< a scale, zero point or table beside quantised values
    std::string_view expert;       ///< the number in the name; empty: all experts are in one tensor
    bool beginsPrediction = false; ///< only a layer for multi-token prediction has it
};

/// The views point into `name`, or live as long as the program.
[[nodiscard]] TensorIdentity identifyTensor(std::string_view name);

/// Whether its values are parameters of the model: not scales, nor tables of rotary frequencies, which follow from the
/// description.
[[nodiscard]] bool holdsParameters(const TensorIdentity& identity);

/// The name with "*" for the expert's number: one for the tensors that differ in it alone.
[[nodiscard]] std::string nameOfAllExperts(std::string_view name, const TensorIdentity& identity);

} // namespace rigwright
