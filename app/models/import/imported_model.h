// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"
#include "models/weight_format.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// One thing that an import found out, or could not.
struct ImportNote {
    enum class Kind {
        Read,    ///< stood in the file
        Assumed, ///< follows from the model type or another value, and is said to
        Unknown, ///< neither in the file nor derivable
    };
    Kind kind = Kind::Read;
    std::string key;   ///< as the file spells it, "num_hidden_layers"
    std::string value; ///< what it says, or what was assumed
    std::string why;   ///< for what was assumed or is unknown
};

/// A model as its file describes it.
struct ImportedModel {
    ModelFacts facts;
    std::optional<WeightFormat> format; ///< how the file stores its weights; empty: unknown, or several ways
    std::vector<ImportNote> notes;
};

/// Reads a model's description by what the file is: config.json, *.safetensors, *.safetensors.index.json or *.gguf. Headers
/// only, never the weights. Bad files are untrusted: the error is one line with the offset or key.
[[nodiscard]] Expected<ImportedModel> importModel(const std::filesystem::path& file);

/// A Hugging Face config.json. `quantization`: text of a hf_quant_config.json beside it, or empty.
[[nodiscard]] Expected<ImportedModel> importConfigJson(std::string_view json,
                                                       std::string_view quantization = {});

} // namespace rigwright
