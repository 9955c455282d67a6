// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"
#include "models/import/imported_model.h"
#include "models/quantized_model.h"

#include <cstdlib>

namespace rigwright::fuzz {

/// What every caller does with an imported model: it must be sized or refused, never crash.
inline void use(const Expected<ImportedModel>& model)
{
    if (!model) {
        if (model.error().message.empty() || model.error().message.find('\n') != std::string::npos) {
            std::abort(); // an error is one line
        }
        return;
    }
    if (!describe(model->facts)) {
        return;
    }
    for (const WeightFormat format : {model->format.value_or(WeightFormat::Bf16), WeightFormat::Q4_K_M}) {
        const auto weighed = quantize(model->facts, format);
        if (weighed && (weighed->total() < Bytes() || weighed->readPerToken() < Bytes())) {
            std::abort();
        }
    }
}

} // namespace rigwright::fuzz
