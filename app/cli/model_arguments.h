// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "models/weight_format.h"
#include "units/finding.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace rigwright {

/// Options that name a model, one of four ways, and its precision.
struct ModelArguments {
    std::string id;
    std::string configFile;
    std::string ggufFile;
    std::string parameters;
    std::string weights;
    std::optional<bool> importanceMatrix;
};

/// Whether they name a model.
[[nodiscard]] bool namesModel(const ModelArguments& arguments);

void addModelOptions(CLI::App& command, ModelArguments& arguments);

struct ChosenModel {
    ModelId id;
    std::optional<WeightFormat> weights; ///< asked for, else the file's own
    std::vector<Finding> assumptions;    ///< what an import could not read
};

/// The model that the options name, else `otherwise`; one from a file or a bare count joins the catalog.
[[nodiscard]] Expected<ChosenModel> chooseModel(Catalog& catalog, const ModelArguments& arguments,
                                                const ModelId& otherwise = {});

} // namespace rigwright
