// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/gguf_header.h"
#include "models/import/imported_model.h"
#include "models/import/tensor_table.h"

namespace rigwright {

/// The weight format that a GGUF is: by its file type where that is known, else the one nearest to it in bits per weight;
/// `notes` says which. `facts` is complete but for the stored weights.
[[nodiscard]] WeightFormat formatOfGguf(const GgufHeader& header, const TensorTable& table,
                                        const ModelFacts& facts, std::vector<ImportNote>& notes);

} // namespace rigwright
