// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"
#include "sizing/plan.h"

// What a serving engine needs on a device beside weights and the cache.
namespace rigwright {

/// What the driver reports of a card's memory. Nvidia's keeps 0.4 GiB and 0.6 %; the GDDR6 cards of data centres (T4, A10, L4,
/// L40S) store ECC in 1/16 of it. Logs print 23.6 of 24 (RTX 3090, 4090), 47.4 of 48 (RTX 6000 Ada), 31.4 of 32 (RTX 5090),
/// 79.2 of 80 (A100, H100), 44.4 of 48 (L40S), 22.1 of 24 (A10, L4). AMD's reports
/// 16.0 of 16. A capacity that isn't whole GiB is taken as reported.
[[nodiscard]] Bytes visibleMemory(const Accelerator& accelerator);

/// Intermediate results of so many tokens in the widest layer, in 16 bits: gate, up and their product beside the residual
/// stream, or queries, keys and values. 2 × tokens × (3 × width + 3 × hidden) is what Qwen2.5's published peaks show.
[[nodiscard]] Bytes forwardPeak(const Architecture& architecture, std::int64_t tokens,
                                const Placement& placement);

/// Logits of so many sequences with the work space of top-k and top-p sampling: 39 bytes a logit. They are 16-bit and FP32
/// logits, sorted values and 64-bit indices, the sort's second buffers, probabilities and their sums; profiling runs print
/// 1.40 GiB for 256 sequences and 151,936 tokens (Qwen), 1.19 to 1.26 for 128,256 (Llama 3), 5.58 for 1,024 and 151,552.
[[nodiscard]] Bytes samplingPeak(const Architecture& architecture, std::int64_t sequences);

/// Memory outside PyTorch's allocator on each device: profiling logs of 2024 to 2026 print 0.03 to 0.35 GiB for one device,
/// 0.2 to 0.4 GiB for several on PCIe. Those are NCCL's buffers: 342 MB for two, 392 MB for more (NVIDIA aiconfigurator,
/// systems/*.yaml).
[[nodiscard]] Bytes outsideAllocator(int ranks);

/// CUDA graphs of the decode steps: ten logs print 0.13 to 0.7 GiB.
inline constexpr Bytes kCapturedGraphs = 300_MiB;

} // namespace rigwright
