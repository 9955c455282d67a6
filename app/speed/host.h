// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"
#include "sizing/hardware.h"

#include <optional>

namespace rigwright {

/// The 7th and 93rd percentile of measured over estimated decode speed on hosts that the fit has not seen, the 10th and 90th of
/// prefill.
struct HostSpread {
    double decodeLow = 1;
    double decodeHigh = 1;
    double prefillLow = 1;
    double prefillHigh = 1;
};

/// What published measurements say of CPUs: tests/calibration/host.
struct HostConstants {
    double bandwidthShare = 0;       ///< of one socket's peak that all cores together sustain
    BytesPerSecond perCore;          ///< weights in quantised blocks that one core unpacks and multiplies
    double plainFaster = 1;          ///< factor on it for weights of 16 and 32 bits, which need no unpacking
    Seconds perThread;               ///< to start and join one thread, in each layer of a step
    double expertBandwidth = 1;      ///< experts are gathered in small pieces: factor on the bandwidth
    double placedShare = 1;          ///< of their sum that several sockets reach, each reading its own memory
    double blindBandwidthShare = 0;  ///< as bandwidthShare, of a host of unknown CPU
    double blindExpertBandwidth = 1; ///< as expertBandwidth, of a host of unknown CPU
    BytesPerSecond blindPerCore;     ///< memory bandwidth that a host of unknown CPU has for each core
    double blindFlopsPerByte = 0;    ///< of its bandwidth: what its cores compute while a prompt is processed
    double computeShare = 0;         ///< of the units' peak, while a prompt is processed
    double computeCores = 1;         ///< so many cores lose half of that, waiting for each other
    double expertCompute = 1;        ///< factor on it for mixture-of-experts models
    HostSpread known;                ///< of a host whose cores are known
    HostSpread blind;                ///< of a host of which only the bandwidth is known
};

/// Constants fitted to tests/calibration/host/measurements.csv by the target `calibrate`.
[[nodiscard]] const HostConstants& fittedHostConstants();

/// What of a model decides about a host's rates.
struct HostWork {
    WeightFormat format = WeightFormat::Q4_K_M;
    bool hasExperts = false;
    Bytes readPerLayer; ///< by one token
};

[[nodiscard]] HostWork hostWork(const QuantizedModel& model);

/// What a host really reaches with a model.
struct HostRates {
    BytesPerSecond bandwidth;  ///< sustained, while all cores read weights; 0: the peak is unknown
    double bandwidthShare = 0; ///< of the peak
    Seconds perLayer;          ///< on top for each layer of a step: the threads start and meet
    /// For each layer of a step that accelerators hold in part: activations cross to the host and back, and threads meet.
    Seconds handOver;
    std::optional<FlopsPerSecond> matrix; ///< reached while a prompt is processed; empty: nothing is known
    HostSpread spread;
};

/// All cores of a known CPU work, as engines set themselves up; of an unknown one as many as serve a layer best, up to what
/// machines with such memory have.
[[nodiscard]] HostRates hostRates(const Host& host, const HostWork& work,
                                  const HostConstants& constants = fittedHostConstants());

/// What a host's vector or tile units could do at most with matrices of this format: cores × clock × operations a cycle.
/// Quantised blocks multiply as 8-bit integers, 16-bit weights as BF16 or, without AVX-512, FP32. Empty: the cores are unknown.
[[nodiscard]] std::optional<FlopsPerSecond> hostMatrixPeak(const Host& host, WeightFormat format);

/// The clock that all cores hold under vector load: 1.2 GHz above the base clock with up to 24 cores, 0.5 with
/// more, 3 GHz where that is unknown.
[[nodiscard]] double allCoreGigahertz(const Host& host);

} // namespace rigwright
