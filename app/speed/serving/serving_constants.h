// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/workload.h"
#include "speed/calibration.h"

#include <array>

namespace rigwright {

/// What published measurements say of a serving engine on a class of devices. Arrays: 16, 8 and 4 bits.
struct ServingConstants {
    std::array<double, 3> weightShare{};  ///< of the bandwidth, by the width that is stored
    double groupedShare = 0;              ///< the same for four bits that are widened to 16 (AWQ, GPTQ, INT4)
    double groupedExperts = 0;            ///< the same of routed experts
    double expertShare = 0;               ///< a factor on that for routed experts
    double cacheShare = 0;                ///< of the bandwidth, for keys and values
    std::array<double, 3> computeShare{}; ///< of the peak, by the width that is multiplied
    double computeTaper = 0;              ///< power of the peak over 1 PFLOPS that this share falls with
    double expertCompute = 0;             ///< a factor on that for routed experts
    double attentionCompute = 0;          ///< of the 16-bit peak, for the scores of prompts
    double exchangeLatency = 1;           ///< a factor on the latency of all-reduces
    Seconds perIndexer;                   ///< of a layer that picks tokens (sparse attention)
    Seconds perLayer;
    Seconds perExpertLayer; ///< beside perLayer
    Seconds perStep;
    Seconds perSequence;
    Seconds promptLayer;       ///< of a step with a prompt, which is not a captured graph
    Seconds promptExpertLayer; ///< beside promptLayer
    double interference = 1;   ///< of other users' prompts on the time of a token, the rest is on their first
    Seconds firstToken;        ///< from the request to the first step, and the answer's way back
    double stepsWaited = 0;    ///< steps of others before a prompt's turn
    double promptsAhead = 0;   ///< prompts of others before it, a user
    double promptShare = 0;    ///< the same by the share of time that prompts take
    double promptBunch = 0;    ///< the same by both: users with answers of one length come together again
    double tokenLow = 1; ///< 10th percentile of measured over estimated speed, on what the fit has not seen
    double tokenHigh = 1;
    double firstLow = 1; ///< the same for the first token
    double firstHigh = 1;
};

/// Constants of vLLM, SGLang or TensorRT-LLM fitted to tests/calibration/serving/measurements.csv by the target `calibrate`,
/// and those of Transformers; wider where nobody measured the class of devices.
[[nodiscard]] ServingConstants servingConstants(Engine engine, DeviceClass device);

/// What is fitted: shares that all engines have in common, and times of each.
struct ServingFit {
    ServingConstants shared;
    ServingConstants vllm;
    ServingConstants sgLang;
    ServingConstants tensorRtLlm;
};

[[nodiscard]] const ServingFit& fittedServing();

/// The constants of an engine and a class from a fit.
[[nodiscard]] ServingConstants servingConstants(const ServingFit& fit, Engine engine, DeviceClass device);

} // namespace rigwright
