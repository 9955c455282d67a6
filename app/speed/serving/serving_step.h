// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/hardware.h"
#include "speed/serving/serving_constants.h"
#include "speed/serving/serving_work.h"
#include "speed/step_time.h"

namespace rigwright {

/// Times the steps of continuous batching on the devices of one copy of a model.
///
/// A step takes the bytes that it reads over a share of the bandwidth, the operations over a share of the peak, a time for each
/// layer and sequence, and two all-reduces a layer. What it is made from must outlive it.
class ServingStep {
public:
    /// `graphs`: decode steps are captured.
    ServingStep(const ServingWork& work, const AcceleratorGroup& group, const Placement& placement,
                const ServingConstants& constants, bool graphs = true);

    /// So many tokens for each of so many sequences of one copy, with so many tokens in each one's cache.
    [[nodiscard]] StepTime decode(double sequences, double cachedTokens, double tokensEach = 1) const;
    /// A prompt by itself, the first `found` tokens of which are in the prefix cache.
    [[nodiscard]] StepTime prompt(double tokens, double found) const;
    /// What a prompt adds to a step that others share: their weights are read anyway.
    [[nodiscard]] static Seconds shared(const StepTime& prompt);
    /// The least that a decode step can take: bytes and operations at the peaks of the data sheet.
    [[nodiscard]] Seconds limit(double sequences, double cachedTokens) const;

private:
    [[nodiscard]] double denseShare() const;
    [[nodiscard]] double expertShare() const;
    [[nodiscard]] double reached(const MatrixFormat& format) const;
    [[nodiscard]] Seconds weightTime(double tokens) const;
    [[nodiscard]] Seconds matrixTime(double tokens) const;
    [[nodiscard]] Seconds exchangeTime(double tokens) const;
    /// Sequences that are in one stage of a pipeline while the others work on theirs.
    [[nodiscard]] double perStage(double sequences) const;

    const ServingWork& work_;
    const AcceleratorGroup& group_;
    const Placement& placement_;
    const ServingConstants& constants_;
    BytesPerSecond bandwidth_;
    bool graphs_;
};

} // namespace rigwright
