// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/calibration.h"

// Shares and spreads are medians and 10th–90th percentiles of published measurements: llama-bench tables of 2024–2026
// (XiongjieDai/GPU-Benchmarks-on-LLM-Inference, kyuz0/amd-strix-halo-toolboxes, ggml-org/llama.cpp discussions 4167 and
// 15013), Qwen's speed tables for vLLM, and NVIDIA aiconfigurator's silicon data for serving.
namespace rigwright {

namespace {

bool hasHbm(const Accelerator& accelerator)
{
    return accelerator.segment == Segment::Datacenter &&
        accelerator.bandwidth.value_or(BytesPerSecond()) >= BytesPerSecond::gb(1200);
}

Calibration llamaCppCalibration(const Accelerator& accelerator)
{
    switch (accelerator.vendor) {
    case AcceleratorVendor::Nvidia:
        // One stream leaves HBM half idle: A100 and H100 reach 0.31–0.50, GeForce 0.66–0.82.
        if (hasHbm(accelerator)) {
            return {0.60, Seconds(100e-6), 0.25, 0.70, 1.30, 0.60, 1.40};
        }
        return {0.90, Seconds(100e-6), 0.35, 0.78, 1.15, 0.65, 1.35};
    case AcceleratorVendor::Apple: return {0.72, Seconds(100e-6), 0.62, 0.75, 1.25, 0.75, 1.25};
    case AcceleratorVendor::Amd:
        if (accelerator.mounting == Mounting::Integrated) {
            return {0.85, Seconds(100e-6), 0.13, 0.80, 1.10, 0.55, 1.50};
        }
        return {0.62, Seconds(100e-6), 0.24, 0.70, 1.30, 0.55, 1.50};
    default: return {0.55, Seconds(150e-6), 0.20, 0.60, 1.40, 0.50, 1.60};
    }
}

Calibration vllmCalibration(const Accelerator& accelerator)
{
    // CUDA graphs replay a step in one launch; TTFT at low concurrency shows 0.21–0.43 of the matrix peak.
    const double compute = accelerator.vendor == AcceleratorVendor::Nvidia ? 0.38 : 0.28;
    return {0.80, Seconds(50e-6), compute, 0.70, 1.25, 0.60, 1.40};
}

} // namespace

Calibration calibrationFor(Engine engine, const Accelerator& accelerator, bool hasExperts)
{
    Calibration calibration =
        engine == Engine::Vllm ? vllmCalibration(accelerator) : llamaCppCalibration(accelerator);
    if (hasExperts) {
        // Gathered experts stream in small pieces: 0.39–0.46 of bandwidth where dense models reach 0.7, and 0.4 of the dense
        // prompt rate.
        calibration.bandwidthShare *= 0.65;
        calibration.computeShare *= 0.4;
        calibration.decodeLow *= 0.85;
        calibration.decodeHigh *= 1.15;
        calibration.prefillLow *= 0.85;
        calibration.prefillHigh *= 1.15;
    }
    return calibration;
}

Calibration hostCalibration(bool hasExperts)
{
    // F16 reaches 0.66–0.69 of read bandwidth, 4-bit types 0.40–0.54 (llama.cpp on an AVX-512 server).
    return {hasExperts ? 0.40 : 0.50, Seconds(30e-6), 0.30, 0.70, 1.35, 0.50, 1.60};
}

std::optional<FlopsPerSecond> matrixRate(const Accelerator& accelerator, WeightFormat format, Engine engine)
{
    const auto half = accelerator.bf16 ? accelerator.bf16 : accelerator.fp16;
    if (engine == Engine::Vllm) {
        const bool eightBits = format == WeightFormat::Fp8 && accelerator.fp8.has_value();
        return eightBits ? accelerator.fp8 : half;
    }
    if (accelerator.vendor == AcceleratorVendor::Apple) {
        return accelerator.fp32;
    }
    // GeForce halves its FP32-accumulate rate; llama.cpp's kernels accumulate in FP16 or integers and get past that.
    return accelerator.fp16Accumulate16 && accelerator.vendor == AcceleratorVendor::Nvidia
        ? accelerator.fp16Accumulate16
        : accelerator.fp16 ? accelerator.fp16
        : half             ? half
                           : accelerator.fp32;
}

std::optional<FlopsPerSecond> matrixRate(const Host& host)
{
    if (host.cores == 0) {
        return std::nullopt;
    }
    constexpr double kAllCoreHertz = 2.8e9;
    // Two fused multiply-adds a cycle: 8 FP32 lanes with AVX2, 16 with AVX-512; AMX's tiles give eight times that in BF16.
    const double perCycle = host.amx ? 256 : host.avx512 ? 64 : 32;
    return FlopsPerSecond(host.cores * kAllCoreHertz * perCycle);
}

} // namespace rigwright
