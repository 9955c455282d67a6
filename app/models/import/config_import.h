// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/config_reader.h"
#include "models/import/model_families.h"

#include <string>
#include <vector>

namespace rigwright {

/// A config.json on its way into facts. Each step reads its own keys; what goes wrong stays in the reader.
struct ConfigImport {
    ConfigReader& config;
    const ModelFamily& family;
    std::string name; ///< of the family
    ModelFacts facts;

    [[nodiscard]] bool is(std::string_view wanted) const { return name == wanted; }
};

/// Layers, hidden size, vocabulary, context and embeddings.
void readShape(ConfigImport& import);
/// Heads, biases, norms and windows, as one layer of the model has them.
void readAttention(ConfigImport& import);
void readFeedForward(ConfigImport& import);
void readRecurrence(ConfigImport& import);
/// What each layer is: after the three above.
void readLayers(ConfigImport& import);
/// Which layers have experts. Empty: the model has none.
[[nodiscard]] std::vector<bool> layersWithExperts(ConfigImport& import);
/// Norms and small vectors that depend on the above.
void readNorms(ConfigImport& import);
/// Modules for multi-token prediction.
void readMtp(ConfigImport& import);
/// Encoders, from the root of the file.
void readTowers(const nlohmann::json& root, ConfigImport& import);
/// How the file says that its weights are stored; fills `nativePrecision` too.
[[nodiscard]] std::optional<WeightFormat> readQuantization(const nlohmann::json& quantization,
                                                           ConfigImport& import);

} // namespace rigwright
