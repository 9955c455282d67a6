// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "models/quantized_model.h"

#include <map>
#include <memory>
#include <utility>

namespace rigwright {

/// Models as they were weighed, so that a slider does not weigh them again. For one thread.
class ModelShelf {
public:
    explicit ModelShelf(std::shared_ptr<const Catalog> catalog)
        : catalog_(std::move(catalog))
    { }

    /// Null for an unknown model, or a format that can't hold it.
    [[nodiscard]] std::shared_ptr<const QuantizedModel> weigh(const ModelId& model, WeightFormat format);
    [[nodiscard]] const ModelFacts* facts(const ModelId& model) const;
    [[nodiscard]] const Catalog& catalog() const { return *catalog_; }

private:
    std::shared_ptr<const Catalog> catalog_;
    // Shared: whoever asked keeps the model, whatever the shelf does.
    std::map<std::pair<ModelId, WeightFormat>, std::shared_ptr<const QuantizedModel>> weighed_;
};

/// Stored bits of one parameter, on average.
[[nodiscard]] double bitsPerWeight(const QuantizedModel& model);

} // namespace rigwright
