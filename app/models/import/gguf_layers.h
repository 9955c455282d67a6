// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/gguf_keys.h"
#include "models/import/tensor_table.h"

namespace rigwright {

/// Works out what each layer is, full attention, sliding window, MLA, recurrent or feed-forward alone, from the metadata and
/// from which tensors a layer has, and writes it into `facts` as shortly as it can be said. The dimensions of the model are
/// there already.
void readLayers(GgufKeys& keys, const TensorTable& table, ModelFacts& facts);

} // namespace rigwright
