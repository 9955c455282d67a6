// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/imported_model.h"
#include "models/import/safetensors_header.h"
#include "models/import/tensor_table.h"

#include <map>
#include <string>

namespace rigwright {

/// Tensors of safetensors files, gathered file by file.
class SafetensorsTensors {
public:
    /// Reads the header of one file. `packedBits`: of values that GPTQ, AWQ and the like pack into 32-bit words.
    [[nodiscard]] Expected<SafetensorsPart> addFile(ByteSource& source, int packedBits);

    [[nodiscard]] TensorTable& table() { return table_; }
    /// The number type that holds most bytes, "BF16".
    [[nodiscard]] std::string mainDtype() const;

private:
    TensorTable table_;
    std::map<std::string, std::uint64_t, std::less<>> bytesOfDtype_;
};

/// A model from the names and shapes of its tensors alone, where no config.json lies beside them. What they don't tell is
/// assumed, and said to be.
[[nodiscard]] Expected<ImportedModel> modelOfTensors(const SafetensorsTensors& tensors, TensorTable& table,
                                                     const std::string& name);

} // namespace rigwright
