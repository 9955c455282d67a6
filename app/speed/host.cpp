// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/host.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

enum class Arithmetic { Integer8, Lookup, Sixteen, Single };

/// What a CPU multiplies the weights of a format with. Blocks of 1 to 3 bits that index a codebook are looked up value by value.
Arithmetic arithmeticOf(WeightFormat format)
{
    switch (format) {
    case WeightFormat::Fp32: return Arithmetic::Single;
    case WeightFormat::Bf16:
    case WeightFormat::Fp16:
    case WeightFormat::Fp8:
    case WeightFormat::Fp8Channel:
    case WeightFormat::Fp8Tensor: return Arithmetic::Sixteen;
    case WeightFormat::IQ3_M:
    case WeightFormat::IQ3_S:
    case WeightFormat::IQ3_XS:
    case WeightFormat::IQ3_XXS:
    case WeightFormat::IQ2_M:
    case WeightFormat::IQ2_S:
    case WeightFormat::IQ2_XS:
    case WeightFormat::IQ2_XXS:
    case WeightFormat::IQ1_M:
    case WeightFormat::IQ1_S: return Arithmetic::Lookup;
    default: return Arithmetic::Integer8;
    }
}

/// Operations that one core does in a cycle once its blocks are unpacked.
double operationsPerCycle(const Host& host, Arithmetic arithmetic)
{
    // Two vector units of 256 bits with AVX2, of 512 with AVX-512: 8 or 16 FP32 multiply-adds each, or 16 and 32 of 8 bits
    // after widening. Unpacking keeps VNNI at 1.5 times AVX2 and AMX's tiles at four times it, far below their peak.
    switch (arithmetic) {
    case Arithmetic::Integer8: return host.amx ? 256 : host.avx512 ? 96 : 64;
    case Arithmetic::Lookup: return host.avx512 ? 48 : 32;
    case Arithmetic::Sixteen: return host.amx ? 256 : host.avx512 ? 64 : 32;
    case Arithmetic::Single: return host.avx512 ? 64 : 32;
    }
    return 32;
}

/// Of the sum of all sockets, what they reach together.
double socketsShare(const Host& host, const HostConstants& constants)
{
    if (host.sockets < 2) {
        return 1;
    }
    // The same machine with pages anywhere and with each socket's beside it: 2.40 and 4.31 tokens/s (llama.cpp, Llama 3.1 70B
    // in F16 on two EPYC 9175F, ggml-org/llama.cpp issue 11744). Others reach from 0.4 to 0.8, by where their pages fell.
    constexpr double kAnywhere = 0.56;
    return host.pagesPlaced ? constants.placedShare : constants.placedShare * kAnywhere;
}

/// One core unpacks what its memory brings; blocks looked up in codebooks take five times as long (llama.cpp, Llama 3.1 8B
/// with two threads of a Ryzen 9 7950X: IQ3_XXS 6.8 GB/s a thread, Q4_0 26), while 16 and 32 bits multiply as they are.
BytesPerSecond unpackRate(WeightFormat format, const HostConstants& constants)
{
    constexpr double kLookupSlower = 5;
    switch (format) {
    case WeightFormat::Fp32:
    case WeightFormat::Bf16:
    case WeightFormat::Fp16: return constants.perCore * constants.plainFaster;
    default: break;
    }
    return arithmeticOf(format) == Arithmetic::Lookup ? constants.perCore / kLookupSlower : constants.perCore;
}

/// Of one socket's peak. Hosts of unknown CPU are of every kind, also those whose cores can't draw all that their memory has.
double memoryShare(bool blind, bool hasExperts, const HostConstants& constants)
{
    const double share = blind ? constants.blindBandwidthShare : constants.bandwidthShare;
    const double experts = blind ? constants.blindExpertBandwidth : constants.expertBandwidth;
    return hasExperts ? share * experts : share;
}

/// Threads that a host of unknown CPU works with: more unpack faster but take longer to meet, so that few serve small layers
/// best. As the best of at most so many as come with its bandwidth they never make faster memory slower.
double blindThreads(const Host& host, const HostWork& work, BytesPerSecond unpack,
                    const HostConstants& constants)
{
    constexpr double kLeastCores = 4;
    const double most =
        std::max(kLeastCores, host.bandwidth.value_or(BytesPerSecond()) / constants.blindPerCore);
    const double best = std::sqrt(work.readPerLayer / unpack / constants.perThread);
    return std::clamp(best, kLeastCores, most);
}

} // namespace

const HostConstants& fittedHostConstants()
{
    static const HostConstants constants = [] {
        HostConstants fitted;
#include "speed/host_constants.inc"
        return fitted;
    }();
    return constants;
}

double allCoreGigahertz(const Host& host)
{
    // Desktop CPUs hold 4.0 to 5.2 GHz on all cores with bases of 2.5 to 4.5, servers with many cores stay near their base.
    constexpr int kFewCores = 24;
    constexpr double kUnknown = 3.0;
    const double aboveBase = host.cores <= kFewCores ? 1.2 : 0.5;
    return host.baseGigahertz ? *host.baseGigahertz + aboveBase : kUnknown;
}

std::optional<FlopsPerSecond> hostMatrixPeak(const Host& host, WeightFormat format)
{
    if (host.cores == 0) {
        return std::nullopt;
    }
    return FlopsPerSecond(host.cores * allCoreGigahertz(host) * 1e9 *
                          operationsPerCycle(host, arithmeticOf(format)));
}

HostWork hostWork(const QuantizedModel& model)
{
    const auto layers = static_cast<double>(std::max<std::size_t>(1, model.layers.size()));
    return {model.format, model.architecture.facts.experts > 0, model.readPerToken().scaled(1 / layers)};
}

HostRates hostRates(const Host& host, const HostWork& work, const HostConstants& constants)
{
    const bool blind = host.cores == 0;
    const BytesPerSecond unpack = unpackRate(work.format, constants);
    const double threads = blind ? blindThreads(host, work, unpack, constants) : host.cores;
    HostRates rates;
    rates.spread = blind ? constants.blind : constants.known;
    rates.perLayer = constants.perThread * threads;
    // Two transfers of a token's activations and the waiting around them.
    rates.handOver = rates.perLayer + Seconds(40e-6);
    const double experts = work.hasExperts ? constants.expertCompute : 1;
    if (host.bandwidth) {
        const double share = socketsShare(host, constants) * memoryShare(blind, work.hasExperts, constants);
        const BytesPerSecond streamed = *host.bandwidth * share;
        // Cores wait for memory and memory for cores: their times add up.
        rates.bandwidth = streamed / (1 + streamed / (unpack * threads));
        rates.bandwidthShare = rates.bandwidth / *host.bandwidth;
        rates.matrix = FlopsPerSecond(host.bandwidth->value() * constants.blindFlopsPerByte * experts);
    }
    if (const auto peak = hostMatrixPeak(host, work.format)) {
        const double waiting = 1 + host.cores / constants.computeCores;
        rates.matrix = *peak * (constants.computeShare * experts / waiting);
    }
    return rates;
}

} // namespace rigwright
