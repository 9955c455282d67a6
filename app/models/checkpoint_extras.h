// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensors.h"

#include <vector>

namespace rigwright {

/// What a checkpoint carries beside the text model: its own components, never part of the parameters of the text model.
struct CheckpointExtras {
    std::vector<Tensor>
        mtp; ///< modules for multi-token prediction, with their own embeddings where they have them
    std::vector<Tensor> towers; ///< encoders for images and sound, with what joins them to the text model
};

[[nodiscard]] CheckpointExtras checkpointExtras(const Architecture& architecture);

} // namespace rigwright
