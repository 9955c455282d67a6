// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensors.h"
#include "sizing/training/training_setup.h"

#include <cstdint>

namespace rigwright {

/// True when adapters of this setup stand beside such a matrix.
[[nodiscard]] bool carriesAdapter(TensorRole role, const TrainingSetup& setup);

/// Trainable values of one tensor's adapters: rank × (inputs + outputs) for each matrix (arXiv:2106.09685), each expert
/// with its own.
[[nodiscard]] std::int64_t adapterElements(const Tensor& tensor, const TrainingSetup& setup);

/// Trainable values of all adapters of a model.
[[nodiscard]] std::int64_t adapterElements(const Architecture& architecture, const TrainingSetup& setup);

} // namespace rigwright
