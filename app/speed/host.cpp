// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/host.h"

#include <algorithm>

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
    return host.pagesPlaced ? constants.placedShare : constants.socketsShare;
}

/// One core unpacks what its memory brings; blocks looked up in codebooks take five times as long (llama.cpp, Llama 3.1 8B with
/// two threads of a Ryzen 9 7950X: IQ3_XXS 6.8 GB/s a thread, Q4_0 26).
BytesPerSecond unpackRate(const Host& host, Arithmetic arithmetic, const HostConstants& constants)
{
    constexpr double kLookupSlower = 5;
    const BytesPerSecond all = constants.perCore * host.cores;
    return arithmetic == Arithmetic::Lookup ? all / kLookupSlower : all;
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
    constexpr double kAboveBase = 0.5;
    constexpr double kUnknown = 3.0;
    return host.baseGigahertz ? *host.baseGigahertz + kAboveBase : kUnknown;
}

std::optional<FlopsPerSecond> hostMatrixPeak(const Host& host, WeightFormat format)
{
    if (host.cores == 0) {
        return std::nullopt;
    }
    return FlopsPerSecond(host.cores * allCoreGigahertz(host) * 1e9 *
                          operationsPerCycle(host, arithmeticOf(format)));
}

HostRates hostRates(const Host& host, WeightFormat format, bool hasExperts, const HostConstants& constants)
{
    const bool blind = host.cores == 0;
    const Arithmetic arithmetic = arithmeticOf(format);
    HostRates rates;
    rates.spread = blind ? constants.blind : constants.known;
    rates.perLayer = blind ? constants.blindPerLayer : constants.perThread * host.cores;
    // Two transfers of a token's activations and the waiting around them.
    rates.handOver = Seconds(40e-6);
    if (host.bandwidth) {
        const double share = (blind ? constants.blindShare : constants.bandwidthShare) *
            socketsShare(host, constants) * (hasExperts ? constants.expertBandwidth : 1);
        const BytesPerSecond streamed = *host.bandwidth * share;
        // Cores wait for memory and memory for cores: their times add up.
        const double unpacked = blind ? 0 : streamed / unpackRate(host, arithmetic, constants);
        rates.bandwidth = streamed / (1 + unpacked);
        rates.bandwidthShare = rates.bandwidth / *host.bandwidth;
    }
    const double experts = hasExperts ? constants.expertCompute : 1;
    if (const auto peak = hostMatrixPeak(host, format)) {
        rates.matrix = *peak * (constants.computeShare * experts);
    } else if (host.bandwidth) {
        rates.matrix = FlopsPerSecond(host.bandwidth->value() * constants.blindFlopsPerByte * experts);
    }
    return rates;
}

} // namespace rigwright
