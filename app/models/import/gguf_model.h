// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/gguf_header.h"
#include "models/import/imported_model.h"
#include "models/import/tensor_table.h"

namespace rigwright {

/// Turns the metadata of a GGUF's first part and the tensors of all its parts into a model. `fallbackName` names a model
/// whose file doesn't.
[[nodiscard]] Expected<ImportedModel> modelOfGguf(const GgufHeader& header, TensorTable table,
                                                  const std::string& fallbackName);

/// Adds the tensors of one part; an error where there are more than any model has.
[[nodiscard]] Expected<void> addTensors(const GgufHeader& header, TensorTable& table);

/// An id as the catalog writes them, lower case with hyphens, from a name of any kind.
[[nodiscard]] ModelId idFromName(std::string_view name);

} // namespace rigwright
