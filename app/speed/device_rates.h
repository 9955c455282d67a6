// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"
#include "models/weight_format.h"
#include "sizing/engine.h"

#include <optional>

namespace rigwright {

/// Devices that reach like shares of their data sheet while one stream reads weights.
enum class DeviceClass { NvidiaGddr, NvidiaHbm, Apple, AmdCard, AmdHbm, AmdUnified, Intel, Cpu, Other };

[[nodiscard]] DeviceClass deviceClass(const Accelerator& accelerator);

/// The units that multiply a prompt's matrices in llama.cpp; devices with the same ones reach like shares of their rate.
enum class MatrixPath {
    NvidiaTensor, ///< Ampere and newer: integer tensor units
    NvidiaFirst,  ///< Volta and Turing: the first tensor units
    AmdMatrix,    ///< RDNA 3 and newer cards: WMMA
    AmdInstinct,  ///< CDNA: MFMA
    AmdUnified,   ///< the same units behind the memory of a system
    Vector,       ///< no matrix units: packed halves or integer dot products
    Apple,        ///< FP32 units, as simdgroup matrices
    AppleNeural,  ///< matrix units in the GPU, M5 and newer
    Intel,        ///< XMX
    Other,
};

[[nodiscard]] MatrixPath matrixPath(const Accelerator& accelerator);

/// The rate of those units that a share is taken of. Never a rate that they cannot reach times the greatest share measured;
/// empty when the data sheet lacks what it follows from.
[[nodiscard]] std::optional<FlopsPerSecond> matrixRate(const Accelerator& accelerator);
/// The rate at which an engine other than llama.cpp multiplies with these weights, by the data sheet.
[[nodiscard]] std::optional<FlopsPerSecond> matrixRate(const Accelerator& accelerator, WeightFormat format);

/// The rate of the vector units, which unpack weights; counts both halves of a multiprocessor that has half its FP32 lanes'
/// number in integer lanes as one. Empty: unknown.
[[nodiscard]] std::optional<FlopsPerSecond> vectorRate(const Accelerator& accelerator);

} // namespace rigwright
