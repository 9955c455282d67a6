// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_shelf.h"

#include <algorithm>

namespace rigwright {

void ModelShelf::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    catalog_ = std::move(catalog);
    weighed_.clear();
}

std::shared_ptr<const QuantizedModel> ModelShelf::weigh(const ModelId& model, WeightFormat format,
                                                        bool importanceMatrix)
{
    const auto [place, isNew] = weighed_.try_emplace({model, format, importanceMatrix});
    if (isNew) {
        if (const ModelFacts* known = facts(model)) {
            if (Expected<QuantizedModel> weighed = quantize(*known, format, {importanceMatrix})) {
                place->second = std::make_shared<const QuantizedModel>(std::move(*weighed));
            }
        }
    }
    return place->second;
}

const ModelFacts* ModelShelf::facts(const ModelId& model) const
{
    const auto found = std::find_if(catalog_->models.begin(), catalog_->models.end(),
                                    [&model](const ModelFacts& facts) { return facts.id == model; });
    return found == catalog_->models.end() ? nullptr : &*found;
}

double bitsPerWeight(const QuantizedModel& model)
{
    constexpr double kBitsPerByte = 8;
    return model.parameters > 0
        ? static_cast<double>(model.total().value()) * kBitsPerByte / static_cast<double>(model.parameters)
        : 0;
}

} // namespace rigwright
