// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/serving_constants.h"

namespace rigwright {

namespace {

/// How a class of devices compares with NVIDIA's of data centres, on which most was measured.
struct ClassFactors {
    double bandwidth = 1;
    double compute = 1;
    double spread = 1; ///< of the range
};

/// AMD's matrix units reach 51 % of the data sheet where NVIDIA's reach 80 % (largest matrix products, stas00/ml-engineering),
/// and their kernels are the younger ones.
ClassFactors factorsOf(DeviceClass device)
{
    constexpr double kUnmeasured = 1.15;
    switch (device) {
    case DeviceClass::NvidiaHbm: return {};
    case DeviceClass::NvidiaGddr: return {0.95, 1, kUnmeasured};
    case DeviceClass::AmdCard:
    case DeviceClass::AmdUnified: return {0.85, 0.64, kUnmeasured * kUnmeasured};
    default: return {0.85, 0.7, kUnmeasured * kUnmeasured};
    }
}

void apply(ServingConstants& constants, const ClassFactors& factors)
{
    for (double& share : constants.weightShare) {
        share *= factors.bandwidth;
    }
    constants.groupedShare *= factors.bandwidth;
    constants.groupedExperts *= factors.bandwidth;
    constants.cacheShare *= factors.bandwidth;
    for (double& share : constants.computeShare) {
        share *= factors.compute;
    }
    constants.attentionCompute *= factors.compute;
    constants.tokenLow /= factors.spread;
    constants.tokenHigh *= factors.spread;
    constants.firstLow /= factors.spread;
    constants.firstHigh *= factors.spread;
}

/// What an engine has of its own, beside the shares.
ServingConstants joined(const ServingConstants& shared, const ServingConstants& own)
{
    ServingConstants result = own;
    result.weightShare = shared.weightShare;
    result.groupedShare = shared.groupedShare;
    result.groupedExperts = shared.groupedExperts;
    result.expertShare = shared.expertShare;
    result.cacheShare = shared.cacheShare;
    result.computeShare = shared.computeShare;
    result.computeTaper = shared.computeTaper;
    result.expertCompute = shared.expertCompute;
    result.attentionCompute = shared.attentionCompute;
    result.exchangeLatency = shared.exchangeLatency;
    result.perIndexer = shared.perIndexer;
    return result;
}

/// Transformers is bound by the host, which launches every kernel by itself: on an A100 the published speeds of Qwen2.5 from
/// 0.5B to 72B come to 0.9 ms a layer and about half of the bandwidth (QwenLM/Qwen2.5, docs/source/benchmark).
ServingConstants transformers(const ServingConstants& shared)
{
    ServingConstants result = shared;
    result.weightShare = {0.60, 0.30, 0.40};
    result.groupedShare = 0.25;
    result.groupedExperts = 0.2;
    result.cacheShare = 0.4;
    result.perLayer = Seconds(0.9e-3);
    result.perExpertLayer = Seconds(2e-3); // experts are worked off one after the other
    result.promptLayer = Seconds(0.9e-3);
    result.tokenLow = 0.75;
    result.tokenHigh = 1.3;
    result.firstLow = 0.6;
    result.firstHigh = 1.6;
    return result;
}

} // namespace

const ServingFit& fittedServing()
{
    static const ServingFit fit = [] {
        ServingFit constants;
#include "speed/serving/serving_constants.inc"
        return constants;
    }();
    return fit;
}

ServingConstants servingConstants(const ServingFit& fit, Engine engine, DeviceClass device)
{
    ServingConstants constants;
    switch (engine) {
    case Engine::SgLang: constants = joined(fit.shared, fit.sgLang); break;
    case Engine::TensorRtLlm: constants = joined(fit.shared, fit.tensorRtLlm); break;
    case Engine::Transformers: constants = transformers(fit.shared); break;
    default: constants = joined(fit.shared, fit.vllm); break;
    }
    apply(constants, factorsOf(device));
    return constants;
}

ServingConstants servingConstants(Engine engine, DeviceClass device)
{
    return servingConstants(fittedServing(), engine, device);
}

} // namespace rigwright
