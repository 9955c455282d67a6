// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "sizing/workload.h"

#include <map>
#include <memory>
#include <tuple>

namespace rigwright {

/// Models as they were weighed, so that a slider does not weigh them again. For one thread.
class ModelShelf {
public:
    explicit ModelShelf(std::shared_ptr<const Catalog> catalog)
        : catalog_(std::move(catalog))
    { }

    /// Models may have come, gone or changed.
    void setCatalog(std::shared_ptr<const Catalog> catalog);
    /// Null for an unknown model, or a format that can't hold it.
    [[nodiscard]] std::shared_ptr<const QuantizedModel> weigh(const ModelId& model, WeightFormat format,
                                                              bool importanceMatrix = false);
    /// As the workload wants it weighed.
    [[nodiscard]] std::shared_ptr<const QuantizedModel> weigh(const ModelId& model, const Workload& workload)
    {
        return weigh(model, workload.weights, workload.importanceMatrix);
    }
    [[nodiscard]] const ModelFacts* facts(const ModelId& model) const;
    [[nodiscard]] const Catalog& catalog() const { return *catalog_; }

private:
    std::shared_ptr<const Catalog> catalog_;
    // Shared: whoever asked keeps the model, whatever the shelf does.
    std::map<std::tuple<ModelId, WeightFormat, bool>, std::shared_ptr<const QuantizedModel>> weighed_;
};

/// Stored bits of one parameter, on average.
[[nodiscard]] double bitsPerWeight(const QuantizedModel& model);

} // namespace rigwright
